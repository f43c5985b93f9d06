"""Over which periods an item went from one amount to another: "from $2 million in the prior year to $3 million"."""

import re
from typing import NamedTuple

from topline.quantities.ends import CHANGE_VERBS
from topline.quantities.figure_anchors import is_year, lies_in, like, told_after, told_left
from topline.quantities.figure_siblings import Named
from topline.quantities.figure_text import FigureSentence
from topline.quantities.model import Interval, Quantity
from topline.quantities.spans import shift

__all__ = ["Change", "goes_to", "told_change"]

_FROM = re.compile(
    rf"\b{CHANGE_VERBS}\b[^.;]*\bfrom(?: (?:a|an|the|net|loss|income|of|approximately|about))* $", re.IGNORECASE
)
_TO = re.compile(r",? to(?: (?:a|an|net|loss|income|of|approximately|about))* $", re.IGNORECASE)


class Change(NamedTuple):
    """The intervals of the amount before and of the one after; None where nothing tells one."""

    before: Interval | None
    after: Interval | None


def goes_to(sentence: FigureSentence, row: list[Named], then: Quantity) -> bool:
    """Whether something went from the amounts of a row to the one after it."""
    left = _FROM.search(sentence.masked, sentence.start, row[0].quantity.start)
    return left is not None and _TO.search(sentence.masked, row[-1].quantity.end, then.start) is not None


def told_change(
    sentence: FigureSentence, first: list[Named], second: list[Named], end: int, current: Interval | None
) -> Change:
    """By the periods behind each amount and the one before both, else `current`; bare years are cut to that one.

    The amount before is never of a period that nothing tells for it. `end` is where a third amount begins.
    """
    over = _only(told_left(sentence, first, sentence.start, set(), instant=False))
    of_first = _only(told_after(sentence, first, second[0].quantity.start, instant=False))
    of_second = _only(told_after(sentence, second, end, instant=False))
    base = _interval(over) or current
    if of_second is not None:
        after = _cut(of_second, base) if over is not None else of_second.interval
    elif of_first is not None and over is None and not is_year(of_first):
        after = _year_after(of_first, current)
    else:
        after = base
    if of_first is None or after is None or not is_year(of_first):
        return Change(_interval(of_first), after)
    return Change(like(after, of_first), after)


def _only(run: list[Quantity]) -> Quantity | None:
    return run[0] if len(run) == 1 and not run[0].also else None


def _interval(told: Quantity | None) -> Interval | None:
    return told.interval if told is not None else None


def _cut(told: Quantity, base: Interval | None) -> Interval | None:
    """ "For the third quarter sales rose from $2 million in 2003 to $3 million in 2004": the quarter of that year."""
    if base is None or told.interval is None or not is_year(told):
        return told.interval
    return base if lies_in(base, told.interval) else like(base, told)


def _year_after(told: Quantity, current: Interval | None) -> Interval | None:
    """As many months as the amount before has, where they end with those that are spoken of."""
    if told.interval is None or current is None:
        return current
    later = shift(told.interval, 1)
    return later if later.end == current.end else current
