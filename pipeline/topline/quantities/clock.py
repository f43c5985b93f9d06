"""Dates with a time of day: clock, zone and day in either order."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

from topline.quantities.dates import FIRST_OF_DATE, date_source, read_date
from topline.quantities.model import Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, date_quantity
from topline.quantities.weekdays import FULL_WEEKDAY, weekday_meant
from topline.quantities.words import VOCABULARY, alternation, compiled

__all__ = ["CLOCK_RULES"]

_ZONES: dict[str, dict[str, Any]] = VOCABULARY["zones"]


def _clock(prefix: str = "") -> str:
    p = prefix
    name = alternation(_ZONES)
    return (
        rf"(?:(?P<{p}hour>[01]?\d|2[0-3])(?:[:.](?P<{p}minute>[0-5]\d))?(?::[0-5]\d)?"
        rf"(?: ?(?P<{p}half>[ap])(?:\.m\b\.?|m\b)| ?(?P<{p}word>noon|midnight)| hours)|(?P<{p}lone>noon|midnight)"
        rf"|(?P<{p}hour24>[01]?\d|2[0-3])(?::|\.(?=\d\d ?\(?{name}\b)|(?<=\d\d)(?=\d\d (?:hours|hrs)\b))"
        rf"(?P<{p}minute24>[0-5]\d)(?!\d|:)(?: (?:hours|hrs)\b)?)"
        rf"(?:,? ?\(?(?:U\.?S\.?,?[ /])?(?P<{p}zone>{name})(?:/{name})?(?![a-z])(?: (?:standard|daylight|summer))?"
        rf"(?: time)?(?: \(?(?:{name})\b\)?)?\)?|,? local time)?"
    )


_OTHER_ZONE = rf"(?:,? ?[/(;,]? ?{re.sub(r'[?]P<[a-z0-9]+>', '?:', _clock('x'))}\)?){{0,3}}"
_TODAY = rf"(?:(?P<today>today|tomorrow)|(?P<alone>{FULL_WEEKDAY}))"
_DAY = rf"(?:(?:today,? (?:on )?)?{date_source()}|{_TODAY})"
_TIME_FIRST = rf"{_clock()}{_OTHER_ZONE},? (?:on |of )?{_DAY}"
_DAY_FIRST = rf"{_DAY},?(?: ?@ ?| at | from | beginning at | starting at | )(?:approximately )?{_clock()}{_OTHER_ZONE}"
_THEN_DATED = compiled(rf",? ?(?:-|–|—|to|until|through|and) ?{_TIME_FIRST}")
_THEN_CLOCK = compiled(rf" ?(?:-|–|—|to|until|through|and) ?{_clock()}")
_ABROAD = re.compile(rf"\blocal time\b|\b{alternation(VOCABULARY['places_abroad'])}(?!\w)")
_PLACE_WITHIN, _PLACE_AFTER = 300, 30
_DATED_AFTER = re.compile(
    rf",? on (?:the )?(?:{alternation(VOCABULARY['weekdays'])}|{alternation(VOCABULARY['months'])})[., ]", re.IGNORECASE
)


def _sunday(year: int, month: int, index: int) -> date:
    """The index-th Sunday of a month, -1 being the last."""
    if index > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (index - 1))
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _is_summer(when: date, rule: str) -> bool:
    year = when.year
    if rule == "eu":
        return _sunday(year, 3, -1) <= when < _sunday(year, 10, -1)
    if year >= 2007:
        return _sunday(year, 3, 2) <= when < _sunday(year, 11, 1)
    return _sunday(year, 4, 1 if year >= 1987 else -1) <= when < _sunday(year, 10, -1)


def _offset(zone: str, when: date) -> timezone:
    entry = _ZONES[zone.lower()]
    summer = "summer" in entry and _is_summer(when, entry["summer"])
    return timezone(timedelta(hours=entry["standard"] + summer))


def _time(match: re.Match[str], prefix: str = "") -> tuple[time, int]:
    """The time and the days to add: midnight is the end of its day."""
    groups = match.groupdict()
    word = (groups[prefix + "word"] or groups[prefix + "lone"] or "").lower()
    if word:
        return (time(12), 0) if word == "noon" else (time(0), 1)
    hour = int(groups[prefix + "hour"] or groups[prefix + "hour24"])
    minute = int(groups[prefix + "minute"] or groups[prefix + "minute24"] or 0)
    half = (groups[prefix + "half"] or "").lower()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute), 0


def _iso(match: re.Match[str], when: date, zone: str | None) -> str:
    clock, later = _time(match)
    moment = datetime.combine(when + timedelta(days=later), clock, tzinfo=_offset(zone, when) if zone else None)
    return moment.isoformat()


def _is_elsewhere(reading: Reading, start: int, end: int) -> bool:
    """Whether a time that ends at `end` is that of another place than a zone named at `start`."""
    between = reading.text[max(start, end - _PLACE_WITHIN) : end + _PLACE_AFTER]
    return _ABROAD.search(between) is not None


def _quantity(match: re.Match[str], reading: Reading, when: date | None, zone: str | None) -> Sequence[Quantity]:
    """A time without a zone is in that of the last time before it, as the second end of a range is.

    It is not where it is told to be the local one, or where a place abroad stands between the two.
    """
    if when is None:
        return ()
    span = (match.start(), match.start() + len(match[0].rstrip(",; ")))
    if zone is not None:
        reading.zone = (zone, span)
    elif reading.zone is not None and not _is_elsewhere(reading, reading.zone[1][1], span[1]):
        zone, named = reading.zone
        reading.point_to(named)
    return (date_quantity(reading, span, when, "clock", _iso(match, when, zone)),)


def _build_dated(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    released = reading.context.released_on
    end = _THEN_CLOCK.match(match.string, match.end()) if match["zone"] is None else None
    zone = match["zone"] or (end["zone"] if end is not None else None)
    if match["today"] is None and match["alone"] is None:
        return _quantity(match, reading, read_date(match, "", reading), zone)
    if _DATED_AFTER.match(match.string, match.end()) or released is None:
        return ()
    if match["alone"]:
        return _quantity(match, reading, weekday_meant(reading, match.span(), match["alone"]), zone)
    reading.infer("released_on")
    when = released + timedelta(days=match["today"].lower() == "tomorrow")
    return _quantity(match, reading, when, zone)


def _build_lone(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """A time without a day: the day follows with the other end of a range, or was named before in the text."""
    if match["half"] is None and match["zone"] is None:
        return ()
    ahead = _THEN_DATED.match(match.string, match.end())
    if ahead is not None:
        if ahead["today"] or ahead["alone"]:
            when = reading.context.released_on if ahead["today"] else None
        else:
            when = read_date(ahead, "", reading)
        reading.point_to((ahead.end() - 1, ahead.end()))
        return _quantity(match, reading, when, match["zone"] or ahead["zone"])
    days = reading.recent("DATE")
    if not days or days[-1].interval is None:
        return ()
    end = _THEN_CLOCK.match(match.string, match.end())
    zone = match["zone"] or (end["zone"] if end else None)
    when = days[-1].interval.start
    found = _quantity(match, reading, when, zone)
    return [replace(q, inferred_from=("text",), antecedent=(days[-1].start, days[-1].end)) for q in found]


def _build_range(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "8:00-9:30 a.m. PDT on Sunday, ...": the first time is in the half of the day and the zone of the second."""
    second = _DATED.match(match.string, match.end())
    if second is None or second["hour"] is None or int(match["hour"]) > int(second["hour"]):
        return ()
    found = list(_build_dated(second, reading, rule))
    if not found or found[0].interval is None:
        return ()
    moment = datetime.fromisoformat(str(found[0].value))
    first = moment.replace(hour=_hour(match["hour"], second["half"]), minute=int(match["minute"] or 0))
    reading.point_to((found[0].start, found[0].end))
    span = (match.start(), match.end("minute") if match["minute"] else match.end("hour"))
    return [date_quantity(reading, span, moment.date(), "clock", first.isoformat()), *found]


def _hour(digits: str, half: str | None) -> int:
    hour = int(digits)
    return hour % 12 + (12 if half and half.lower() == "p" else 0) if half and hour <= 12 else hour


_DATED = compiled(_TIME_FIRST)
_RANGE = r"(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))? ?[-–] ?(?=\d{1,2}(?::\d\d)? ?[ap]\.?m)"
_CLOCK_FIRST = frozenset({NUMERAL, "noon", "midnight"})
CLOCK_RULES = (
    Rule("clock", _CLOCK_FIRST, _DATED, _build_dated),
    Rule("clock", frozenset({NUMERAL}), compiled(_RANGE), _build_range),
    Rule("clock", FIRST_OF_DATE | {"today", "tomorrow"}, compiled(_DAY_FIRST), _build_dated),
    Rule("clock", _CLOCK_FIRST, compiled(rf"{_clock()}{_OTHER_ZONE}"), _build_lone),
)
