"""Names of a record beside those of gold."""

from collections import Counter

from topline.evaluation.gold import GoldRelease
from topline.records import ReleaseRecord

__all__ = ["NAME_LABELS", "count_names"]

# Labels of names; values are scored by their own gold.
NAME_LABELS = (
    "DRUG", "INDICATION", "AGENCY", "COMMITTEE", "COMPANY", "PERSON", "CONFERENCE", "TRIAL", "PHASE", "APPLICATION",
    "DESIGNATION", "JOURNAL", "LOCATION",
)  # fmt: skip


def count_names(record: ReleaseRecord | None, gold: GoldRelease) -> dict[str, Counter[str]]:
    """By label, names found in the very place and under the very label of gold; nothing where gold has no names."""
    if gold.names is None:
        return {}
    known = {(n.label, n.start, n.end) for n in gold.names if n.label in NAME_LABELS}
    mentions = record.mentions if record is not None else ()
    found = {(m.label, m.start, m.end) for m in mentions if m.label in NAME_LABELS}
    counts: dict[str, Counter[str]] = {}
    for key, names in (("tp", found & known), ("fp", found - known), ("fn", known - found)):
        for name in names:
            counts.setdefault(name[0], Counter())[key] += 1
    return counts
