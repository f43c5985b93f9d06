"""Two numbers that "to", "and" or a dash joins: the ends of a range, or what something went from and to."""

import re
from decimal import Decimal
from typing import Literal

from topline.quantities.reading import Reading
from topline.quantities.words import VOCABULARY, alternation, compiled

__all__ = ["CHANGE_VERBS", "LEFT", "RANGE", "follows_range", "is_changed_from", "joined", "spans_between"]

Joined = Literal["range", "two"]

# "range of", "between": what stands left of two numbers that are the ends of a range.
RANGE = re.compile(rf"\b{alternation(VOCABULARY['range_words'])}\b")
CHANGE_VERBS = alternation(w for w in VOCABULARY["change_words"] if w != "from")
# How far left of a number its verb is looked for.
LEFT = 60

_CHANGED_FROM = re.compile(rf"\b{CHANGE_VERBS}\b[^.;]*\bfrom $")
_BETWEEN = re.compile(rf"\b{alternation(VOCABULARY['range_words'])}(?: (?:of|from|about|approximately))* $")
# "to $5 to $6 from $3 to $4", "from $3 to $4 to $5 to $6"
_AGAINST = compiled(
    r",? (?:(?:up|down) )?(?:from|compared (?:to|with)|versus|against)"
    r"(?: (?:a|an|the|its|our|prior|previous|earlier|original|guidance|range|of))* "
)


def joined(
    reading: Reading, start: int, joint: str, numbers: tuple[Decimal, Decimal], *, told_twice: bool = False
) -> Joined | None:
    """What `numbers` are, the first of them at `start`; None where the second one alone is read.

    `told_twice`: each has its unit, so that both can be read where they are no range.
    """
    word = joint.strip()
    if word == "and" and not spans_between(reading, start):
        return "two" if told_twice else None
    if word == "or" and told_twice:
        return "two"
    if word == "to" and is_changed_from(reading, start):
        return "two"
    return "range" if numbers[0] <= numbers[1] else "two"


def spans_between(reading: Reading, start: int) -> bool:
    """Whether two numbers joined by "and" are the ends of a range ("between 15 and 17 cents")."""
    return _BETWEEN.search(reading.before(start, 32)) is not None


def is_changed_from(reading: Reading, start: int) -> bool:
    """Whether the amount at `start` is what another one was before ("rose from 15 to 17 cents")."""
    left = reading.before(start, LEFT)
    return _CHANGED_FROM.search(left) is not None and not follows_range(reading, start)


def follows_range(reading: Reading, start: int) -> bool:
    """Whether a range stands on the near side of a change or comparison whose far side begins at `start`."""
    last = reading.seen[-1] if reading.seen else None
    if last is None or not isinstance(last.value, dict) or last.value.get("low") is None:
        return False
    return _AGAINST.fullmatch(reading.text, last.end, start) is not None
