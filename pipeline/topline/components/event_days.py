"""Which of several times is that of a call, a meeting or a report: they take place on a day and are about a period."""

import re
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span

from topline.components.event_scope import Scope
from topline.quantities import Interval, Quantity
from topline.vocab import load_yaml

__all__ = ["is_long", "of_a_day", "takes_a_day"]

# Days of the shortest period that results are of; "the May earnings call" is held in May.
_QUARTER = 80
# How many characters before and behind a period are looked at for what it is of.
_NEAR = 60


class _About(NamedTuple):
    on_a_day: frozenset[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    appointing: re.Pattern[str]


def takes_a_day(trigger: Span) -> bool:
    """Whether its type takes place on a day."""
    return trigger.label_ in _about().on_a_day


def is_long(interval: Interval) -> bool:
    """Long enough for results to be of it."""
    return (interval.end - interval.start).days >= _QUARTER


def of_a_day(scope: Scope, dates: list[Span]) -> list[Span]:
    """The days among them, else the times that are not what the happening is about.

    The release's own day may be that of the announcement ("today announced that it will host").
    """
    today = scope.index.release.released_on
    days = [q for q in dates if q.label_ == "DATE" and q._.quantity.interval.start != today]
    return days or [q for q in dates if not _is_about(scope, q)]


def _is_about(scope: Scope, date: Span) -> bool:
    """A period that says what a call or a meeting is about ("fourth quarter results", "meeting for fiscal 2004")."""
    quantity: Quantity = date._.quantity
    if date.label_ != "PERIOD" or quantity.interval is None or not is_long(quantity.interval):
        return False
    text = scope.index.text
    if _about().behind.match(text, quantity.end, min(quantity.end + _NEAR, len(text))):
        return True
    before = text[max(0, quantity.start - _NEAR) : quantity.start]
    return bool(_about().before.search(before)) and not _about().appointing.search(before)


@cache
def _about() -> _About:
    data = load_yaml("event_days.yaml")
    about, modifiers, appointing = (
        "|".join(re.escape(w) for w in data[key]) for key in ("about", "modifiers", "appointing")
    )
    return _About(
        on_a_day=frozenset(data["on_a_day"]),
        behind=re.compile(rf"(?:['’]s?)?(?:\s+(?:{modifiers})\b){{0,5}}\s+(?:{about})\b", re.IGNORECASE),
        before=re.compile(rf"\b(?:{about}) (?:for|of|from) (?:the |its |our )?$", re.IGNORECASE),
        appointing=re.compile(rf"\b(?:{appointing})\b", re.IGNORECASE),
    )
