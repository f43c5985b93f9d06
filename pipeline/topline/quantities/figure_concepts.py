"""Which item each amount of a sentence is: from the words around it, or from the amount that it goes on from."""

import re
from dataclasses import replace
from typing import Literal

from topline.quantities.cues import BETWEEN, HOLDING, PARTS, Cue
from topline.quantities.figure_siblings import (
    EARNINGS,
    JOINED,
    NET,
    RESULTS,
    THOUSAND,
    Named,
    is_sibling,
    paired,
    sibling,
)
from topline.quantities.figure_text import FigureSentence
from topline.quantities.model import Quantity

__all__ = ["name_amounts"]

_OWNS = frozenset({"had", "has", "have", "with"})
_STOPS = re.compile(
    r"[,;:.()]|\b(?:and|to|for|from|the|by|with|at|on|as|that|which|if|or|per|is|was|were|compared|during|through|after)\b"
)
_LINKED = re.compile(
    r"(?:\bof|\bwas|\bwere|\btotaled|\btotalled|\bto|\bis|\bare|amounted to|\breached)"
    r"(?: (?:approximately|about|nearly|just|over|only|a|an))*[ ~(]*$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:[\w'’.,:&-]+ ){0,5}$")
# "$5 million in cash at quarter-end, and $7 million at the end of 2004"
_OTHER_DAY = re.compile(r"(?:\x00|-end|year end),? and (?:approximately |about )?$")
_ON_A_DAY = re.compile(r" (?:at|as of|on) ")
# "Operating income was a loss of $3 million"
_IS_A = re.compile(r"(?: \(?loss\)?)?[^.;$]{0,60} (?:was|is|were|showed|at) an? ")


def _as_price(cue: Cue, quantity: Quantity) -> Cue | None:
    """The cue as it applies to a price per share: net loss becomes loss per share, most others do not fit."""
    if quantity.label == "MONEY":
        return cue
    if cue.concept in NET:
        return cue._replace(concept=EARNINGS)
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
    sentence: FigureSentence, done: list[Named], quantity: Quantity
) -> Literal["sibling", "joined", "compared"] | None:
    before = done[-1].quantity
    if is_sibling(sentence, done, quantity):
        return "sibling"
    gap = sentence.masked[before.end : quantity.start]
    if JOINED.fullmatch(gap):
        return "joined"
    if not sentence.is_link(before.end, quantity.start):
        return "compared" if _OTHER_DAY.search(gap) and _ON_A_DAY.match(sentence.masked, quantity.end) else None
    return "compared" if sentence.compares(before.end, quantity.start) else "joined"


def _inherited(done: list[Named], quantity: Quantity, step: str) -> Named | None:
    """The amount whose item this one repeats: the last of its own kind, for a sibling the last of all."""
    if step == "sibling":
        return done[-1]
    return next((n for n in reversed(done) if _is_alike(n, quantity)), None)


def _is_alike(named: Named, quantity: Quantity) -> bool:
    """Of "earnings per share were $0.31, or $5 million, compared to $0.28" the last one is like the first."""
    if named.quantity.label != quantity.label:
        return False
    small = (quantity.high or 0) < THOUSAND <= (named.quantity.low or 0)
    return not (small and named.step == "sibling")


def _name(sentence: FigureSentence, done: list[Named], quantity: Quantity, carried: list[Named]) -> Named:
    if (pair := paired(sentence, done, quantity)) is not None:
        return pair
    before = done[-1].quantity if done else None
    floor = before.end if before is not None else sentence.start
    step = _step(sentence, done, quantity) if done else None
    compared = before is not None and sentence.compares(before.end, quantity.start)
    cue = _own_cue(sentence, quantity, floor)
    if cue is not None:
        kind: Literal["sibling", "compared", "own"] = "compared" if compared else "own"
        if step == "sibling" and done[-1].concept in RESULTS:
            kind = "sibling"
        if compared and cue.bare and (like := _inherited(done, quantity, "compared")) is not None and like.concept:
            cue = cue._replace(concept=like.concept)
        return Named(quantity, cue.concept, cue.sign, cue.kind, kind, cue, own_cue=True)
    source = _inherited(done, quantity, step) if step is not None else None
    if before is None and sentence.continues:
        step, source = "compared", next((n for n in carried if n.quantity.label == quantity.label), None)
    if source is None or step is None:
        return Named(quantity, None, quantity.figure.sign, "flow", "compared" if compared else "own")
    if step == "sibling":
        return sibling(source, quantity)
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
        if alone and second.concept and JOINED.fullmatch(sentence.masked[first.quantity.end : second.quantity.start]):
            done[at] = Named(first.quantity, second.concept, second.sign, second.kind, first.step, second.cue)
            done[at + 1] = replace(second, step="joined")
