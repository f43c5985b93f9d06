"""The state of one pass over a paragraph, and the shape of the rules that read it."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from topline.quantities.model import Inference, Interval, Precision, Quantity, QuantityLabel, ReleaseContext
from topline.quantities.words import VOCABULARY, plain

__all__ = [
    "CURRENCY",
    "NUMERAL",
    "PAREN",
    "WHICH_FIRST",
    "Reading",
    "Rule",
    "date_quantity",
    "number_quantity",
    "period_quantity",
]

NUMERAL, CURRENCY, PAREN = "<numeral>", "<currency>", "<paren>"
# What "this June", "last year" and "next month" begin with.
WHICH_FIRST = frozenset({"this", "last", "next"})

_DETERMINERS = frozenset(VOCABULARY["determiners"])
_MODIFIERS = frozenset(VOCABULARY["modifiers"])
_LONGEST = max(len(w) for w in _MODIFIERS) + 24
_WORD = re.compile(r"[a-z]+")
_FISCAL = re.compile(r"fiscal|\bFY|\dFY", re.IGNORECASE)
_ORDER: tuple[Inference, ...] = ("released_on", "period", "fiscal_year_end", "weekday", "text")
_PRECISIONS: dict[str, Precision] = {
    "year": "year",
    "fiscal_year": "year",
    "full_year": "year",
    "half": "half",
    "quarter": "quarter",
    "month": "month",
    "season": "season",
    "part": "part",
    "year_end": "part",
}
_LEAD = re.compile(r"[ ~(]+$")
_FARTHEST = 160
_SENTENCE = re.compile(r"[.;!?] (?=[A-Z])")


@dataclass(slots=True)
class Reading:
    """A text being read from left to right; `seen` holds what was found so far.

    `zone` is the last time zone named, with the place of the time that named it. `basis` and `antecedent` gather what
    the mention that is being built rests on.
    """

    text: str
    context: ReleaseContext
    seen: list[Quantity] = field(default_factory=list)
    zone: tuple[str, tuple[int, int]] | None = None
    inferred: set[Inference] = field(default_factory=set)
    antecedent: tuple[int, int] | None = None

    def begin(self) -> None:
        """Forget what an earlier mention rests on."""
        self.inferred.clear()
        self.antecedent = None

    def infer(self, *sources: Inference) -> None:
        self.inferred.update(sources)

    def infer_fiscal(self, words: str) -> None:
        """The fiscal year's end matters where the words say "fiscal" and where it is not that of the calendar."""
        if self.context.fiscal_year_end != (12, 31) or _FISCAL.search(words):
            self.inferred.add("fiscal_year_end")

    def point_to(self, span: tuple[int, int]) -> None:
        """The value is that of another mention, at `span` or around it."""
        self.inferred.add("text")
        self.antecedent = span

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

    def last_told(self, start: int, labels: Collection[QuantityLabel]) -> Quantity | None:
        """The last mention with one of the labels, if it stands near before `start` and in the same sentence."""
        last = next((q for q in reversed(self.seen[-12:]) if q.label in labels), None)
        if last is None or start - last.end > _FARTHEST or _SENTENCE.search(self.text, last.end, start):
            return None
        return last

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


def _opened(reading: Reading, interval: Interval, modifier: str | None) -> Interval:
    released = reading.context.released_on
    if modifier == "by" and released is not None and released <= interval.end and released != interval.start:
        reading.infer("released_on")
        return Interval(released, interval.end)
    return interval


def _inferred(reading: Reading) -> tuple[Inference, ...]:
    return tuple(b for b in _ORDER if b in reading.inferred) if reading.inferred else ()


def period_quantity(
    reading: Reading,
    span: tuple[int, int],
    interval: Interval,
    rule: str,
    also: tuple[Interval, ...] = (),
    *,
    precision: Precision | None = None,
) -> Quantity:
    """A PERIOD, of the rule's precision unless another is given.

    After "by" one that is not over begins on the release day, the first day on which it can happen.
    """
    modifier = reading.modifier(span[0])
    interval = _opened(reading, interval, modifier)
    value: dict[str, str | None] = {"start": interval.start.isoformat(), "end": interval.end.isoformat()}
    return Quantity(
        "PERIOD",
        *span,
        value,
        rule,
        interval=interval,
        modifier=modifier,
        also=also,
        precision=precision or _PRECISIONS.get(rule, "span"),
        inferred_from=_inferred(reading),
        antecedent=reading.antecedent,
    )


def date_quantity(reading: Reading, span: tuple[int, int], when: date, rule: str, value: str | None = None) -> Quantity:
    """A DATE; `value` is given where it has a time of day."""
    return Quantity(
        "DATE",
        *span,
        value or when.isoformat(),
        rule,
        interval=Interval(when, when),
        modifier=reading.modifier(span[0]),
        precision="day" if value is None else "time",
        inferred_from=_inferred(reading),
        antecedent=reading.antecedent,
    )


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
