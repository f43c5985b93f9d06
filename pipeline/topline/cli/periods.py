"""Periods as people type them: a year, a half, a quarter, a month, a day."""

import re
from calendar import monthrange
from datetime import date, timedelta

from topline.records import Fact, Interval

__all__ = ["lies_in", "read_period"]

_PERIOD = re.compile(r"(\d{4})(?:[- ]?(?:q([1-4])|h([12])|(\d\d)(?:-(\d\d))?))?", re.IGNORECASE)
_FISCAL = timedelta(days=7)


def read_period(text: str) -> Interval | None:
    """ "2003", "2003-H1", "2003-Q3", "2003-09" or "2003-09-30"; None for anything else."""
    match = _PERIOD.fullmatch(text.strip())
    if match is None or match[1] == "0000":
        return None
    quarter, half, month, day = (int(part) if part else None for part in match.groups()[1:])
    year, first, last = int(match[1]), 1, 12
    if quarter or half:
        length = 3 if quarter else 6
        last = length * (quarter or half or 1)
        first = last - length + 1
    elif month is not None:
        first = last = month
    if not 1 <= first <= 12 or (day is not None and not 1 <= day <= monthrange(year, first)[1]):
        return None
    end = day or monthrange(year, last)[1]
    return Interval(start=date(year, first, day or 1).isoformat(), end=date(year, last, end).isoformat())


def lies_in(fact: Fact, wanted: Interval) -> bool:
    """The figure is of a day or a period in it, a fiscal one up to a week off; of a day also what ends on it."""
    end = fact.instant or (fact.period.end if fact.period else None)
    if end is None:
        return False
    if wanted.start == wanted.end:
        return end == wanted.end
    late = (date.fromisoformat(wanted.end) + _FISCAL).isoformat() if wanted.end < "9999-12-24" else wanted.end
    early = (date.fromisoformat(wanted.start) - _FISCAL).isoformat() if wanted.start > "0001-01-08" else wanted.start
    return wanted.start <= end <= late and (fact.period is None or fact.period.start >= early)
