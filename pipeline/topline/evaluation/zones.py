"""Events that were read in text which tells none."""

from topline.evaluation.gold import GoldRelease
from topline.evaluation.matching import overlap
from topline.records import ReleaseRecord

__all__ = ["count_boilerplate"]

_SILENT = frozenset({"about", "safe_harbor", "contact", "codes"})


def count_boilerplate(record: ReleaseRecord | None, gold: GoldRelease) -> int:
    """Events whose trigger lies in "About", safe-harbor or contact text, or on a look-alike of their type in gold."""
    if record is None:
        return 0
    silent = [(z.start, z.end) for z in record.release.zones if z.kind in _SILENT]
    alike = [((a.start, a.end), a.types) for a in gold.lookalikes]
    return sum(
        any(overlap((e.trigger.start, e.trigger.end), z) for z in silent)
        or any(e.type in types and overlap((e.trigger.start, e.trigger.end), place) for place, types in alike)
        for e in record.events
    )
