"""The periods or the days that column heads name; neither when they do not tell."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from topline.quantities.spans import months_ending, weeks_ending
from topline.records import Interval
from topline.statements.dated_heading import leaves_length_open
from topline.statements.dates import DateParts, date_parts, last_day
from topline.statements.durations import Duration, find_duration, find_durations
from topline.statements.vocabulary import first_match

__all__ = ["When", "read_whens"]

_FROM_TO = re.compile(r"\binception\b|\b(?:period|from)\b.*\b(?:to|through)\b", re.IGNORECASE)
_PERCENT = re.compile(r"\bpercent\b|%", re.IGNORECASE)
_LONGEST = 1200
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


class When(NamedTuple):
    """A period for a column of flows, an instant for a column of balances."""

    period: Interval | None = None
    instant: str | None = None


class _Told(NamedTuple):
    """What the words over a column say; `since` is a first day that is printed, a `balance` is of a day."""

    end: date | None = None
    duration: Duration | None = None
    since: date | None = None
    balance: bool = False


def read_whens(columns: Sequence[Sequence[str]], *, context: Sequence[Sequence[str]], instants: bool) -> list[When]:
    """For each column its own words from top to bottom; `context` is tried for what those lack, the nearest first.

    A date without a length is an instant only where the words say "as of", or `instants` that the statement holds
    balances.
    """
    beside = [line for parts in columns for line in parts]
    told = [_read(parts, context, beside, instants=instants) for parts in columns]
    ends = sorted({column.end for column in told if column.end is not None})
    in_weeks = any(_near_month_end(end) and not _ends_month(end) for end in ends)
    return [_when(column, ends, in_weeks=in_weeks) for column in told]


def _read(parts: Sequence[str], context: Sequence[Sequence[str]], beside: Sequence[str], *, instants: bool) -> _Told:
    """`beside` are the words over all columns: a length without a month takes the month that the others have."""
    own = " ".join(parts)[:_LONGEST]
    dated = any(part.year is not None for part in date_parts(own))
    if _says("change_heads", own) or (_PERCENT.search(own) and not dated):
        return _Told()
    if _FROM_TO.search(own) and (since := _from_to(own)):
        return since
    end = _end(parts, context)
    if any(_says("as_of", line) and date_parts(line) for line in (context[0] if context else ())):
        return _Told(end, balance=True)
    duration = find_duration(own)
    balance = duration is None and (instants or _says("as_of", own))
    is_open = _says("untold_lengths", own) or any(map(leaves_length_open, context[0] if context else ()))
    if duration is None and not balance and not is_open:
        duration = _told_nearby(context)
    if end is None and duration is not None and not _month_days(parts) and len(_month_days(beside)) == 1:
        end = _end(parts, [beside])
    return _Told(end, duration, balance=balance)


def _says(listed: str, text: str) -> bool:
    """Whether one of the patterns of that list is found."""
    return first_match(listed, text.lower()) is not None


def _told_nearby(context: Sequence[Sequence[str]]) -> Duration | None:
    """The length that the nearest words tell which tell any; None where those tell several."""
    texts = (" ".join(lines)[:_LONGEST] for lines in context)
    return next((find_duration(text) for text in texts if any(True for _ in find_durations(text))), None)


def _month_days(lines: Iterable[str]) -> set[tuple[int, int | None]]:
    return {(part.month, part.day) for text in lines for part in date_parts(text) if part.month is not None}


def _when(told: _Told, ends: Sequence[date], *, in_weeks: bool) -> When:
    if told.end is None:
        return When()
    if told.since is not None:
        return When(period=_interval(told.since, told.end))
    if told.duration is None:
        return When(instant=told.end.isoformat()) if told.balance else When()
    if told.duration.weeks:
        return When(period=_interval(weeks_ending(told.end, told.duration.weeks).start, told.end))
    return When(period=_interval(_first_day(told.end, told.duration.months, ends, in_weeks=in_weeks), told.end))


def _first_day(end: date, months: int, ends: Sequence[date], *, in_weeks: bool) -> date:
    """Quarters of 13 weeks where a column ends near a month's end; of 14 where the end of the one before says so."""
    if not in_weeks or months % 3 or not _near_month_end(end):
        return months_ending(end, months).start
    first = weeks_ending(end, months // 3 * 13).start
    return next((first + week for week in (-_WEEK, _WEEK) if first + week - _DAY in ends), first)


def _interval(start: date, end: date) -> Interval:
    return Interval(start=start.isoformat(), end=end.isoformat())


def _ends_month(day: date) -> bool:
    return (day + _DAY).day == 1


def _near_month_end(day: date) -> bool:
    return day.day <= _WEEK.days or (day + _WEEK).day <= _WEEK.days


def _end(parts: Iterable[str], context: Sequence[Sequence[str]]) -> date | None:
    """The day of the lowest date; its year, month and day may stand on different lines."""
    own = [date_parts(part) for part in parts]
    nearby = [[date_parts(line) for line in lines] for lines in context]
    year = _lowest(own, "year") or next((y for found in nearby if (y := _single(found, "year"))), None)
    month_day = _month_day(own) or next((d for found in nearby if (d := _month_day(found))), None)
    month_day = month_day or next((d for found in (own, *nearby) if (d := _day_of(found, year))), None)
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


def _day_of(found: list[list[DateParts]], year: int | None) -> DateParts | None:
    """The one full date of a year: "June 30, 1998 and December 31, 1997" over "1998" and "1997"."""
    dated = [part for line in found for part in line if part.day is not None and part.year == year]
    return dated[0] if len({(part.month, part.day) for part in dated}) == 1 else None


def _from_to(text: str) -> _Told | None:
    """ "Period from March 2, 1998 (inception) to June 30, 2004": the first and the last full date."""
    found = date_parts(text)
    days = [last_day(p.year, p.month, p.day) for p in found if p.year and p.month and p.day]
    known = [day for day in days if day]
    if len(known) == 1 and len(found) > 1 and found[-1].month is None and found[-2].day and found[-1].year:
        end = last_day(found[-1].year, found[-2].month or 0, found[-2].day)
        known += [end] if end else []
    if len(known) < 2 or known[0] >= known[-1]:
        return None
    return _Told(known[-1], since=known[0])
