"""Which item each amount of a sentence is: from the words around it, or from the amount that it goes on from."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from topline.quantities.cues import BETWEEN, HOLDING, PARTS, Cue
from topline.quantities.figure_text import FigureSentence
from topline.quantities.model import Quantity

__all__ = ["Named", "name_amounts", "per_share"]

_EARNINGS = "us-gaap:EarningsPerShareBasicAndDiluted"
_NET = ("us-gaap:NetIncomeLoss", "us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic")
_OWNS = frozenset({"had", "has", "have", "with"})
_STOPS = re.compile(
    r"[,;:.()]|\b(?:and|to|for|from|the|by|with|at|on|as|that|which|if|or|per|is|was|were|compared|during|through|after)\b"
)
_LINKED = re.compile(
    r"(?:\bof|\bwas|\bwere|\btotaled|\btotalled|\bto|\bis|\bare|amounted to|\breached)"
    r"(?: (?:approximately|about|nearly|just|over|only|a|an))*[ ~(]*$",
    re.IGNORECASE,
)
_THOUSAND = 1000
_LEAD = re.compile(r"(?:[\w'’.,:&-]+ ){0,5}$")
_OR = re.compile(
    r",? ?\(?(?:or|and)?,? ?(?:a |an )?(?:approximately |about )?(?:(?:[\w-]+ ){0,4}(?:of )?)?\(?$", re.IGNORECASE
)
# "$5 million in cash at quarter-end, and $7 million at the end of 2004"
_OTHER_DAY = re.compile(r"(?:\x00|-end|year end),? and (?:approximately |about )?$")
_ON_A_DAY = re.compile(r" (?:at|as of|on) ")
# "Operating income was a loss of $3 million"
_IS_A = re.compile(r"(?: \(?loss\)?)?[^.;$]{0,60} (?:was|is|were|showed|at) an? ")
_AND = re.compile(r",? (?:and|or) (?:approximately |about )?$|, $")


@dataclass(frozen=True, slots=True)
class Named:
    """An amount with the item it is; `step` tells how it follows the amount before it in the sentence.

    "sibling" is the per-share form of that amount, "joined" an amount in a row with it ("$1 million and $2 million"),
    "compared" one set against it, "own" one that stands by itself. `cue` is what names it, `own_cue` whether
    it does so for this very amount.
    """

    quantity: Quantity
    concept: str | None
    sign: Literal[1, -1]
    kind: Literal["flow", "instant", "price"]
    step: Literal["own", "sibling", "joined", "compared"]
    cue: Cue | None = None
    own_cue: bool = False


def _as_price(cue: Cue, quantity: Quantity) -> Cue | None:
    """The cue as it applies to a price per share: net loss becomes loss per share, most others do not fit."""
    if quantity.label == "MONEY":
        return cue
    if cue.concept in _NET:
        return cue._replace(concept=_EARNINGS)
    fits = cue.concept is None or "PerShare" in cue.concept
    return cue if fits else cue._replace(concept=None, kind="price")


def _cue_after(sentence: FigureSentence, quantity: Quantity, *, direct: bool) -> Cue | None:
    """The cue in "$5 million settlement" (direct) or "$5 million in restricted cash"."""
    for cue in sentence.cues:
        if not quantity.end < cue.start <= quantity.end + 56:
            continue
        gap = sentence.masked[quantity.end : cue.start]
        if not direct:
            lead = re.match(r" (?:in|of) ", gap)
            if lead is None:
                return None
            gap = gap[lead.end() - 1 :]
        words = gap.split()
        if not direct and cue.kind == "instant" and not _is_held(sentence, quantity):
            return None
        if len(words) <= 4 and not _STOPS.search(gap) and " of " not in gap and " in " not in gap:
            return cue
        return None
    return None


def _is_held(sentence: FigureSentence, quantity: Quantity) -> bool:
    """Whether "$5 million in cash" is what someone has, by the words right before the amount."""
    words = sentence.words(max(sentence.start, quantity.start - 48), quantity.start)
    joined = words[-1:] == ["and"] and any(w in _OWNS for w in words)
    near = words[-3:]
    held = (i for i, word in enumerate(near) if word in HOLDING)
    return joined or any(all(w in BETWEEN for w in near[i + 1 :]) for i in held)


def _touching(sentence: FigureSentence, quantity: Quantity) -> Cue | None:
    """The cue that stands right before the amount, as the label of a row does."""
    return next((c for c in sentence.cues if 0 <= quantity.start - c.end <= 1), None)


def _cue_before(sentence: FigureSentence, quantity: Quantity, floor: int) -> Cue | None:
    """The nearest cue before the amount, joined by small words, else the one that opens the clause.

    "Revenues from X were ..." is left out: a part of the revenue is not the revenue.
    """
    before = [c for c in sentence.cues if floor <= c.start and c.end <= quantity.start]
    if not before:
        return None
    nearest = before[-1]
    if nearest.bare and len(before) > 1 and _IS_A.fullmatch(sentence.masked[before[-2].end : nearest.start]):
        return before[-2]._replace(sign=nearest.sign)
    if sentence.is_link(nearest.end, quantity.start):
        return nearest
    opening = before[0]
    linked = _LINKED.search(sentence.masked, max(floor, quantity.start - 40), quantity.start) is not None
    led = _LEAD.match(sentence.masked[max(floor, opening.start - 80) : opening.start]) is not None
    inside = any(w in PARTS for w in sentence.words(opening.end, quantity.start))
    whole = opening.concept != "us-gaap:Revenues" and not inside
    if whole and linked and led and all(c.concept == opening.concept for c in before):
        return opening
    return None


def _own_cue(sentence: FigureSentence, quantity: Quantity, floor: int) -> Cue | None:
    if quantity.modifier == "up to":
        return None
    cue = (
        _touching(sentence, quantity)
        or _cue_after(sentence, quantity, direct=True)
        or _cue_before(sentence, quantity, floor)
        or _cue_after(sentence, quantity, direct=False)
    )
    return _as_price(cue, quantity) if cue is not None else None


def _step(
    sentence: FigureSentence, before: Quantity, quantity: Quantity
) -> Literal["sibling", "joined", "compared"] | None:
    gap = sentence.masked[before.end : quantity.start]
    if before.label == "MONEY" and _is_per_share(before, quantity) and _OR.fullmatch(gap) and len(gap) < 48:
        return "sibling"
    if _AND.fullmatch(gap):
        return "joined"
    if not sentence.is_link(before.end, quantity.start):
        return "compared" if _OTHER_DAY.search(gap) and _ON_A_DAY.match(sentence.masked, quantity.end) else None
    return "compared" if sentence.compares(before.end, quantity.start) else "joined"


def per_share(quantity: Quantity) -> Quantity:
    """The same amount, told per share."""
    if quantity.label == "PER_SHARE" or not isinstance(quantity.value, dict):
        return quantity
    return replace(quantity, label="PER_SHARE", value=quantity.value | {"per": "share"})


def _is_per_share(before: Quantity, quantity: Quantity) -> bool:
    """Also of "$10.0 million, or $(0.40)": no one restates an amount as the thousandth part of it."""
    return quantity.label == "PER_SHARE" or (quantity.high or 0) * _THOUSAND < (before.low or 0)


def _inherited(done: list[Named], quantity: Quantity, step: str) -> Named | None:
    """The amount whose item this one repeats: the last of its own kind, for a sibling the last of all."""
    if step == "sibling":
        return done[-1]
    return next((n for n in reversed(done) if n.quantity.label == quantity.label), None)


def _name(sentence: FigureSentence, done: list[Named], quantity: Quantity, carried: list[Named]) -> Named:
    before = done[-1].quantity if done else None
    floor = before.end if before is not None else sentence.start
    step = _step(sentence, before, quantity) if before is not None else None
    compared = before is not None and sentence.compares(before.end, quantity.start)
    cue = _own_cue(sentence, quantity, floor)
    if cue is not None:
        kind: Literal["sibling", "compared", "own"] = "compared" if compared else "own"
        if step == "sibling" and done[-1].concept in _NET:
            kind = "sibling"
        if compared and cue.bare and (like := _inherited(done, quantity, "compared")) is not None and like.concept:
            cue = cue._replace(concept=like.concept)
        return Named(quantity, cue.concept, cue.sign, cue.kind, kind, cue, own_cue=True)
    source = _inherited(done, quantity, step) if step is not None else None
    if before is None and sentence.continues:
        step, source = "compared", next((n for n in carried if n.quantity.label == quantity.label), None)
    if source is None or step is None:
        return Named(quantity, None, quantity.figure.sign, "flow", "compared" if compared else "own")
    if step == "sibling" and source.concept not in _NET:
        return Named(quantity, None, quantity.figure.sign, "price", "own")
    if step == "sibling":
        return Named(per_share(quantity), _EARNINGS, source.sign, source.kind, step, source.cue)
    return Named(quantity, source.concept, source.sign, source.kind, step, source.cue)


def name_amounts(sentence: FigureSentence, carried: list[Named]) -> list[Named]:
    """The amounts of a sentence with their items; `carried` are those of the sentence before.

    An amount by which something changed is no item; what follows it goes on from the amount before it.
    """
    done: list[Named] = []
    changes: list[Named] = []
    for quantity in sentence.amounts:
        if sentence.is_change(quantity):
            changes.append(Named(quantity, None, quantity.figure.sign, "flow", "own"))
        else:
            done.append(_name(sentence, done, quantity, carried))
    _share_names(sentence, done)
    return sorted([*done, *changes], key=lambda named: named.quantity.start)


def _share_names(sentence: FigureSentence, done: list[Named]) -> None:
    """Names the first of "$1 million and $2 million in ..." as the second."""
    for at in range(len(done) - 2, -1, -1):
        first, second = done[at], done[at + 1]
        alone = first.concept is None and first.kind == "flow" and first.quantity.label == second.quantity.label
        if alone and second.concept and _AND.fullmatch(sentence.masked[first.quantity.end : second.quantity.start]):
            done[at] = Named(first.quantity, second.concept, second.sign, second.kind, first.step, second.cue)
            done[at + 1] = replace(second, step="joined")
