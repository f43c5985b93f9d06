"""Rows whose element the rows and headings around them tell, and what a caption takes out of its scale."""

import pytest
from statement_tables import only

from topline.statements.exceptions import excepted_in
from topline.statements.parts import TableLine

HEAD = "{title}\n(in thousands, except per share data)\n\n{space:46}2019          2018\n"


def concepts(title: str, body: str, *, head: str = HEAD) -> list[tuple[str, str | None]]:
    statement = only(head.format(title=title, space="") + body)
    return [(row.label, row.concept and row.concept.removeprefix("us-gaap:")) for row in statement.rows]


def row(label: str, *figures: str) -> str:
    return f"{label:38}{figures[0]:>12}{figures[-1]:>14}\n"


BALANCE = "BALANCE SHEETS\n\n{space:40}June 30, 2019  June 30, 2018\n"


def balance(body: str) -> list[tuple[str, str | None]]:
    return concepts("", "ASSETS\n" + body, head=BALANCE)


def test_statements_row_places_cost_and_rest_of_property() -> None:
    body = row("Cash", "4,002", "3,118") + row("Equipment and leasehold improvements", "16,314", "15,990")
    body += row("Less accumulated depreciation", "(8,204)", "(7,802)") + row("", "8,110", "8,188")
    body += row("Goodwill", "402", "402") + row("Total assets", "12,514", "11,708")
    assert balance(body) == [
        ("Cash", "Cash"),
        ("Equipment and leasehold improvements", "PropertyPlantAndEquipmentGross"),
        ("Less accumulated depreciation", "AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"),
        ("", "PropertyPlantAndEquipmentNet"),
        ("Goodwill", "Goodwill"),
        ("Total assets", "Assets"),
    ]


@pytest.mark.parametrize("total", [row("", "16,314", "15,990"), ""])
def test_statements_row_places_parts_of_property_have_no_element(total: str) -> None:
    body = (
        row("Cash", "4,002", "3,118")
        + row("Land", "4,110", "4,110")
        + row("Machinery and equipment", "12,204", "11,880")
    )
    body += total + row("Less accumulated depreciation", "8,204", "7,802") + row("", "8,110", "8,188")
    body += row("Total assets", "12,112", "11,306")
    found = balance(body)
    assert found[1:3] == [("Land", None), ("Machinery and equipment", None)]
    assert found[-2:] == [("", "PropertyPlantAndEquipmentNet"), ("Total assets", "Assets")]
    assert [concept for label, concept in found[3:-3] if not label] == ["PropertyPlantAndEquipmentGross"] * bool(total)


def test_statements_row_places_property_that_does_not_add_up_stays_unnamed() -> None:
    body = row("Cash", "4,002", "3,118") + row("Equipment", "16,314", "15,990")
    body += row("Less accumulated depreciation", "8,204", "7,802") + row("", "9,110", "9,188")
    body += row("Total assets", "13,112", "12,306")
    assert [concept for _, concept in balance(body)[1:4:2]] == [None, None]


def test_statements_row_places_restricted_cash_under_the_end_of_the_period_is_a_balance() -> None:
    body = "Cash flows from operating activities:\n" + row("  Net loss", "(4,110)", "(3,204)")
    body += row("  Restricted cash", "(10)", "(20)") + row(
        "  Net cash used in operating activities", "(4,120)", "(3,224)"
    )
    body += row("Net decrease in cash and restricted cash", "(4,120)", "(3,224)")
    body += row("Cash and restricted cash, end of year", "10,194", "14,314")
    body += row("Cash and cash equivalents", "9,984", "14,114") + row("Restricted cash", "210", "200")
    all_cash = "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"
    assert concepts("STATEMENTS OF CASH FLOWS\nYear ended December 31,", body)[1:] == [
        ("Restricted cash", "IncreaseDecreaseInRestrictedCash"),
        ("Net cash used in operating activities", "NetCashProvidedByUsedInOperatingActivities"),
        ("Net decrease in cash and restricted cash", f"{all_cash}PeriodIncreaseDecreaseIncludingExchangeRateEffect"),
        ("Cash and restricted cash, end of year", all_cash),
        ("Cash and cash equivalents", "CashAndCashEquivalentsAtCarryingValue"),
        ("Restricted cash", "RestrictedCashAndCashEquivalents"),
    ]


