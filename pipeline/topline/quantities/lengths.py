"""Lengths of time: "30 days", "three-year", "12- to 18-month", "two and a half years", "six consecutive quarters"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.quantities.ends import joined
from topline.quantities.measures import JOINT, NUMBER_FIRST, Numbers, is_label
from topline.quantities.model import Quantity
from topline.quantities.reading import Reading, Rule
from topline.quantities.words import NUMBER, VOCABULARY, alternation, compiled, number_of, plain

__all__ = ["LENGTH_RULES"]

_UNITS: dict[str, tuple[str, str, int]] = VOCABULARY["duration_units"]
_ABOUT: dict[str, Decimal | int] = {"TM": 1 / Decimal(1440), "TH": 1 / Decimal(24), "D": 1, "W": 7, "M": 30, "Y": 365}
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_ZONE = compiled(rf",? \(?(?:{alternation(VOCABULARY['zones'])}|local time)(?!\w)")
_AGED = re.compile(
    r"\b(?:aged?|ages|aging)(?: (?:over|from|between|under|of|at least))?[:>≥<≤ ]{1,3}"
    r"(?:\d{1,3}(?: ?(?:years?|months?))? ?(?:to|-|–|and|through) ?)?$|\bage(?: \w+){1,3} $"
)


def _iso(value: Decimal, unit: str) -> str:
    clock, letter, factor = _UNITS[unit]
    return f"P{clock}{plain(value * factor)}{letter}"


def _is_clock(match: re.Match[str], reading: Reading) -> bool:
    """Whether "1630 hours" is a time of day: after "at" or before the name of a zone."""
    if not _CLOCK.fullmatch(match["low"]):
        return False
    return reading.before(match.start(), 4).endswith("at ") or _ZONE.match(match.string, match.end()) is not None


def _build_length(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    low, unit = number_of(match["low"]), match["unit"].lower()
    if low is None or not 0 < low < 1900 or is_label(reading, match.start()):
        return ()
    if _AGED.search(reading.before(match.start(), 40)) or (low == 1 and unit == "day" and "-" not in match[0]):
        return ()
    if unit == "hour" and _is_clock(match, reading):
        return ()
    high = number_of(match["high"]) if match["high"] else None
    if match["half"]:
        low += Decimal("0.5")
    if high is None:
        return (_length(reading, match.span(), (low, None), (unit, unit), rule),)
    own = (match.groupdict().get("own") or unit).lower()
    sizes = (low * _days(own), high * _days(unit))
    kind = joined(reading, match.start(), match["joint"], sizes)
    if kind == "range":
        return (_length(reading, match.span(), (low, high), (own, unit), rule),)
    first = (match.start(), match.start("joint"))
    parts = ((first, low, own), ((match.start("high"), match.end()), high, unit))
    return [_length(reading, span, (n, None), (u, u), rule) for span, n, u in parts] if kind == "two" else ()


def _length(reading: Reading, span: tuple[int, int], numbers: Numbers, units: tuple[str, str], rule: str) -> Quantity:
    """`units` are those of the first number and of the second."""
    low, high = numbers
    value: str | dict[str, str | None] = _iso(low, units[0])
    if high is not None:
        value = {"low": _iso(low, units[0]), "high": _iso(high, units[1])}
    modifier = reading.modifier(span[0])
    return Quantity("DURATION", *span, value, rule, low=low, high=low if high is None else high, modifier=modifier)


def _days(unit: str) -> Decimal:
    """About how long a unit is, for telling the longer of two lengths."""
    clock, letter, factor = _UNITS[unit]
    return Decimal(factor) * _ABOUT[clock + letter]


_NOT_AGE = (
    r"(?![ -](?:old|of age|younger|older)(?!\w))(?! (?:and|or) (?:older|over|younger|above)(?!\w))"
    r"(?! (?:a|per|each) (?:day|week|month|year))(?! to (?:date)(?!\w))"
)
_KINDS = r"(?:(?:calendar|business|consecutive|full|trading|additional|more|working|successive|straight) )?"
_PLAIN = rf"(?:-| |){_KINDS}(?P<unit>{alternation(u for u in _UNITS if u != 'quarter')})s?'?"
# A quarter is a length only where it is told to be one of a row: "three quarters of them" counts nothing.
_QUARTERS = r" (?:consecutive|successive|straight|full|additional|more) (?:fiscal |quarterly )?(?P<unit>quarter)s"
_HEAD = (
    rf"(?P<low>{NUMBER})(?: \(\d{{1,4}}\))?(?P<half> and (?:a|one)[- ]half)?"
    rf"(?:(?P<joint> ?[-–] ?| to | or | and |-? (?:to|or) |-to-)(?P<high>{NUMBER})(?: \(\d{{1,4}}\))?)?"
)
_TWICE = (
    rf"(?P<low>{NUMBER})(?P<half>(?!))?[ -](?P<own>{alternation(u for u in _UNITS if u != 'quarter')})s?"
    rf"{JOINT}(?P<high>{NUMBER})"
)
_END = rf"(?![\w])(?!-(?:old|to-date|end)){_NOT_AGE}"
LENGTH_RULES = (
    Rule("duration", NUMBER_FIRST, compiled(rf"{_TWICE}{_PLAIN}{_END}"), _build_length),
    Rule("duration", NUMBER_FIRST, compiled(rf"{_HEAD}{_PLAIN}{_END}"), _build_length),
    Rule("duration", NUMBER_FIRST, compiled(rf"{_HEAD}{_QUARTERS}(?![\w-])"), _build_length),
)
