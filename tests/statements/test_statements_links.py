"""Prose figures and the cells that state them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Literal

import pytest
from statement_tables import BALANCE, OPERATIONS, read

from topline.quantities import FigureContext, Interval, Quantity
from topline.records import Link, Statement
from topline.statements import derive_facts, link_derived, link_figures
from topline.statements.facts import Facts

Q3 = Interval(date(2005, 7, 1), date(2005, 9, 30))
NINE = Interval(date(2005, 1, 1), date(2005, 9, 30))
FULL = Interval(date(2005, 1, 1), date(2005, 12, 31))
END = Interval(date(2005, 9, 30), date(2005, 9, 30))
NET = "us-gaap:NetIncomeLoss"
EPS = "us-gaap:EarningsPerShareBasicAndDiluted"
CASH = "us-gaap:CashAndCashEquivalentsAtCarryingValue"
INVESTED = "us-gaap:CashCashEquivalentsAndShortTermInvestments"
RESEARCH = "us-gaap:ResearchAndDevelopmentExpense"

STATEMENTS, _ = read(OPERATIONS + "\n\n" + BALANCE)


def figure(
    amount: str,
    concept: str | None,
    period: Interval | None,
    *,
    sign: Literal[1, -1] = 1,
    start: int = 0,
    length: int = 12,
    label: Literal["MONEY", "PER_SHARE"] = "MONEY",
) -> Quantity:
    number = Decimal(amount)
    context = FigureContext(concept, sign, period)
    return Quantity(label, start, start + length, None, "test", low=number, high=number, currency="USD", figure=context)


def link(text: str, quantity: Quantity) -> Link:
    (found,) = link_figures([("m1", quantity)], STATEMENTS, texts={"m1": text})
    return found


@pytest.mark.parametrize(
    ("text", "quantity", "relation", "cells"),
    [
        ("$4.8 million", figure("4800000", NET, Q3, sign=-1), "rounds_to", ["s1.r7.c1"]),
        ("$4,750,000", figure("4750000", NET, Q3, sign=-1), "equals", ["s1.r7.c1"]),
        ("$13.9 million", figure("13900000", NET, NINE, sign=-1), "rounds_to", ["s1.r7.c3"]),
        ("$4.2\nmillion", figure("4200000", RESEARCH, Q3), "rounds_to", ["s1.r2.c1"]),
        ("$0.25", figure("0.25", EPS, Q3, sign=-1, label="PER_SHARE"), "equals", ["s1.r8.c1"]),
        ("$9.1 million", figure("9100000", CASH, END), "rounds_to", ["s2.r1.c1"]),
        ("$23.4 million", figure("23400000", INVESTED, END), "sum", ["s2.r1.c1", "s2.r2.c1"]),
        ("$24.3 million", figure("24300000", None, END), "sum", ["s2.r1.c1", "s2.r2.c1", "s2.r6.c1"]),
        ("$580,000", figure("580000", None, None), "equals", ["s2.r3.c1"]),
    ],
)
def test_statements_links_found(text: str, quantity: Quantity, relation: str, cells: list[str]) -> None:
    found = link(text, quantity)
    assert (found.relation, list(found.cells)) == (relation, cells)


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("$4 million", figure("4000000", "us-gaap:ProceedsFromIssuanceOfPrivatePlacement", Q3)),
        ("$4.2 million", figure("4200000", None, Q3)),
        ("$12 million", figure("12000000", None, None)),
        ("$13.9 million", figure("13900000", NET, FULL, sign=-1)),
        ("$0.78", figure("0.78", EPS, FULL, sign=-1, label="PER_SHARE")),
        ("$0.25", figure("0.25", None, None, label="PER_SHARE")),
        ("$1.5 million", figure("1500000", INVESTED, END)),
        ("$550,000", figure("550000", "us-gaap:RestrictedCashAndCashEquivalents", END)),
        ("$900,000", figure("900000", NET, Q3, sign=-1)),
    ],
)
def test_statements_links_without_evidence(text: str, quantity: Quantity) -> None:
    found = link(text, quantity)
    assert (found.relation, found.cells, found.computed) == ("none", (), None)


def test_statements_links_disagreement() -> None:
    found = link("$4.6 million", figure("4600000", NET, Q3, sign=-1))
    assert (found.relation, found.cells, found.stated, found.computed) == (
        "disagrees", ("s1.r7.c1",), "4600000", "-4750000",
    )  # fmt: skip


def test_statements_links_stated_unsigned_and_computed_signed() -> None:
    found = link("$4.8 million", figure("4800000", NET, Q3, sign=-1))
    assert (found.stated, found.computed) == ("4800000", "-4750000")


def test_statements_links_a_range_has_none() -> None:
    quantity = Quantity("MONEY", 0, 4, None, "test", low=Decimal(4), high=Decimal(6), currency="USD")
    assert link("$4 to $6", quantity).relation == "none"


def test_statements_links_another_currency_has_none() -> None:
    quantity = Quantity("MONEY", 0, 4, None, "test", low=Decimal(580000), high=Decimal(580000), currency="EUR")
    assert link("€580,000", quantity).relation == "none"


def test_statements_links_price_per_share_beside_its_amount() -> None:
    loss = figure("4800000", NET, Q3, sign=-1, start=40)
    price = figure("0.25", None, None, label="PER_SHARE", start=57)
    links = link_figures(
        [("m1", loss), ("m2", price)], STATEMENTS, texts={"m1": "$4.8 million", "m2": "$0.25 per share"}
    )
    assert [(x.mention, x.cells) for x in links] == [("m1", ("s1.r7.c1",)), ("m2", ("s1.r8.c1",))]


def test_statements_links_fiscal_period_of_nearly_the_same_days() -> None:
    period = Interval(date(2005, 7, 3), date(2005, 10, 1))
    assert link("$4.8 million", figure("4800000", NET, period, sign=-1)).cells == ("s1.r7.c1",)


def test_statements_links_without_texts_count_as_printed_in_full() -> None:
    links = link_figures([("m1", figure("4750000", NET, Q3)), ("m2", figure("4800000", NET, Q3))], STATEMENTS)
    assert [x.relation for x in links] == ["equals", "disagrees"]


def test_statements_links_diluted_by_its_words() -> None:
    text = (
        "                  STATEMENTS OF OPERATIONS\n                              Years Ended June 30,\n"
        "                               2001        2000\n    Net loss                   (1,000)       (900)\n"
        "    Basic loss per share       $(0.20)     $(0.10)\n    Diluted loss per share     $(0.20)     $(0.10)\n"
    )
    statements, _ = read(text)
    year = Interval(date(2000, 7, 1), date(2001, 6, 30))
    price = figure("0.20", EPS, year, sign=-1, label="PER_SHARE")
    for words, behind, cell in [
        ("$0.20 per diluted share", "", "s1.r3.c1"),
        ("$0.20 per basic share", "", "s1.r2.c1"),
        ("$0.20 per share", " (diluted), a loss", "s1.r3.c1"),
        ("$0.20 per share", ", basic, as told", "s1.r2.c1"),
    ]:
        (found,) = link_figures([("m1", price)], statements, texts={"m1": words}, around={"m1": ("", behind)})
        assert found.cells == (cell,)


def test_statements_links_a_comparison_of_years_of_52_and_53_weeks() -> None:
    period = Interval(date(2005, 7, 9), date(2005, 10, 8))
    assert link("$4.8 million", figure("4800000", NET, period, sign=-1)).cells == ("s1.r7.c1",)


PRO_FORMA = """\
                        STATEMENTS OF OPERATIONS
                            (in thousands)
                                       Three Months Ended September 30,
                                            2005           2004
    Grant revenue                        $   310        $   250
    Net loss                             $(4,750)       $(3,925)

                  PRO FORMA STATEMENTS OF OPERATIONS
                            (in thousands)
                                       Three Months Ended September 30,
                                            2005           2004
    Grant revenue                        $   310        $   250
    Pro forma net loss                   $(4,100)       $(3,925)
