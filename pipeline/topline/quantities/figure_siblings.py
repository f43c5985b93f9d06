"""A result told twice: as an amount and per share ("$5 million, or $0.31 per share"), in either order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from topline.quantities.cues import COMPARISON, PARTS, Cue
from topline.quantities.figure_text import FigureSentence
from topline.quantities.model import Quantity

__all__ = ["EARNINGS", "JOINED", "NET", "RESULTS", "THOUSAND", "Named", "is_sibling", "paired", "per_share", "sibling"]

EARNINGS = "us-gaap:EarningsPerShareBasicAndDiluted"
NET = ("us-gaap:NetIncomeLoss", "us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic")
_PER_SHARE = (EARNINGS, "us-gaap:EarningsPerShareBasic", "us-gaap:EarningsPerShareDiluted")
RESULTS = (*NET, *_PER_SHARE)
THOUSAND = 1000
JOINED = re.compile(r",? (?:and|or) (?:approximately |about )?$|, $")
_OR = re.compile(
    r",? ?\(?(?:or|and|equal to|equivalent to|which (?:is|was|equals|equates to))?,? ?(?:a |an )?"
    r"(?:approximately |about )?(?:(?:[\w-]+ ){0,4}(?:of )?)?\(?$",
    re.IGNORECASE,
)
_LONGEST_OR = 48
# "$5 million for the third quarter of 2004, or $0.31 per share"
_OVER_A_PERIOD = re.compile(
    r",?(?: (?:for|in|during|over|of))?(?: (?:a|the|its|our|that|this))? \x00+(?:,? and (?:the )?\x00+)?(?=,? ?\(|,? )"
)
_RESPECTIVELY = re.compile(r",? respectively\b")
# "$5 million, compared to $0.31 per share", "$5 million, including a gain of $0.05 per share"
_APART = COMPARISON | PARTS
_TOLD_AGAIN = re.compile(r",? (?:or|equal to|equivalent to|which) |,? ?\((?:or )?")


@dataclass(frozen=True, slots=True)
class Named:
    """An amount with the item it is; `step` tells how it follows the amount before it in the sentence.

    "sibling" is the per-share form of that amount, "joined" an amount in a row with it ("$1 million and $2 million"),
    "compared" one set against it, "own" one that stands by itself. `cue` is what names it, `own_cue` whether
    it does so for this very amount. `pair` is where the amount begins of which this is the per-share form, if that is
    not the one before.
    """

    quantity: Quantity
    concept: str | None
    sign: Literal[1, -1]
    kind: Literal["flow", "instant", "price"]
    step: Literal["own", "sibling", "joined", "compared"]
    cue: Cue | None = None
    own_cue: bool = False
    pair: int | None = None


def sibling(source: Named, quantity: Quantity) -> Named:
    """The result per share of an amount, or the amount of a result per share."""
    if source.concept in _PER_SHARE:
        return Named(quantity, NET[0], source.sign, source.kind, "sibling", source.cue)
    if source.concept not in NET:
        kind: Literal["flow", "price"] = "flow" if source.quantity.label == "PER_SHARE" else "price"
        return Named(quantity, None, quantity.figure.sign, kind, "own")
    return Named(per_share(quantity), EARNINGS, source.sign, source.kind, "sibling", source.cue)


def is_sibling(sentence: FigureSentence, done: Sequence[Named], quantity: Quantity) -> bool:
    """Whether the quantity tells again, per share or as an amount, what the last of `done` tells."""
    return _is_the_same(done[-1], quantity) and _tells_again(sentence, done[-1], quantity)


def paired(sentence: FigureSentence, done: Sequence[Named], quantity: Quantity) -> Named | None:
    """ "$5 million for 2004 and $4 million for 2003, or $0.31 and $0.28 per share": the first goes with the first."""
    if len(done) < 2:
        return None
    first, second = done[-2:]
    if second.pair is not None and first.pair is None and _goes_on(sentence, second.quantity, quantity):
        return _per_share_of(first, quantity)
    alike = first.concept in NET and first.concept == second.concept and second.step in ("joined", "compared")
    if not alike or not is_sibling(sentence, done, quantity):
        return None
    following = next((q for q in sentence.amounts if q.start > quantity.start), None)
    if following is None or not _is_per_share(first.quantity, following):
        return None
    return _per_share_of(first, quantity) if _goes_on(sentence, quantity, following) else None


def _goes_on(sentence: FigureSentence, before: Quantity, quantity: Quantity) -> bool:
    gap = sentence.masked[before.end : quantity.start]
    return JOINED.fullmatch(gap) is not None or (
        sentence.is_link(before.end, quantity.start) and sentence.compares(before.end, quantity.start)
    )


def _per_share_of(source: Named, quantity: Quantity) -> Named:
    at = source.quantity.start
    return Named(per_share(quantity), EARNINGS, source.sign, source.kind, "sibling", source.cue, pair=at)


def _is_the_same(before: Named, quantity: Quantity) -> bool:
    """Whether an amount and a price per share may be one result, in either order."""
    if _is_price(before):
        return quantity.label == "MONEY" and (quantity.low or 0) >= THOUSAND
    return before.quantity.label == "MONEY" and _is_per_share(before.quantity, quantity)


def _is_price(named: Named) -> bool:
    return named.concept in _PER_SHARE or named.quantity.label == "PER_SHARE"


def _tells_again(sentence: FigureSentence, before: Named, quantity: Quantity) -> bool:
    """ "$5 million, or $0.31 per share", "$0.31 per share, or $5 million".

    The period of the first may stand between the two.
    """
    start = end = before.quantity.end
    period = _OVER_A_PERIOD.match(sentence.masked, start, quantity.start)
    if period is not None and any(q.label == "PERIOD" and q.end == period.end() for q in sentence.values):
        end = period.end()
    if (respectively := _RESPECTIVELY.match(sentence.masked, end, quantity.start)) is not None:
        end = respectively.end()
    gap = sentence.masked[end : quantity.start]
    if len(gap) >= _LONGEST_OR or not _OR.fullmatch(gap) or not _APART.isdisjoint(sentence.words(end, quantity.start)):
        return False
    if end == start and not _is_price(before):
        return True
    return _TOLD_AGAIN.match(gap + sentence.text[quantity.start]) is not None


def per_share(quantity: Quantity) -> Quantity:
    """The same amount, told per share."""
    if quantity.label == "PER_SHARE" or not isinstance(quantity.value, dict):
        return quantity
    return replace(quantity, label="PER_SHARE", value=quantity.value | {"per": "share"})


def _is_per_share(before: Quantity, quantity: Quantity) -> bool:
    """Also of "$10.0 million, or $(0.40)": no one restates an amount as the thousandth part of it."""
    return quantity.label == "PER_SHARE" or (quantity.high or 0) * THOUSAND < (before.low or 0)
