"""Headings among the rows that tell the time of the rows under them: "Nine months ended September 30:"."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from topline.statements.dates import date_parts, last_day
from topline.statements.durations import find_duration, find_durations
from topline.statements.vocabulary import first_match

__all__ = ["dates_rows", "leaves_length_open", "tells_length", "tells_other_time"]

_DAYS_A_MONTH = 365 / 12
_NEAR = 10


@lru_cache(maxsize=8192)
def dates_rows(text: str) -> bool:
    """Whether words tell a time and nothing else; such as begin with a small letter are the rest of a label."""
    words = " ".join(text.split())
    return not words[:1].islower() and first_match("dated_headings", words.lower()) is not None


def tells_length(text: str) -> bool:
    """Of a heading that dates rows: whether it names a length and no day, known or not."""
    return any(True for _ in find_durations(text)) or leaves_length_open(text)


def leaves_length_open(text: str) -> bool:
    """ "Year-to-date:" and "Quarter:" tell of another length than the title may, but not when it ended."""
    named = dates_rows(text) and first_match("open_headings", text.lower()) is not None
    return named and not any(True for _ in find_durations(text))


def tells_other_time(headings: Iterable[str], start: str, end: str) -> bool:
    """Whether headings that date rows name another length or another day of the year than a period has.

    A year in weeks ends up to a week off, and so do its quarters.
    """
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    return any(_other_length(text, (last - first).days + 1) or _other_day(text, last) for text in headings)


def _other_length(text: str, days: int) -> bool:
    told = find_duration(text)
    return told is not None and abs(days - (told.weeks * 7 or round(told.months * _DAYS_A_MONTH))) > _NEAR


def _other_day(text: str, end: date) -> bool:
    named = {(part.month, part.day) for part in date_parts(text) if part.month is not None}
    if len(named) != 1:
        return False
    month, day = named.pop()
    ends = (last_day(year, month, day) for year in (end.year - 1, end.year, end.year + 1) if month is not None)
    return not any(found is not None and abs((found - end).days) <= _NEAR for found in ends)
