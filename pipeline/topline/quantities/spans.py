"""Arithmetic on days, months, quarters and fiscal years."""

from calendar import monthrange
from datetime import date, timedelta

from topline.quantities.model import Interval, ReleaseContext

__all__ = [
    "day",
    "fiscal_quarter",
    "fiscal_year",
    "fiscal_year_of",
    "month",
    "month_later",
    "months_ending",
    "months_in",
    "nearest",
    "quarter_of",
    "shift",
    "slice_of",
    "weeks_ending",
]


def day(year: int, month_: int, day_: int) -> date | None:
    """The date, None when the calendar has no such day."""
    if 1 <= month_ <= 12 and 1900 <= year <= 2100 and 1 <= day_ <= monthrange(year, month_)[1]:
        return date(year, month_, day_)
    return None


def _add_months(year: int, month_: int, by: int) -> tuple[int, int]:
    total = year * 12 + month_ - 1 + by
    return total // 12, total % 12 + 1


def month(year: int, month_: int, count: int = 1) -> Interval:
    """`count` whole months from the first of the given one."""
    last_year, last_month = _add_months(year, month_, count - 1)
    return Interval(date(year, month_, 1), date(last_year, last_month, monthrange(last_year, last_month)[1]))


def month_later(day_: date, count: int) -> date:
    """The same day `count` months on, the month's last where it has no such day."""
    year, month_ = _add_months(day_.year, day_.month, count)
    return date(year, month_, min(day_.day, monthrange(year, month_)[1]))


def months_in(interval: Interval) -> int:
    """Its length in months, to the nearest."""
    return round(((interval.end - interval.start).days + 1) / 30.4375)


def _is_month_end(value: date) -> bool:
    return value.day == monthrange(value.year, value.month)[1]


def weeks_ending(end: date, weeks: int) -> Interval:
    return Interval(end - timedelta(days=7 * weeks - 1), end)


def months_ending(end: date, count: int) -> Interval:
    """`count` months up to `end`. An end within a week of a month's end is read as a calendar of 13-week quarters."""
    if _is_month_end(end):
        year, first = _add_months(end.year, end.month, 1 - count)
        return Interval(date(year, first, 1), end)
    close_to_end = end.day <= 7 or end.day > monthrange(end.year, end.month)[1] - 7
    if close_to_end and count % 3 == 0:
        return weeks_ending(end, count // 3 * 13)
    year, before = _add_months(end.year, end.month, -count)
    return Interval(date(year, before, min(end.day, monthrange(year, before)[1])) + timedelta(days=1), end)


def shift(interval: Interval, years: int) -> Interval:
    """The same stretch `years` later; one that is not bound to whole months moves by 52 weeks a year."""
    start, end = interval
    if interval.start == interval.end:
        moved = day(end.year + years, end.month, min(end.day, monthrange(end.year + years, end.month)[1]))
        return Interval(moved or end, moved or end)
    if start.day == 1 and _is_month_end(end):
        return month(start.year + years, start.month, months_in(interval))
    return Interval(start + timedelta(days=364 * years), end + timedelta(days=364 * years))


def slice_of(interval: Interval, part: str) -> Interval:
    """The "early", "mid", "late", "start" or "end" part: thirds of it; the start and the end are its outer months."""
    count = months_in(interval)
    if count <= 1:
        days = (interval.end - interval.start).days + 1
        third = timedelta(days=days // 3)
        cuts = [interval.start, interval.start + third, interval.start + 2 * third, interval.end + timedelta(days=1)]
        index = {"early": 0, "start": 0, "mid": 1}.get(part, 2)
        return Interval(cuts[index], cuts[index + 1] - timedelta(days=1))
    size = max(count // 3, 1)
    at, length = {
        "early": (0, size),
        "mid": ((count - size) // 2, size),
        "late": (count - size, size),
        "start": (0, 1),
        "end": (count - 1, 1),
    }[part]
    year, first = _add_months(interval.start.year, interval.start.month, at)
    return month(year, first, length)


def fiscal_year(year: int, context: ReleaseContext, *, calendar: bool = False) -> Interval:
    """The year that is called `year`; an end in a month's first week counts as the end of the month before."""
    last, last_day = (12, 31) if calendar else context.fiscal_year_end
    year -= 0 if calendar else context.fiscal_year_shift
    if last_day <= 7:
        year, last = _add_months(year, last, -1)
    start_year, start_month = _add_months(year, last, -11)
    return month(start_year, start_month, 12)


def fiscal_quarter(year: int, quarter: int, context: ReleaseContext, *, calendar: bool = False) -> Interval:
    start = fiscal_year(year, context, calendar=calendar).start
    first_year, first = _add_months(start.year, start.month, 3 * (quarter - 1))
    return month(first_year, first, 3)


def fiscal_year_of(when: date, context: ReleaseContext) -> int:
    """The fiscal year that a day lies in; up to a week past its end still counts, for 52-week calendars."""
    reference = when - timedelta(days=7)
    first = reference.year + context.fiscal_year_shift
    for year in (first, first + 1):
        span = fiscal_year(year, context)
        if span.start <= reference <= span.end:
            return year
    return when.year


def nearest(candidates: list[Interval], to: date) -> Interval:
    """The one whose middle is nearest; the earlier of two that are equally near."""
    return min(candidates, key=lambda i: (abs(2 * (to - i.start).days - (i.end - i.start).days), i.start))


def quarter_of(interval: Interval) -> str | None:
    """A label such as "2003-Q4", "2004-H1", "2004-9M", "2003" or "2004-06", None for any other stretch.

    Ends up to a week off a month's end, as 52-week calendars have them, count as that month's end.
    """
    start, end = interval.start + timedelta(days=7), interval.end - timedelta(days=7)
    first, last = (start.year, start.month), (end.year, end.month)
    whole = (interval.start - date(*first, 1)).days <= 7 and (month(*last).end - interval.end).days <= 7
    count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    year, m = first
    if not whole or start > end:
        return None
    if count == 1:
        return f"{year}-{m:02d}"
    if count == 3 and m % 3 == 1:
        return f"{year}-Q{m // 3 + 1}"
    if count == 6 and m in (1, 7):
        return f"{year}-H{1 if m == 1 else 2}"
    return {9: f"{year}-9M", 12: str(year)}.get(count) if m == 1 else None
