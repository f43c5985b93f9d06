"""Headings without a colon that stand as far left as the rows under them, and labels that begin like one."""

import pytest
from statement_tables import read

HEADS = """\
                 STATEMENTS OF OPERATIONS
                      (in thousands)

                                     Three Months Ended
                                        September 30,
                                     2004           2003

"""


def table(*lines: str) -> str:
    rows = [f"{line:<32}{'(1,204)':>10}{'(1,118)':>15}" if i % 2 else line for i, line in enumerate(lines)]
    above = f"{'Revenues':<32}{'3,118':>9}{'2,904':>15}"
    below = [f"{'Interest expense':<32}{'(120)':>10}{'(118)':>15}", f"{'Net loss':<32}{'(2,204)':>10}{'(2,118)':>15}"]
    return HEADS + "\n".join([above, *rows, *below, ""])


@pytest.mark.parametrize(
    "heading",
    [
        "Other (expense) income",
        "Other income (expenses)",
        "Other income and expenses",
        "Other income (charges)",
        "Non-operating income (expense)",
        "Nonoperating income and expense",
        "Interest and other income (expense)",
        "OTHER INCOME (EXPENSE)",
        "Other (Income) Expense",
        "Other income/(expense)",
        "Expenses and costs",
    ],
)
@pytest.mark.parametrize("indent", [0, 2])
def test_statements_flush_headings_are_no_part_of_a_label(heading: str, indent: int) -> None:
    (statement,), problems = read(table(" " * indent + heading, " " * indent + "Interest income"))
    assert [(row.section, row.label) for row in statement.rows] == [
        (None, "Revenues"), (heading, "Interest income"), (heading, "Interest expense"),
        (None, "Net loss"),
    ]  # fmt: skip
    assert statement.rows[1].concept == "us-gaap:InvestmentIncomeInterest"
    assert problems == []


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("Other income", "(expense), net"),
        ("Interest and other income", "(expense), net"),
        ("Other income (expense),", "  net"),
        ("Interest and Other Income (Expense)", "Net"),
        ("Interest income (expense)", "  and other"),
        ("Other income (expense)", "  from affiliates"),
    ],
)
def test_statements_flush_headings_or_begins_of_a_label(begin: str, end: str) -> None:
    (statement,), problems = read(table(begin, end))
    labels = [(row.section, row.label) for row in statement.rows]
    assert labels[1] == (None, f"{begin} {end.strip()}")
    assert problems == []


@pytest.mark.parametrize(
    "heading",
    ["Cash flows used in operating activities", "Cash flows provided by (used in) operating activities"],
)
def test_statements_flush_headings_of_cash_flows(heading: str) -> None:
    text = table(heading, "Depreciation of equipment").replace("OPERATIONS", "CASH FLOWS")
    (statement,), _ = read(text)
    assert [row.label for row in statement.rows][1] == "Depreciation of equipment"
    assert statement.rows[1].section == heading
