"""Tables into cells: labels, sections, values, signs, units, scales."""

import pytest
from statement_tables import BALANCE, OPERATIONS, only, read, values, when

TITLE = "                 MERIDEN THERAPEUTICS, INC.\n                 STATEMENTS OF OPERATIONS\n"
YEARS = (
    "                                 Years Ended December 31,\n                                    2001        2000\n"
)


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


def test_statements_read_nil_cells() -> None:
    nils = [cell.id for row in only(BALANCE).rows for cell in row.cells if cell.nil]
    assert nils == ["s1.r6.c2"]


@pytest.mark.parametrize("text", [OPERATIONS, BALANCE, OPERATIONS.replace("\n", "\r\n")])
def test_statements_read_raw_is_the_source(text: str) -> None:
    cells = [cell for statement in read(text)[0] for row in statement.rows for cell in row.cells]
    assert cells
    assert [cell.raw for cell in cells] == [text[cell.start : cell.end] for cell in cells]


def test_statements_read_dollar_sign_apart() -> None:
    assert [row.cells[0].raw for row in only(BALANCE).rows][:2] == ["$  9,120", "14,300"]


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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("    Revenues                       $ 1,250      $   990", ["1250", "990"]),
        ("    Net loss                       $(1,250)     $  (990)", ["-1250", "-990"]),
        ("    Net loss                       $(1,250)     ($   990)", ["-1250", "-990"]),
        ("    Net loss.....................   (1,250)        (990)", ["-1250", "-990"]),
        ("    Net loss                        -1,250         -990", ["-1250", "-990"]),
        ("    Net loss                       (1,250 )       (990 )", ["-1250", "-990"]),
        ("    Revenues (1)                     1,250          990", ["1250", "990"]),
        ("    Revenues                         1,250(a)       990(b)", ["1250", "990"]),
        ("    Revenues                         1,250*          --", ["1250", "0"]),
        ("    Revenues\t                         1,250          990", ["1250", "990"]),
        ("    Net loss per share               $(.12)       $(.09)", ["-0.12", "-0.09"]),
        ("    Gross margin                       45%          38%", ["45", "38"]),
        ("    Revenues                         1,250     N/A", ["1250"]),
    ],
)
def test_statements_read_figures(line: str, expected: list[str]) -> None:
    other = "    Research and development         2,000        1,111"
    cells = {row.label: [c.value for c in row.cells] for row in only(f"{TITLE}{YEARS}{other}\n{line}\n{other}\n").rows}
    label = next(name for name in cells if not name.startswith("Research"))
    assert cells[label] == expected


def test_statements_read_leaders_are_no_label() -> None:
    text = (
        f"{TITLE}{YEARS}    Revenues.....................     1,250         990\n"
        "    Costs ..  .....                   900         800\n"
    )
    assert [row.label for row in only(text).rows] == ["Revenues", "Costs"]


@pytest.mark.parametrize(
    ("head", "printed", "scale", "value"),
    [
        ("(in thousands, except per share data)", "25,705", 1000, "25705000"),
        ("(in thousands, except share and per share data)", "25,705", 1000, "25705"),
        ("(in thousands, except per share data)", "25,705,112", 1000, "25705112"),
        ("(000's omitted, except per share)", "25,705", 1000, "25705000"),
        ("($ in millions, except per share amounts)", "25.7", 1000000, "25700000.0"),
        ("", "25,705,112", 1, "25705112"),
    ],
)
def test_statements_read_share_scale(head: str, printed: str, scale: int, value: str) -> None:
    rows = (
        "    Revenues                        $1,250      $  990\n"
        "    Shares used in computing\n"
        f"     net loss per share{printed:>20}{printed:>12}\n"
    )
    statement = only(f"{TITLE}          {head}\n{YEARS}{rows}")
    assert statement.scale == scale
    assert [cell.value for cell in statement.rows[1].cells] == [value, value]
    assert statement.rows[1].cells[0].unit == "shares"


