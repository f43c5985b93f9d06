"""On which day a release came out, and where that was read."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from release_text import BODY, facts_of

from topline.records import Filing

NEWS = "Merrow Bio, Inc. (Nasdaq: MRRW) today announced that it has submitted an NDA for MRW-101 to the FDA."
MARCH = date(2004, 3, 3)
FILED = Filing(filed_on="2004-03-04", accepted_at="2004-03-03T17:40:00")


@pytest.mark.parametrize(
    "dateline",
    [
        "BOSTON, March 3, 2004 /PRNewswire/ -- ",
        "BOSTON--(BUSINESS WIRE)--March 3, 2004--",
        "BOSTON, March 03, 2004 (GLOBE NEWSWIRE) -- ",
        "BOSTON, MA / ACCESSWIRE / March 3, 2004 / ",
        "BOSTON, MA -- (Marketwire) -- 03/03/04 -- ",
        "Boston, 3 March 2004 - ",
        "Boston, March 3rd, 2004 - ",
        "Boston (Mar. 3, 2004) - ",
        "BOSTON, Wednesday, March 3, 2004 -- ",
        "Boston, March 3, 2004. ",
    ],
)
def test_components_release_date_of_the_dateline(dateline: str) -> None:
    found = facts_of(dateline + NEWS)
    assert (found.released_on, found.dated_by, found.year_by) == (MARCH, "dateline", None)


@pytest.mark.parametrize(
    ("dateline", "after", "filing", "year_by"),
    [
        ("BOSTON, March 3 /PRNewswire/ -- ", "SOURCE Merrow Bio, Inc.\n    -0-     03/03/2004", None, "trailer"),
        ("BOSTON, March 3 /PRNewswire/ -- ", "", FILED, "filing"),
        ("BOSTON, Wednesday, March 3 -- ", "The trial began in 2003 and ended in 2004.", None, "weekday"),
        ("BOSTON, March 3 /PRNewswire/ -- ", "On March 3, 2004, the board met.", None, "text"),
    ],
)
def test_components_release_year_of_the_dateline(
    dateline: str, after: str, filing: Filing | None, year_by: str
) -> None:
    found = facts_of(f"{dateline}{NEWS}\n\n{BODY}\n\n{after}\n", filing=filing)
    assert (found.released_on, found.dated_by, found.year_by) == (MARCH, "dateline", year_by)


def test_components_release_year_of_a_december_release_filed_in_january() -> None:
    found = facts_of(f"BOSTON, Dec. 30 /PRNewswire/ -- {NEWS}\n", filing=Filing(filed_on="2004-01-02"))
    assert (found.released_on, found.year_by) == (date(2003, 12, 30), "filing")


@pytest.mark.parametrize(
    "line",
    [
        "FOR IMMEDIATE RELEASE  March 3, 2004",
        "For Immediate Release: March 3, 2004     web: www.merrow.example",
        "March 3, 2004",
        "Wednesday, March 3, 2004",
        "Company Press Release, Wednesday March 3, 2004",
        "Contact: Ann Lee              FOR IMMEDIATE RELEASE\n         Vice President       Wednesday, March 3, 2004",
    ],
)
def test_components_release_date_over_the_headline(line: str) -> None:
    text = f"{line}\n\nMerrow Bio Submits NDA for MRW-101\n\nBOSTON -- (BUSINESS WIRE) -- {NEWS}\n\n{BODY}\n"
    found = facts_of(text)
    assert (found.released_on, found.dated_by) == (MARCH, "heading")


def test_components_release_date_that_the_text_calls_today() -> None:
    text = f"Merrow Bio Submits NDA\n\n{NEWS}\n\nThe company will hold a call today, March 3, 2004, at 2:00 p.m. ET.\n"
    found = facts_of(text)
    assert (found.released_on, found.dated_by) == (MARCH, "text")


@pytest.mark.parametrize(
    ("filing", "day"),
    [
        (Filing(filed_on="2004-03-04", accepted_at="2004-03-03T17:40:00", period_of_report="2004-03-02"), (2004, 3, 2)),
        (Filing(filed_on="2004-03-04", accepted_at="2004-03-03T17:40:00"), (2004, 3, 3)),
        (Filing(filed_on="2004-03-04", period_of_report="2003-12-31"), (2004, 3, 4)),
        (Filing(filed_on="2004-03-04", period_of_report="2004-03-09"), (2004, 3, 4)),
    ],
)
def test_components_release_date_of_the_filing_where_the_text_has_none(
    filing: Filing, day: tuple[int, int, int]
) -> None:
    found = facts_of(f"Merrow Bio Submits NDA\n\n{NEWS}\n", filing=filing)
    assert (found.released_on, found.dated_by, found.problems) == (date(*day), "filing", ())


def test_components_release_date_of_a_statement_is_no_release_date() -> None:
    text = f"Merrow Bio Balance Sheet\n\nDecember 31, 2003\n\n{NEWS}\n\n{BODY}\n"
    assert facts_of(text, filing=FILED).released_on == MARCH


@pytest.mark.parametrize(
    ("dateline", "filing", "what"),
    [
        (
            "BOSTON, Thursday, March 3, 2004 -- ",
            None,
            "the release date 2004-03-03 is a Wednesday, not the weekday printed",
        ),
        ("BOSTON, March 4, 2004 -- ", FILED, "the release date 2004-03-04 is after the filing of 2004-03-03"),
        ("BOSTON, Feb. 3, 2004 -- ", FILED, "the release date 2004-02-03 is 29 days before the filing of 2004-03-03"),
    ],
)
def test_components_release_date_that_something_speaks_against_stays_and_is_a_problem(
    dateline: str, filing: Filing | None, what: str
) -> None:
    text = dateline + NEWS
    found = facts_of(text, filing=filing)
    (problem,) = found.problems
    assert found.released_on is not None
    assert problem.what == what
    assert problem.at is not None
    assert text[problem.at.start : problem.at.end].startswith("BOSTON")


@pytest.mark.parametrize(
    ("dateline", "city"),
    [
        ("LAS VEGAS, NV - March 3, 2004 - ", "LAS VEGAS, NV"),
        ("KING OF PRUSSIA, PA - March 3, 2004 - ", "KING OF PRUSSIA, PA"),
        ("LAS VEGAS - (NEWSWIRE) - March 3, 2004 - ", "LAS VEGAS"),
        ("BOSTON--(BUSINESS WIRE)--March 3, 2004--", "BOSTON"),
        ("WINSTON-SALEM, N.C., March 3, 2004 /PRNewswire/ -- ", "WINSTON-SALEM, N.C."),
        ("BOSTON, MA / ACCESSWIRE / March 3, 2004 / ", "BOSTON, MA"),
        ("BOSTON -- (BUSINESS WIRE) -- ", "BOSTON"),
        ("PALO ALTO, CA -- ", "PALO ALTO, CA"),
        ("San Diego, California USA - ", "San Diego, California USA"),
    ],
)
def test_components_release_city_without_the_signs_of_the_wire(dateline: str, city: str) -> None:
    assert facts_of(f"{dateline}{NEWS}\n\n{BODY}\n").city == city


@given(day=st.dates(date(1994, 1, 1), date(2045, 12, 31)), late=st.integers(0, 3))
def test_components_release_dateline_without_year_before_its_filing(day: date, late: int) -> None:
    filed = (day + timedelta(days=late)).isoformat()
    printed = f"{day.strftime('%B')} {day.day}"
    found = facts_of(f"BOSTON, {printed} /PRNewswire/ -- {NEWS}\n", filing=Filing(filed_on=filed))
    assert (found.released_on, found.year_by) == (day, "filing")
