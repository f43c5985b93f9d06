"""Doses and other numbers with a scientific unit."""

import re
import warnings
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from topline.quantities.measures import JOINT, Numbers, told_numbers
from topline.quantities.model import Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule
from topline.quantities.words import VOCABULARY, alternation, plain

__all__ = ["UNIT_RULES"]

_UNITS: dict[str, str] = VOCABULARY["units"]


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
    unit = _unit_name(match["unit"])
    told = told_numbers(match, reading)
    return [_quantity(span, numbers, unit, rule) for span, numbers in told]


def _quantity(span: tuple[int, int], numbers: Numbers, unit: str, rule: str) -> Quantity:
    low, high = numbers
    value = {"amount": plain(low) if high is None else None, "unit": unit}
    if high is not None:
        value |= {"low": plain(low), "high": plain(high)}
    return Quantity("OTHER", *span, value, rule, low=low, high=low if high is None else high)


_DIGITS = r"\d{1,7}(?:,\d{3})*(?:\.\d{1,6})?"
_UNIT = rf"(?P<unit>{alternation(_UNITS)}(?:/[A-Za-z]{{1,4}}[0-9²]?){{0,2}})"
UNIT_RULES = (
    Rule(
        "unit",
        frozenset({NUMERAL}),
        re.compile(rf"(?P<low>{_DIGITS})(?P<sign>[ -]?{_UNIT}){JOINT}(?P<high>{_DIGITS})(?P=sign)(?![\w/])"),
        _build_unit,
    ),
    Rule(
        "unit",
        frozenset({NUMERAL}),
        re.compile(rf"(?P<low>{_DIGITS})(?:{JOINT}(?P<high>{_DIGITS}))?[ -]?{_UNIT}(?![\w/])"),
        _build_unit,
    ),
)