def test_statements_read_percent_columns_are_pure_numbers() -> None:
    text = (
        "                  STATEMENTS OF INCOME\n"
        "                        2001     Change      2000\n"
        "    Product sales    $ 1,200        20%   $ 1,000\n"
        "    Cost of sales        600        -4%       625\n"
        "    Gross profit     $   600        60%   $   375\n"
    )
    statement = only(text)
    assert [column.label for column in statement.columns] == ["2001", "Change", "2000"]
    assert values(statement)["Gross profit"] == ["600", "60", "375"]
    assert [cell.unit for cell in statement.rows[2].cells] == ["USD", "pure", "USD"]
    assert [check.holds for check in statement.checks] == [True, True]


def test_statements_read_rows_with_blank_cells() -> None:
    text = (
        "         RECONCILIATION OF NET LOSS TO PRO FORMA NET LOSS\n"
        "                              Three Months Ended    Six Months Ended\n"
        "                                   June 30,             June 30,\n"
        "                               2003      2002       2003      2002\n"
        "    Net loss as reported    $  (900)  $  (800)  $(1,900)  $(1,700)\n"
        "    Severance                             120                  120\n"
        "    Moving costs                 45                  45\n"
        "    Pro forma net loss      $  (855)  $  (680)  $(1,855)  $(1,580)\n"
    )
    rows = {row.label: {cell.column: cell.value for cell in row.cells} for row in only(text).rows}
    assert rows["Severance"] == {"c2": "120", "c4": "120"}
    assert rows["Moving costs"] == {"c1": "45", "c3": "45"}


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


def test_statements_read_unread_figure_is_a_problem() -> None:
    text = (
        f"{TITLE}{YEARS}    Revenues                          1,250         990\n"
        "    Other revenue                     1,2O5         100\n"
        "    Costs                               700      12,34\n"
        "    Rent                                 70          10\n"
    )
    statements, problems = read(text)
    assert [problem.what for problem in problems] == ["cell not read: '1,2O5'", "cell not read: '12,34'"]
    assert [text[p.at.start : p.at.end].strip() for p in problems if p.at] == ["1,2O5", "12,34"]
    assert values(statements[0])["Other revenue"] == ["100"]
    assert values(statements[0])["Costs"] == ["700"]


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


def test_statements_read_foreign_currency_is_the_unit_of_the_cells() -> None:
    text = (
        f"{TITLE}               (in thousands of euros)\n"
        f"{YEARS}    Revenues                         1,250         990\n"
        "    Costs                              900         800\n"
    )
    statement = only(text)
    assert statement.currency == "EUR"
    assert [(c.value, c.unit) for c in statement.rows[0].cells] == [("1250000", "EUR"), ("990000", "EUR")]


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


@pytest.mark.parametrize("amount", ["$ 92,000", "92,000", "(92,000)", "$(92,000)"])
def test_statements_read_figure_behind_one_blank(amount: str) -> None:
    source = (
        "                   BALANCE SHEETS (in thousands)\n\n"
        "                            June 30, 2004  December 31, 2003\n\n"
        "  Current liabilities           $  12,000          $  10,000\n"
        "  Equity                           80,000             56,700\n"
        f"  Total liabilities and equity {amount}            $  66,700\n"
    )
    row = only(source).rows[-1]
    assert row.label == "Total liabilities and equity"
    assert [abs(int(cell.value)) for cell in row.cells] == [92_000_000, 66_700_000]


def test_statements_read_figure_out_of_every_column_is_a_problem() -> None:
    source = (
        "                   BALANCE SHEETS (in thousands)\n\n"
        "                                      June 30, 2004  December 31, 2003\n\n"
        "  Current liabilities                     $  12,000          $  10,000\n"
        "  Equity                                     80,000             56,700\n"
        "  Total of both $ 92,000                                     $  66,700\n"
    )
    statements, problems = read(source)
    assert [cell.raw for cell in statements[0].rows[-1].cells] == ["$  66,700"]
    assert [(p.what, source[p.at.start : p.at.end]) for p in problems if p.at] == [
        ("cell not read: '$ 92,000'", "$ 92,000")
    ]
