"""The parts that all numbers with a noun or a unit share, and what tells that a number is a name ("Phase 3")."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.quantities.model import Quantity, QuantityLabel
from topline.quantities.reading import NUMERAL, Reading, number_quantity
from topline.quantities.words import NUMBER, VOCABULARY, alternation, number_of

__all__ = ["BETWEEN", "HEAD", "NUMBER_FIRST", "RANGE", "build_plain", "is_label", "scaled_numbers"]

_NUMBER_WORDS = VOCABULARY["numbers"]
NUMBER_FIRST = frozenset({NUMERAL, *_NUMBER_WORDS["ones"], *_NUMBER_WORDS["teens"], *_NUMBER_WORDS["tens"]})
_SCALES: dict[str, int] = VOCABULARY["scales"]["words"]
_ALL_SCALES: dict[str, int] = _SCALES | VOCABULARY["scales"]["letters"]
_LABEL = re.compile(
    rf"(?:^|[^\w]){alternation(VOCABULARY['number_labels'])}s?[.#:]? ?(?:\d+[ab]?(?:,|,? and|,? or|/|-| to) ?){{0,3}}$"
)
# "range of", "between": what stands left of two numbers that are the ends of a range.
RANGE = re.compile(rf"\b{alternation(VOCABULARY['range_words'])}\b")
HEAD = (
    rf"(?P<low>{NUMBER})(?: \(\d{{1,5}}\))?(?:(?: ?[-–] ?| to | or )(?P<high>{NUMBER}))?"
    rf"\+?(?:[ -](?P<scale>{alternation(_SCALES)})(?!\w)"
    r"|(?P<letter>(?<=\d)(?:mm|mn|bn|m|k|b)(?![\w/])| (?-i:MM|M|K|B)(?!\w)(?! cells))(?= [a-z]))?"
)
_STOP = rf"(?!{alternation(VOCABULARY['noun_stops'])}(?![\w-]))"
BETWEEN = rf"(?:{_STOP}(?:phase [\dIVab/]{{1,4}}|[a-z](?:[\w'/]|-(?!-)){{0,24}}) ){{0,5}}?"


def is_label(reading: Reading, start: int) -> bool:
    """Whether the number at `start` names something, as in "Phase 3" or "Section 16"."""
    return _LABEL.search(reading.before(start, 26)) is not None


def scaled_numbers(match: re.Match[str]) -> tuple[Decimal, Decimal | None] | None:
    """The number or range of the groups `low`, `high` and `scale`."""
    low, high = number_of(match["low"]), number_of(match["high"]) if match["high"] else None
    if low is None:
        return None
    groups = match.groupdict()
    word = (groups.get("scale") or groups.get("letter") or "").strip().lower()
    scale = Decimal(_ALL_SCALES[word]) if word else Decimal(1)
    return low * scale, None if high is None else high * scale


def build_plain(label: QuantityLabel, match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    numbers = scaled_numbers(match)
    if numbers is None or is_label(reading, match.start()):
        return ()
    return (number_quantity(reading, label, match.span(), numbers, rule),)
