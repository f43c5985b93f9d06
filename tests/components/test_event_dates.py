"""Which date is an event's own, in releases of 3 March 2004."""

from datetime import date

import pytest
from spacy.language import Language

from topline.components import EventSpan

LEAD = "BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) "
NEWS = f"{LEAD}says that it has made good progress with all of its medicines.\n\n"
QUARTER = (date(2003, 10, 1), date(2003, 12, 31))
HIGHLIGHTS = f"""\
{LEAD}today reported results for the fourth quarter ended December 31, 2003.

Fourth quarter highlights:

 *  Submitted an NDA for MRW-101.

 *  Merrow initiated a Phase 3 trial of MRW-102 on November 4, 2003.

 *  Merrow expects to initiate a Phase 2 trial of MRW-103.
"""


def events(nlp: Language, text: str) -> list[EventSpan]:
    return list(nlp(text)._.events)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("told", "leaf", "start", "end", "words"),
    [
        (
            "today announced that it has submitted an NDA for MRW-101 to the FDA.",
            "application_submission",
            "2004-03-03",
            "2004-03-03",
            "today",
        ),
        (
            "submitted an NDA for MRW-101 on February 27, 2004.",
            "application_submission",
            "2004-02-27",
            "2004-02-27",
            "February 27, 2004",
        ),
        (
            "submitted an NDA for MRW-101 in January.",
            "application_submission",
            "2004-01-01",
            "2004-01-31",
            "January",
        ),
        (
            "expects to submit an NDA for MRW-101 in the second half of 2004.",
            "application_submission",
            "2004-07-01",
            "2004-12-31",
            "second half of 2004",
        ),
        # a day gone by is not the day of a plan
        (
            "met with the agency on February 2, 2004 and expects to submit an NDA for MRW-101 in June 2004.",
            "application_submission",
            "2004-06-01",
            "2004-06-30",
            "June 2004",
        ),
        # the date after another happening is that one's
        (
            "has submitted an NDA for MRW-101 and completed enrollment in its Phase 3 trial in January 2004.",
            "enrollment_complete",
            "2004-01-01",
            "2004-01-31",
            "January 2004",
        ),
        # two dates joined are one stretch
        (
            "will present at the Annual Meeting of the American Society of Hematology from December 4 to "
            "December 7, 2004.",
            "conference_presentation",
            "2004-12-04",
            "2004-12-07",
            "December 4",
        ),
        # of two happenings each has its own
        (
            "submitted an NDA in 2003 and expects approval by the end of 2004.",
            "application_submission",
            "2003-01-01",
            "2003-12-31",
            "2003",
        ),
        (
            "submitted an NDA in 2003 and expects approval by the end of 2004.",
            "approval",
            "2004-03-03",
            "2004-12-31",
            "end of 2004",
        ),
        (
            "said that the PDUFA date is December 30, 2004.",
            "goal_date_set",
            "2004-12-30",
            "2004-12-30",
            "December 30, 2004",
        ),
    ],
)
def test_components_event_date_stated(nlp: Language, told: str, leaf: str, start: str, end: str, words: str) -> None:
    time = {e.type: e.time for e in events(nlp, LEAD + told)}[leaf]
    assert time is not None
    assert (time.interval, time.basis) == ((day(start), day(end)), "stated")
    assert time.span is not None
    assert time.span.text == words


def test_components_event_date_of_another_happening_is_left_alone(nlp: Language) -> None:
    text = f"{NEWS}Merrow has submitted an NDA and completed enrollment in its trial in January 2004.\n"
    times = {e.type: e.time for e in events(nlp, text)}
    assert times["application_submission"] is None
    assert times["enrollment_complete"] is not None


@pytest.mark.parametrize(
    "aside",
    [
        "As of December 31, 2003, Merrow has submitted an NDA for MRW-101.",
        "Since January 5, 2004, Merrow has submitted an NDA for MRW-101.",
    ],
)
def test_components_event_date_that_tells_of_something_else_is_none(nlp: Language, aside: str) -> None:
    (event,) = events(nlp, f"{NEWS}{aside}\n")
    assert (event.type, event.time) == ("application_submission", None)


