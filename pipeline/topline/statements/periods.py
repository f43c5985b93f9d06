"""The period or the day that a column head names; neither when it does not tell."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from topline.records import Interval
from topline.statements.dates import DateParts, Duration, date_parts, find_duration, last_day

__all__ = ["When", "read_when"]

_FROM_TO = re.compile(r"\binception\b|\b(?:period|from)\b.*\b(?:to|through)\b", re.IGNORECASE)
_CHANGE = re.compile(r"\b(?:change|increase|decrease|variance|adjustments?|percent)\b|%", re.IGNORECASE)
_LONGEST = 1200


class When(NamedTuple):
    """A period for a column of flows, an instant for a column of balances."""

    period: Interval | None = None
    instant: str | None = None


def read_when(parts: list[str], *, context: list[str], instants: bool) -> When:
    """`parts` are the column's own words from top to bottom, `context` the title lines, tried for what those lack.

    A date without a length is an instant only where `instants` says that the statement holds balances.
    """
    own = " ".join(parts)[:_LONGEST]
    if _CHANGE.search(own):
        return When()
    if _FROM_TO.search(own) and (since := _from_to(own)):
        return When(period=since)
    duration = find_duration(own)
    if duration is None and not instants:
        duration = find_duration(" ".join(context)[:_LONGEST])
    end = _end(parts, context)
    if end is None or (duration is None and not instants):
        return When()
    if duration is None:
        return When(instant=end.isoformat())
    start = _start(end, duration)
    return When(period=Interval(start=start.isoformat(), end=end.isoformat())) if start else When()


def _end(parts: list[str], context: list[str]) -> date | None:
    """The day of the lowest date; its year, month and day may stand on different lines."""
    own = [date_parts(part) for part in parts]
    title = [date_parts(part) for part in context]
    year = _lowest(own, "year") or _single(title, "year")
    month_day = _month_day(own) or _month_day(title)
    if year is None or month_day is None or month_day.month is None:
        return None
    return last_day(year, month_day.month, month_day.day)


def _lowest(found: list[list[DateParts]], name: str) -> int | None:
    """The part from the lowest line that has it; None when that line has several."""
    for line in reversed(found):
        values = {getattr(part, name) for part in line} - {None}
        if values:
            return values.pop() if len(values) == 1 else None
    return None


def _single(found: list[list[DateParts]], name: str) -> int | None:
    values = {getattr(part, name) for line in found for part in line} - {None}
    return values.pop() if len(values) == 1 else None


def _month_day(found: list[list[DateParts]]) -> DateParts | None:
    for line in reversed(found):
        dated = [part for part in line if part.month is not None]
        if dated:
            return dated[0] if len({(p.month, p.day) for p in dated}) == 1 else None
    return None


def _from_to(text: str) -> Interval | None:
    """ "Period from March 2, 1998 (inception) to June 30, 2004": the first and the last full date."""
    found = date_parts(text)
    days = [last_day(p.year, p.month, p.day) for p in found if p.year and p.month and p.day]
    known = [day for day in days if day]
    if len(known) == 1 and len(found) > 1 and found[-1].month is None and found[-2].day and found[-1].year:
        end = last_day(found[-1].year, found[-2].month or 0, found[-2].day)
        known += [end] if end else []
    if len(known) < 2 or known[0] >= known[-1]:
        return None
    return Interval(start=known[0].isoformat(), end=known[-1].isoformat())


def _start(end: date, duration: Duration) -> date | None:
    """The first day: the calendar's where the period ends with a month, else the length counted back."""
    if duration.weeks:
        return end - timedelta(weeks=duration.weeks) + timedelta(days=1)
    months = end.year * 12 + end.month - 1 - duration.months
    day = last_day(months // 12, months % 12 + 1, None) if months >= 12 else None
    if day is None:
        return None
    ends_month = (end + timedelta(days=1)).day == 1
    return (day if ends_month else day.replace(day=min(day.day, end.day))) + timedelta(days=1)
