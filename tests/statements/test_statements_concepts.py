"""Row labels and the elements they mean. Cases are in concept_cases.json; a label that is not known means null."""

import json
from pathlib import Path
from typing import Any

import pytest
from statement_tables import BALANCE, OPERATIONS, only

from topline.errors import VocabularyError
from topline.statements import concept_entries, concept_of
from topline.statements.patterns import expand

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("concept_cases.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['kind']}: {case['label']}")
def test_statements_concepts_of_labels(case: dict[str, Any]) -> None:
    unit = case.get("unit", "USD")
    assert concept_of(case["label"], kind=case["kind"], section=case.get("section"), unit=unit) == case["concept"]


def test_statements_concepts_no_label_means_two() -> None:
    meant: dict[tuple[str, str | None, str], set[str]] = {}
    for entry in concept_entries():
        meant.setdefault((entry.kind, entry.under, entry.label), set()).add(entry.concept)
    assert {key: names for key, names in meant.items() if len(names) > 1} == {}


def test_statements_concepts_vocabulary_is_in_normal_form() -> None:
    from topline.statements.vocabulary import normal

    entries = list(concept_entries())
    assert len({entry.concept for entry in entries}) >= 150
    assert [entry.label for entry in entries if entry.label != normal(entry.label)] == []
    assert all(entry.concept.startswith("us-gaap:") for entry in entries)


def test_statements_concepts_every_entry_is_found() -> None:
    missed = [
        entry
        for entry in concept_entries()
        if entry.under is None and concept_of(entry.label, kind=entry.kind) != entry.concept
    ]
    assert missed == []


def test_statements_concepts_in_a_table() -> None:
    concepts = [row.concept for row in only(OPERATIONS).rows]
    assert concepts == [
        "us-gaap:ContractsRevenue",
        "us-gaap:ResearchAndDevelopmentExpense",
        "us-gaap:GeneralAndAdministrativeExpense",
        "us-gaap:OperatingExpenses",
        "us-gaap:OperatingIncomeLoss",
        "us-gaap:InvestmentIncomeInterest",
        "us-gaap:NetIncomeLoss",
        "us-gaap:EarningsPerShareBasicAndDiluted",
        "us-gaap:WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
    ]


def test_statements_concepts_of_pro_forma_statements_are_null() -> None:
    statement = only(OPERATIONS.replace("CONDENSED STATEMENTS", "PRO FORMA STATEMENTS"))
    assert {row.concept for row in statement.rows} == {None}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("CONDENSED STATEMENTS OF OPERATIONS", "operations"),
        ("Consolidated Statements of Income", "operations"),
        ("STATEMENTS OF CASH FLOWS", "cash_flows"),
        ("SELECTED FINANCIAL DATA", "balance_sheet"),
        ("STATEMENTS OF STOCKHOLDERS' EQUITY", "other"),
    ],
)
def test_statements_concepts_kind_by_title_then_by_rows(title: str, kind: str) -> None:
    assert only(BALANCE.replace("CONDENSED CONSOLIDATED BALANCE SHEETS", title)).kind == kind


def test_statements_concepts_parts_of_selected_data_are_of_their_own_kind() -> None:
    table = Path(__file__).with_name("tables") / "balance_sheet_data_under_periods.txt"
    assert [(row.label, row.concept) for row in only(table.read_text(encoding="utf-8")).rows] == [
        ("Revenues", "us-gaap:Revenues"),
        ("Research and development", "us-gaap:ResearchAndDevelopmentExpense"),
        ("Net loss", "us-gaap:NetIncomeLoss"),
        ("Cash and cash equivalents", "us-gaap:CashAndCashEquivalentsAtCarryingValue"),
        ("Total assets", "us-gaap:Assets"),
        ("Stockholders' equity", "us-gaap:StockholdersEquity"),
        ("Common shares outstanding", "us-gaap:CommonStockSharesOutstanding"),
    ]


def test_statements_concepts_of_totals_without_a_label_the_last_is_named() -> None:
    text = (
        "BALANCE SHEETS\n(in thousands)\n\n"
        "                         June 30, 2005   June 30, 2004\n"
        "ASSETS\nCash                        $ 4,002         $ 3,118\n"
        "Receivables                   1,204             910\n"
        "-------------------------------------------------------\n"
        "                            $ 5,206         $ 4,028\n"
        "LIABILITIES\nAccounts payable            $   910         $ 1,002\nSHAREHOLDERS' EQUITY\nShare capital\n"
        "  Common shares              21,402          18,220\n  Preferred shares            1,000           1,000\n"
        "Deficit                     (18,106)        (16,194)\n"
        "-------------------------------------------------------\n"
        "                              4,296           3,026\n"
        "-------------------------------------------------------\n"
        "                            $ 5,206         $ 4,028\n"
    )
    assert [(row.concept, row.cells[0].value) for row in only(text).rows if not row.label] == [
        ("us-gaap:Assets", "5206000"),
        (None, "4296000"),
        ("us-gaap:LiabilitiesAndStockholdersEquity", "5206000"),
    ]


@pytest.mark.parametrize(
    ("pattern", "labels"),
    [
        ("net sales", {"net sales"}),
        ("[total] (revenue|revenues)", {"revenue", "revenues", "total revenue", "total revenues"}),
        ("cash [and [cash] equivalents]", {"cash", "cash and equivalents", "cash and cash equivalents"}),
        ("license[s]", {"license", "licenses"}),
        ("{each} loss", {"basic loss", "diluted loss"}),
    ],
)
def test_statements_concepts_patterns(pattern: str, labels: set[str]) -> None:
    assert expand(pattern, {"each": "(basic|diluted)"}) == labels


@pytest.mark.parametrize("pattern", ["[total revenue", "total) revenue", "(a|b", "{unknown} loss"])
def test_statements_concepts_bad_patterns(pattern: str) -> None:
    with pytest.raises(VocabularyError):
        expand(pattern, {})
