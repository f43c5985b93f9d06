"""Headings among the rows that tell another time than those before: each has a statement of its own."""

import pytest
from statement_tables import read, when

TITLE = """\
                 MERIVALE BIOPHARMA, INC.
        CONDENSED STATEMENTS OF OPERATIONS
                 (in thousands)

"""
YEARS = f"{'2004':>48}{'2003':>18}\n"
DAYS = f"{'Sept. 30, 2004':>48}{'Sept. 30, 2003':>18}\n"
SHORT = (("Revenues", "4,118", "3,902"), ("Net loss", "(6,204)", "(5,118)"))
LONG = (("Revenues", "11,330", "9,404"), ("Net loss", "(18,004)", "(15,220)"))
QUARTERS = ["2004-07-01/2004-09-30", "2003-07-01/2003-09-30"]
NINE_MONTHS = ["2004-01-01/2004-09-30", "2003-01-01/2003-09-30"]
UNKNOWN = [None, None]


def block(heading: str, rows: tuple[tuple[str, str, str], ...], *, indent: int = 2, gap: str = "") -> str:
    lines = [f"{' ' * indent}{label:<{34 - indent}}{one:>14}{other:>18}" for label, one, other in rows]
    return "\n".join([heading, *([""] if gap else []), *lines, *([""] if gap else []), ""])


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("Three months ended September 30:", "Nine months ended September 30:", NINE_MONTHS),
        ("Three months ended September 30", "Nine months ended September 30", NINE_MONTHS),
        ("THREE MONTHS ENDED SEPTEMBER 30,", "NINE MONTHS ENDED SEPTEMBER 30,", NINE_MONTHS),
        ("Quarter ended Sept. 30 (unaudited):", "Nine months ended Sept. 30 (unaudited):", NINE_MONTHS),
        ("For the three months ended September 30:", "For the nine months ended September 30:", NINE_MONTHS),
        ("Three-month period ended September 30,", "Nine-month period ended September 30,", NINE_MONTHS),
        (
            "Three months ended September 30, 2004 and 2003",
            "Nine months ended September 30, 2004 and 2003",
            NINE_MONTHS,
        ),
        ("Three months ended September 30:", "Year-to-date:", UNKNOWN),
        ("Three months ended September 30:", "Nine months:", UNKNOWN),
    ],
)
@pytest.mark.parametrize(("indent", "gap"), [(2, ""), (0, ""), (4, "blank lines")])
def test_statements_dated_headings_part_a_statement(
    first: str, second: str, wanted: list[str | None], indent: int, gap: str
) -> None:
    text = TITLE + YEARS + block(first, SHORT, indent=indent, gap=gap) + block(second, LONG, indent=indent, gap=gap)
    (quarter, longer), problems = read(text)
    assert (when(quarter), when(longer)) == (QUARTERS, wanted)
    assert [s.kind for s in (quarter, longer)] == ["operations"] * 2
    assert longer.title == quarter.title == "MERIVALE BIOPHARMA, INC. / CONDENSED STATEMENTS OF OPERATIONS"
    assert [(row.section, row.label) for row in longer.rows] == [(second, "Revenues"), (second, "Net loss")]
    assert [row.cells[0].value for row in longer.rows] == ["11330000", "-18004000"]
    assert [row.concept for row in quarter.rows] == [row.concept for row in longer.rows]
    assert problems == []


