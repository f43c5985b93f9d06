"""Frozen result types and their JSON Schema."""

from topline.records.base import Interval, Record, Span
from topline.records.facts import Basis, Fact
from topline.records.model import (
    Amount,
    Cell,
    Check,
    Column,
    Derived,
    Event,
    EventDate,
    Exhibit,
    FiledDocument,
    Filing,
    Label,
    Link,
    Mention,
    Polarity,
    Precision,
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
    "Amount", "Basis", "Call", "CallKind", "Cell", "Check", "Column", "Contact", "ContactRole", "DatedBy", "Derived",
    "Event", "EventDate", "Exhibit", "Fact", "FiledDocument", "Filing", "Interval", "Label", "Link", "Mention",
    "Phone", "PhoneRole", "Polarity", "Precision", "Problem", "Record", "Relation", "Release", "ReleaseRecord",
    "ReportedPeriod", "Row", "Source", "Span", "Statement", "StatementKind", "Status", "Unit", "Why", "YearBy",
    "Zone", "ZoneKind",
]  # fmt: skip
