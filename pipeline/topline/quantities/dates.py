"""Calendar dates: full, partial, slashed, and the odd ones that dateparser reads."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from topline.quantities.model import Interval, Quantity, ReleaseContext
from topline.quantities.reading import NUMERAL, Reading, Rule, date_quantity
from topline.quantities.spans import day, nearest
from topline.quantities.tense import fitting, tense
from topline.quantities.words import DAY, MONTH, VOCABULARY, WEEKDAY, YEAR, compiled, month_of, year_of

__all__ = ["DATE_RULES", "END", "FIRST_OF_DATE", "date_source", "inferred_day", "parse_partial_date", "read_date"]

FIRST_OF_DATE = frozenset(VOCABULARY["months"]) | frozenset(VOCABULARY["weekdays"]) | {NUMERAL}

_CLEAR = 90
_WEEKDAYS: dict[str, int] = VOCABULARY["weekdays"]
_EACH_YEAR = compiled(rf"(?:,? (?:and|or) {MONTH} {DAY})?,? (?:of |in )?(?:each|every|any) (?:such )?(?:\w+ )?year")
END = r"(?!\w)(?!-\d)(?!-[a-z](?!\w))"
_ODD = (
    rf"(?:\d{{1,2}}[-/. ]{MONTH}[-/. ](?:\d{{4}}|\d\d)|\d{{4}}[-/ ]{MONTH}[-/ ]\d{{1,2}}"
    rf"|{MONTH}[-/]\d{{1,2}}[-/](?:\d{{4}}|\d\d)){END}"
)
_FORWARD = compiled(
    rf"(?:,| -| –|–|-)?(?: ?(?:and|to|through|until|thru|or|&))?,?(?: (?:on|the|from))* ?(?:{WEEKDAY},? )?"
    rf"(?:{MONTH} ?{DAY}|{DAY} {MONTH}|{DAY}),? ?(?P<year>{YEAR})"
)


def date_source(prefix: str = "") -> str:
    """A pattern for one date, weekday included; its groups carry the prefix, so that two fit into one pattern."""
    p = prefix
    return (
        rf"(?:(?P<{p}weekday>{WEEKDAY}),? (?:the )?)?(?:"
        rf"(?P<{p}month>{MONTH}) ?(?P<{p}day>{DAY})(?:(?: ?,? ?|,? of )(?P<{p}year>{YEAR}))?"
        rf"|(?P<{p}day2>{DAY})(?: day)?(?: of)? (?P<{p}month2>{MONTH})(?:,? (?P<{p}year2>{YEAR}))?"
        rf"|(?P<{p}slashed>\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)|(?:19|20)\d\d(?:-\d\d-\d\d|/\d\d/\d\d)"
        rf"|(?:3[01]|2\d|1[3-9])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d)"
        rf"){END}"
    )


def _slashed(text: str) -> date | None:
    """A date in digits: the year first, or the month, or a day above 12; with dots, such a day stands first."""
    first, second, third = (int(p) for p in re.split(r"[-/.]", text))
    if first > 31:
        return day(first, second, third)
    month_, day_ = (first, second) if first <= 12 else (second, first)
    return day(year_of(text[-4:] if third > 99 else text[-2:]), month_, day_)


def inferred_day(month_: int, day_: int, weekday: int | None, reading: Reading, span: tuple[int, int]) -> date | None:
    """The day nearest to the release day, of those with the weekday if one is printed.

    One that is more than a season off is asked whether the sentence speaks of what was or of what will be.
    """
    released = reading.context.released_on
    if released is None:
        return None
    days = [d for y in range(released.year - 1, released.year + 2) if (d := day(y, month_, day_)) is not None]
    fit = [d for d in days if weekday is not None and d.weekday() == weekday]
    if not days:
        return None
    choices = [Interval(d, d) for d in fit or days]
    found = nearest(choices, released)
    if len(choices) > 1 and abs((found.start - released).days) > _CLEAR:
        found = fitting(choices, released, tense(reading, *span), slack=_CLEAR)
    reading.infer("released_on")
    if 0 < len(fit) < len(days):
        reading.infer("weekday")
    return found.start


def _is_yearly(match: re.Match[str]) -> bool:
    """Whether the day comes back each year ("May 15 and November 15 of each year")."""
    left = match.string[max(0, match.start() - 40) : match.start()].lower()
    return (
        left.endswith(("each ", "every ", "preceding "))
        or "annually on" in left
        or "quarterly on" in left
        or _EACH_YEAR.match(match.string, match.end()) is not None
    )


def _past(month_: int, day_: int, reading: Reading) -> date | None:
    """The last such day that is not after the release day."""
    released = reading.context.released_on
    if released is None:
        return None
    reading.infer("released_on")
    days = (day(y, month_, day_) for y in (released.year, released.year - 1, released.year - 4))
    return next((d for d in days if d is not None and d <= released), None)


def read_date(match: re.Match[str], prefix: str, reading: Reading, *, past: bool = False) -> date | None:
    """The date that the groups of `date_source(prefix)` spell.

    A missing year is taken from a date that follows as the other end of a range, else the day nearest to the release
    day is meant; a printed weekday that fits only one of the years decides. Without a release day there is no date.
    """
    groups = match.groupdict()
    slashed = groups[prefix + "slashed"]
    if slashed:
        return _slashed(slashed)
    name = groups[prefix + "month"] or groups[prefix + "month2"]
    number = groups[prefix + "day"] or groups[prefix + "day2"]
    month_ = month_of(name)
    if month_ is None:
        return None
    day_ = int(re.sub(r"\D", "", number))
    year = groups[prefix + "year"] or groups[prefix + "year2"]
    if not year and (ahead := _FORWARD.match(match.string, match.end())) is not None:
        year = ahead["year"]
        reading.point_to(ahead.span("year"))
    if year:
        return day(int(year), month_, day_)
    if _is_yearly(match):
        return None
    if past:
        return _past(month_, day_, reading)
    weekday = groups[prefix + "weekday"]
    index = _WEEKDAYS[weekday.rstrip(".").lower()] if weekday else None
    return inferred_day(month_, day_, index, reading, match.span())


_DATE = compiled(date_source())


def parse_partial_date(text: str, year: int) -> date | None:
    """The day that "Feb. 12", "12 February" or "Thursday, August 3rd" is in the given year; a printed year wins."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return _odd_date(text.strip()) if re.search(r"\d", text) and re.search(YEAR, text) else None
    found = read_date(match, "", Reading(text, ReleaseContext()))
    name, number = match["month"] or match["month2"], match["day"] or match["day2"]
    if found is not None or not name:
        return found
    month_ = month_of(name)
    return None if month_ is None else day(year, month_, int(re.sub(r"\D", "", number)))


@cache
def _odd_parser() -> Any:
    """dateparser, made when first needed: its import costs more than a whole release."""
    from dateparser.date import DateDataParser

    return DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"})


@lru_cache(maxsize=1024)
def _odd_date(text: str) -> date | None:
    moment = _odd_parser().get_date_data(text).date_obj
    return moment.date() if moment is not None and 1900 <= moment.year <= 2100 else None


def _build_date(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    since = reading.modifier(match.start()) == "since"
    when = read_date(match, "", reading, past=since)
    return () if when is None else (date_quantity(reading, match.span(), when, rule),)


def _build_odd(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    when = _odd_date(match[0])
    return () if when is None else (date_quantity(reading, match.span(), when, rule),)


DATE_RULES = (
    Rule("date", FIRST_OF_DATE, _DATE, _build_date),
    Rule("date", frozenset({"today"}), compiled(rf"today,? (?:on )?{date_source()}"), _build_date),
    Rule("odd_date", FIRST_OF_DATE, compiled(_ODD), _build_odd),
)
