"""Printed totals against their parts."""

import pytest
from statement_tables import BALANCE, OPERATIONS, only

from topline.records import Statement

HEAD = "                  STATEMENTS OF OPERATIONS\n                               2001        2000\n"
SHEET = (
    "                      BALANCE SHEETS\n"
    "                           December 31, December 31,\n"
    "                               2001        2000\n"
)


def checks(statement: Statement, column: str = "c1") -> list[tuple[str, list[str], bool]]:
    labels = {cell.id: row.label for row in statement.rows for cell in row.cells}
    return [
        (labels[check.total], [labels[part] for part in check.parts], check.holds)
        for check in statement.checks
        if check.total.endswith(f".{column}")
    ]


@pytest.mark.parametrize("column", ["c1", "c2", "c3", "c4"])
def test_statements_checks_of_operations(column: str) -> None:
    expenses = ["Research and development", "General and administrative"]
    shares = "Weighted average shares used in computing net loss per share"
    assert checks(only(OPERATIONS), column) == [
        ("Total operating expenses", expenses, True),
        ("Loss from operations", ["Contract revenue", "Total operating expenses"], True),
        ("Net loss", ["Loss from operations", "Interest income"], True),
        ("basic and diluted", ["Net loss", shares], True),
    ]


def test_statements_checks_stated_and_computed() -> None:
    found = {check.total: (check.stated, check.computed) for check in only(OPERATIONS).checks}
    assert found["s1.r5.c1"] == ("-4900000", "-4900000")
    assert found["s1.r8.c1"] == ("-0.25", "-0.25")


def test_statements_checks_of_a_balance_sheet() -> None:
    current = ["Cash and cash equivalents", "Short-term investments", "Prepaid expenses and other current assets"]
    assets = ["Total current assets", "Property and equipment, net", "Long-term investments"]
    both = "Total liabilities and stockholders' equity"
    assert checks(only(BALANCE), "c1") == [
        ("Total current assets", current, True),
        ("Total assets", assets, True),
        ("Total current liabilities", ["Accounts payable", "Accrued liabilities"], True),
        (both, ["Total current liabilities", "Stockholders' equity"], True),
        (both, ["Total assets"], True),
    ]


def test_statements_checks_allow_for_rounding() -> None:
    text = (
        f"{SHEET}    Current assets:\n"
        "      Cash                        101         200\n"
        "      Inventories                 202         300\n"
        "        Total current assets      304         500\n"
    )
    assert [(check.stated, check.computed, check.holds) for check in only(text).checks] == [
        ("304", "303", True), ("500", "500", True),
    ]  # fmt: skip


def test_statements_checks_state_a_certain_mistake() -> None:
    text = (
        f"{SHEET}    Current assets:\n"
        "      Cash                        101         200\n"
        "      Inventories                 202         300\n"
        "        Total current assets      403         500\n"
    )
    assert [(check.stated, check.computed, check.holds) for check in only(text).checks] == [
        ("403", "303", False), ("500", "500", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        "    Cash                          101         200\n"
        "    Inventories                   202         300\n"
        "    Total assets                  999         500\n",
        "    Revenue                       101         200\n"
        "    Costs                         202         300\n"
        "    Net loss                      999         500\n",
        "    Total assets                  999         500\n",
    ],
)
def test_statements_checks_do_not_guess(rows: str) -> None:
    assert [check for check in only(SHEET + rows).checks if not check.holds] == []


def test_statements_checks_costs_without_a_sign() -> None:
    text = (
        f"{HEAD}    Sales                        1,000         900\n"
        "    Cost of sales                  400         350\n"
        "    Gross profit                   600         550\n"
        "    Operating expenses:\n"
        "      Research                     200         150\n"
        "      Selling                      100         100\n        Total                      300         250\n"
        "    Operating income               300         300\n    Interest expense                20          10\n"
        "    Income before income taxes     280         290\n    Income tax expense              80          90\n"
        "    Net income                     200         200\n"
    )
    assert checks(only(text)) == [
        ("Gross profit", ["Sales", "Cost of sales"], True),
        ("Total", ["Research", "Selling"], True),
        ("Operating income", ["Gross profit", "Total"], True),
        ("Income before income taxes", ["Operating income", "Interest expense"], True),
        ("Net income", ["Income before income taxes", "Income tax expense"], True),
    ]


def test_statements_checks_total_without_a_label() -> None:
    text = (
        f"{HEAD}    Expenses:\n"
        "      Research                     200         150\n"
        "      Selling                      100         100\n"
        "                                   300         250\n"
        "    Other                            1           2\n"
    )
    assert checks(only(text)) == [("", ["Research", "Selling"], True)]


def test_statements_checks_of_cash_flows() -> None:
    text = (
        "                  STATEMENTS OF CASH FLOWS\n                              Years Ended June 30,\n"
        "                               2001        2000\n"
        "    Operating activities:\n"
        "      Net loss                   (1,000)       (900)\n"
        "      Depreciation                 100          90\n        Net cash used in operations  (900)       (810)\n"
        "    Investing activities:\n      Capital expenditures         (50)        (40)\n"
        "        Net cash used in investing activities\n                                   (50)        (40)\n"
        "    Net decrease in cash          (950)       (850)\n    Cash at beginning of year    2,000       2,850\n"
        "    Cash at end of year          1,050       2,000\n"
    )
    assert [(total, len(parts), holds) for total, parts, holds in checks(only(text))] == [
        ("Net cash used in operations", 2, True),
        ("Net cash used in investing activities", 1, True),
        ("Net decrease in cash", 2, True),
        ("Cash at end of year", 2, True),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "    ASSETS\n"
        "      Cash                        100         200\n"
        "      Equipment                   500         600\n"
        "      Less accumulated depreciation\n"
        "                                  150         250\n"
        "      Total assets                450         550\n",
        "    ASSETS\n"
        "      Cash                        100         200\n"
        "      Securities                  300         400\n"
        "        Of the Treasury           200         250\n"
        "        Of corporations           100         150\n"
        "      Total assets                400         600\n",
    ],
)
def test_statements_checks_do_not_doubt_deductions_and_breakdowns(rows: str) -> None:
    assert [check for check in only(SHEET + rows).checks if not check.holds] == []
