"""What is not derived: figures that are no flows, are printed, or of which the release says two things."""

import pytest
from statement_tables import COSTS, YEAR_AND_NINE, derived, read, told

from topline.records import Link
from topline.statements import contradictions, qualifier_of


@pytest.mark.parametrize(
    "label",
    [
        "Net loss per share", "Weighted average shares outstanding", "Gross margin %", "Accumulated deficit", "Backlog",
        "Working capital", "Average selling price", "Cost per patient", "Effective tax rate", "Cash, end of period",
        "Balance at end of period", "Total assets", "Net loss, annualized", "Cumulative net loss to date",
    ],
)  # fmt: skip
def test_statements_derived_never_of_what_is_no_flow(label: str) -> None:
    text = YEAR_AND_NINE.replace(COSTS, f"    {label}\n" + " " * 29 + COSTS[29:])
    _, found = derived(text)
    assert [d.label for d in found] == ["Revenues", "Net loss"]


def test_statements_derived_never_what_is_printed() -> None:
    text = """\
                       STATEMENTS OF OPERATIONS
                            (in thousands)

                     Three Months     Nine Months       Year
                         Ended           Ended          Ended
                     December 31,    September 30,   December 31,
                          2004            2004           2004

    Revenues             1,250           2,750          4,000
    Net loss            (1,450)         (3,650)        (5,100)
"""
    statements, found = derived(text)
    assert [c.period and c.period.start for c in statements[0].columns] == ["2004-10-01", "2004-01-01", "2004-01-01"]
    assert found == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("2004              2004", "2004              2004\n                                         (As Restated)"),
        ("2004              2004", "2004              2004\n                             Actual        Pro Forma"),
        ("2004              2004", "2004              2003"),
        ("STATEMENTS OF OPERATIONS", "RECONCILIATION OF NET LOSS"),
        ("Nine Months", "Eleven Months"),
    ],
    ids=["restated", "pro forma", "another year", "reconciliation", "one month left"],
)
def test_statements_derived_never_of_columns_that_differ_otherwise(before: str, after: str) -> None:
    text = YEAR_AND_NINE.replace(before, after)
    assert text != YEAR_AND_NINE
    statements, found = derived(text)
    assert len(statements[0].columns) == 2
    assert found == ()


def test_statements_derived_a_note_that_tells_versions_apart_stays_in_head_and_title() -> None:
    text = YEAR_AND_NINE.replace("2004              2004", "2004              2004\n" + " " * 41 + "(As Restated)")
    (statement,), _ = read(text)
    assert [c.label for c in statement.columns] == [
        "Year Ended December 31, 2004", "Nine Months Ended September 30, 2004 (As Restated)",
    ]  # fmt: skip
    assert [row.section for row in statement.rows] == [None, None, None]
    (titled,), _ = read(
        YEAR_AND_NINE.replace("(in thousands)", "(in thousands)\n                           (As Restated)")
    )
    assert (titled.title, titled.scale) == ("STATEMENTS OF OPERATIONS / (As Restated)", 1000)


def test_statements_derived_never_where_two_columns_tell_one_period_in_the_same_words() -> None:
    text = """\
                       STATEMENTS OF OPERATIONS
                            (in thousands)

                      Year Ended      Nine Months       Nine Months
                                         Ended             Ended
                     December 31,    September 30,    September 30,
                          2004            2004              2004

    Revenues             4,000           2,750             2,800
    Net loss            (5,100)         (3,650)           (3,600)
"""
    assert derived(text)[1] == ()


def test_statements_derived_never_of_a_sum_that_does_not_add_up() -> None:
    sound = """\
                       STATEMENTS OF OPERATIONS
                           (in thousands)

                            Year Ended     Nine Months Ended
                           December 31,      September 30,
                               2004              2004

    Revenues                 $ 4,000           $ 2,750
    Operating expenses:
      Research                 6,000             4,000
      Selling                  1,000               800
      Other                      500               400
     Total operating expenses  7,500             5,200
"""
    assert [d.value for d in derived(sound)[1]] == ["1250000", "2000000", "200000", "100000", "2300000"]
    statements, found = derived(sound.replace("5,200", "5,300"))
    assert [c.holds for c in statements[0].checks if c.total.endswith("c2")] == [False]
    assert told(found) == [("Revenues", "2004-10-01", "2004-12-31", "1250000")]


def test_statements_derived_never_of_a_figure_that_the_prose_contradicts() -> None:
    link = Link(mention="m1", cells=("s1.r3.c1",), relation="disagrees", stated="5300000", computed="-5100000")
    _, found = derived(YEAR_AND_NINE, [link])
    assert [d.label for d in found] == ["Revenues", "Research and development"]
    statements, _ = read(YEAR_AND_NINE)
    assert contradictions(statements, [link]) == [link]


@pytest.mark.parametrize(
    ("stated", "said_of_it"), [("3700000", False), ("3650000", False), ("3500000", True), ("3000000", True)]
)
def test_statements_derived_a_figure_of_another_period_contradicts_nothing(stated: str, said_of_it: bool) -> None:
    """Rounded to its last printed place it is the figure of the nine months, whose period the prose may have meant."""
    link = Link(mention="m1", cells=("s1.r3.c1",), relation="disagrees", stated=stated, computed="-5100000")
    assert bool(contradictions(read(YEAR_AND_NINE)[0], [link])) is said_of_it


@pytest.mark.parametrize(
    ("title", "head", "qualifier"),
    [
        ("STATEMENTS OF OPERATIONS", "Three Months Ended September 30, 2003 (unaudited)", ""),
        ("STATEMENTS OF OPERATIONS", "Thirty-Nine Weeks Ended Sept. 27, 2003", ""),
        ("STATEMENTS OF OPERATIONS", "Q3 FY 2004", ""),
        ("STATEMENTS OF OPERATIONS", "Sixteen Weeks Ended April 18, 2004", ""),
        ("STATEMENTS OF OPERATIONS", "Six Mos. Ended June 30, 2004", ""),
        ("STATEMENTS OF OPERATIONS", "Year Ended December 31, 2003 As Restated", "as restated"),
        ("STATEMENTS OF OPERATIONS (AS RESTATED)", "2003", "restated"),
        ("STATEMENTS OF OPERATIONS", "2003 Pro Forma", "pro forma"),
    ],
)
def test_statements_derived_what_a_head_says_besides_its_time(title: str, head: str, qualifier: str) -> None:
    assert qualifier_of(title, head) == qualifier
