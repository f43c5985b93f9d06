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


def test_statements_named_heads_to_date_ends_with_the_quarter_beside_it() -> None:
    assert spans(["3Q24", "YTD'24", "YTD 2023"], UNKNOWN) == ["2024-07-01/2024-09-30", "2024-01-01/2024-09-30", None]
