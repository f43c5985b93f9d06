"""Column heads that call their periods by name, beside what is known of the release."""

from datetime import date

import pytest

from topline.quantities import ReleaseContext
from topline.statements.named_periods import named_periods
from topline.statements.periods import When

APRIL = ReleaseContext(released_on=date(2012, 6, 5), fiscal_year_end=(4, 30))
UNKNOWN = ReleaseContext(released_on=date(2024, 11, 7))


def spans(labels: list[str], release: ReleaseContext) -> list[str | None]:
    found = named_periods(labels, [When()] * len(labels), release)
    return [f"{when.period.start}/{when.period.end}" if when.period else None for when in found]


@pytest.mark.parametrize(
    ("label", "span"),
    [
        ("Fourth Quarter FY2012", "2012-02-01/2012-04-30"),
        ("Q4 FY11", "2011-02-01/2011-04-30"),
        ("Fiscal Year FY2012", "2011-05-01/2012-04-30"),
        ("FY2011", "2010-05-01/2011-04-30"),
        ("Jan-Mar 2012", "2012-01-01/2012-03-31"),
        ("Dec 28 - Feb 28, 2012", "2011-12-28/2012-02-28"),
        ("Feb 30 - Mar 31, 2012", None),
        ("Mar 1 - Apr 2012", None),
        ("YTD Sep-11", None),
        ("Q4 2011 Outlook", None),
    ],
)
def test_statements_named_heads_of_a_fiscal_year(label: str, span: str | None) -> None:
    assert spans([label], APRIL) == [span]


def test_statements_named_heads_fiscal_years_to_come_leave_all_of_them_unknown() -> None:
    assert spans(["Q3 FY25", "Q3 FY24"], UNKNOWN) == [None, None]
    assert spans(["Q3 FY24", "Q3 2023"], UNKNOWN) == ["2024-07-01/2024-09-30", "2023-07-01/2023-09-30"]


@pytest.mark.parametrize(
    "words",
    [
        "GAAP", "Non-GAAP", "Adjusted", "Pro Forma", "U.S.", "Int'l", "Total", "Ex-U.S.", "Zentrel", "Orvila 20 mg",
        "Royalties", "As previously reported", "Rest of World", "Collaboration revenue",
    ],
)  # fmt: skip
def test_statements_named_heads_of_columns_told_apart(words: str) -> None:
    labels = [f"Q3 2024 {words}", f"{words} Q3 2023", f"3Q24 {words}", f"Third Quarter 2023 {words}"]
    quarters = ["2024-07-01/2024-09-30", "2023-07-01/2023-09-30"] * 2
    assert spans(labels, UNKNOWN) == quarters


@pytest.mark.parametrize(
    "label",
    [
        "Q3 2024 Outlook", "Q3 2024 Guidance", "Q4 2024 Non-GAAP", "Q3 2024 Low", "Estimated Q3 2024 revenue",
        "Q3 2024 Growth", "Q3 2024 vs. prior year", "Change from Q3 2023", "Q3 2024 Adjustments",
        "Nine months Q3 2024", "Q3 2024 Year to date", "As of Q3 2024", "Since Q3 2024", "Q3 2024 December 31",
        "Q3 2024 Annualized", "2023 Non-GAAP", "Q3 2024 and Q3 2023 Total", "Q3 2024 Consensus",
    ],
)  # fmt: skip
def test_statements_named_heads_of_columns_that_are_not_of_the_period(label: str) -> None:
    assert spans([label], UNKNOWN) == [None]


def test_statements_named_heads_to_date_ends_with_the_quarter_beside_it() -> None:
    assert spans(["3Q24", "YTD'24", "YTD 2023"], UNKNOWN) == ["2024-07-01/2024-09-30", "2024-01-01/2024-09-30", None]