"""


@pytest.mark.parametrize(
    ("amount", "basis", "cells"),
    [
        ("4750000", "gaap", ["s1.r2.c1"]),
        ("4100000", "pro_forma", ["s2.r2.c1"]),
        ("4750000", "pro_forma", []),
        ("4100000", "gaap", []),
        ("4100000", None, ["s2.r2.c1"]),
    ],
)
def test_statements_links_on_the_basis_told(
    amount: str, basis: Literal["gaap", "pro_forma"] | None, cells: list[str]
) -> None:
    statements, _ = read(PRO_FORMA)
    quantity = figure(amount, NET, Q3, sign=-1)
    quantity = replace(quantity, figure=replace(quantity.figure, basis=basis))
    (found,) = link_figures([("m1", quantity)], statements)
    assert list(found.cells) == cells


@pytest.mark.parametrize(
    ("text", "quantity", "around", "cells"),
    [
        ("$0.3 million", figure("300000", None, Q3), ("Grant revenues were ", " in the quarter."), ["s1.r1.c1"]),
        ("$310,000", figure("310000", None, Q3), ("It had ", " in grant revenue."), ["s1.r1.c1"]),
        ("$0.3 million", figure("300000", None, None), ("Grant revenues were ", "."), []),
        ("$0.3 million", figure("300000", None, Q3), ("The city of Grant paid ", " to it."), []),
        ("$0.7 million", figure("700000", None, Q3), ("Grant revenues were ", "."), []),
    ],
)
def test_statements_links_to_a_row_called_by_its_label(
    text: str, quantity: Quantity, around: tuple[str, str], cells: list[str]
) -> None:
    statements, _ = read(PRO_FORMA)
    (found,) = link_figures([("m1", quantity)], statements, texts={"m1": text}, around={"m1": around})
    assert list(found.cells) == cells


def test_statements_links_no_disagreement_where_another_column_states_the_amount() -> None:
    assert link("$3.9 million", figure("3900000", NET, Q3, sign=-1)).relation == "none"


def test_statements_links_no_disagreement_of_a_pro_forma_figure() -> None:
    quantity = figure("4600000", NET, Q3, sign=-1)
    quantity = replace(quantity, figure=replace(quantity.figure, basis="pro_forma"))
    assert link("$4.6 million", quantity).relation == "none"


def test_statements_links_to_all_the_rows_of_a_total_that_is_not_printed() -> None:
    statements, _ = read(
        """\
                        STATEMENTS OF OPERATIONS
                            (in thousands)
                                       Three Months Ended September 30,
                                            2005           2004
    Revenues:
      Grant revenue                      $   310        $   250
      License revenue                        640            100
    Net loss                             $(4,750)       $(3,925)