def test_components_event_dates_under_a_heading_of_a_period(nlp: Language) -> None:
    """What is done is of the heading's period unless it has a day of its own; a plan is not."""
    times = {(e.type, e.status): e.time for e in events(nlp, HIGHLIGHTS)}
    filed = times["application_submission", "occurred"]
    assert filed is not None
    assert (filed.interval, filed.basis, filed.span) == (QUARTER, "period", None)
    started = times["trial_start", "occurred"]
    assert started is not None
    assert (started.interval, started.basis) == ((date(2003, 11, 4), date(2003, 11, 4)), "stated")
    assert times["trial_start", "planned"] is None


def test_components_event_date_of_results_is_the_day_of_the_release(nlp: Language) -> None:
    results = next(e for e in events(nlp, HIGHLIGHTS) if e.type == "results_reported")
    assert results.time is not None
    assert results.time.interval == (date(2004, 3, 3), date(2004, 3, 3))


def test_components_event_date_of_the_single_subject_is_the_day_of_the_release(nlp: Language) -> None:
    headline = f"Merrow Receives FDA Approval for Veltaron\n\n{LEAD}makes medicines.\n"
    (event,) = events(nlp, headline)
    assert event.type == "approval"
    assert event.time is not None
    assert (event.time.interval, event.time.span) == ((date(2004, 3, 3), date(2004, 3, 3)), None)


def test_components_event_date_without_a_release_date_is_none(nlp: Language) -> None:
    (event,) = events(nlp, "Merrow Receives FDA Approval for Veltaron")
    assert event.time is None


@pytest.mark.parametrize(
    ("when", "status"),
    [("on June 9, 2004", "planned"), ("on February 9, 2004", "occurred")],
)
def test_components_event_status_of_a_bare_noun_is_told_by_its_date(nlp: Language, when: str, status: str) -> None:
    (event,) = events(nlp, f"{NEWS}Advisory committee meeting {when}.\n")
    assert (event.type, event.status) == ("adcom_scheduled", status)


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        (
            "Merrow will host a conference call to discuss its first quarter results on May 10, 2004.",
            "2004-05-10",
            "2004-05-10",
        ),
        (
            "Merrow will hold its annual meeting of stockholders for fiscal 2004 on May 10, 2004.",
            "2004-05-10",
            "2004-05-10",
        ),
        (
            "Management will host a conference call on May 10, 2004 to discuss first quarter results.",
            "2004-05-10",
            "2004-05-10",
        ),
        (
            "On May 10, 2004, Merrow will host a conference call to discuss its first quarter performance.",
            "2004-05-10",
            "2004-05-10",
        ),
        (
            "Merrow will webcast its first quarter and half-year earnings call on Monday, May 10, 2004.",
            "2004-05-10",
            "2004-05-10",
        ),
        ("The first quarter earnings call is scheduled for May 10, 2004.", "2004-05-10", "2004-05-10"),
        (
            "Merrow today announced that it will host a conference call in May 2004 to discuss first quarter results.",
            "2004-05-01",
            "2004-05-31",
        ),
        ("Merrow will hold its first quarter conference call in May 2004.", "2004-05-01", "2004-05-31"),
        # a month is when, not what of
        ("Merrow will comment on it in its May 2004 earnings call.", "2004-05-01", "2004-05-31"),
        # no day told: a quarter is when the meeting is, too
        ("Merrow will hold an analyst day in the second quarter of 2004.", "2004-04-01", "2004-06-30"),
        ("Merrow has scheduled its analyst day for the second quarter of 2004.", "2004-04-01", "2004-06-30"),
    ],
)
def test_components_event_date_of_a_call_is_its_day(nlp: Language, told: str, start: str, end: str) -> None:
    (event,) = [e for e in events(nlp, f"{NEWS}{told}\n") if e.type == "investor_event"]
    assert event.time is not None
    assert event.time.interval == (day(start), day(end))


@pytest.mark.parametrize(
    "told",
    [
        "Merrow will host a conference call to discuss its first quarter results.",
        "Merrow will hold its first quarter conference call.",
        "Merrow will host a conference call for the first quarter of 2004.",
    ],
)
def test_components_event_date_of_a_call_is_not_what_it_is_about(nlp: Language, told: str) -> None:
    (event,) = [e for e in events(nlp, f"{NEWS}{told}\n") if e.type == "investor_event"]
    assert event.time is None


def test_components_event_date_is_unknown_where_something_is_only_near(nlp: Language) -> None:
    found = events(nlp, f"{LEAD}said that it expects to submit an NDA for MRW-101 in the coming weeks.")
    assert [(e.type, e.time) for e in found] == [("application_submission", None)]
