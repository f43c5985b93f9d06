"""Numbers with a noun or a unit: percentages, lengths of time, securities, people and things counted, doses."""

import re
import warnings
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from topline.quantities.model import Quantity, QuantityLabel
from topline.quantities.reading import NUMERAL, Reading, Rule, number_quantity
from topline.quantities.words import NUMBER, VOCABULARY, alternation, compiled, number_of, plain

__all__ = ["MEASURE_RULES", "NUMBER_FIRST", "is_label"]

_NUMBER_WORDS = VOCABULARY["numbers"]
NUMBER_FIRST = frozenset({NUMERAL, *_NUMBER_WORDS["ones"], *_NUMBER_WORDS["teens"], *_NUMBER_WORDS["tens"]})
_SCALES: dict[str, int] = VOCABULARY["scales"]["words"]
_DURATIONS: dict[str, tuple[str, str, int]] = VOCABULARY["duration_units"]
_UNITS: dict[str, str] = VOCABULARY["units"]
_COUNT_NOUNS: dict[str, str] = VOCABULARY["count_nouns"]
_THOUSANDS = frozenset(VOCABULARY["share_nouns_of_thousands"])
_LABEL = re.compile(
    rf"(?:^|[^\w]){alternation(VOCABULARY['number_labels'])}s?[.#:]? ?(?:\d+[ab]?(?:,|,? and|,? or|/|-| to) ?){{0,3}}$"
)
_HEAD = (
    rf"(?P<low>{NUMBER})(?: \(\d{{1,5}}\))?(?:(?: ?[-–] ?| to | or )(?P<high>{NUMBER}))?"
    rf"(?:[ -](?P<scale>{alternation(_SCALES)})(?!\w))?"
)
_DIGIT_HEAD = (
    r"(?P<low>\d{1,7}(?:,\d{3})*(?:\.\d{1,6})?)(?:(?: ?[-–] ?| to )(?P<high>\d{1,7}(?:,\d{3})*(?:\.\d{1,6})?))?"
)


_AGED = ("aged ", "age ", "ages ", "aged over ", "aged from ", "aged > ", "aged >")


def is_label(reading: Reading, start: int) -> bool:
    """Whether the number at `start` names something, as in "Phase 3" or "Section 16"."""
    return _LABEL.search(reading.before(start, 26)) is not None


def _numbers(match: re.Match[str]) -> tuple[Decimal, Decimal | None] | None:
    low, high = number_of(match["low"]), number_of(match["high"]) if match["high"] else None
    if low is None:
        return None
    scale = Decimal(_SCALES[match["scale"].lower()]) if match.groupdict().get("scale") else Decimal(1)
    return low * scale, None if high is None else high * scale


