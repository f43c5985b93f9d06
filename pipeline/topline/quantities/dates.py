"""Calendar dates: full, partial, slashed, and the odd ones that dateparser reads."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from topline.quantities.model import Interval, Quantity, ReleaseContext
from topline.quantities.reading import NUMERAL, Reading, Rule, date_quantity
from topline.quantities.spans import day, nearest
from topline.quantities.tense import fitting, sure_tense, tense
from topline.quantities.words import DAY, MONTH, VOCABULARY, WEEKDAY, YEAR, compiled, month_of, year_of

__all__ = ["DATE_RULES", "END", "FIRST_OF_DATE", "date_source", "inferred_day", "parse_partial_date", "read_date"]

FIRST_OF_DATE = frozenset(VOCABULARY["months"]) | frozenset(VOCABULARY["weekdays"]) | {NUMERAL}

_CLEAR = 90
_WEEKDAYS: dict[str, int] = VOCABULARY["weekdays"]
_EACH_BEFORE = compiled(rf"\b(?:each|every|preceding) (?:{MONTH} {DAY},? (?:and|or) )?$")
_EACH_YEAR = compiled(rf"(?:,? (?:and|or) {MONTH} {DAY})?,? (?:of |in )?(?:each|every|any) (?:such )?(?:\w+ )?year")
END = r"(?!\w)(?!-\d)(?!-[a-z](?!\w))"
_ODD = (
    rf"(?:\d{{1,2}}[-/. ]{MONTH}[-/. ](?:\d{{4}}|\d\d)|\d{{4}}[-/ ]{MONTH}[-/ ]\d{{1,2}}"
    rf"|{MONTH}[-/]\d{{1,2}}[-/](?:\d{{4}}|\d\d)){END}"
)
_FORWARD = compiled(
    rf"(?:,|(?P<to> -| –|–|-| ?(?:to|through|until|thru)(?!\w)))?(?: ?(?:and|or|&))?,?(?: (?:on|the|from))* ?"
    rf"(?:{WEEKDAY},? )?(?:(?P<month>{MONTH}) ?(?P<day>{DAY})|(?P<day2>{DAY}) (?P<month2>{MONTH})|{DAY}),? ?"
    rf"(?P<year>{YEAR})"
)
_TO = compiled(r",? ?(?:-|–|—|to|through|thru|until|till|ending)(?: on)?(?: the)? ?(?:and including )?")
_WIDEST = 24


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

    Words right before it that tell of what was or of what will be decide; of one that is more than a season off the
    rest of the sentence is asked, too.
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
    sure = sure_tense(reading, *span) if len(choices) > 1 else 0
    if sure:
        found = fitting(choices, released, sure, slack=0)
    elif len(choices) > 1 and abs((found.start - released).days) > _CLEAR:
        found = fitting(choices, released, tense(reading, *span), slack=_CLEAR)
    reading.infer("released_on")
    if 0 < len(fit) < len(days):
        reading.infer("weekday")
    return found.start


def _is_yearly(match: re.Match[str]) -> bool:
    """Whether the day comes back each year ("May 15 and November 15 of each year")."""
    left = match.string[max(0, match.start() - 40) : match.start()].lower()
    return (
        _EACH_BEFORE.search(left) is not None
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


def _turns_the_year(ahead: re.Match[str], month_: int, day_: int) -> bool:
    """Whether a range that ends in the printed year began in the one before ("December 20 to January 5, 2007")."""
    name, number = ahead["month"] or ahead["month2"], ahead["day"] or ahead["day2"]
    last = month_of(name) if name and ahead["to"] else None
    return last is not None and (last, int(re.sub(r"\D", "", number))) < (month_, day_)


def _start_of_range(match: re.Match[str], reading: Reading) -> date | None:
    """The day that the range began on whose second end this is ("from April 1 through March 31")."""
    last = reading.seen[-1] if reading.seen else None
    if last is None or last.label != "DATE" or last.interval is None or match.start() - last.end > _WIDEST:
        return None
    if not _TO.fullmatch(match.string, last.end, match.start()):
        return None
    reading.point_to((last.start, last.end))
    return last.interval.start


def read_date(match: re.Match[str], prefix: str, reading: Reading, *, past: bool = False) -> date | None:
    """The date that the groups of `date_source(prefix)` spell.

    A missing year is taken from a date that follows as the other end of a range, else from the one that a range began
    on, else the day nearest to the release day is meant; a printed weekday that fits only one of the years decides.
    Without a release day there is no date.
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
    if year:
        return day(int(year), month_, day_)
    if (ahead := _FORWARD.match(match.string, match.end())) is not None:
        reading.point_to(ahead.span("year"))
        return day(int(ahead["year"]) - _turns_the_year(ahead, month_, day_), month_, day_)
    if (started := _start_of_range(match, reading)) is not None:
        return next((d for y in (0, 1) if (d := day(started.year + y, month_, day_)) and d >= started), None)
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
