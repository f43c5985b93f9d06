"""What the sign of a row's figures means, by its label: a gain, a loss, and which of them prints a minus."""

import re
from functools import cache, lru_cache
from typing import Literal

from topline.statements.derived_words import listed, pattern
from topline.statements.vocabulary import normal, singular

__all__ = ["Side", "is_one_signed", "plain_name", "side_of", "side_of_element", "signs_agree"]

_PARENTHESES = re.compile(r"\([^()]{0,200}\)")
_CAPITALS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LONGEST = 500

Side = Literal["gain", "loss", "gain by sign", "loss by sign", "by sign", "untold"]
"""What figures without a minus are: "by sign" where labels of both sides do not say which of them is."""


@lru_cache(maxsize=8192)
def side_of(label: str) -> Side:
    """ "Net income (loss)" is a gain by sign: what stands outside the parentheses has no minus."""
    gain, loss = _named(label[:_LONGEST])
    if not (gain and loss):
        return "gain" if gain else "loss" if loss else "untold"
    outside = _named(_PARENTHESES.sub(" ", label[:_LONGEST]))
    if outside == (True, False):
        return "gain by sign"
    return "loss by sign" if outside == (False, True) else "by sign"


@lru_cache(maxsize=1000)
def side_of_element(concept: str) -> Side:
    """Of an element the first word counts: IncomeTaxExpenseBenefit is an expense, OperatingIncomeLoss an income."""
    words = pattern("no_sides").sub(" ", normal(_CAPITALS.sub(" ", concept.rpartition(":")[2])))
    gain, loss = (pattern("sides", name).search(words) for name in ("gain", "loss"))
    if gain and loss:
        return "gain" if gain.start() < loss.start() else "loss"
    return "gain" if gain else "loss" if loss else "untold"


def signs_agree(one: tuple[Side, int], other: tuple[Side, int]) -> bool:
    """Whether figures of two rows of one element mean the same by their signs; each a side and the figure's sign.

    Tables print costs and losses with a minus or without. Labels of one side must have one sign, be it either; of
    different ones each sign must be as its label says. Where a label leaves it to the sign, the other must be oriented
    alike, for a minus means the reverse under "Other (income) expense".
    """
    sides = {one[0], other[0]}
    if sides == {"gain by sign"} or sides == {"loss by sign"}:
        return True
    if "by sign" in sides or ("untold" in sides and sides & {"gain by sign", "loss by sign"}):
        return False
    if len(sides) == 1 or "untold" in sides:
        return one[1] * other[1] >= 0
    if "loss by sign" in sides:
        return sides == {"loss", "loss by sign"} and all(sign >= 0 for side, sign in (one, other) if side == "loss")
    return all(sign >= 0 if side == "gain" else sign <= 0 or side == "gain by sign" for side, sign in (one, other))


@lru_cache(maxsize=8192)
def plain_name(label: str) -> str:
    """What a label is of, without words that only tell its side, that it is a sum, or how it is spelled.

    "Total operating expenses" and "Operating expenses" are of one thing, "Net income (loss)" and "Net loss", too;
    "Product sales" and "Product sales and royalties" are not.
    """
    text = normal(label)
    for spelling, put in _spellings():
        text = spelling.sub(put, text)
    return " ".join(word for word in singular(text).split() if word not in _plain_words())


@lru_cache(maxsize=1000)
def is_one_signed(concept: str) -> bool:
    """Revenues and costs, which have no figure of the other sign."""
    return bool(pattern("one_signed").search(concept))


def _named(label: str) -> tuple[bool, bool]:
    words = pattern("no_sides").sub(" ", normal(label))
    return bool(pattern("sides", "gain").search(words)), bool(pattern("sides", "loss").search(words))


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    found: dict[str, str] = listed("spellings")
    return tuple((re.compile(spelling), put) for spelling, put in found.items())


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(listed("plain_words"))