def _build_plain(label: QuantityLabel, match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    numbers = _numbers(match)
    if numbers is None or is_label(reading, match.start()):
        return ()
    return (number_quantity(reading, label, match.span(), numbers, rule),)


def _build_percent(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    return _build_plain("PERCENT", match, reading, rule)


def _build_shares(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    numbers = _numbers(match)
    noun = match["noun"].lower()
    if numbers is None or (noun in _THOUSANDS and numbers[0] < 1000) or (noun == "share" and numbers[0] > 1):
        return ()
    return _build_plain("SHARES", match, reading, rule)


def _build_count(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    singular = match["noun"].lower() not in _COUNT_NOUNS
    single = match["low"] == "one" and match["noun"].islower()
    if singular and not single and match.string[match.start("noun") - 1] != "-":
        return ()
    return _build_plain("COUNT", match, reading, rule)


def _build_part(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The first number of "12 of 30 patients"."""
    value = number_of(match["low"])
    if value is None or is_label(reading, match.start()):
        return ()
    return (number_quantity(reading, "COUNT", match.span("low"), (value, None), rule),)


def _iso(value: Decimal, unit: str) -> str:
    clock, letter, factor = _DURATIONS[unit]
    return f"P{clock}{plain(value * factor)}{letter}"


def _build_duration(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    low = number_of(match["low"])
    if (
        low is None
        or not 0 < low < 1900
        or is_label(reading, match.start())
        or reading.before(match.start(), 12).endswith(_AGED)
    ):
        return ()
    if low == 1 and match["unit"].lower() == "day" and "-" not in match[0]:
        return ()
    unit = match["unit"].lower()
    high = number_of(match["high"]) if match["high"] else None
    value: str | dict[str, str | None] = _iso(low, unit)
    if high is not None:
        value = {"low": _iso(low, unit), "high": _iso(high, unit)}
    modifier = reading.modifier(match.start())
    return (Quantity("DURATION", *match.span(), value, rule, low=low, high=high or low, modifier=modifier),)


@cache
def _unit_parser() -> Any:
    """quantulum3, loaded only for a unit that the vocabulary does not name: its import takes seconds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import classifier, parser

        classifier.USE_CLF = False
    return parser


@lru_cache(maxsize=1024)
def _unit_name(unit: str) -> str:
    """The unit's name, else the unit as printed."""
    known = _UNITS.get(unit)
    if known is not None:
        return known
    parser = _unit_parser()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        read = parser.parse(f"1 {unit}")
    name = read[0].unit.name if len(read) == 1 else "unk"
    return unit if name in ("unk", "dimensionless") else str(name)


def _build_unit(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    numbers = _numbers(match)
    if numbers is None or is_label(reading, match.start()):
        return ()
    low, high = numbers
    value = {"amount": plain(low) if high is None else None, "unit": _unit_name(match["unit"])}
    if high is not None:
        value |= {"low": plain(low), "high": plain(high)}
    return (Quantity("OTHER", *match.span(), value, rule, low=low, high=high or low),)


_STOP = rf"(?!{alternation(VOCABULARY['noun_stops'])}(?![\w-]))"
_BETWEEN = rf"(?:{_STOP}(?:phase [\dIVab/]{{1,4}}|[a-z][\w'/-]{{0,24}}) ){{0,5}}?"
_SHARE = rf"(?P<noun>{alternation(VOCABULARY['share_nouns'])}|share)"
_COUNTED = rf"(?P<noun>{alternation([*_COUNT_NOUNS, *_COUNT_NOUNS.values()])})"
_UNIT = rf"(?P<unit>{alternation(_UNITS)}(?:/[A-Za-z]{{1,4}}[0-9²]?){{0,2}})"
_LENGTH = rf"(?P<unit>{alternation(_DURATIONS)})s?'?"
_NOT_AGE = r"(?![ -](?:old|of age)(?!\w))(?! (?:a|per|each) (?:day|week|month|year))(?! to (?:date)(?!\w))"

MEASURE_RULES = (
    Rule(
        "percent",
        NUMBER_FIRST,
        compiled(
            rf"(?P<low>{NUMBER})(?:%? ?(?:-|–|to) ?(?P<high>{NUMBER}))?"
            r"(?: ?%|[ -]per ?cent(?:age points?)?(?!\w)| percentage points?(?!\w))"
        ),
        _build_percent,
    ),
    Rule(
        "duration",
        NUMBER_FIRST,
        compiled(
            rf"(?P<low>{NUMBER})(?: \(\d{{1,4}}\))?(?:(?: ?[-–] ?| to | or )(?P<high>{NUMBER}))?"
            r"(?:-| |)(?:(?:calendar|business|consecutive|full|trading|additional|more|working) )?"
            rf"{_LENGTH}(?![\w])(?!-(?:old|to-date|end)){_NOT_AGE}"
        ),
        _build_duration,
    ),
    Rule("unit", frozenset({NUMERAL}), re.compile(rf"{_DIGIT_HEAD}[ -]?{_UNIT}(?![\w/])"), _build_unit),
    Rule("shares", NUMBER_FIRST, compiled(rf"{_HEAD}(?:-| )(?P<words>{_BETWEEN}){_SHARE}(?![\w-])"), _build_shares),
    Rule("count", NUMBER_FIRST, compiled(rf"{_HEAD}(?:-| )(?P<words>{_BETWEEN}){_COUNTED}(?!\w)"), _build_count),
    Rule(
        "count_of",
        NUMBER_FIRST,
        compiled(
            rf"(?P<low>{NUMBER}) (?:out )?of (?:the |these |those )?(?:first )?(?:{NUMBER}) {_BETWEEN}{_COUNTED}(?!\w)"
        ),
        _build_part,
    ),
)
