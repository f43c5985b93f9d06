"""Counts of one release, which add up over many, and the measures made from them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from topline.evaluation.gold import GoldRelease
from topline.evaluation.matching import Figure, Matched, Told, match_events
from topline.evaluation.names import count_names
from topline.evaluation.views import gold_events, recorded_events
from topline.evaluation.zones import count_boilerplate
from topline.records import ReleaseRecord

__all__ = ["Difference", "Tally", "measures", "tally", "total"]

# Roles whose fillers are compared; those of the others have no one right form.
_ROLES = frozenset({"drug", "phase", "agency", "conference", "counterparty", "indication", "trial"})
# A form this short is not looked for inside another one.
_SHORT_FORM = 4


@dataclass(frozen=True, slots=True)
class Difference:
    """An event that only the record ("extra") or only gold ("missed") has."""

    doc: str
    kind: str
    type: str
    words: str


@dataclass
class Tally:
    """Counts by name, by type, by pair of types, and by label of name."""

    counts: Counter[str] = field(default_factory=Counter)
    by_type: dict[str, Counter[str]] = field(default_factory=dict)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: dict[str, Counter[str]] = field(default_factory=dict)
    differences: list[Difference] = field(default_factory=list)


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
    result.differences = [*_differences("extra", matched.extra, gold), *_differences("missed", matched.missed, gold)]
    result.names = count_names(record, gold)
    result.counts["boilerplate"] = count_boilerplate(record, gold)
    return result


def _differences(kind: str, events: Iterable[Told], gold: GoldRelease) -> Iterable[Difference]:
    for told in events:
        words = " ".join(gold.text[slice(*told.evidence[0])].split())[:90] if told.evidence else ""
        yield Difference(gold.doc, kind, told.type, words)


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
    counts["date_gold"] += gold.date is not None
    counts["date_ok"] += gold.date is not None and found.date == gold.date
    counts["date_pred"] += found.date is not None
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
        result.differences += one.differences
        for mine, theirs in ((result.by_type, one.by_type), (result.names, one.names)):
            for key, counts in theirs.items():
                mine.setdefault(key, Counter()).update(counts)
    return result


def _prf(tp: int, fp: int, fn: int) -> dict[str, float]:
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(f1, 4), "tp": tp, "fp": fp, "fn": fn}


def measures(counted: Tally) -> dict[str, Any]:
    """Precision, recall and F1, and shares of the events found; each rounded to four places."""
    n = counted.counts
    matched = n["tp"] or 1
    result: dict[str, Any] = {
        "documents": n["documents"],
        "events": _prf(n["tp"], n["fp"], n["fn"]) | {"duplicates": n["dup"]},
        "events_any_type": _prf(n["any_tp"], n["any_fp"], n["any_fn"]),
        "status_accuracy": round(n["status"] / matched, 4),
        "date": _prf(n["date_ok"], n["date_pred"] - n["date_ok"], n["date_gold"] - n["date_ok"]),
        "amounts": _prf(n["am_tp"], n["am_fp"], n["am_fn"])
        | {"role_right": round(n["am_role"] / (n["am_tp"] or 1), 4)},
        "polarity_accuracy": round(n["pol_ok"] / (n["pol"] or 1), 4),
        "roles": _prf(n["ro_tp"], n["ro_fp"], n["ro_fn"]),
        "boilerplate_false_positives": n["boilerplate"],
        "by_type": {t: _prf(c["tp"], c["fp"], c["fn"]) for t, c in sorted(counted.by_type.items())},
    }
    if counted.names:
        names = sum(counted.names.values(), Counter())
        result["names"] = _prf(names["tp"], names["fp"], names["fn"])
        result["names_by_label"] = {k: _prf(c["tp"], c["fp"], c["fn"]) for k, c in sorted(counted.names.items())}
    return result
