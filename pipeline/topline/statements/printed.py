"""A prose figure as printed: its amount and one in its last printed place."""

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from topline.quantities import Quantity
from topline.vocab.load import load_yaml

__all__ = ["Printed", "read_printed"]

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_VARIANT = re.compile(
    r",? ?\(?(?:on an? )?(?:fully )?(?:basic|diluted)\b(?:,? and (?:fully )?diluted\b)?", re.IGNORECASE
)
_BOTH = "us-gaap:EarningsPerShareBasicAndDiluted"
_DILUTED = "us-gaap:EarningsPerShareDiluted"
_BASIC = "us-gaap:EarningsPerShareBasic"
_POWERS = 6
_ABOUT, _NEAR = 3, 24
_THOUSAND, _DIGITS, _ZEROS = 1000, 4, 2
# As many digits as Decimal reckons with.
_PRECISION = 28


class Printed(NamedTuple):
    """`place` is one in the last printed place: 100000 for "$7.2 million"; `text` has "(diluted)" behind it, too.

    `side` is 1 where the value is said to lie above ("more than $24 million"), -1 where below ("nearly"); `loose` is
    set for "about": it may lie on either side. `zeros` is one in the place of the last digit before two zeros or
    more: "$1,200,000" may be told to the dollar or, as $1.2 million, to 100000.
    """

    amount: Decimal
    place: Decimal
    text: str
    side: Literal[-1, 0, 1] = 0
    loose: bool = False
    zeros: Decimal = Decimal(0)

    def equals(self, value: Decimal) -> bool:
        return abs(value) == self.amount

    def fits(self, value: Decimal, place: Decimal) -> bool:
        """The figure is the value rounded, or the value is the figure rounded to the last place of its table."""
        if (self.loose or self.allows(value)) and abs(abs(value) - self.amount) < self._step:
            return True
        within = max(self._step, place if value else Decimal(0)) / 2
        return abs(abs(value) - self.amount) <= within if self.amount or not value else self._rounds_to_zero(value)

    def allows(self, value: Decimal) -> bool:
        """Whether the value lies where it is said to lie: on one side of the figure, or about there."""
        if self.loose:
            return abs(abs(value) - self.amount) <= _ABOUT * self._step
        return self.side != 0 and (abs(value) - self.amount) * self.side >= 0

    def may_be(self, value: Decimal) -> bool:
        """Whether nothing contradicts the value: it lies where it is said to lie, or rounds to the figure."""
        return self.allows(value) or abs(abs(value) - self.amount) * 2 < self.zeros

    @property
    def _step(self) -> Decimal:
        """What the figure is rounded to at most: its zeros count, but two digits stay ("$5,000,000")."""
        if not self.zeros:
            return self.place
        two = Decimal(1).scaleb(self.amount.adjusted() - 1)
        return max(self.place, min(self.zeros, two)) if two >= _THOUSAND else self.place

    @property
    def is_telling(self) -> bool:
        """Printed so exactly that no other value is likely to be the same: to the thousand, and no round number."""
        return self.place <= _THOUSAND and len(self.amount.normalize().as_tuple().digits) >= _DIGITS

    def is_scaled(self, value: Decimal) -> bool:
        """Whether the figure is the value times a power of ten: "$4.8 billion" of 4,750,000."""
        powers = [Decimal(10) ** n for n in (*range(-_POWERS, 0), *range(1, _POWERS + 1))]
        return any(abs(abs(value) * power - self.amount) <= self.place / 2 for power in powers)

    def _rounds_to_zero(self, value: Decimal) -> bool:
        return abs(value) < self.place / 2

    def variant(self, concept: str | None, *, gain: bool) -> str | None:
        """The basic or the diluted element where the words of the figure say so; of a gain the diluted one is told."""
        words = self.text.lower()
        if concept != _BOTH:
            return concept
        if ("basic" in words) == ("diluted" in words):
            return _DILUTED if gain else concept
        return _DILUTED if "diluted" in words else _BASIC


def read_printed(quantity: Quantity, text: str, before: str = "", after: str = "") -> Printed | None:
    """None for a range and for an open one. Without its text a figure counts as printed in full."""
    if quantity.low is None or quantity.low != quantity.high:
        return None
    amount = abs(quantity.low)
    variant = _VARIANT.match(after)
    whole = f"{text}{variant[0]}" if variant else text
    place = _place(amount, text)
    zeros = _zeros(amount, place) if _NUMBER.search(text) else Decimal(0)
    return Printed(amount, place, whole, _side(quantity, after), _is_loose(before), zeros)


def _zeros(amount: Decimal, place: Decimal) -> Decimal:
    """One in the place of the last digit before the zeros of "$980,000"; 0 for less than two of them."""
    exponent = amount.normalize().as_tuple().exponent
    if place != 1 or not amount or not isinstance(exponent, int) or exponent < _ZEROS:
        return Decimal(0)
    return Decimal(1).scaleb(exponent)


def _is_loose(before: str) -> bool:
    return re.search(load_yaml("statement_links.yaml")["bounds"]["loose_before"], before[-_NEAR:].lower()) is not None


def _side(quantity: Quantity, after: str) -> Literal[-1, 0, 1]:
    bounds = load_yaml("statement_links.yaml")["bounds"]
    if quantity.modifier in bounds["above"] or re.match(bounds["above_behind"], after):
        return 1
    return -1 if quantity.modifier in bounds["below"] else 0


def _place(amount: Decimal, text: str) -> Decimal:
    """By the first number of the text; without one, that of the amount itself."""
    exponent = amount.as_tuple().exponent
    own = Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)
    found = _NUMBER.search(text)
    if found is None:
        return own
    digits = found.group().replace(",", "")
    number = Decimal(digits[:_PRECISION])
    step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    if number == 0 or amount == 0:
        return step if number == amount == 0 else own
    return step * (amount / number)
