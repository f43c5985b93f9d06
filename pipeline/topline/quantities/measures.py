"""The parts that all numbers with a noun or a unit share, and what tells that a number is a name ("Phase 3")."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.quantities.ends import joined
from topline.quantities.model import Quantity, QuantityLabel
from topline.quantities.reading import NUMERAL, Reading, number_quantity
from topline.quantities.words import NUMBER, VOCABULARY, alternation, number_of

__all__ = ["BETWEEN", "HEAD", "JOINT", "NUMBER_FIRST", "Numbers", "build_plain", "is_label", "told_numbers"]

Numbers = tuple[Decimal, Decimal | None]

_NUMBER_WORDS = VOCABULARY["numbers"]
NUMBER_FIRST = frozenset({NUMERAL, *_NUMBER_WORDS["ones"], *_NUMBER_WORDS["teens"], *_NUMBER_WORDS["tens"]})
_SCALES: dict[str, int] = VOCABULARY["scales"]["words"]
_ALL_SCALES: dict[str, int] = _SCALES | VOCABULARY["scales"]["letters"]
_IN_FULL = 10_000
_LABEL = re.compile(
    rf"(?:^|[^\w]){alternation(VOCABULARY['number_labels'])}s?[.#:]? ?(?:\d+[ab]?(?:,|,? and|,? or|/|-| to) ?){{0,3}}$"
)
# What joins the ends of a range.
JOINT = r"(?P<joint> ?[-–] ?| to | and )"
HEAD = (
    rf"(?P<low>{NUMBER})(?: \(\d{{1,5}}\))?(?:(?:[ -](?P<own>{alternation(_SCALES)}))?"
    rf"(?P<joint> ?[-–] ?| to | or | and )(?P<high>{NUMBER}))?"
    rf"\+?(?:[ -](?P<scale>{alternation(_SCALES)})(?!\w)"
    r"|(?P<letter>(?<=\d)(?:mm|mn|bn|m|k|b)(?![\w/])| (?-i:MM|M|K|B)(?!\w)(?! cells))(?= [a-z]))?"
)
_STOP = rf"(?!{alternation(VOCABULARY['noun_stops'])}(?![\w-]))"
BETWEEN = rf"(?:{_STOP}(?:phase [\dIVab/]{{1,4}}|[a-z](?:[\w'/]|-(?!-)){{0,24}}) ){{0,5}}?"


def is_label(reading: Reading, start: int) -> bool:
    """Whether the number at `start` names something, as in "Phase 3" or "Section 16"."""
    return _LABEL.search(reading.before(start, 26)) is not None


def told_numbers(match: re.Match[str], reading: Reading) -> list[tuple[tuple[int, int], Numbers]]:
    """Where each mention of a match stands and its number or range, by the groups of HEAD as far as there are such.

    A group `sign` is the unit that the first number of two has as well.
    Two mentions where something went from one number to the other, none where the second number is told alone.
    """
    low, high = number_of(match["low"]), number_of(match["high"]) if match["high"] else None
    if low is None or is_label(reading, match.start()):
        return []
    groups = match.groupdict()
    scale, own = _factor(groups.get("scale") or groups.get("letter")), groups.get("own")
    if high is None:
        return [(match.span(), (low * scale, None))]
    high *= scale
    # "500,000 to 1 million shares" has its first number in full.
    low *= _factor(own) if own else scale if low * scale <= high or low < _IN_FULL else 1
    twice = own is not None or bool(groups.get("sign"))
    kind = joined(reading, match.start(), match["joint"], (low, high), told_twice=twice)
    if kind == "range":
        return [(match.span(), (low, high))]
    first = (match.start(), max(match.end(name) for name in ("low", "own", "sign") if groups.get(name)))
    return [(first, (low, None)), ((match.start("high"), match.end()), (high, None))] if kind == "two" else []


def build_plain(label: QuantityLabel, match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    told = told_numbers(match, reading)
    return [number_quantity(reading, label, span, numbers, rule) for span, numbers in told]


def _factor(scale: str | None) -> Decimal:
    return Decimal(_ALL_SCALES[scale.strip().lower()]) if scale else Decimal(1)