OPERATIONS = "STATEMENTS OF OPERATIONS\nYear ended December 31,"


def test_statements_row_places_results_of_discontinued_operations() -> None:
    body = row("Revenue", "9,204", "8,911") + row("Income from continuing operations", "393", "209")
    body += "Discontinued operations:\n" + row("  Loss from operations, net of tax", "(120)", "(110)")
    body += row("  Income (loss) from operations", "(20)", "10") + row("  Gain on sale", "40", "10")
    body += row("Net income", "313", "109") + row("Net income per share", "$0.06", "$0.02")
    assert concepts(OPERATIONS, body)[2:] == [
        ("Loss from operations, net of tax", None),
        ("Income (loss) from operations", None),
        ("Gain on sale", None),
        ("Net income", "NetIncomeLoss"),
        ("Net income per share", "EarningsPerShareBasicAndDiluted"),
    ]


def test_statements_row_places_operating_income_over_the_expenses_is_no_result() -> None:
    body = (
        row("Revenue", "9,204", "8,911") + row("Subsidies", "1,000", "900") + row("Operating income", "10,204", "9,811")
    )
    body += row("Research and development expenses", "(12,204)", "(11,811)") + row(
        "Operating loss", "(2,000)", "(2,000)"
    )
    found = dict(concepts(OPERATIONS, body))
    assert (found["Operating income"], found["Operating loss"]) == (None, "OperatingIncomeLoss")


def test_statements_row_places_per_ads_beside_per_share() -> None:
    share, ads = row("Net loss per ordinary share", "$(0.02)", "$(0.01)"), row("Net loss per ADS", "$(0.20)", "$(0.10)")
    body = row("Revenue", "9,204", "8,911") + row("Net loss", "(204)", "(110)")
    assert concepts(OPERATIONS, body + share + ads)[2:] == [
        ("Net loss per ordinary share", "EarningsPerShareBasicAndDiluted"),
        ("Net loss per ADS", None),
    ]
    assert concepts(OPERATIONS, body + ads)[2:] == [("Net loss per ADS", "EarningsPerShareBasicAndDiluted")]


def test_statements_row_places_headings_tell_which_figure_per_share() -> None:
    body = row("Revenue", "9,204", "8,911") + row("Net loss", "(204)", "(110)") + "Loss per share:\n"
    for variant in ("Basic", "Diluted"):
        body += f"  {variant}:\n" + row("    Continuing operations", "$(0.01)", "$(0.02)")
        body += row("    Discontinued operations", "(0.01)", "0.01") + row("    Net loss", "$(0.02)", "$(0.01)")
    part = "IncomeLossFromContinuingOperationsPer{}Share", "IncomeLossFromDiscontinuedOperationsNetOfTaxPer{}Share"
    wanted = [name.format(v) for v in ("Basic", "Diluted") for name in (*part, "EarningsPerShare{}")]
    assert [concept for _, concept in concepts(OPERATIONS, body)[2:]] == wanted


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("(in thousands, except per share data)", ()),
        ("(in thousands, except units and average selling price)", ("unit", "average selling price")),
        ("(unaudited; in thousands, except tests, patients and per-test amounts)", ("test", "patient")),
        ("(dollars in millions, except where noted)", ()),
        ("(in thousands)", ()),
    ],
)
def test_statements_exceptions_of_captions(said: str, names: tuple[str, ...]) -> None:
    line = TableLine(start=0, end=len(said), text=said, indent=0, kind="text")
    assert excepted_in([line]) == names
