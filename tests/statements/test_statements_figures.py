"""Printed figures into cells: values, signs, units, scales, and what is no figure."""

import pytest
from statement_tables import BALANCE, TITLE, YEARS, only, read, values


def test_statements_figures_nil_cells() -> None:
    nils = [cell.id for row in only(BALANCE).rows for cell in row.cells if cell.nil]
    assert nils == ["s1.r6.c2"]


def test_statements_figures_dollar_sign_apart() -> None:
    assert [row.cells[0].raw for row in only(BALANCE).rows][:2] == ["$  9,120", "14,300"]


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
def test_statements_figures_of_a_line(line: str, expected: list[str]) -> None:
    other = "    Research and development         2,000        1,111"
    cells = {row.label: [c.value for c in row.cells] for row in only(f"{TITLE}{YEARS}{other}\n{line}\n{other}\n").rows}
    label = next(name for name in cells if not name.startswith("Research"))
    assert cells[label] == expected


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
def test_statements_figures_share_scale(head: str, printed: str, scale: int, value: str) -> None:
    rows = (
        "    Revenues                        $1,250      $  990\n"
        "    Shares used in computing\n"
        f"     net loss per share{printed:>20}{printed:>12}\n"
    )
    statement = only(f"{TITLE}          {head}\n{YEARS}{rows}")
    assert statement.scale == scale
    assert [cell.value for cell in statement.rows[1].cells] == [value, value]
    assert statement.rows[1].cells[0].unit == "shares"


def test_statements_figures_percent_columns_are_pure_numbers() -> None:
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


def test_statements_figures_rows_with_blank_cells() -> None:
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


def test_statements_figures_unread_figure_is_a_problem() -> None:
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


def test_statements_figures_foreign_currency_is_the_unit_of_the_cells() -> None:
    text = (
        f"{TITLE}               (in thousands of euros)\n"
        f"{YEARS}    Revenues                         1,250         990\n"
        "    Costs                              900         800\n"
    )
    statement = only(text)
    assert statement.currency == "EUR"
    assert [(c.value, c.unit) for c in statement.rows[0].cells] == [("1250000", "EUR"), ("990000", "EUR")]


@pytest.mark.parametrize("amount", ["$ 92,000", "92,000", "(92,000)", "$(92,000)"])
def test_statements_figures_behind_one_blank(amount: str) -> None:
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


def test_statements_figures_out_of_every_column_is_a_problem() -> None:
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
