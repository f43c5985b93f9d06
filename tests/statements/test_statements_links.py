"""Prose figures and the cells that state them, by element, period and rounding."""

from datetime import date
from decimal import Decimal

import pytest
from prose_figures import EPS, NET, Q3, STATEMENTS, figure, link
from statement_tables import OPERATIONS, read

from topline.quantities import Interval, Quantity
from topline.records import Statement
from topline.statements import link_figures
from topline.statements.facts import Facts

NINE = Interval(date(2005, 1, 1), date(2005, 9, 30))
FULL = Interval(date(2005, 1, 1), date(2005, 12, 31))
END = Interval(date(2005, 9, 30), date(2005, 9, 30))
CASH = "us-gaap:CashAndCashEquivalentsAtCarryingValue"
INVESTED = "us-gaap:CashCashEquivalentsAndShortTermInvestments"
RESEARCH = "us-gaap:ResearchAndDevelopmentExpense"


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
        ("$1,145,000", figure("1145000", None, None), "equals", ["s2.r9.c2"]),
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


def test_statements_links_a_comparison_of_years_of_52_and_53_weeks() -> None:
    period = Interval(date(2005, 7, 9), date(2005, 10, 8))
    assert link("$4.8 million", figure("4800000", NET, period, sign=-1)).cells == ("s1.r7.c1",)


def test_statements_links_no_disagreement_where_another_column_states_the_amount() -> None:
    assert link("$3.9 million", figure("3900000", NET, Q3, sign=-1)).relation == "none"


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


DOLLARS, _ = read("""
                 ORVANE INC.
          STATEMENTS OF OPERATIONS

                             Three Months Ended
                                September 30,
                             2005         2004
Revenues                $   980,402  $   812,650
Research and development    611,350      512,333
Total expenses            2,006,558    1,750,522
Net loss               $ (1,026,156) $  (937,872)
""")
Q3_BEFORE = Interval(date(2004, 7, 1), date(2004, 9, 30))


@pytest.mark.parametrize(
    ("text", "amount", "concept", "period", "relation"),
    [
        ("$980,000", "980000", "us-gaap:Revenues", Q3, "rounds_to"),
        ("$813,000", "813000", "us-gaap:Revenues", Q3_BEFORE, "rounds_to"),
        ("$1,026,000", "1026000", NET, Q3, "rounds_to"),
        ("$1,030,000", "1030000", NET, Q3, "rounds_to"),
        ("$1,000,000", "1000000", NET, Q3, "rounds_to"),
        ("$1.0 million", "1000000", NET, Q3, "rounds_to"),
        ("$510,000", "510000", RESEARCH, Q3_BEFORE, "rounds_to"),
        ("$2,006,558", "2006558", "us-gaap:CostsAndExpenses", Q3, "equals"),
        ("$1,025,000", "1025000", NET, Q3, "disagrees"),
        ("$1,026,200", "1026200", NET, Q3, "rounds_to"),
        ("$1,026,300", "1026300", NET, Q3, "disagrees"),
        ("$985,000", "985000", "us-gaap:Revenues", Q3, "disagrees"),
        # told so roughly that it is no other amount, nor this one for certain
        ("$600,000", "600000", RESEARCH, Q3, "none"),
        ("$1,200,000", "1200000", NET, Q3, "disagrees"),
    ],
)
def test_statements_links_zeros_may_stand_for_what_was_rounded_away(
    text: str, amount: str, concept: str, period: Interval, relation: str
) -> None:
    told = figure(amount, concept, period, sign=-1 if concept == NET else 1)
    (found,) = link_figures([("m1", told)], DOLLARS, texts={"m1": text})
    assert found.relation == relation


def test_statements_links_about_a_round_amount() -> None:
    told = figure("1030000", NET, Q3, sign=-1)
    (found,) = link_figures(
        [("m1", told)], DOLLARS, texts={"m1": "$1,030,000"}, around={"m1": ("The net loss was approximately ", ".")}
    )
    assert (found.relation, found.cells) == ("rounds_to", ("s1.r4.c1",))
