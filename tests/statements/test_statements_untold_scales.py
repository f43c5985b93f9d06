"""Statements that state no scale beside others that do: theirs, none, or a problem."""

import pytest
from statement_tables import read

OPERATIONS = """\
                 VARDAL THERAPEUTICS, INC.
                 STATEMENTS OF OPERATIONS
           (in thousands, except per share data)

                             Three Months Ended
                                September 30,
                             2004         2003
Revenues                  $  3,012     $  1,455
Total expenses               9,144        7,164
Net loss                  $ (6,132)    $ (5,709)

"""
CASH_FLOWS = """\
                 STATEMENTS OF CASH FLOWS
                      (in thousands)

                             Nine Months Ended
                                September 30,
                             2004         2003
Net cash used in operating activities      $ (15,131)    $ (14,118)
Cash and cash equivalents at end of period $ 102,012     $  98,455

"""
PROSE = "The Company spoke of its results today.\n\n"


def sheet(*rows: tuple[str, str, str], title: str = "CONDENSED BALANCE SHEETS", sign: str = "$") -> str:
    lines = [f"{label:<30}{sign} {one:>12}    {sign} {other:>12}" for label, one, other in rows]
    heads = f"{'September 30,':>44}{'December 31,':>18}\n{'2004':>44}{'2003':>18}"
    return "\n".join([f"          {title}", "", heads, *lines, ""])


THOUSANDS = (
    ("Cash and cash equivalents", "102,012", "151,455"),
    ("Total assets", "147,250", "164,477"),
    ("Total liabilities", "13,652", "13,112"),
    ("Total stockholders' equity", "133,598", "151,365"),
)
FULL = (
    ("Cash and cash equivalents", "102,012,418", "151,455,301"),
    ("Total assets", "147,250,118", "164,477,094"),
    ("Total stockholders' equity", "133,598,206", "151,365,440"),
)
BETWEEN = (
    ("Cash and cash equivalents", "1,102,012", "1,151,455"),
    ("Total assets", "1,473,250", "1,644,772"),
    ("Total stockholders' equity", "1,335,982", "1,513,651"),
)
REGIONS = OPERATIONS.replace("STATEMENTS OF OPERATIONS", "Sales by region").replace("Net loss ", "Europe   ").replace(
    "Revenues      ", "Asia          "
).replace("Total expenses", "Japan         ").replace("(6,132)", " 6,132 ").replace("9,144", "  144")  # fmt: skip
TINY = OPERATIONS.replace("9,144", "  980").replace("7,164", "  790").replace("3,012", "  112").replace(
    "1,455", "  108"
).replace("6,132", "  868").replace("5,709", "  682")  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        OPERATIONS + sheet(*THOUSANDS),
        OPERATIONS + sheet(*THOUSANDS, sign=" "),
        OPERATIONS + sheet(*THOUSANDS, title="Unaudited Balance Sheets"),
        OPERATIONS + sheet(*THOUSANDS, ("Accumulated deficit", "(812,404)", "(793,882)")),
        sheet(*THOUSANDS) + "\n" + OPERATIONS,
        OPERATIONS + CASH_FLOWS + sheet(*THOUSANDS),
        # Cash at the end of the period is the same figure, however much larger the balances are.
        CASH_FLOWS + sheet(*THOUSANDS, ("Assets held for customers", "9,204,118", "8,118,330")),
        OPERATIONS.replace("thousands", "millions") + sheet(*THOUSANDS),
    ],
    ids=["one digit more", "no signs", "unaudited", "two digits more", "first", "cash flows", "same cash", "millions"],
)
def test_statements_untold_scales_balances_outgrow_results(text: str) -> None:
    statements, problems = read(PROSE + text)
    assert {s.scale for s in statements} == {1_000_000 if "millions" in text else 1000}
    (balances,) = (s for s in statements if s.kind == "balance_sheet")
    assert balances.rows[1].label == "Total assets"
    assert balances.rows[1].cells[0].value == f"{147250 * balances.scale}"
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        OPERATIONS + sheet(*FULL),
        OPERATIONS + CASH_FLOWS + sheet(*FULL),
        TINY + sheet(*BETWEEN),
        OPERATIONS + sheet(("Total assets", "147,000", "164,000"), ("Total liabilities", "13,000", "12,000")),
        # Half of the rows are printed in full elsewhere, too: as rounded to thousands.
        CASH_FLOWS.replace("102,012", "    102") + sheet(("Cash and cash equivalents", "102,418", "99,201"), *FULL[1:]),
        OPERATIONS + sheet(*THOUSANDS, title="CONDENSED BALANCE SHEETS (in U.S. dollars)"),
    ],
    ids=["longer", "cash flows", "small company", "round", "cash in thousands", "told"],
)
def test_statements_untold_scales_balances_in_full(text: str) -> None:
    statements, problems = read(PROSE + text)
    (balances,) = (s for s in statements if s.kind == "balance_sheet")
    assert balances.scale == 1
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        OPERATIONS + sheet(*BETWEEN),
        OPERATIONS + sheet(*BETWEEN, sign=" "),
        f"Cash came to $102,012 at the end of the quarter.\n\n{OPERATIONS}{sheet(*THOUSANDS)}",
        f"{OPERATIONS}{sheet(*THOUSANDS)}\n\nTotal assets were $147,250, down from $164,477.\n",
        OPERATIONS + CASH_FLOWS.replace("thousands", "millions").replace("102,012", "118,204") + sheet(*THOUSANDS),
        # The only statement with a scale is too small a table to compare with.
        REGIONS + sheet(*THOUSANDS),
        OPERATIONS.replace("thousands", "millions").replace("9,144", "  9.1").replace("7,164", "  7.2").replace(
            "3,012", "  3.0").replace("1,455", "  1.5").replace("6,132", "  6.1").replace("5,709", "  5.7")
        + sheet(*THOUSANDS),
    ],
    ids=["between", "no signs", "prose before", "prose behind", "two scales", "another table", "thousands?"],
)  # fmt: skip
def test_statements_untold_scales_not_decided(text: str) -> None:
    statements, problems = read(text)
    (balances,) = (s for s in statements if s.kind == "balance_sheet")
    assert balances.scale == 1
    assert [problem.what for problem in problems] == ["scale not stated"]


@pytest.mark.parametrize(
    "prose",
    ["Cash came to $102.0 million.", "Cash came to $102,012 thousand.", "It sold 147,250 shares.", "A fee of $147.25."],
)
def test_statements_untold_scales_what_the_prose_does_not_print_in_full(prose: str) -> None:
    statements, problems = read(f"{prose}\n\n{OPERATIONS}{sheet(*THOUSANDS)}")
    assert [s.scale for s in statements] == [1000, 1000]
    assert problems == []
