"""Figures that are not printed but follow from two that are."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statement_tables import COSTS, OPERATIONS, YEAR_AND_NINE, derived, told

from topline.records import Derived
from topline.statements import (
    side_of,
    side_of_element,
)

HALF_AND_QUARTER = (
    YEAR_AND_NINE.replace("  Year Ended ", "Six Months Ended")
    .replace("December 31,", "    June 30,")
    .replace("Nine Months Ended", "Three Months Ended")
    .replace("September 30,", "June 30,")
)

WEEKS = """\
                       STATEMENTS OF OPERATIONS
                           (in thousands)

                          Thirteen Weeks Ended   Thirty-Nine Weeks Ended
                            September 27, 2003      September 27, 2003

    Revenues                     1,250                   3,750
    Research and development     2,000                   6,400
    Net loss                      (750)                 (2,650)
"""

CASH_FLOWS = """\
                     STATEMENTS OF CASH FLOWS
                          (in thousands)

                                          Year Ended     Nine Months Ended
                                         December 31,      September 30,
                                             2004              2004

    Net loss                               $(5,100)          $(3,650)
    Depreciation and amortization              410               300
    Net cash used in operating activities   (4,690)           (3,350)
    Effect of exchange rate changes on cash    (10)               (4)
    Net decrease in cash                    (4,700)           (3,354)
    Cash and cash equivalents at beginning
     of year                                 9,000             9,000
    Cash and cash equivalents at end
     of period                             $ 4,300           $ 5,646
"""


def test_statements_derived_half_of_nine_months_less_the_third_quarter() -> None:
    statements, found = derived(OPERATIONS)
    assert told(found)[:4] == [
        ("Contract revenue", "2005-01-01", "2005-06-30", "600000"),
        ("Contract revenue", "2004-01-01", "2004-06-30", "45000"),
        ("Research and development", "2005-01-01", "2005-06-30", "8133000"),
        ("Research and development", "2004-01-01", "2004-06-30", "5888000"),
    ]
    assert [d.label for d in found][::2] == [
        "Contract revenue", "Research and development", "General and administrative", "Total operating expenses",
        "Loss from operations", "Interest income", "Net loss",
    ]  # fmt: skip
    loss = found[-2]
    assert loss == Derived(
        id="d13", concept="us-gaap:NetIncomeLoss", label="Net loss", section=None, statement="s1", row="r7",
        period={"start": "2005-01-01", "end": "2005-06-30"}, value="-9166000", unit="USD",
        plus=("s1.r7.c3",), minus=("s1.r7.c1",),
    )  # fmt: skip
    assert [d.id for d in found] == [f"d{i}" for i in range(1, 15)]
    assert found[0].section == statements[0].rows[0].section == "Revenues:"


def test_statements_derived_fourth_quarter_and_first_quarter() -> None:
    assert told(derived(YEAR_AND_NINE)[1]) == [
        ("Revenues", "2004-10-01", "2004-12-31", "1250000"),
        ("Research and development", "2004-10-01", "2004-12-31", "2700000"),
        ("Net loss", "2004-10-01", "2004-12-31", "-1450000"),
    ]
    assert told(derived(HALF_AND_QUARTER)[1])[-1] == ("Net loss", "2004-01-01", "2004-03-31", "-1450000")


def test_statements_derived_of_fiscal_weeks() -> None:
    assert told(derived(WEEKS)[1]) == [
        ("Revenues", "2002-12-29", "2003-06-28", "2500000"),
        ("Research and development", "2002-12-29", "2003-06-28", "4400000"),
        ("Net loss", "2002-12-29", "2003-06-28", "-1900000"),
    ]


def test_statements_derived_of_cash_flows_but_not_of_the_cash_there_is() -> None:
    statements, found = derived(CASH_FLOWS)
    assert [s.kind for s in statements] == ["cash_flows"]
    assert [(d.label, d.value) for d in found] == [
        ("Net loss", "-1450000"),
        ("Depreciation and amortization", "110000"),
        ("Net cash used in operating activities", "-1340000"),
        ("Effect of exchange rate changes on cash", "-6000"),
        ("Net decrease in cash", "-1346000"),
    ]


@pytest.mark.parametrize(
    "label", ["Cumulative effect of change in accounting principle", "Repayment of outstanding debt"]
)
def test_statements_derived_of_flows_that_look_otherwise(label: str) -> None:
    text = YEAR_AND_NINE.replace(COSTS, f"    {label}\n" + " " * 29 + COSTS[29:])
    assert [(d.value) for d in derived(text)[1]] == ["1250000", "2700000", "-1450000"]


def test_statements_derived_of_two_columns_that_are_both_restated() -> None:
    note = "\n                         (As Restated)     (As Restated)"
    text = YEAR_AND_NINE.replace("2004              2004", f"2004              2004{note}")
    assert [d.value for d in derived(text)[1]] == ["1250000", "2700000", "-1450000"]


def test_statements_derived_across_the_statements_of_a_release() -> None:
    year, nine = (
        f"""\
                       STATEMENTS OF OPERATIONS
                           (in thousands)

                            {head}
                                2004

    Revenues                  {revenue}
    Licence costs               100
    Net loss                 ({loss})
