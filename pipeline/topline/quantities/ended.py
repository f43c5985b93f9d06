"""Stretches told by their length and last day: "three months ended June 30, 2004"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from topline.quantities.dates import date_source, read_date
from topline.quantities.model import Interval, Precision, Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, period_quantity
from topline.quantities.spans import month, months_ending, weeks_ending
from topline.quantities.words import (
    MONTH,
    VOCABULARY,
    WORD_NUMBER,
    YEAR,
    alternation,
    compiled,
    month_of,
    number_of,
)

__all__ = ["ENDED_RULES"]

_COUNT = rf"(?:\d{{1,2}}|{WORD_NUMBER})"
_ENDED = (
    rf",? (?:(?:that )?(?:ended|ending)(?: on| in)?|(?P<to>to)),? (?:{date_source()}"
    rf"|(?P<lastmonth>{MONTH}),? (?P<lastyear>{YEAR})(?!\w))"
)
_TAIL = r"(?:[- ](?:fiscal |reporting |interim )?(?:period|quarter|year)s?)?"
_MEASURED = rf"(?P<count>{_COUNT})[- ](?P<unit>day|week|month)s?'?{_TAIL}"
_NAMED = (
    r"(?P<name>(?:(?:full|fiscal|calendar|entire)[ -])?(?:(?:full|fiscal|calendar)[ -])?year"
    r"|(?:fiscal )?quarter(?:ly period)?|(?:fiscal )?half[- ]year|(?:fiscal )?half)s?(?: period)?"
)
_ANY = (
    rf"(?:{_COUNT}[- ]?(?:months?|weeks?)?|(?:(?:full|fiscal)[ -])?(?:year|quarter))"
    rf"{_TAIL}(?:,? (?:and|or) |, |/)(?:the )?"
)
_AHEAD = (
    rf"(?=-?(?:,? (?:and|or) |, |/)(?:the )?(?:{_ANY}){{0,2}}"
    rf"(?:{_COUNT}[- ](?P<far>week|month)s?{_TAIL}|(?:full |fiscal )?year){_ENDED})"
)
_LENGTHS = {"year": 12, "half": 6, "quarter": 3}
_NAMES: dict[int, Precision] = {12: "year", 6: "half", 3: "quarter"}


def _length(count: int, unit: str, end: date) -> Interval:
    if unit == "week":
        return weeks_ending(end, count)
    return months_ending(end, count) if unit == "month" else Interval(end - timedelta(days=count - 1), end)


def _one(
    match: re.Match[str], group: int | str, reading: Reading, found: Interval, precision: Precision
) -> Sequence[Quantity]:
    return (period_quantity(reading, match.span(group), found, "ended", precision=precision),)


def _day_of(match: re.Match[str]) -> tuple[int, int]:
    """Where the last day is printed that the coordinated stretches share."""
    group = next(g for g in ("day", "day2", "slashed", "lastyear") if match[g])
    return match.span(group)


def _end(match: re.Match[str], reading: Reading, *, past: bool) -> date | None:
    """The last day: as printed, or that of the month printed."""
    name = match["lastmonth"]
    if not name:
        return read_date(match, "", reading, past=past)
    number = month_of(name)
    return None if number is None else month(int(match["lastyear"]), number).end


def _build_measured(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    if match["to"] and not reading.before(match.start(), 4).endswith("the "):
        return ()
    past = "ending" not in match[0].lower()
    end, count = _end(match, reading, past=past), number_of(match["count"])
    if end is None or count is None or not 1 <= count <= 99:
        return ()
    return _one(match, 0, reading, _length(int(count), match["unit"].lower(), end), "span")


def _build_named(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    end = _end(match, reading, past=match["e"].lower() == "ended")
    name = match["name"].lower()
    months = next(
        m for word, m in _LENGTHS.items() if word in name.replace("half-year", "half").replace("half year", "half")
    )
    return () if end is None else _one(match, 0, reading, months_ending(end, months), _NAMES[months])


def _build_measured_ahead(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The first of "three-month and nine-month periods ended ...", whose end stands after the last."""
    end, count = _end(match, reading, past=True), number_of(match["count"])
    if end is None or count is None or not 1 <= count <= 99:
        return ()
    unit = (match["unit"] or match["far"] or "month").lower()
    reading.point_to(_day_of(match))
    return _one(match, "head", reading, _length(int(count), unit, end), "span")


def _build_named_ahead(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The "quarter" of "quarter and six months ended ..."."""
    end = _end(match, reading, past=True)
    months = 3 if "quarter" in match["head"].lower() else 12
    reading.point_to(_day_of(match))
    return () if end is None else _one(match, "head", reading, months_ending(end, months), _NAMES[months])


def _build_then(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "and the 28 weeks then ended": to the day on which the stretch before it ended."""
    last, count = reading.seen[-1] if reading.seen else None, number_of(match["count"])
    if last is None or last.interval is None or count is None or not 1 <= count <= 99:
        return ()
    reading.point_to((last.start, last.end))
    return _one(match, 0, reading, _length(int(count), match["unit"].lower(), last.interval.end), "span")


_NAMED_ENDED = (
    rf"{_NAMED}(?:,? (?:that |which )?(?P<e>ended|ending)(?: on| in)?,? "
    rf"(?:{date_source()}|(?P<lastmonth>{MONTH}),? (?P<lastyear>{YEAR})(?!\w)))"
)
_COUNT_FIRST = frozenset(
    {NUMERAL, *VOCABULARY["numbers"]["ones"], *VOCABULARY["numbers"]["teens"], *VOCABULARY["numbers"]["tens"]}
)
_NAME_FIRST = frozenset(
    {"year", "years", "fiscal", "full", "calendar", "entire", "quarter", "quarters", "quarterly", "half"}
)
_ORDERED = alternation(VOCABULARY["quarters"])
ENDED_RULES = (
    Rule("ended", _COUNT_FIRST, compiled(_MEASURED + _ENDED), _build_measured),
    Rule("ended", _COUNT_FIRST, compiled(_MEASURED + r",? then ended(?!\w)"), _build_then),
    Rule("ended", _NAME_FIRST, compiled(_NAMED_ENDED), _build_named),
    Rule(
        "ended",
        _COUNT_FIRST,
        compiled(rf"(?P<head>(?P<count>{_COUNT})(?:[- ](?P<unit>week|month)s?{_TAIL})?){_AHEAD}"),
        _build_measured_ahead,
    ),
    Rule(
        "ended",
        frozenset({"quarter", "fiscal", *VOCABULARY["quarters"]}),
        compiled(rf"(?P<head>(?:fiscal )?(?:{_ORDERED} )?(?:fiscal )?quarter){_AHEAD}"),
        _build_named_ahead,
    ),
)