"""
    )
    for amount, cells in [("950000", ("s1.r1.c1", "s1.r2.c1")), ("640000", ()), ("350000", ())]:
        (found,) = link_figures([("m1", figure(amount, "us-gaap:Revenues", Q3))], statements)
        assert (found.cells, found.relation) == (cells, "sum" if cells else "none")


YEAR = """\
                        STATEMENTS OF OPERATIONS
                     (in thousands, except per share)
                              Nine Months Ended            Year Ended
                                September 30,             December 31,
                                    2005                      2005
    Contract revenue              $   910                   $ 1,410
    Net loss                      $(13,916)                 $(18,602)
    Net loss per share            $ (0.78)                  $ (1.04)
"""
Q4 = Interval(date(2005, 10, 1), date(2005, 12, 31))


@pytest.mark.parametrize(
    ("text", "quantity", "cells"),
    [
        ("$4.7 million", figure("4700000", NET, Q4, sign=-1), ("s1.r2.c2", "s1.r2.c1")),
        ("$4,687,000", figure("4687000", NET, Q4, sign=-1), ("s1.r2.c2", "s1.r2.c1")),
        ("$0.5 million", figure("500000", "us-gaap:Revenues", Q4), ()),
        ("$4.9 million", figure("4900000", NET, Q4, sign=-1), ()),
        ("$4.7 million", figure("4700000", NET, Q3, sign=-1), ()),
        ("$0.26", figure("0.26", EPS, Q4, sign=-1, label="PER_SHARE"), ()),
    ],
)
def test_statements_links_to_what_follows_from_two_cells(text: str, quantity: Quantity, cells: tuple[str, ...]) -> None:
    statements, _ = read(YEAR)
    links = link_figures([("m1", quantity)], statements, texts={"m1": text})
    derived = derive_facts(statements, links)
    (found,) = link_derived(links, [("m1", quantity)], derived, statements, texts={"m1": text})
    assert (found.cells, found.relation) == (cells, "difference" if cells else "none")
    assert found.computed == ("-4686000" if cells else None)


@pytest.mark.parametrize(
    ("head", "currency", "text", "cells"),
    [
        ("(in thousands of Canadian dollars)", "USD", "$4.8 million", ("s1.r1.c1",)),
        ("(in thousands of Canadian dollars)", "CAD", "C$4.8 million", ("s1.r1.c1",)),
        ("(in thousands of Canadian dollars)", "USD", "US$4.8 million", ()),
        ("(in thousands of euros)", "EUR", "€4.8 million", ("s1.r1.c1",)),
        ("(in thousands of euros)", "USD", "$4.8 million", ()),
        ("(in thousands)", "EUR", "€4.8 million", ()),
    ],
)
def test_statements_links_in_the_currency_of_the_statements(
    head: str, currency: str, text: str, cells: tuple[str, ...]
) -> None:
    statements, _ = read(
        "                  STATEMENTS OF OPERATIONS\n" + head.center(60) + "\n"
        "                              Three Months Ended September 30,\n"
        "                               2005        2004\n    Net loss                   (4,750)     (3,925)\n"
    )
    quantity = replace(figure("4800000", NET, Q3, sign=-1), currency=currency)
    (found,) = link_figures([("m1", quantity)], statements, texts={"m1": text})
    assert found.cells == cells


def cents(label: str, cell: str) -> list[Statement]:
    printed = "     basic and diluted           $(0.25)     $(0.26)"
    table = OPERATIONS.replace("    Net loss per common share:\n", "")
    return read(table.replace(printed, f"{label:<33}{cell:>6}      (6) "))[0]


@pytest.mark.parametrize(("amount", "relation"), [("0.05", "equals"), ("0.06", "disagrees"), ("0.30", "none")])
def test_statements_links_a_price_in_cents_is_not_rounded_to_dollars(amount: str, relation: str) -> None:
    told = figure(amount, EPS, Q3, sign=-1, label="PER_SHARE")
    (found,) = link_figures([("m1", told)], cents("    Net loss per share", "(5¢)"), texts={"m1": f"${amount}"})
    assert found.relation == relation


@pytest.mark.parametrize(
    ("label", "cell", "place"),
    [("    Net loss per share", "(5¢)", "0.01"), ("    Net loss per share", "(5.2¢)", "0.001"),
     ("    Net loss per share (cents)", "(5)", "0.01"), ("    Net loss per share", "(.05)", "0.01")],
)  # fmt: skip
def test_statements_facts_the_last_place_of_cents_is_a_cent(label: str, cell: str, place: str) -> None:
    fact = next(fact for fact, row in Facts(cents(label, cell)).labelled() if row.startswith("Net loss per share"))
    assert (fact.value < 0, fact.place) == (True, Decimal(place))
