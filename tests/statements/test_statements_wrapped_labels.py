"""Labels over several lines, with their figures on the first of them or on the last."""

import pytest
from statement_tables import read

from topline.statements.labels import label_text

HEADS = """\
                 STATEMENTS OF OPERATIONS
                      (in thousands)

                                     Three Months Ended
                                        September 30,
                                     2004           2003

"""
RESULT = f"{'Net loss':<30}{'(2,204)':>12}{'(2,118)':>15}"


def valued(label: str) -> str:
    return f"{label:<30}{'17,226':>11}{'14,027':>15}"


def labels(*lines: str) -> list[tuple[str | None, str]]:
    (statement,), problems = read("\n".join([HEADS, *lines, ""]))
    assert problems == []
    return [(row.section, row.label) for row in statement.rows]


@pytest.mark.parametrize(
    "lines",
    [
        ("Weighted average number of", "  common shares outstanding"),
        ("Weighted average number of", "common shares outstanding"),
        ("Weighted Average Number of", "Common Shares Outstanding"),
        ("Weighted average common shares", "  used in computing net loss", "  per share"),
        ("Shares used in computing", "  basic and diluted", "  net loss per share"),
        ("Weighted average shares used in", "  the calculation"),
    ],
)
def test_statements_wrapped_labels_with_the_figures_on_the_first_line(lines: tuple[str, ...]) -> None:
    whole = " ".join(" ".join(lines).split())
    assert labels(RESULT, valued(lines[0]), *lines[1:]) == [(None, "Net loss"), (None, whole)]
    assert labels(valued(lines[0]), *lines[1:], RESULT) == [(None, whole), (None, "Net loss")]
    assert labels(RESULT, valued(lines[0]), *lines[1:], "", "The Company has no debt.")[-1] == (None, whole)


@pytest.mark.parametrize(
    "note",
    [
        "see accompanying notes",
        "  see accompanying notes",
        "  the notes are a part of it",
        "Unaudited",
        "",
        "(1) As restated",
    ],
)
def test_statements_wrapped_labels_end_before_a_note(note: str) -> None:
    assert labels(RESULT, valued("Total assets"), note)[-1] == (None, "Total assets")
    assert labels(RESULT, valued("Interest income, net"), note)[-1] == (None, "Interest income, net")


def test_statements_wrapped_labels_end_before_a_heading() -> None:
    assert labels(valued("Interest income, net"), "Balance sheet data:", valued("Cash")) == [
        (None, "Interest income, net"), ("Balance sheet data:", "Cash")
    ]  # fmt: skip
    assert labels(RESULT, valued("Total deposits of"), "", "Customers and partners")[-1] == (None, "Total deposits of")


@pytest.mark.parametrize(
    "lines",
    [
        ("Federal Home", " Loan Bank", " stock"),
        ("Brokered", " Certificates", " of Deposit"),
        ("Charge offs", " - net of", " recoveries"),
        ("Shares used in", " computing", " diluted", " earnings (loss)", " per share"),
        ("Gain on the sale", " of discontinued", " operations"),
        ("Amortization", " of acquired", " technology"),
    ],
)
@pytest.mark.parametrize("indent", [0, 2])
@pytest.mark.parametrize("last", [True, False])
def test_statements_wrapped_labels_in_a_narrow_column(lines: tuple[str, ...], indent: int, *, last: bool) -> None:
    narrow = HEADS.replace(" " * 16, "")
    rows = [" " * indent + line for line in lines]
    row = f"{rows[-1]:<16}{'17,226':>9}{'14,027':>15}"
    above = [f"{'Deposits' if not indent else '  Deposits':<16}{'1,204':>9}{'1,118':>15}"]
    below = [] if last else [above[0].replace("Deposits", "Advances")]
    (statement,), problems = read("\n".join([narrow, *above, *rows[:-1], row, *below, ""]))
    found = [(r.section, r.label) for r in statement.rows]
    assert found[1] == (None, " ".join(" ".join(lines).split()))
    assert problems == []


@pytest.mark.parametrize(
    ("heading", "inner", "wanted"),
    [
        ("Net loss per share", ("Basic and diluted",), "Basic and diluted"),
        ("Sales by Region", ("European", "operations"), "European operations"),
    ],
)
def test_statements_wrapped_labels_under_headings(heading: str, inner: tuple[str, ...], wanted: str) -> None:
    *more, end = (f"  {line}" for line in inner)
    found = labels(RESULT, heading, *more, valued(end), valued("  Asian operations"))
    assert found[1] == (heading, wanted)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("U.S.", "U.S."),
        ("  Ex-U.S. .........", "Ex-U.S."),
        ("Sales in the U.S......", "Sales in the U.S."),
        ("Paid to Orvatex N.V.", "Paid to Orvatex N.V."),
        ("Cash at Genvor Inc.", "Cash at Genvor Inc."),
        ("Cash . . . . .", "Cash"),
        ("Net loss........", "Net loss"),
        ("ASSETS        -------   -------", "ASSETS"),
        ("ASSETS  =====  =====", "ASSETS"),
        ("Liabilities -----------", "Liabilities"),
        ("Net loss per share --", "Net loss per share --"),
        ("Write-off", "Write-off"),
        ("Vitamin B.A", "Vitamin B.A"),
    ],
)
def test_statements_wrapped_labels_without_leaders_and_rules(printed: str, label: str) -> None:
    assert label_text(printed) == label
