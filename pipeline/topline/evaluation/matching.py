"""Which recorded event is which event of gold.

Two events can be the same if their triggers overlap, or if a piece of evidence of one shares half of the shorter one
with a piece of the other and is not a blanket over it. Of all pairs that can be, those that share a drug come first,
then those whose triggers overlap, the longer overlap first; each event is in at most one pair.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from topline.evaluation.gold import Place

__all__ = ["Figure", "Matched", "Told", "match_events", "overlap"]

# A piece of evidence over three times as long as the other, and 60 characters more, is a blanket.
_BLANKET_TIMES, _BLANKET_MORE = 3, 60
# A trigger this long names no happening.
_LONG_TRIGGER = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of an amount; a range has two."""

    value: Decimal
    currency: str
    role: str


@dataclass(frozen=True, slots=True)
class Told:
    """What record and gold say of an event, in one form. `forms` are pairs of a role and a filler's plain words."""

    type: str
    status: str
    polarity: str | None
    trigger: Place | None
    evidence: tuple[Place, ...]
    date: tuple[str, str] | None
    figures: tuple[Figure, ...] = ()
    forms: tuple[tuple[str, str], ...] = ()

    @property
    def drugs(self) -> frozenset[str]:
        return frozenset(form for role, form in self.forms if role == "drug")


@dataclass(slots=True)
class Matched:
    """Pairs of a recorded and a gold event, and those without a partner; `duplicates` had one that another took."""

    pairs: list[tuple[Told, Told]] = field(default_factory=list)
    extra: list[Told] = field(default_factory=list)
    missed: list[Told] = field(default_factory=list)
    duplicates: int = 0


def overlap(a: Place, b: Place) -> int:
    """Characters that both have."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def match_events(found: Sequence[Told], gold: Sequence[Told], *, key: Callable[[Told], object]) -> Matched:
    """Events pair only if `key` says the same of both: the type, or nothing at all."""
    candidates = []
    for i, f in enumerate(found):
        for j, g in enumerate(gold):
            if key(f) != key(g):
                continue
            near, exact = _near(f, g), _exact(f, g)
            if near or exact:
                candidates.append((len(f.drugs & g.drugs), exact > 0, exact, near, i, j))
    used_found: set[int] = set()
    used_gold: set[int] = set()
    matched = Matched()
    for *_, i, j in sorted(candidates, reverse=True):
        if i in used_found or j in used_gold:
            continue
        used_found.add(i)
        used_gold.add(j)
        matched.pairs.append((found[i], gold[j]))
    matched.extra = [f for i, f in enumerate(found) if i not in used_found]
    matched.missed = [g for j, g in enumerate(gold) if j not in used_gold]
    matched.duplicates = len({i for *_, i, _ in candidates} - used_found)
    return matched


def _near(found: Told, gold: Told) -> int:
    spans = found.evidence or ((found.trigger,) if found.trigger else ())
    return max((overlap(s, t) for s in spans for t in gold.evidence if _same_place(s, t)), default=0)


def _exact(found: Told, gold: Told) -> int:
    if found.trigger is None or gold.trigger is None or found.trigger[1] - found.trigger[0] > _LONG_TRIGGER:
        return 0
    return overlap(found.trigger, gold.trigger)


def _same_place(found: Place, gold: Place) -> bool:
    a, b = found[1] - found[0], gold[1] - gold[0]
    return a <= _BLANKET_TIMES * b + _BLANKET_MORE and 2 * overlap(found, gold) >= min(a, b) > 0
