"""Tables into statements: titles, columns, rows, labels, sections, and what is no table."""

from time import process_time

import pytest
from statement_tables import BALANCE, OPERATIONS, TITLE, YEARS, only, read, values, when


def test_statements_read_operations() -> None:
    statement = only(OPERATIONS)
    assert (statement.id, statement.kind, statement.scale, statement.currency) == ("s1", "operations", 1000, "USD")
    assert statement.title == "NORDVALE BIOSCIENCES, INC. / CONDENSED STATEMENTS OF OPERATIONS"
    assert statement.audited is False
    assert when(statement) == [
        "2005-07-01/2005-09-30", "2004-07-01/2004-09-30", "2005-01-01/2005-09-30", "2004-01-01/2004-09-30",
    ]  # fmt: skip
    assert statement.columns[2].label == "Nine Months Ended September 30, 2005"
    assert values(statement) == {
        "Contract revenue": ["310000", "0", "910000", "45000"],
        "Research and development": ["4207000", "3118000", "12340000", "9006000"],
        "General and administrative": ["1003000", "902000", "2888000", "2714000"],
        "Total operating expenses": ["5210000", "4020000", "15228000", "11720000"],
        "Loss from operations": ["-4900000", "-4020000", "-14318000", "-11675000"],
        "Interest income": ["150000", "95000", "402000", "301000"],
        "Net loss": ["-4750000", "-3925000", "-13916000", "-11374000"],
        "basic and diluted": ["-0.25", "-0.26", "-0.78", "-0.78"],
        "Weighted average shares used in computing net loss per share": [
            "19000000", "15100000", "17840000", "14580000",
        ],
    }  # fmt: skip


def test_statements_read_sections_and_units() -> None:
    rows = {row.label: row for row in only(OPERATIONS).rows}
    assert rows["Contract revenue"].section == "Revenues:"
    assert rows["Total operating expenses"].section == "Operating expenses:"
    assert rows["Loss from operations"].section is None
    assert rows["basic and diluted"].section == "Net loss per common share:"
    assert {cell.unit for cell in rows["basic and diluted"].cells} == {"USD/shares"}
    assert {cell.unit for cell in rows["Net loss"].cells} == {"USD"}
    shares = rows["Weighted average shares used in computing net loss per share"]
    assert shares.section is None
    assert {cell.unit for cell in shares.cells} == {"shares"}


def test_statements_read_balance_sheet_sections() -> None:
    statement = only(BALANCE)
    assert statement.kind == "balance_sheet"
    assert when(statement) == ["2005-09-30", "2004-12-31"]
    sections = {row.label: row.section for row in statement.rows}
    assert sections["Prepaid expenses and other current assets"] == "Current assets:"
    assert sections["Property and equipment, net"] == "ASSETS"
    assert sections["Accrued liabilities"] == "Current liabilities:"
    assert sections["Stockholders' equity"] == "LIABILITIES AND STOCKHOLDERS' EQUITY"


@pytest.mark.parametrize("text", [OPERATIONS, BALANCE, OPERATIONS.replace("\n", "\r\n")])
def test_statements_read_raw_is_the_source(text: str) -> None:
    cells = [cell for statement in read(text)[0] for row in statement.rows for cell in row.cells]
    assert cells
    assert [cell.raw for cell in cells] == [text[cell.start : cell.end] for cell in cells]


def test_statements_read_several_in_one_region() -> None:
    statements, problems = read(
        f"ends the prose.\n\n\n{OPERATIONS}\n\n\n{BALANCE}\n\nSOURCE  Nordvale Biosciences, Inc.\n"
    )
    assert problems == []
    assert [(s.id, s.kind) for s in statements] == [("s1", "operations"), ("s2", "balance_sheet")]
    assert statements[1].title.startswith("NORDVALE BIOSCIENCES, INC.")
    assert [len(s.rows) for s in statements] == [9, 12]


def test_statements_read_first_id() -> None:
    from topline.readers import TableRegion
    from topline.statements import read_statements

    statements, _ = read_statements(BALANCE, [TableRegion(0, len(BALANCE))], first_id=4)
    assert statements[0].id == "s4"
    assert statements[0].rows[0].cells[0].id == "s4.r1.c1"


def test_statements_read_leaders_are_no_label() -> None:
    text = (
        f"{TITLE}{YEARS}    Revenues.....................     1,250         990\n"
        "    Costs ..  .....                   900         800\n"
    )
    assert [row.label for row in only(text).rows] == ["Revenues", "Costs"]


def test_statements_read_label_that_ends_after_its_figures() -> None:
    text = (
        f"{TITLE}{YEARS}    Write-off of obsolete parts       1,100         900\n"
        "    and of tools (Note 2)\n"
        "\n"
        "    Other costs                         200         100\n"
    )
    assert [row.label for row in only(text).rows] == [
        "Write-off of obsolete parts and of tools (Note 2)",
        "Other costs",
    ]


@pytest.mark.parametrize(
    ("label", "read_as"),
    [("x" * 60_000, "x" * 1000), ("Other" + "  n/a" * 12_000 + " items", ("Other" + " n/a" * 12_000)[:1000])],
    ids=["one word", "many n/a"],
)
def test_statements_read_a_long_label_in_time_that_grows_with_it(label: str, read_as: str) -> None:
    """Both took longer than ten seconds when the time grew with the square of the length."""
    begin = process_time()
    (row,) = only(f"{TITLE}{YEARS}    {label}     1,250         990\n").rows
    assert process_time() - begin < 3
    assert row.label == read_as


def test_statements_read_page_numbers_and_tags_are_no_rows() -> None:
    text = (
        "<TABLE>\n"
        "<CAPTION>\n"
        f"{TITLE}{YEARS}<S>                                <C>         <C>\n"
        "    Revenues                        $1,250        $990\n"
        "                                   ======        ====\n"
        "</TABLE>\n"
        "\n"
        "                                      4\n"
        "<PAGE>\n"
    )
    statement = only(text)
    assert [row.label for row in statement.rows] == ["Revenues"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "The company had revenue of $1,250,000 in 2001 and 990,000 in 2000.\n",
        "    1200 Harbor Road             Springfield, MA 01109           (413) 555-0100\n",
        "    FINANCIAL STATEMENTS OF BUSINESS ACQUIRED\n"
        "    Balance sheets.............. 4\n"
        "    Notes....................... 7\n",
        "    STATEMENTS OF OPERATIONS\n",
    ],
)
def test_statements_read_what_is_no_table(text: str) -> None:
    assert read(text) == ([], [])


@pytest.mark.parametrize(
    ("said", "audited"), [("(unaudited)", False), ("(audited)", True), ("", None), ("UNAUDITED", False)]
)
def test_statements_read_audited(said: str, audited: bool | None) -> None:
    text = f"{TITLE}                      {said}\n{YEARS}    Revenues                         1,250         990\n"
    assert only(text).audited is audited