"""
        for head, revenue, loss in [
            ("Year Ended December 31,", "4,000", "5,100"), ("Nine Months Ended September 30,", "2,750", "3,650"),
        ]
    )  # fmt: skip
    statements, found = derived(f"{year}\n\n\n{nine}")
    assert [s.id for s in statements] == ["s1", "s2"]
    assert [(d.label, d.value, d.plus, d.minus) for d in found] == [
        ("Revenues", "1250000", ("s1.r1.c1",), ("s2.r1.c1",)),
        ("Net loss", "-1450000", ("s1.r3.c1",), ("s2.r3.c1",)),
    ]
    unsigned = nine.replace("(3,650)", " 3,650 ")
    assert told(derived(f"{year}\n\n\n{unsigned}")[1]) == told(found)
    torn = unsigned.replace("Licence costs               100", "Loss on disposal             (5)")
    assert [d.label for d in derived(f"{year}\n\n\n{torn}")[1]] == ["Revenues"]
    _, other_scale = derived(f"{year}\n\n\n{nine.replace('(in thousands)', '(in millions)')}")
    assert other_scale == ()


def test_statements_derived_of_pro_forma_statements_stays_pro_forma() -> None:
    statements, found = derived(YEAR_AND_NINE.replace("STATEMENTS", "PRO FORMA STATEMENTS"))
    assert "PRO FORMA" in statements[0].title
    assert [(d.concept, d.value) for d in found] == [(None, "1250000"), (None, "2700000"), (None, "-1450000")]


amounts = st.integers(-9_999_999, 9_999_999)


@settings(max_examples=60)
@given(st.lists(st.tuples(amounts, amounts, amounts, amounts), min_size=1, max_size=4), st.integers(1990, 2030))
def test_statements_derived_properties_quarters_come_back(rows: list[tuple[int, int, int, int]], year: int) -> None:
    """Random quarters, printed as the year to date after each of them."""
    labels = ["Other income", "Interest income", "Income from operations", "Net income (loss)"]
    heads = [("Three", "March 31"), ("Six", "June 30"), ("Nine", "September 30"), ("Twelve", "December 31")]
    lines = ["          STATEMENTS OF OPERATIONS", "          (in thousands)", ""]
    lines += [" " * 30 + "".join(f"{length} Months Ended".rjust(24) for length, _ in heads)]
    lines += [" " * 30 + "".join(f"{day}, {year}".rjust(24) for _, day in heads), ""]
    for label, quarters in zip(labels, rows, strict=False):
        to_date = [sum(quarters[: i + 1]) for i in range(4)]
        cells = [f"({-f:,})" if f < 0 else f"{f:,} " for f in to_date]
        lines.append(label.ljust(30) + "".join(cell.rjust(24) for cell in cells))
    statements, found = derived("\n".join(lines) + "\n")
    ends = {f"{year}-03-31": 0, f"{year}-06-30": 1, f"{year}-09-30": 2, f"{year}-12-31": 3}
    single = [d for d in found if d.period.start[5:7] == f"{int(d.period.end[5:7]) - 2:02}"]
    assert [(d.label, ends[d.period.end], Decimal(d.value)) for d in single] == [
        (label, quarter, Decimal(quarters[quarter] * 1000))
        for label, quarters in zip(labels, rows, strict=False)
        for quarter in (1, 2, 3)
    ]
    values = {cell.id: Decimal(cell.value) for s in statements for row in s.rows for cell in row.cells}
    for d in found:
        assert Decimal(d.value) == sum(values[c] for c in d.plus) - sum(values[c] for c in d.minus)


QUARTER_AND_NINE = """\
                       STATEMENTS OF OPERATIONS
                           (in thousands)

                     Three Months Ended        Nine Months Ended
                        September 30,            September 30,
                      2004         2003        2004         2003

    Revenues            $1,000         $800      $3,100       $2,000
    {label:<20}{figures}
    Net loss            (3,000)      (1,900)     (9,000)      (5,000)
