"""What `doc._.events` holds: events whose parts are spans of the doc."""

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Span

from topline.quantities import Interval
from topline.records import Polarity, Status

__all__ = ["EventAmount", "EventSpan", "EventTime"]


@dataclass(frozen=True, slots=True)
class EventTime:
    """`span` is the quantity that states it; None for a section's period and for the release's own date."""

    interval: Interval
    basis: Literal["stated", "period"]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class EventAmount:
    """`span` is one of `doc.spans["quantities"]`."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class EventSpan:
    """One happening, which `spoke` found. `evidence` holds whole sentences or bullets, the trigger's own first."""

    type: str
    status: Status
    trigger: Span
    evidence: tuple[Span, ...]
    rule: str
    confidence: float
    polarity: Polarity | None = None
    time: EventTime | None = None
    amounts: tuple[EventAmount, ...] = ()
    roles: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    zone: str = "body"
    block: int = 0
    spoke: str = "rule"