@pytest.mark.parametrize(
    ("heads", "first", "second", "wanted"),
    [
        (DAYS, "Three Months Ended:", "Nine Months Ended:", NINE_MONTHS),
        (DAYS, "Three months ended September 30", "Nine months ended September 30", NINE_MONTHS),
        (f"Three months ended September 30,{YEARS[32:]}", "", "Nine months ended September 30,", NINE_MONTHS),
        # The column heads tell the one length, the heading the other.
        (DAYS.replace("  Sept.", "3 mos. Sept."), "", "Nine months ended September 30:", UNKNOWN),
        (f"{'Three months ended September 30,':>66}\n{YEARS}", "", "Year ended June 30:", UNKNOWN),
        (f"{'Q3 2004':>48}{'Q3 2003':>18}\n", "", "Nine months ended September 30:", UNKNOWN),
    ],
)
def test_statements_dated_headings_under_heads_that_tell_more(
    heads: str, first: str, second: str, wanted: list[str | None]
) -> None:
    statements, _ = read(TITLE + heads + block(first, SHORT) + block(second, LONG))
    assert [when(s) for s in statements] == [QUARTERS, wanted]


def test_statements_dated_headings_between_the_columns_and_in_a_reconciliation() -> None:
    title = "     RECONCILIATION OF NET LOSS TO NON-GAAP NET LOSS\n              (in thousands)\n"
    heads = f"{'Actual':>48}{'Pro forma':>18}\n\n"
    first = block("Three Months Ended September 30, 2004:", SHORT)
    second = block("Nine Months Ended September 30, 2004:", LONG)
    balances = block("At September 30, 2004:", (("Cash", "9,118", "12,004"), ("Total assets", "40,118", "43,220")))
    statements, problems = read(title + heads + first + second + balances)
    assert [when(s) for s in statements] == [[QUARTERS[0]] * 2, [NINE_MONTHS[0]] * 2, ["2004-09-30"] * 2]
    assert [c.label for c in statements[1].columns] == ["Actual", "Pro forma"]
    assert statements[1].title == "RECONCILIATION OF NET LOSS TO NON-GAAP NET LOSS"
    assert [row.concept for row in statements[1].rows] == [row.concept for row in statements[0].rows]
    assert problems == []


def test_statements_dated_headings_over_fewer_columns() -> None:
    """A part with columns of its own keeps its time, too."""
    heads = f"{'2004':>48}{'2003':>18}{'Change':>16}\n"
    first = block("Three months ended September 30:", SHORT).replace("3,902", f"3,902{'216':>16}")
    second = f"Nine months ended September 30:\n{'  Revenues':<36}{'11,330':>10}\n{'  Net loss':<36}{'(18,004)':>10}\n"
    statements, _ = read(TITLE + heads + first + second)
    assert when(statements[0]) == [*QUARTERS, None]
    assert NINE_MONTHS[0] in when(statements[1])
    assert set(when(statements[1])) <= {*NINE_MONTHS, None}


@pytest.mark.parametrize(
    "label",
    [
        "Interest paid during the\n  quarter ended",
        "Net loss for the\n  three months ended\n  September 30",
        "Year 2000 costs\n  Internal",
        "Three months ended\n  September 30, 2004",
    ],
)
def test_statements_dated_headings_are_no_begin_of_a_label(label: str) -> None:
    *above, last = label.split("\n")
    row = "\n".join([*above, f"{last:<34}{'600':>14}{'320':>18}", ""])
    heads = f"{'Three months ended September 30,':>66}\n{YEARS}"
    statements, _ = read(TITLE + heads + block("", SHORT) + row)
    assert [when(s) for s in statements] == [QUARTERS]
    assert len(statements[0].rows) == 3


def test_statements_dated_headings_beside_a_column_since_inception() -> None:
    since = f"{'Cumulative from':>84}\n{'March 2, 1998':>83}\n{'(inception) to':>83}\n"
    heads = f"{since}{'2004':>48}{'2003':>18}{'Dec. 31, 2004':>17}\n"
    rows = block("Year ended December 31:", SHORT).replace("3,902", f"3,902{'31,118':>16}")
    rows = rows.replace("(5,118)", f"(5,118){'(49,330)':>16}")
    (statement,), _ = read(TITLE + heads + rows)
    assert when(statement) == ["2004-01-01/2004-12-31", "2003-01-01/2003-12-31", "1998-03-02/2004-12-31"]
