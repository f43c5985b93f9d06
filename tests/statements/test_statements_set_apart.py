"""Breakdowns of one cost and tables of what is expected: neither is a statement of the company's operations."""

import pytest
from statement_tables import read

from topline.readers import TableRegion
from topline.records import Statement
from topline.statements import read_statements

HEADS = """\
                                   Three Months Ended
                                      December 31,
                                    2023        2022

"""
OPERATIONS = f"""\
                 STATEMENTS OF OPERATIONS
                      (in thousands)

{HEADS}    Revenue                       44,204      38,110
    Research and development (1)   8,204       7,110
    Selling, general and
     administrative (1)           28,204      26,110
    Net income                     7,796       4,890
"""
PARTS = """\
    Research and development         880         802
    Selling, general and
     administrative                2,204       2,110
"""
TOTAL = "    Total                          3,084       2,912\n"
COST = "us-gaap:ResearchAndDevelopmentExpense"


def costs(statements: list[Statement]) -> list[tuple[str, str | None, str]]:
    rows = [(s, row) for s in statements for row in s.rows if row.label.startswith("Research")]
    return [(s.kind, row.concept, row.cells[0].value) for s, row in rows]


def after(lead: str, table: str) -> list[Statement]:
    """The statement of operations, then a sentence of the prose and a table of its own."""
    text = f"{OPERATIONS}\n{lead}\n\n{table}"
    start = len(text) - len(table)
    statements, problems = read_statements(text, [TableRegion(0, len(OPERATIONS)), TableRegion(start, len(text))])
    assert problems == []
    return statements


@pytest.mark.parametrize(
    "lead",
    [
        "(1) Includes stock-based compensation expense as follows:",
        "Stock-based compensation expense included in the above:",
        "* Amounts include amortization of acquired intangibles as follows:",
        "The following table summarizes share-based compensation included in operating expenses:",
    ],
)
def test_statements_set_apart_a_breakdown_by_the_sentence_before_it(lead: str) -> None:
    statements = after(lead, HEADS + PARTS + TOTAL)
    assert costs(statements) == [("operations", COST, "8204000"), ("other", None, "880")]
    assert statements[1].title == lead.removeprefix("(1) ").removeprefix("* ").removesuffix(":")
    assert [row.concept for row in statements[1].rows] == [None] * 3


@pytest.mark.parametrize(
    ("title", "total", "value"),
    [
        ("", TOTAL.replace("Total    ", "Total stock-based compensation expense\n             "), "880"),
        ("                 Stock-Based Compensation Summary\n\n", TOTAL, "880"),
        ("          Stock-based compensation in the statements of operations\n\n", TOTAL, "880000"),
    ],
    ids=["total", "title", "title that names the statement, too"],
)
def test_statements_set_apart_a_breakdown_by_its_title_or_total(title: str, total: str, value: str) -> None:
    statements = after("Further data follow.", title + HEADS + PARTS + total)
    assert costs(statements) == [("operations", COST, "8204000"), ("other", None, value)]


def test_statements_set_apart_rows_under_a_heading_within_a_statement() -> None:
    statements, _ = read(f"{OPERATIONS}    (1) Includes stock-based compensation as follows:\n{PARTS}")
    assert costs(statements) == [("operations", COST, "8204000"), ("operations", None, "880000")]


@pytest.mark.parametrize(
    "lead",
    [
        "Net income includes stock-based compensation of $1.2 million; the results were as follows:",
        "The results of operations, which include amortization, were as follows:",
        "Operating expenses including depreciation were:",
    ],
)
def test_statements_set_apart_no_results_that_only_include_such_a_cost(lead: str) -> None:
    table = HEADS + OPERATIONS[OPERATIONS.index("    Revenue") :]
    assert costs(after(lead, table)) == [("operations", COST, "8204000"), ("operations", COST, "8204000")]


def test_statements_set_apart_no_statement_that_ends_in_such_a_total() -> None:
    statements, _ = read(f"{OPERATIONS}\n    Total amortization               204         110\n")
    assert costs(statements) == [("operations", COST, "8204000")]


OUTLOOK = """\
{}
                      (in millions)

                                    {}
    Total revenue                   15.0        15.5
    Research and development         2.0         1.5
    Net loss                        (2.0)       (1.5)
"""


@pytest.mark.parametrize(
    ("titles", "heads", "kind"),
    [
        (["2020 Financial Outlook"], "2020        2020", "other"),
        (["Projected Statements of Operations"], "2020        2020", "other"),
        (["Selected Financial Data"], " Low        High", "other"),
        (["Selected Financial Data"], "2020        2019", "operations"),
        (["Outlook Therapeutics, Inc.", "Selected Financial Data"], "2020        2019", "operations"),
        (["Financial Guidance", "Statements of Operations"], "2020        2019", "operations"),
    ],
)  # fmt: skip
def test_statements_set_apart_what_is_expected(titles: list[str], heads: str, kind: str) -> None:
    (statement,), _ = read(OUTLOOK.format("\n".join(" " * 17 + title for title in titles), heads))
    assert statement.kind == kind
    assert [row.concept is None for row in statement.rows] == [kind == "other"] * 3
