"""Weeks told by one of their days: "the week of December 4", "the week ended October 27"."""

import re
from collections.abc import Sequence
from datetime import timedelta

from topline.quantities.dates import date_source, read_date
from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import Reading, Rule, period_quantity
from topline.quantities.words import compiled

__all__ = ["WEEK_RULES"]

_SIX = timedelta(days=6)
_SATURDAY = 5


def _build_week(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """A week "of" a day is the one from Monday on in which it lies; one told by its Sunday begins there."""
    edge = match["edge"].lower()
    ended = edge.startswith("end")
    day = read_date(match, "w_", reading, past=edge == "ended")
    if day is None:
        return ()
    if edge == "of" and day.weekday() <= _SATURDAY:
        day -= timedelta(days=day.weekday())
    week = Interval(day - _SIX, day) if ended else Interval(day, day + _SIX)
    return (period_quantity(reading, match.span(), week, rule, precision="week"),)


WEEK_RULES = (
    Rule(
        "week",
        frozenset({"week"}),
        compiled(rf"week,? (?P<edge>of|beginning|starting|commencing|ended|ending)(?: on)? {date_source('w_')}"),
        _build_week,
    ),
)
