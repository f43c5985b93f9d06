"""Frozen result types and their JSON Schema."""

from topline.records.model import (
    Amount,
    Cell,
    Check,
    Column,
    Event,
    EventDate,
    Exhibit,
    Interval,
    Label,
    Link,
    Mention,
    Polarity,
    Problem,
    Record,
    Relation,
    Release,
    ReleaseRecord,
    ReportedPeriod,
    Row,
    Source,
    Span,
    Statement,
    StatementKind,
    Status,
    Unit,
    Why,
    Zone,
    ZoneKind,
)

__all__ = [
    "Amount", "Cell", "Check", "Column", "Event", "EventDate", "Exhibit", "Interval", "Label", "Link", "Mention",
    "Polarity", "Problem", "Record", "Relation", "Release", "ReleaseRecord", "ReportedPeriod", "Row", "Source", "Span",
    "Statement", "StatementKind", "Status", "Unit", "Why", "Zone", "ZoneKind",
]  # fmt: skip
