"""The period that a release reports: its days, its fiscal year, its name."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from release_text import facts_of

from topline.records import Filing

OPENING = "BOSTON, {day} -- Merrow Bio, Inc. (Nasdaq: MRRW) today reported results for "
ANNUAL = "\n\nThe risks are set out in the annual report on Form 10-K for the year ended {end}, and in other filings.\n"


def reported(
    text: str, day: str = "March 30, 2005", filing: Filing | None = None
) -> tuple[str, str, str | None] | None:
    found = facts_of(OPENING.format(day=day) + text, filing=filing)
    return (str(found.period.start), str(found.period.end), found.period_label) if found.period else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the fourth quarter and year ended December 31, 2004.", ("2004-10-01", "2004-12-31", "2004-Q4")),
        ("the quarter ended December 26, 2004.", ("2004-09-27", "2004-12-26", "2004-Q4")),
        ("the thirteen weeks ended December 26, 2004.", ("2004-09-27", "2004-12-26", "2004-Q4")),
        ("the fourteen weeks ended January 1, 2005.", ("2004-09-26", "2005-01-01", "2004-Q4")),
        ("the twenty-six weeks ended December 26, 2004.", ("2004-06-28", "2004-12-26", "2004-H2")),
        ("the 13-week fiscal quarter ended January 29, 2005.", ("2004-10-31", "2005-01-29", None)),
        ("its second quarter of fiscal 2005, ended Dec. 25, 2004.", ("2004-09-26", "2004-12-25", "FY2005-Q2")),
        (
            "the third quarter and first nine months of fiscal year 2004, ended August 31, 2004.",
            ("2004-06-01", "2004-08-31", "FY2004-Q3"),
        ),
        ("the second quarter of fiscal 2005, which ended Dec. 31, 2004.", ("2004-10-01", "2004-12-31", "FY2005-Q2")),
        ("the fiscal year ended June 30, 2004.", ("2003-07-01", "2004-06-30", "FY2004")),
        ("the fiscal second quarter ended December 31, 2004.", ("2004-10-01", "2004-12-31", "FY2005-Q2")),
        ("the second fiscal quarter ended December 31, 2004.", ("2004-10-01", "2004-12-31", "FY2005-Q2")),
    ],
)
def test_components_release_period_and_its_label(text: str, expected: tuple[str, str, str | None]) -> None:
    assert reported(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the quarter ended September 30, 2004.", ("2004-07-01", "2004-09-30", "FY2005-Q1")),
        ("the six months ended December 31, 2004.", ("2004-07-01", "2004-12-31", "FY2005-H1")),
        ("the nine months ended March 31, 2004.", ("2003-07-01", "2004-03-31", "FY2004-9M")),
        ("the year ended June 30, 2004.", ("2003-07-01", "2004-06-30", "FY2004")),
        ("the first quarter of fiscal 2005, ended September 30, 2004.", ("2004-07-01", "2004-09-30", "FY2005-Q1")),
    ],
)
@pytest.mark.parametrize("told_by", ["text", "filing"])
def test_components_release_period_of_a_fiscal_year_told_elsewhere(
    text: str, expected: tuple[str, str, str], told_by: str
) -> None:
    if told_by == "text":
        assert reported(text + ANNUAL.format(end="June 30, 2004")) == expected
    else:
        assert reported(text, filing=Filing(fiscal_year_end="06-30")) == expected


def test_components_release_fiscal_quarter_without_its_day_is_read_against_the_fiscal_year() -> None:
    filing = Filing(fiscal_year_end="06-30", filed_on="2004-11-04")
    text = "its fiscal first quarter of 2005."
    assert reported(text, "November 4, 2004", filing) == ("2004-07-01", "2004-09-30", "FY2005-Q1")


@pytest.mark.parametrize(
    ("quarter", "previous", "start"),
    [
        ("September 30, 2006", "July 1, 2006", "2006-07-02"),
        ("September 30, 2006", "June 30, 2006", "2006-07-01"),
        ("October 7, 2006", "July 1, 2006", "2006-07-02"),
    ],
)
def test_components_release_period_begins_after_the_one_that_ended_whole_weeks_before(
    quarter: str, previous: str, start: str
) -> None:
    found = reported(f"the first quarter ended {quarter}." + ANNUAL.format(end=previous), "October 26, 2006")
    assert found is not None
    assert found[0] == start


@pytest.mark.parametrize(
    "text",
    [
        "the fiscal year ended January 31, 2025.\n\nFiscal 2024, which ended January 31, 2025, had 52 weeks. The year "
        "of fifty-two weeks ended January 31, 2025 was the best of all.\n",
        "the 52 weeks ended January 31, 2025.",
        "the fiscal year (52 weeks) ended January 31, 2025.",
    ],
)
def test_components_release_year_of_weeks(text: str) -> None:
    found = reported(text, "March 20, 2025")
    assert found is not None
    assert found[:2] == ("2024-02-03", "2025-01-31")


def test_components_release_year_has_the_number_that_the_text_gives_it() -> None:
    text = (
        "its third quarter. Net sales for the 13-week fiscal quarter ended November 2, 2024 rose from those of the "
        "13-week quarter a year ago.\n\nNet income for the third quarter of fiscal 2024 was $4.2 million."
    )
    assert reported(text, "November 22, 2024") == ("2024-08-04", "2024-11-02", "FY2024-Q3")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "its fourth quarter and year ended June 30, 2004. It earned $8.4 million, compared to $6.9 million in the "
            "fourth quarter of fiscal 2003.",
            "FY2004-Q4",
        ),
        ("its fiscal year ended June 30, 2004. It earned $30.2 million versus $25.0 million in fiscal 2003.", "FY2004"),
        (
            "its fourth quarter and year ended June 30, 2004. Net income for the fourth quarter of fiscal 2003 grew.",
            "FY2003-Q4",
        ),
        (
            "its second quarter of fiscal 2004, ended March 31, 2004. It looks to the second quarter of fiscal 2005.",
            "FY2004-Q2",
        ),
        (
            "its nine months ended June 30, 2004. Guidance for fiscal 2005 follows, as does that for fiscal 2006."
            + ANNUAL.format(end="September 30, 2003"),
            "FY2004-9M",
        ),
    ],
)
def test_components_release_year_is_not_called_by_what_it_is_compared_with(text: str, label: str) -> None:
    found = reported(text, "August 30, 2004")
    assert found is not None
    assert found[2] == label


@pytest.mark.parametrize(
    ("text", "period", "label", "year_end"),
    [
        ("the three and six months ended January 31, 2004.", ("2003-11-01", "2004-01-31"), "FY2004-Q2", (7, 31)),
        ("the three and nine months ended September 30, 2003.", ("2003-07-01", "2003-09-30"), "2003-Q3", (12, 31)),
        (
            "the three month and nine month periods ended September 30, 2003.",
            ("2003-07-01", "2003-09-30"),
            "2003-Q3",
            (12, 31),
        ),
        ("the quarter and six months ended January 31, 2004.", ("2003-11-01", "2004-01-31"), "FY2004-Q2", (7, 31)),
        (
            "the second quarter and first half ended January 31, 2004.",
            ("2003-11-01", "2004-01-31"),
            "FY2004-Q2",
            (7, 31),
        ),
        (
            "the thirteen and thirty-nine weeks ended November 1, 2003.",
            ("2003-08-03", "2003-11-01"),
            "FY2004-Q3",
            (1, 31),
        ),
        ("the three and twelve months ended January 31, 2004.", ("2003-11-01", "2004-01-31"), None, None),
    ],
)
def test_components_release_quarter_is_reported_with_the_stretch_from_the_begin_of_its_year(
    text: str, period: tuple[str, str], label: str | None, year_end: tuple[int, int] | None
) -> None:
    found = facts_of(OPENING.format(day="March 30, 2004") + text)
    assert found.period is not None
    assert (str(found.period.start), str(found.period.end)) == period
    assert (found.period_label, found.fiscal_year_end) == (label, year_end)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("the fiscal year ended June 30, 2004.", (6, 30)),
        ("the quarter ended September 30, 2004." + ANNUAL.format(end="July 3, 2004"), (7, 3)),
        ("the fiscal first quarter ended October 2, 2004.", (6, 30)),
        ("the third quarter of 2004.", None),
    ],
)
def test_components_release_fiscal_year_end(text: str, end: tuple[int, int] | None) -> None:
    assert facts_of(OPENING.format(day="March 30, 2005") + text).fiscal_year_end == end


def test_components_release_quarter_of_a_year_that_the_headline_names() -> None:
    text = (
        "MERROW BIO REPORTS SECOND FISCAL 2005 QUARTER RESULTS\n\n"
        + OPENING.format(day="Feb. 11, 2005")
        + "the second "
        "quarter of fiscal 2005, which ended Dec. 31, 2004.\n"
    )
    found = facts_of(text)
    assert (found.period, found.period_label) == ((date(2004, 10, 1), date(2004, 12, 31)), "FY2005-Q2")


@given(end=st.dates(date(2000, 1, 1), date(2030, 12, 31)), weeks=st.sampled_from([13, 14, 26, 27, 39, 40, 52, 53]))
def test_components_release_weeks_are_exact(end: date, weeks: int) -> None:
    day = end + timedelta(days=30)
    text = f"the {weeks} weeks ended {end.strftime('%B')} {end.day}, {end.year}."
    found = facts_of(OPENING.format(day=f"{day.strftime('%B')} {day.day}, {day.year}") + text).period
    assert found is not None
    assert (found.end, (found.end - found.start).days + 1) == (end, 7 * weeks)
