"""Counts of one release, which add up over many."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from topline.evaluation.gold import GoldRelease
from topline.evaluation.matching import Figure, Matched, Told, match_events
from topline.evaluation.names import count_names
from topline.evaluation.views import gold_events, recorded_events
from topline.evaluation.zones import count_boilerplate
from topline.records import ReleaseRecord
from topline.records.base import Record

__all__ = ["Outcome", "Tally", "tally", "total"]

# Roles whose fillers are compared; those of the others have no one right form.
_ROLES = frozenset({"drug", "phase", "agency", "conference", "counterparty", "indication", "trial"})
# A form this short is not looked for inside another one.
_SHORT_FORM = 4
_QUOTED = 90


class Outcome(Record):
    """What became of an event: both have it ("found"), only the record ("extra"), or only gold ("missed").

    `start` and `end` are its trigger's in the release, or those of the first evidence; of a found one as gold has them.
    """

    kind: Literal["found", "extra", "missed"]
    type: str
    start: int
    end: int
    words: str


@dataclass
class Tally:
    """Counts by name, by type, by pair of types, and by label of name."""

    counts: Counter[str] = field(default_factory=Counter)
    by_type: dict[str, Counter[str]] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: dict[str, Counter[str]] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)


def tally(record: ReleaseRecord | None, gold: GoldRelease) -> Tally:
    """The counts of one release; without a record all of its gold is missed."""
    found = recorded_events(record) if record is not None else []
    known = gold_events(gold)
    result = Tally()
    matched = match_events(found, known, key=lambda told: told.type)
    anyhow = match_events(found, known, key=lambda told: None)
    _count_matches(result, matched, anyhow)
    for one, other in matched.pairs:
        _count_pair(result.counts, one, other)
    for missed in matched.missed:
        result.counts["am_fn"] += len(missed.figures)
    result.outcomes = [
        *_outcomes("found", (g for _, g in matched.pairs), gold),
        *_outcomes("extra", matched.extra, gold),
        *_outcomes("missed", matched.missed, gold),
    ]
    result.names = count_names(record, gold)
    for named in result.names.values():
        result.counts.update({f"na_{key}": count for key, count in named.items()})
    result.counts["boilerplate"] = count_boilerplate(record, gold)
    return result


def _outcomes(
    kind: Literal["found", "extra", "missed"], events: Iterable[Told], gold: GoldRelease
) -> Iterator[Outcome]:
    for told in events:
        words = " ".join(gold.text[slice(*told.evidence[0])].split())[:_QUOTED] if told.evidence else ""
        start, end = told.trigger or (told.evidence[0] if told.evidence else (0, 0))
        yield Outcome(kind=kind, type=told.type, start=start, end=end, words=words)


def _count_matches(result: Tally, matched: Matched, anyhow: Matched) -> None:
    counts = result.counts
    counts["documents"] = 1
    counts["tp"], counts["fp"], counts["fn"] = len(matched.pairs), len(matched.extra), len(matched.missed)
    counts["dup"] = matched.duplicates
    counts["any_tp"], counts["any_fp"], counts["any_fn"] = len(anyhow.pairs), len(anyhow.extra), len(anyhow.missed)
    for told, key in (
        *((g, "tp") for _, g in matched.pairs),
        *((f, "fp") for f in matched.extra),
        *((g, "fn") for g in matched.missed),
    ):
        result.by_type.setdefault(told.type, Counter())[key] += 1
    result.confusion.update((g.type, f.type) for f, g in anyhow.pairs if f.type != g.type)


def _count_pair(counts: Counter[str], found: Told, gold: Told) -> None:
    counts["status"] += found.status == gold.status
    if gold.polarity:
        counts["pol"] += 1
        counts["pol_ok"] += found.polarity == gold.polarity
    counts["date_ok"] += gold.date is not None and found.date == gold.date
    counts["date_fn"] += gold.date is not None and found.date != gold.date
    counts["date_fp"] += found.date is not None and found.date != gold.date
    figures, wanted = Counter(map(_unroled, found.figures)), Counter(map(_unroled, gold.figures))
    hits = (figures & wanted).total()
    counts["am_role"] += (Counter(found.figures) & Counter(gold.figures)).total()
    counts["am_tp"] += hits
    counts["am_fp"] += figures.total() - hits
    counts["am_fn"] += wanted.total() - hits
    same, extra, missed = _same_forms(found, gold)
    counts["ro_tp"] += same
    counts["ro_fp"] += extra
    counts["ro_fn"] += missed


def _unroled(figure: Figure) -> tuple[object, str]:
    return figure.value, figure.currency


def _same_forms(found: Told, gold: Told) -> tuple[int, int, int]:
    """Fillers are the same when the words of one are all in the other, in a row."""
    ours = [f for f in found.forms if f[0] in _ROLES]
    theirs = [f for f in gold.forms if f[0] in _ROLES]
    used: set[int] = set()
    for form in ours:
        hit = next((j for j, other in enumerate(theirs) if j not in used and _one_thing(form, other)), None)
        if hit is not None:
            used.add(hit)
    return len(used), len(ours) - len(used), len(theirs) - len(used)


def _one_thing(a: tuple[str, str], b: tuple[str, str]) -> bool:
    if a[0] != b[0]:
        return False
    one, other = a[1], b[1]
    if one == other:
        return True
    return min(len(one), len(other)) >= _SHORT_FORM and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")


def total(tallies: Iterable[Tally]) -> Tally:
    """All counts together."""
    result = Tally()
    for one in tallies:
        result.counts.update(one.counts)
        result.confusion.update(one.confusion)
        result.outcomes += one.outcomes
        for mine, theirs in ((result.by_type, one.by_type), (result.names, one.names)):
            for key, counts in theirs.items():
                mine.setdefault(key, Counter()).update(counts)
    return result
