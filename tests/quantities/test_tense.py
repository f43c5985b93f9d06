"""Whether a sentence looks ahead or back."""

from datetime import date

import pytest

from topline.quantities import Interval, ReleaseContext
from topline.quantities.reading import Reading
from topline.quantities.tense import AHEAD, PAST, fitting, is_outlook, tense

TODAY = date(2006, 8, 9)


def at(text: str) -> tuple[Reading, int, int]:
    """The place of the word HERE."""
    start = text.index("HERE")
    return Reading(text, ReleaseContext(TODAY)), start, start + len("HERE")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The trial will be completed in HERE.", AHEAD),
        ("A meeting is to be held in HERE.", AHEAD),
        ("We expect to file in HERE.", AHEAD),
        ("The trial was completed in HERE.", PAST),
        ("It had said that it would file in HERE.", AHEAD),
        ("It will do what it announced in HERE.", PAST),
        ("As expected, it came in HERE.", PAST),
        ("In HERE, the company filed.", PAST),
        ("In HERE, the company planned to file.", PAST),
        ("In HERE, Corvane projected sales of $5 million.", PAST),
        ("In HERE, planned trials begin.", AHEAD),
        ("The company planned to file in HERE.", 0),
        ("The company had expected approval in HERE.", 0),
        ("A trial expected in HERE", AHEAD),
        ("A trial planned to begin in HERE", AHEAD),
        ("The company has planned a launch in HERE.", AHEAD),
        ("We will file. A meeting in HERE", 0),
        ("Chicago in HERE", 0),
    ],
)
def test_quantities_tense_of_the_nearest_cue(text: str, way: int) -> None:
    assert tense(*at(text)) == way


@pytest.mark.parametrize(
    ("text", "outlook"),
    [
        ("We expect to file in the HERE.", True),
        ("We expect to file by the end of the HERE.", True),
        ("We will discuss the HERE results.", False),
        ("We expect the HERE to be good.", False),
        ("We filed in the HERE.", False),
    ],
)
def test_quantities_outlook_needs_a_word_of_time_before_the_period(text: str, outlook: bool) -> None:
    assert is_outlook(*at(text)) is outlook


def test_quantities_tense_decides_only_beyond_the_slack() -> None:
    days = [Interval(d, d) for d in (date(2006, 6, 1), date(2007, 6, 1))]
    assert fitting(days, TODAY, AHEAD, slack=90) == days[0]
    assert fitting(days, TODAY, AHEAD, slack=30) == days[1]
