"""On which period a release reports, of which fiscal year, and by how many weeks where it counts in weeks."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from topline.quantities import Interval, ReleaseContext, find_dates, find_quantities
from topline.quantities.spans import months_ending, months_in
from topline.quantities.words import MONTH, WORD_NUMBER, number_of
from topline.readers import Document

__all__ = [
    "DAY",
    "FiscalYearEnd",
    "context_of",
    "day_of",
    "exact_weeks",
    "month_end",
    "read_fiscal_year_end",
    "read_period",
]

FiscalYearEnd = tuple[int, int]

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
DAY = rf"(?P<day>{MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {MONTH},? \d{{4}})"
_QUARTER_END = re.compile(
    r"\b(?:(?P<quarter>first|second|third|fourth)[ -](?:fiscal )?quarter"
    r"(?:,? and (?:the )?(?:(?:first )?\w+[ -]months?|first half))?"
    r"(?:,? (?:and|of) (?:the )?(?:full )?fiscal(?: year)?(?: \d{4})?)?|fiscal(?: full)? year(?: \d{4})?|\byear),?"
    rf" ?(?:which |that )?end(?:ed|ing|s)(?: on)? {DAY}",
    re.IGNORECASE,
)
_FISCAL_QUARTER = re.compile(
    rf"\bfiscal (?P<quarter>first|second|third|fourth)[ -]quarter,? end(?:ed|ing)(?: on)? {DAY}", re.IGNORECASE
)
_YEAR_END = re.compile(rf"\b(?:fiscal )?year end(?:ed|ing)(?: on)? {DAY}", re.IGNORECASE)
_RESULTS = re.compile(r"\bresults?\b|\breport(?:s|ed)\b", re.IGNORECASE)
_CODED = re.compile(r"\b(?:[1-4]Q|Q[1-4]) ?['’]?\d{2,4}\W*$")
_FIGURES = re.compile(r"\b(?:net|operating) (?:income|loss|sales|earnings)\b|\brevenues?\b|\bearnings\b", re.IGNORECASE)
_PERIOD_WORD = re.compile(
    rf"quarter|\bmonths?\b|half|\byear\b|fiscal|\bQ[1-4]\b|\b[1-4]Q|\bweeks?\b|^(?:\d{{1,2}}|{WORD_NUMBER})$",
    re.IGNORECASE,
)
_ENDED = re.compile(rf"(?:ended|ENDED|ending|ENDING)(?: on)? (?i:{DAY})")
_THEN_ENDED = re.compile(rf",? \(?(?:which )?end(?:ed|ing)(?: on)? {DAY}", re.IGNORECASE)
_WEEK = re.compile(r"(?<=[- ])[Ww](?:eek|EEK)")
_AROUND = 90
_FEW_DAYS = 10
_WEEKS = re.compile(
    rf"\b(?P<count>\d{{1,2}}|{WORD_NUMBER})[- ]weeks?\b(?P<gap>[^.;\d]{{0,40}}?)\bend(?:ed|ing)(?: on)?[\s,]+{DAY}"
    rf"|\bend(?:ed|ing)(?: on)? (?P<day2>{MONTH} \d{{1,2}},? \d{{4}}),? \(?(?:a |an |which (?:had|included) )?"
    rf"(?P<count2>\d{{1,2}}|{WORD_NUMBER})[- ]weeks?\b",
    re.IGNORECASE,
)
_IN_WEEKS = re.compile(rf" \((?:\d\d|{WORD_NUMBER})[- ]weeks?\)", re.IGNORECASE)
_QUARTER_DAYS = 91
_EARLY = 10
# A printed last day is that of a quarter named before it if it is not further off, whatever fiscal year was supposed.
_OFF = 380


def context_of(
    released_on: date | None, fiscal: FiscalYearEnd | None, period: Interval | None = None, *, shift: int = 0
) -> ReleaseContext:
    context = ReleaseContext(released_on=released_on, period=period, fiscal_year_shift=shift)
    return context if fiscal is None else replace(context, fiscal_year_end=fiscal)


def read_period(texts: Iterable[str], context: ReleaseContext) -> Interval | None:
    """The quarter, half or year that a headline or the lead reports results for, the printed last day above all.

    A headline's "third quarter" is a calendar one unless the text says where the fiscal year ends; results are never
    reported for a time that is not over, so of a year named with one of its quarters it is the quarter.
    """
    found = [list(_told(text, context)) for text in texts]
    over = _over(found, context)
    if _is_off_by_days(over):
        over = _over([told for told in found if any(printed for _, printed in told)], context)
    ended = [p for p in over if p[1]]
    first = next(iter(over), None)
    same = [p for p in ended if first is not None and _quarters(p[0]) == _quarters(first[0])]
    part = [p for p in ended if first is not None and first[0].start <= p[0].start and p[0].end < first[0].end]
    best = next(iter(same or part), None) or first
    return best[0] if best else None


def _over(found: Iterable[Iterable[tuple[Interval, bool]]], context: ReleaseContext) -> list[tuple[Interval, bool]]:
    return [p for told in found for p in told if context.released_on is None or p[0].end <= context.released_on]


def _is_off_by_days(over: Sequence[tuple[Interval, bool]]) -> bool:
    """A headline names a quarter that ends some days from the last day printed under it: the day is right."""
    if not over or over[0][1]:
        return False
    return any(printed and 0 < abs((period.end - over[0][0].end).days) <= _FEW_DAYS for period, printed in over)


def _told(text: str, context: ReleaseContext) -> Iterator[tuple[Interval, bool]]:
    """Periods of a text that tells results; of one that tells figures, those with their last day.

    A headline that ends in the code of a quarter tells its results, too.
    """
    results = _RESULTS.search(text) or _CODED.search(text)
    if results or _FIGURES.search(text):
        yield from (p for p in _periods(text[:600], context) if results or p[1])


def _periods(text: str, context: ReleaseContext) -> list[tuple[Interval, bool]]:
    """Intervals of a text with whether their last day is printed."""
    found = []
    text = _IN_WEEKS.sub("", text)
    for quantity in find_quantities(text, context):
        words = text[quantity.start : quantity.end]
        if quantity.label == "PERIOD" and quantity.interval and _PERIOD_WORD.search(words):
            found.append(
                _ending(text, quantity.end, quantity.interval) or (quantity.interval, "ended" in words.lower())
            )
    return found


def _ending(text: str, at: int, period: Interval) -> tuple[Interval, bool] | None:
    """The period that ends on a day printed after its name: "second quarter of fiscal 2007, ended Dec. 30, 2006"."""
    match = _THEN_ENDED.match(text, at)
    end = day_of(match["day"]) if match else None
    if end is None or abs((end - period.end).days) > _OFF:
        return None
    return months_ending(end, months_in(period)), True


def _quarters(interval: Interval) -> int:
    return round((interval.end - interval.start).days / _QUARTER_DAYS)


def exact_weeks(period: Interval, document: Document) -> Interval:
    """The period with its first day as a calendar of weeks has it, where the text tells so.

    It does by a number of weeks ("the fourteen weeks ended April 3, 2004"), or by a period that ended a whole number of
    weeks before this one ("the year ended July 1, 2006", thirteen weeks before September 30).
    """
    quarters = max(_quarters(period), 1)
    for match in _weeks(document.prose):
        count, end = number_of(match["count"] or match["count2"]), day_of(match["day"] or match["day2"])
        if end == period.end and count is not None and quarters * 13 <= count <= quarters * 13 + 1:
            return Interval(period.end - timedelta(days=7 * int(count) - 1), period.end)
    for match in _ENDED.finditer(document.prose):
        end = day_of(match["day"])
        if end is None:
            continue
        weeks, days = divmod((period.end - end).days, 7)
        if days == 0 and quarters * 13 <= weeks <= quarters * 13 + 1:
            return Interval(end + timedelta(days=1), period.end)
    return period


def _weeks(prose: str) -> Iterator[re.Match[str]]:
    """Stretches told in weeks, looked for around the word alone."""
    for word in _WEEK.finditer(prose):
        match = _WEEKS.search(prose, max(0, word.start() - _AROUND), word.end() + _AROUND)
        if match is not None:
            yield match


def read_fiscal_year_end(texts: Iterable[str], document: Document) -> FiscalYearEnd | None:
    """Month and day: of the lead and the headline, then of the whole text, then of the filing's header."""
    for text in texts:
        for pattern in (_FISCAL_QUARTER, _QUARTER_END):
            for match in pattern.finditer(text[:1500]):
                if (end := _year_end(match)) is not None:
                    return end
    for match in _YEAR_END.finditer(document.prose):
        if (day := day_of(match["day"])) is not None:
            return day.month, day.day
    header = document.filing.fiscal_year_end if document.filing is not None else None
    return (int(header[:2]), int(header[3:])) if header else None


def _year_end(match: re.Match[str]) -> FiscalYearEnd | None:
    day = day_of(match["day"])
    if day is None:
        return None
    months = 3 * (4 - _ORDINALS.get((match["quarter"] or "fourth").lower(), 4))
    return (day.month, day.day) if months == 0 else month_end(day, months)


def month_end(day: date, months: int) -> FiscalYearEnd:
    """The last day of the month so many months later; the first days of a month count as the one before it."""
    month = ((day - timedelta(days=_EARLY)).month if day.day <= _EARLY else day.month) + months
    month = (month - 1) % 12 + 1
    return month, monthrange(2001, month)[1]


def day_of(text: str) -> date | None:
    found = find_dates(text)
    return found[0].interval.start if found and found[0].interval else None
