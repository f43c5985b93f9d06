"""The state of one pass over a paragraph, and the shape of the rules that read it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from topline.quantities.model import Interval, Quantity, QuantityLabel, ReleaseContext
from topline.quantities.words import VOCABULARY, plain

__all__ = ["CURRENCY", "NUMERAL", "PAREN", "Reading", "Rule", "date_quantity", "number_quantity", "period_quantity"]

NUMERAL, CURRENCY, PAREN = "<numeral>", "<currency>", "<paren>"

_DETERMINERS = frozenset(VOCABULARY["determiners"])
_MODIFIERS = frozenset(VOCABULARY["modifiers"])
_LONGEST = max(len(w) for w in _MODIFIERS) + 24
_WORD = re.compile(r"[a-z]+")
_LEAD = re.compile(r"[ ~(]+$")


@dataclass(slots=True)
class Reading:
    """A text being read from left to right; `seen` holds what was found so far, `zone` the last time zone named."""

    text: str
    context: ReleaseContext
    seen: list[Quantity] = field(default_factory=list)
    zone: str | None = None

    def before(self, start: int, width: int = _LONGEST) -> str:
        """The text left of an offset, in small letters."""
        return self.text[max(0, start - width) : start].lower()

    def modifier(self, start: int) -> str | None:
        """The longest known modifier that ends right before `start`, determiners and "approximately" skipped."""
        left = _LEAD.sub("", self.before(start))
        if not left[-1:].isalnum() and left[-1:] != ",":
            return None
        words = _WORD.findall(left)
        for _ in range(2):
            if words and words[-1] in _DETERMINERS:
                words.pop()
        for count in range(min(5, len(words)), 0, -1):
            phrase = " ".join(words[-count:])
            if phrase in _MODIFIERS:
                return phrase
        return None

    def recent(self, label: QuantityLabel) -> list[Quantity]:
        """What was found so far with that label and has an interval; no expression points back over more than sixty."""
        return [q for q in self.seen[-60:] if q.label == label and q.interval is not None]

    def periods(self) -> list[Quantity]:
        return self.recent("PERIOD")


class Rule(NamedTuple):
    """`build` turns a match into mentions, none when it has no value here; `first` is what a mention may begin with.

    The members of `first` are words in small letters, or NUMERAL, CURRENCY or PAREN for what is not a word.
    """

    name: str
    first: frozenset[str]
    pattern: re.Pattern[str]
    build: Callable[[re.Match[str], Reading, str], Sequence[Quantity]]


def _opened(interval: Interval, modifier: str | None, context: ReleaseContext) -> Interval:
    released = context.released_on
    if modifier == "by" and released is not None and released <= interval.end:
        return Interval(released, interval.end)
    return interval


def period_quantity(
    reading: Reading, span: tuple[int, int], interval: Interval, rule: str, also: tuple[Interval, ...] = ()
) -> Quantity:
    """A PERIOD. After "by" one that is not over begins on the release day, the first day on which it can happen."""
    modifier = reading.modifier(span[0])
    interval = _opened(interval, modifier, reading.context)
    value: dict[str, str | None] = {"start": interval.start.isoformat(), "end": interval.end.isoformat()}
    return Quantity("PERIOD", *span, value, rule, interval=interval, modifier=modifier, also=also)


def date_quantity(reading: Reading, span: tuple[int, int], when: date, rule: str, value: str | None = None) -> Quantity:
    """A DATE; `value` is given where it has a time of day."""
    text = value or when.isoformat()
    return Quantity("DATE", *span, text, rule, interval=Interval(when, when), modifier=reading.modifier(span[0]))


def number_quantity(
    reading: Reading, label: QuantityLabel, span: tuple[int, int], numbers: tuple[Decimal, Decimal | None], rule: str
) -> Quantity:
    """A plain number, or the range from the first to the second of `numbers`."""
    low, high = numbers
    modifier = reading.modifier(span[0])
    value: str | dict[str, str | None] = plain(low) if high is None else {"low": plain(low), "high": plain(high)}
    upper = low if high is None else high
    lower = None if modifier == "up to" else low
    return Quantity(label, *span, value, rule, low=lower, high=upper, modifier=modifier)
