"""What the words around a prose figure and those of the statements decide: basis, row, currency; and two cells."""

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest
from prose_figures import EPS, NET, Q3, figure, link
from statement_tables import read

from topline.quantities import Interval, Quantity
from topline.statements import derive_facts, link_derived, link_figures


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


REVENUES = """\
                        STATEMENTS OF OPERATIONS
                            (in thousands)
                                       Three Months Ended September 30,
                                            2005           2004
    Revenues:
      Product sales                      $ 3,012        $ 1,455
      Royalties                              481            302
      Contract research                      210            105
      Collaborative agreements               500            420
        Total revenues                     4,203          2,282
    Net loss                             $(4,750)       $(3,925)
"""


@pytest.mark.parametrize(
    ("text", "amount", "around", "cells"),
    [
        ("$3.0 million", "3000000", ("Product revenue for the quarter was ", "."), ["s1.r1.c1"]),
        ("$3.0 million", "3000000", ("Net product revenues rose to ", "."), ["s1.r1.c1"]),
        ("$3.0 million", "3000000", ("It had ", " in sales of products."), ["s1.r1.c1"]),
        ("$0.5 million", "500000", ("Royalty revenue was ", "."), ["s1.r2.c1"]),
        ("$481,000", "481000", ("Royalty income came to ", "."), ["s1.r2.c1"]),
        ("$4.2 million", "4200000", ("Total product and royalty revenue was ", "."), ["s1.r5.c1"]),
        ("$4.2 million", "4200000", ("Net total revenues were ", "."), ["s1.r5.c1"]),
        # not this item, but what it changed by; not the total, but a part of it
        ("$3.0 million", "3000000", ("The increase in product revenue of ", " has one cause."), []),
        ("$4.2 million", "4200000", ("Product revenue was ", "."), []),
        ("$0.5 million", "500000", ("Orvane paid royalties of ", "."), []),
        # two rows of contracts with partners: which one is meant is not known
        ("$0.2 million", "200000", ("Contract revenue was ", "."), []),
        ("$0.5 million", "500000", ("License revenue was ", "."), []),
    ],
)
def test_statements_links_a_row_by_another_name_of_its_element(
    text: str, amount: str, around: tuple[str, str], cells: list[str]
) -> None:
    statements, _ = read(REVENUES)
    (found,) = link_figures([("m1", figure(amount, None, Q3))], statements, texts={"m1": text}, around={"m1": around})
    assert list(found.cells) == cells


BOTH_BASES = """\
                 Reconciliation of GAAP to Pro Forma Results
                   (in thousands, except per share data)

                              Three Months Ended September 30, 2005
                              ------------------------------------
                               GAAP      Adjustments   Pro Forma
                              -------    -----------   ---------
    Net revenue               $22,401       $   --      $22,401
    Cost of revenue             6,120         (410)       5,710
    Gross profit               16,281          410       16,691
    Net income                $ 1,900      $ 1,200      $ 3,100
    Diluted EPS               $  0.05                   $  0.08
"""


@pytest.mark.parametrize(
    ("text", "quantity", "basis", "cells"),
    [
        ("$22.4 million", figure("22400000", "us-gaap:Revenues", Q3), None, ["s1.r1.c1"]),
        ("$22.4 million", figure("22400000", "us-gaap:Revenues", Q3), "pro_forma", ["s1.r1.c3"]),
        ("$16.3 million", figure("16300000", "us-gaap:GrossProfit", Q3), None, ["s1.r3.c1"]),
        ("$16.7 million", figure("16700000", "us-gaap:GrossProfit", Q3), "gaap", []),
        ("$1.9 million", figure("1900000", NET, Q3), "gaap", ["s1.r4.c1"]),
        ("$0.05", figure("0.05", EPS, Q3, label="PER_SHARE"), "gaap", ["s1.r5.c1"]),
        ("$0.08", figure("0.08", EPS, Q3, label="PER_SHARE"), "pro_forma", ["s1.r5.c3"]),
        ("$0.08", figure("0.08", EPS, Q3, label="PER_SHARE"), "gaap", []),
    ],
)
def test_statements_links_to_the_column_of_its_basis(
    text: str, quantity: Quantity, basis: Literal["gaap", "pro_forma"] | None, cells: list[str]
) -> None:
    statements, _ = read(BOTH_BASES)
    quantity = replace(quantity, figure=replace(quantity.figure, basis=basis))
    (found,) = link_figures([("m1", quantity)], statements, texts={"m1": text})
    assert list(found.cells) == cells


def test_statements_links_a_price_called_by_a_part_of_the_name_of_an_amount() -> None:
    text = (
        "                  STATEMENTS OF OPERATIONS\n              (in thousands, except per share data)\n"
        "                              Years Ended June 30,\n"
        "                                      2001        2000\n"
        "    Loss from continuing operations  (1,000)       (900)\n"
        "    Loss per share:\n      Continuing operations          $(0.20)     $(0.10)\n"
        "      Discontinued operations         (0.05)      (0.02)\n"
    )
    statements, _ = read(text)
    year = Interval(date(2000, 7, 1), date(2001, 6, 30))
    around = {"m1": ("Loss from continuing operations was $1.0 million, or ", " in fiscal 2001.")}
    price = figure("0.20", None, year, sign=-1, label="PER_SHARE")
    (found,) = link_figures([("m1", price)], statements, texts={"m1": "$0.20 per share"}, around=around)
    assert found.cells == ("s1.r2.c1",)
