"""What all amounts share: scales, the noun of a price, and the mention that is made of them."""

import re
from decimal import Decimal

from topline.quantities.model import Quantity, QuantityLabel
from topline.quantities.reading import Reading
from topline.quantities.words import VOCABULARY, alternation, plain

__all__ = ["PER_SHARE", "PRICE_LIMIT", "money_quantity", "per_of", "scale_factor", "scale_source"]

_SCALE_WORDS: dict[str, int] = VOCABULARY["scales"]["words"]
_SCALES: dict[str, int] = _SCALE_WORDS | VOCABULARY["scales"]["letters"]
_PER: dict[str, str] = VOCABULARY["per_nouns"]
# "$9,870,000 or $.84 per share": so large an amount is no price that shares the other one's unit or scale.
PRICE_LIMIT = 1000
PER_SHARE = (
    rf"(?: ?/ ?| (?:per|a|for each) )(?:{alternation(VOCABULARY['per_words'])},? ){{0,6}}"
    rf"(?P<per>{alternation(_PER)})(?!\w)"
)


def scale_source(name: str) -> str:
    """A pattern for "million", "M" or "bn" after a number, in a group of that name."""
    letters = alternation(VOCABULARY["scales"]["letters"])
    capitals = alternation(w.upper() for w in VOCABULARY["scales"]["letters"])
    words = alternation(_SCALE_WORDS)
    return rf"(?:[ -]?(?P<{name}>{words}(?:s(?!\w))?|(?<=[\d.]){letters}|(?-i:(?<= ){capitals}))(?!\w))?"


def scale_factor(scale: str | None) -> int:
    """What the words of `scale_source` multiply by."""
    if not scale:
        return 1
    word = scale.lower()
    return _SCALES[word if word in _SCALES else word.rstrip("s")]


def money_quantity(
    reading: Reading,
    span: tuple[int, int],
    numbers: tuple[Decimal, Decimal | None],
    currency: str,
    per: str | None,
    rule: str,
) -> Quantity:
    """MONEY, or PER_SHARE where `per` names a noun; `numbers` are the amount, or both ends of a range."""
    low, high = numbers
    modifier = reading.modifier(span[0])
    value: dict[str, str | None] = {"amount": plain(low), "currency": currency, "per": per}
    if high is not None:
        value = {"amount": None, "low": plain(low), "high": plain(high), "currency": currency, "per": per}
    label: QuantityLabel = "PER_SHARE" if per else "MONEY"
    lower = None if modifier == "up to" and high is None else low
    upper = low if high is None else high
    return Quantity(label, *span, value, rule, low=lower, high=upper, currency=currency, modifier=modifier)


def per_of(match: re.Match[str]) -> str | None:
    """The noun that PER_SHARE matched, by its canonical name."""
    return _PER[match["per"].lower()] if match["per"] else None
