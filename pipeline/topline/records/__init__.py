"""Frozen result types and their JSON Schema."""

from topline.records.base import Interval, Record, Span
from topline.records.model import (
    Amount,
    Cell,
    Check,
    Column,
    Event,
    EventDate,
    Exhibit,
    FiledDocument,
    Filing,
    Label,
    Link,
    Mention,
    Polarity,
    Problem,
    Relation,
    ReleaseRecord,
    Row,
    Source,
    Statement,
    StatementKind,
    Status,
    Unit,
    Why,
)
from topline.records.release import (
    Call,
    CallKind,
    Contact,
    ContactRole,
    DatedBy,
    Phone,
    PhoneRole,
    Release,
    ReportedPeriod,
    YearBy,
    Zone,
    ZoneKind,
)

__all__ = [
    "Amount", "Call", "CallKind", "Cell", "Check", "Column", "Contact", "ContactRole", "DatedBy", "Event", "EventDate",
    "Exhibit", "FiledDocument", "Filing", "Interval", "Label", "Link", "Mention", "Phone", "PhoneRole", "Polarity",
    "Problem", "Record", "Relation", "Release", "ReleaseRecord", "ReportedPeriod", "Row", "Source", "Span",
    "Statement", "StatementKind", "Status", "Unit", "Why", "YearBy", "Zone", "ZoneKind",
]  # fmt: skip