"""
GROWS, STAYS = "  400          500       1,500        1,700", "5,000        6,000       5,000        6,000"


@pytest.mark.parametrize(
    ("label", "figures", "halves"),
    [
        ("Deferred revenue", STAYS, []),
        ("Deferred revenue", GROWS, []),
        ("Cash on hand", STAYS, []),
        ("Restricted cash", GROWS, []),
        ("Notes payable", GROWS, []),
        ("Days of inventory", GROWS, []),
        ("Patients on therapy", GROWS, []),
        ("Shares issued", GROWS, []),
        ("Staff at quarter end", GROWS, []),
        ("Margin percentage", GROWS, []),
        ("Assets under care", STAYS, []),
        ("Milestones of grants", "  500            0         500        1,700", ["0", "1700000"]),
        ("Cash used", GROWS, ["1100000", "1200000"]),
        ("Impairment", STAYS, ["0", "0"]),
    ],
)
def test_statements_derived_never_of_a_balance_among_operations(label: str, figures: str, halves: list[str]) -> None:
    """What a balance sheet has, what is the same after three and nine months, counts of days and patients."""
    _, found = derived(QUARTER_AND_NINE.format(label=label, figures=figures))
    assert [d.value for d in found if d.label == label] == halves
    assert [d.value for d in found if d.label != label] == ["2100000", "1200000", "-6000000", "-3100000"]


@pytest.mark.parametrize(
    ("label", "side"),
    [
        ("Net income (loss)", "gain by sign"),
        ("Net (loss) income", "gain by sign"),
        ("Other (income) expense, net", "loss by sign"),
        ("Net income/loss", "by sign"),
        ("Net loss", "loss"),
        ("Loss before income taxes", "loss"),
        ("Income (loss) before provision for income taxes", "gain by sign"),
        ("Income tax benefit (provision)", "gain by sign"),
        ("(Increase) decrease in receivables", "loss by sign"),
        ("Research and development", "untold"),
    ],
)
def test_statements_derived_sides_of_labels(label: str, side: str) -> None:
    assert side_of(label) == side


@pytest.mark.parametrize(
    ("concept", "side"),
    [
        ("us-gaap:NetIncomeLoss", "gain"),
        ("us-gaap:IncomeTaxExpenseBenefit", "loss"),
        ("us-gaap:OtherNonoperatingIncomeExpense", "gain"),
        ("us-gaap:Revenues", "untold"),
    ],
)
def test_statements_derived_sides_of_elements(concept: str, side: str) -> None:
    assert side_of_element(concept) == side


def test_statements_derived_never_of_two_statements_that_leave_a_cost_below_nothing() -> None:
    """Research of nine months above that of the year: the two tables are not of one thing, in none of their rows."""
    year, nine = (
        f"""\
                       STATEMENTS OF OPERATIONS
                           (in thousands)

                            {head}
                                2004

    Revenues                  {revenue}
    Research and development  {research}
    Net loss                 ({loss})
"""
        for head, revenue, research, loss in [
            ("Year Ended December 31,", "4,000", "2,000", "5,100"),
            ("Nine Months Ended September 30,", "2,750", "2,700", "3,650"),
        ]
    )
    assert derived(f"{year}\n\n\n{nine}")[1] == ()
    _, sound = derived(f"{year}\n\n\n{nine.replace('2,700', '1,700')}")
    assert [d.value for d in sound] == ["1250000", "300000", "-1450000"]


def test_statements_derived_never_of_columns_that_leave_revenues_below_nothing() -> None:
    """Revenues of the year below those of the nine months: one of the heads is wrong, for all rows under it."""
    text = YEAR_AND_NINE.replace("$ 4,000", "$ 1,000")
    assert derived(text)[1] == ()
    assert [d.label for d in derived(text.replace("Revenues  ", "Net result"))[1]] == [
        "Net result", "Research and development", "Net loss",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "derived_of"), [("Net loss", 2), ("Net income (loss)", 3), ("Income tax provision", 3)]
)
def test_statements_derived_never_of_a_loss_whose_minus_may_be_left_out(label: str, derived_of: int) -> None:
    text = YEAR_AND_NINE.replace("Net loss" + " " * (len(label) - 8), label).replace("$(3,650)", " $3,650")
    assert len(derived(text)[1]) == derived_of
