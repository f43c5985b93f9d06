"""What a corpus holds: sentences, types, statuses, dates, amounts and names, counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from topline.training.compile import Compiled
from topline.training.families import Families, Key, masked

__all__ = ["Statistics", "TypeCount", "count", "sentence_families"]


@dataclass
class TypeCount:
    """`positives` and `lookalikes` are families of sentences: near-duplicates count once."""

    positives: set[Key] = field(default_factory=set)
    lookalikes: set[Key] = field(default_factory=set)
    events: int = 0
    dated: int = 0
    statuses: Counter[str] = field(default_factory=Counter)


@dataclass
class Statistics:
    """Counts over the whole corpus and by type."""

    releases: int = 0
    companies: int = 0
    sentences: int = 0
    annotated: int = 0
    distinct: int = 0
    types: dict[str, TypeCount] = field(default_factory=lambda: defaultdict(TypeCount))
    statuses: Counter[str] = field(default_factory=Counter)
    bases: Counter[str] = field(default_factory=Counter)
    amounts: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    decades: Counter[str] = field(default_factory=Counter)


def sentence_families(corpus: Sequence[Compiled]) -> Families:
    """Families of the annotated sentences."""
    keyed = []
    for i, compiled in enumerate(corpus):
        names = sorted(compiled.gold.names or (), key=lambda n: n.start)
        keyed += [((i, s), masked(compiled.gold.text, s, names)) for s in _annotated(compiled)]
    return Families(keyed)


def _annotated(compiled: Compiled) -> list[tuple[int, int]]:
    """The sentences with a happening or a look-alike in them."""
    gold = compiled.gold
    starts = [e.trigger_span[0] for e in gold.events if e.trigger_span] + [a.start for a in gold.lookalikes]
    told = {s for e in gold.events for s in e.spans}
    return [s for s in compiled.sentences if s in told or any(s[0] <= at < s[1] for at in starts)]


def count(corpus: Sequence[Compiled], families: Families) -> Statistics:
    """All counts of a corpus."""
    found = Statistics(releases=len(corpus), companies=len({c.gold.company for c in corpus}))
    keys: set[Key] = set()
    for i, compiled in enumerate(corpus):
        annotated = _annotated(compiled)
        found.sentences += len(compiled.sentences)
        found.annotated += len(annotated)
        keys.update(families.of((i, s)) for s in annotated)
        found.decades[compiled.gold.released_on[:3] + "0s"] += 1
        found.names.update(n.label for n in compiled.gold.names or ())
        _count_events(found, compiled, i, families)
        for alike in compiled.gold.lookalikes:
            sentence = _holding(annotated, alike.start)
            if sentence is not None:
                for leaf in alike.types:
                    found.types[leaf].lookalikes.add(families.of((i, sentence)))
    found.distinct = len(keys)
    return found


def _count_events(found: Statistics, compiled: Compiled, i: int, families: Families) -> None:
    for event in compiled.gold.events:
        kind = found.types[event.type]
        kind.events += 1
        kind.dated += event.date is not None
        kind.statuses[event.status] += 1
        kind.positives.add(families.of((i, event.spans[0])))
        found.statuses[event.status] += 1
        found.bases[event.date.basis if event.date else "none"] += 1
        found.amounts.update(a.role for a in event.amounts)
        found.roles.update({role: len(forms) for role, forms in event.roles.items()})


def _holding(sentences: Iterable[tuple[int, int]], at: int) -> tuple[int, int] | None:
    return next((s for s in sentences if s[0] <= at < s[1]), None)
