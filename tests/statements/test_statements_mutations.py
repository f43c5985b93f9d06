"""Tables spoilt in a few places: whatever is left of them is read without stopping and points into the source."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statement_tables import cells_hold

from topline.readers import read_source
from topline.records import Problem, Statement
from topline.statements import read_statements

HERE = Path(__file__).parent
TABLES = [path.read_text(encoding="utf-8").splitlines() for path in sorted((HERE / "tables").glob("*.txt"))]
PAGES = [path.read_text(encoding="utf-8").splitlines() for path in sorted((HERE / "html_tables").glob("*.html"))]
EDITS = st.lists(
    st.tuples(
        st.sampled_from(["drop", "repeat", "cut", "mark", "space", "mix"]),
        st.integers(0, 10_000),
        st.integers(0, 10_000),
        st.sampled_from(list(" $(),.-–%\t019aA|*")),
    ),
    min_size=1,
    max_size=6,
)


def spoilt(lines: list[str], others: list[list[str]], edits: list[tuple[str, int, int, str]]) -> str:
    lines = list(lines)
    for kind, row, column, mark in edits:
        at = row % len(lines)
        place = column % (len(lines[at]) + 1)
        left, right = lines[at][:place], lines[at][place:]
        if kind == "drop" and len(lines) > 1:
            del lines[at]
        elif kind == "repeat":
            lines.insert(column % len(lines), lines[at])
        elif kind == "cut":
            lines[at] = left
        elif kind == "mark":
            lines[at] = left + mark + right[1:]
        elif kind == "space":
            lines[at] = left + " " * (row % 20) + right
        else:
            lines[at:at] = others[column % len(others)][: row % 12]
    return "\n".join(lines)


def read(text: str, input_format: str) -> tuple[str, list[Statement], list[Problem]]:
    source = "The Company today announced its results for the period, set out in the table below.\n\n\n" + text
    (document,) = read_source(source, name="release", input_format=input_format)
    return document.page, *read_statements(document.page, document.tables)


@given(table=st.sampled_from(TABLES), edits=EDITS)
@settings(max_examples=300)
def test_statements_mutations_of_text(table: list[str], edits: list[tuple[str, int, int, str]]) -> None:
    page, statements, _ = read(spoilt(table, TABLES, edits), "text")
    cells_hold(page, statements)


@given(table=st.sampled_from(PAGES), edits=EDITS)
@settings(max_examples=150)
def test_statements_mutations_of_html(table: list[str], edits: list[tuple[str, int, int, str]]) -> None:
    page, statements, _ = read(spoilt(table, PAGES, edits), "html")
    cells_hold(page, statements)


@pytest.mark.parametrize(
    ("text", "input_format"),
    [
        (
            "<p>Consolidated Balance Sheets</p>\n<table><tr><td>in TEUR</td><td>2023</td><td>2022</td></tr>"
            "<tr><td>Cash</td><td>1.250</td><td>990</td></tr><tr><td>Other assets</td><td>40</td><td>50</td></tr>"
            "<tr><td>Total assets</td><td>1.290</td><td>1.040.000</td></tr>"
            "<tr><td>Rate</td><td>131.5</td><td>126.1</td></tr></table>",
            "html",
        ),
        (
            "Statements of Operations\n\n| | 2004 | 2003 |\n|---|---:|---:|\n| REVENUES: | \n| Cash | 1,204 | 980 |\n"
            "| Debt | | 410 |\n| Net loss | $(12,109) | $(9,402) |\n",
            "text",
        ),
        (
            """STATEMENTS OF OPERATIONS
                    (in thousands, except percentages)

                               Three Months Ended June 30,
                                 1999                     1998
                          -----------------        -----------------
Cash                      $ 12,400    100.0%       $ 10,900    100.0%
Cost of sales                6,820     55.0           6,213     57.0
Net income                $  3,472     28.0%       $  2,725     25.0%
Net loss                         $ ( 1,582,392)   $ ( 1,239,384)
Net loss per share               $       (0.31)   $       (0.27)
Weighted average shares              5,104,490        4,590,311
""",
            "text",
        ),
    ],
    ids=["number_with_two_points", "row_without_cells", "amounts_under_percentages"],
)
def test_statements_mutations_found_before(text: str, input_format: str) -> None:
    page, statements, _ = read(text, input_format)
    cells_hold(page, statements)
    assert statements[0].rows[0].label == "Cash"
