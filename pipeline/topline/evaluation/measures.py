"""Measures from counts: precision, recall and F1, and shares of the events found."""

from collections import Counter
from collections.abc import Mapping

from topline.evaluation.scoring import Tally
from topline.records.base import Record

__all__ = ["KINDS", "AmountAgreement", "EventAgreement", "Measures", "Prf", "headline", "measures"]

# What has precision, recall and F1, and the counts that these are made from.
KINDS = {
    "events": ("tp", "fp", "fn"),
    "events_any_type": ("any_tp", "any_fp", "any_fn"),
    "date": ("date_ok", "date_fp", "date_fn"),
    "amounts": ("am_tp", "am_fp", "am_fn"),
    "roles": ("ro_tp", "ro_fp", "ro_fn"),
    "names": ("na_tp", "na_fp", "na_fn"),
}
_SHARES = {"status_accuracy": ("status", "tp"), "polarity_accuracy": ("pol_ok", "pol")}


class Prf(Record):
    """Rounded to four places; 0 where there is nothing to divide by."""

    p: float
    r: float
    f1: float
    tp: int
    fp: int
    fn: int


class EventAgreement(Prf):
    """`duplicates` are of the false ones: another recorded event has taken their event of gold."""

    duplicates: int


class AmountAgreement(Prf):
    """`role_right` is the share of the amounts found that have the role of gold."""

    role_right: float


class Measures(Record):
    """Status, date, amounts, polarity and roles are of the events found; `names` only where gold has names."""

    slim = frozenset({"names", "names_by_label"})
    documents: int
    events: EventAgreement
    events_any_type: Prf
    status_accuracy: float
    date: Prf
    amounts: AmountAgreement
    polarity_accuracy: float
    roles: Prf
    boilerplate_false_positives: int
    by_type: dict[str, Prf]
    names: Prf | None = None
    names_by_label: dict[str, Prf] | None = None


def measures(counted: Tally) -> Measures:
    n = counted.counts
    named = {label: _prf(c["tp"], c["fp"], c["fn"]) for label, c in sorted(counted.names.items())}
    kinds = {kind: _prf(*(n[key] for key in keys)) for kind, keys in KINDS.items()}
    return Measures(
        documents=n["documents"],
        events=EventAgreement(**kinds["events"].model_dump(), duplicates=n["dup"]),
        events_any_type=kinds["events_any_type"],
        status_accuracy=_share(n["status"], n["tp"]),
        date=kinds["date"],
        amounts=AmountAgreement(**kinds["amounts"].model_dump(), role_right=_share(n["am_role"], n["am_tp"])),
        polarity_accuracy=_share(n["pol_ok"], n["pol"]),
        roles=kinds["roles"],
        boilerplate_false_positives=n["boilerplate"],
        by_type={t: _prf(c["tp"], c["fp"], c["fn"]) for t, c in sorted(counted.by_type.items())},
        names=kinds["names"] if named else None,
        names_by_label=named or None,
    )


def _share(part: int, whole: int) -> float:
    return round(part / (whole or 1), 4)


def _prf(tp: int, fp: int, fn: int) -> Prf:
    precision = tp / (tp + fp) if tp + fp else 0.0
    recall = tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Prf(p=round(precision, 4), r=round(recall, 4), f1=round(f1, 4), tp=tp, fp=fp, fn=fn)


def headline(counts: Mapping[str, int]) -> dict[str, float]:
    """The measures that intervals are given for ("events.f1"), unrounded; one that divides by nothing is left out."""
    n = Counter(counts)
    ratios: dict[str, tuple[int, int]] = {}
    for kind, (true, false, missed) in KINDS.items():
        tp, fp, fn = n[true], n[false], n[missed]
        ratios[f"{kind}.p"] = tp, tp + fp
        ratios[f"{kind}.r"] = tp, tp + fn
        ratios[f"{kind}.f1"] = 2 * tp, 2 * tp + fp + fn
    ratios |= {share: (n[part], n[whole]) for share, (part, whole) in _SHARES.items()}
    return {name: part / whole for name, (part, whole) in ratios.items() if whole}
