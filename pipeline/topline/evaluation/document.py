"""What a run has of one document."""

from typing import Literal

from topline.evaluation.scoring import Outcome
from topline.records.base import Record

__all__ = ["ScoredDocument"]


class ScoredDocument(Record):
    """`measures` by name ("events.f1"), without those that divide by nothing; `recorded` is false without a record."""

    doc: str
    recorded: bool
    measures: dict[str, float]
    counts: dict[str, int]
    outcomes: tuple[Outcome, ...]

    def count(self, kind: Literal["found", "extra", "missed"]) -> int:
        return sum(outcome.kind == kind for outcome in self.outcomes)
