"""Two runs over the same documents: by how much measures differ, and which events one found and the other did not."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from topline.errors import CorpusError
from topline.evaluation.bootstrap import SAMPLES, Bounds, bounds_of_difference
from topline.evaluation.document import ScoredDocument
from topline.evaluation.measures import headline
from topline.evaluation.scoring import Outcome
from topline.records.base import Record

__all__ = ["Change", "Comparison", "Moved", "TypeMoves", "compare_documents"]

_PLACES = 4
_NAMED = 3

Move = Literal["gained", "lost", "new_extra", "gone_extra"]


class Change(Record):
    """`difference` is `after` less `before`; `bounds` are of that, the same documents drawn for both."""

    before: float
    after: float
    difference: float
    bounds: Bounds | None = None


class Moved(Record):
    """An event of gold that only the later run found ("gained") or only the earlier one ("lost"), or a false event
    that only the later ("new_extra") or only the earlier run has ("gone_extra")."""

    doc: str
    move: Move
    type: str
    start: int
    end: int
    words: str


class TypeMoves(Record):
    """How many events of a type moved."""

    gained: int = 0
    lost: int = 0
    new_extra: int = 0
    gone_extra: int = 0


class Comparison(Record):
    """`before` names what the earlier run scored; changes are by name of measure ("events.f1")."""

    before: str
    changes: dict[str, Change]
    by_type: dict[str, TypeMoves]
    moved: tuple[Moved, ...]


def compare_documents(
    before: Sequence[ScoredDocument],
    after: Sequence[ScoredDocument],
    *,
    name: str = "before",
    samples: int = SAMPLES,
    seed: int = 0,
) -> Comparison:
    """Raises CorpusError for runs over other documents, or over other events of gold."""
    earlier = {document.doc: document for document in before}
    _check_same(earlier, after)
    pairs = [(earlier[document.doc], document) for document in after]
    moved = tuple(move for old, new in pairs for move in _moves(old, new))
    return Comparison(
        before=name,
        changes=_changes([old for old, _ in pairs], after, samples, seed),
        by_type=_by_type(moved),
        moved=moved,
    )


def _check_same(earlier: dict[str, ScoredDocument], after: Sequence[ScoredDocument]) -> None:
    docs = {document.doc for document in after}
    if docs != earlier.keys():
        only = [("only now: ", docs - earlier.keys()), ("only before: ", earlier.keys() - docs)]
        told = "; ".join(label + _some(sorted(names)) for label, names in only if names)
        raise CorpusError(f"the two runs are not over the same documents: {told}")
    changed = sorted(d.doc for d in after if _known(d) != _known(earlier[d.doc]))
    if changed:
        raise CorpusError(
            f"gold is another than that of the earlier run, in {_some(changed)}: score the earlier records again"
        )


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _known(document: ScoredDocument) -> Counter[tuple[str, int, int]]:
    """The events of gold."""
    return Counter((o.type, o.start, o.end) for o in document.outcomes if o.kind != "extra")


def _changes(
    before: Sequence[ScoredDocument], after: Sequence[ScoredDocument], samples: int, seed: int
) -> dict[str, Change]:
    old, new = [d.counts for d in before], [d.counts for d in after]
    was, now = (headline(sum(map(Counter, counts), Counter())) for counts in (old, new))
    bounds = bounds_of_difference(old, new, samples=samples, seed=seed)
    return {
        name: Change(
            before=round(was[name], _PLACES),
            after=round(now[name], _PLACES),
            difference=round(now[name] - was[name], _PLACES),
            bounds=bounds.get(name),
        )
        for name in now
        if name in was
    }


def _moves(before: ScoredDocument, after: ScoredDocument) -> Iterator[Moved]:
    """In the order of the text."""
    found = [
        *(("gained", o) for o in _less(after, before, "found")),
        *(("lost", o) for o in _less(before, after, "found")),
        *(("new_extra", o) for o in _less(after, before, "extra")),
        *(("gone_extra", o) for o in _less(before, after, "extra")),
    ]
    for move, outcome in sorted(found, key=lambda item: (item[1].start, item[1].end, item[1].type, item[0])):
        yield Moved.model_validate(outcome.model_dump(exclude={"kind"}) | {"doc": after.doc, "move": move})


def _less(one: ScoredDocument, other: ScoredDocument, kind: str) -> Iterator[Outcome]:
    """Outcomes of a kind that only one has; two events in one place count as two."""
    known = Counter(_place(o) for o in other.outcomes if o.kind == kind)
    for outcome in one.outcomes:
        if outcome.kind != kind:
            continue
        if known[_place(outcome)] > 0:
            known[_place(outcome)] -= 1
        else:
            yield outcome


def _place(outcome: Outcome) -> tuple[str, int, int]:
    return outcome.type, outcome.start, outcome.end


def _by_type(moved: Sequence[Moved]) -> dict[str, TypeMoves]:
    counts: dict[str, Counter[Move]] = {}
    for move in moved:
        counts.setdefault(move.type, Counter())[move.move] += 1
    return {kind: TypeMoves.model_validate(counts[kind]) for kind in sorted(counts)}
