"""The release record: one frozen model per object of the JSON contract."""

from typing import Annotated, Literal

from pydantic import Field

from topline.records.base import DecimalString, Interval, IsoDate, Record, Span
from topline.records.release import Release

__all__ = [
    "Amount", "Cell", "Check", "Column", "Derived", "Event", "EventDate", "Exhibit", "FiledDocument", "Filing",
    "Label", "Link", "Mention", "Polarity", "Precision", "Problem", "Relation", "ReleaseRecord", "Row", "Source",
    "Statement", "StatementKind", "Status", "Unit", "Why",
]  # fmt: skip

Label = Literal[
    "DRUG", "INDICATION", "AGENCY", "COMMITTEE", "COMPANY", "PERSON", "CONFERENCE", "TRIAL", "PHASE", "APPLICATION",
    "DESIGNATION", "JOURNAL", "LOCATION", "DATE", "PERIOD", "DURATION", "MONEY", "PER_SHARE", "SHARES", "PERCENT",
    "COUNT", "PHONE", "URL", "CODE", "ORDINAL", "OTHER",
]  # fmt: skip
Status = Literal["occurred", "ongoing", "planned", "not_occurred", "conditional"]
Polarity = Literal["positive", "negative", "mixed"]
Relation = Literal["equals", "rounds_to", "sum", "difference", "disagrees", "none"]
StatementKind = Literal["operations", "balance_sheet", "cash_flows", "other"]
# "part" is a stretch with soft edges ("early 2025", "end of the third quarter"), "span" any other with hard ones.
Precision = Literal["time", "day", "week", "month", "quarter", "season", "half", "year", "part", "span"]
# An ISO 4217 code, one "/shares", "shares" or "pure".
Unit = Annotated[str, Field(pattern=r"^(?:[A-Z]{3}(?:/shares)?|shares|pure)$")]


class Exhibit(Span):
    """Which document of an EDGAR submission a record was read from."""

    type: str
    sequence: int | None = None


class FiledDocument(Exhibit):
    """One document of a submission; `skipped` says why it was not read, null when it was."""

    filename: str | None = None
    description: str | None = None
    skipped: str | None = None


class Filing(Record):
    """The header of an EDGAR submission; `accepted_at` is EDGAR's own time (US Eastern) without its zone."""

    accession: str | None = None
    form: str | None = None
    company: str | None = None
    cik: str | None = None
    filed_on: IsoDate | None = None
    accepted_at: str | None = None
    period_of_report: IsoDate | None = None
    fiscal_year_end: Annotated[str, Field(pattern=r"^\d\d-\d\d$")] | None = None
    items: tuple[str, ...] = ()
    documents: tuple[FiledDocument, ...] = ()


class Source(Record):
    """`document` and `filing` are set for an exhibit of an EDGAR submission."""

    slim = frozenset({"filing"})
    name: str
    sha256: str
    format: str
    chars: int
    document: Exhibit | None = None
    filing: Filing | None = None


class Mention(Span):
    """`value` by label: DATE an ISO string, PERIOD `{start, end}`, MONEY and PER_SHARE `{amount, currency, per}`.

    `precision` and `inferred_from` are of a DATE or PERIOD: how fine it is told, and what its value rests on beside its
    own words: released_on, period, fiscal_year_end, weekday, or another mention, by its id ("text" where that one is no
    mention of the record).
    """

    slim = frozenset({"precision", "inferred_from"})
    id: str
    label: Label
    text: str
    value: str | dict[str, str | None] | None = None
    entity: str | None = None
    precision: Precision | None = None
    inferred_from: tuple[str, ...] | None = None


class EventDate(Interval):
    basis: Literal["stated", "period"]
    mention: str | None = None


class Amount(Record):
    """`value`, or `low` and/or `high`; a plain decimal string in units."""

    slim = frozenset({"value", "low", "high"})
    role: str
    value: DecimalString | None = None
    low: DecimalString | None = None
    high: DecimalString | None = None
    currency: str | None = None
    mention: str | None = None


class Why(Record):
    component: str
    rule: str


class Event(Record):
    """`roles` maps a role name to the ids of the mentions that fill it."""

    id: str
    type: str
    status: Status
    polarity: Polarity | None = None
    trigger: Span
    evidence: tuple[Span, ...]
    date: EventDate | None = None
    amounts: tuple[Amount, ...] = ()
    roles: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    why: Why
    confidence: float = Field(ge=0, le=1)


class Column(Record):
    """A duration column has `period`, a point-in-time column has `instant`, an undated one neither."""

    slim = frozenset({"period", "instant"})
    id: str
    label: str
    period: Interval | None = None
    instant: IsoDate | None = None


class Cell(Span):
    """`raw` as printed between `start` and `end`; `value` scaled and signed, "0" with `nil` for a printed dash."""

    slim = frozenset({"nil"})
    id: str
    column: str
    raw: str
    value: DecimalString
    unit: Unit
    nil: Literal[True] | None = None


class Row(Record):
    id: str
    label: str
    section: str | None = None
    concept: str | None = None
    cells: tuple[Cell, ...]


class Check(Record):
    """A printed total against the sum of its parts, both as scaled values; `holds` allows for rounding."""

    total: str
    parts: tuple[str, ...]
    stated: DecimalString
    computed: DecimalString
    holds: bool


class Statement(Span):
    id: str
    kind: StatementKind
    title: str
    scale: int
    currency: str | None = None
    audited: bool | None = None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    checks: tuple[Check, ...] = ()


class Derived(Record):
    """A figure that is not printed: the cells in `plus` less those in `minus`, of one row or of one element.

    `statement`, `row`, `label` and `section` are those of the first cell in `plus`.
    """

    id: str
    concept: str | None = None
    label: str
    section: str | None = None
    statement: str
    row: str
    period: Interval
    value: DecimalString
    unit: Unit
    plus: tuple[str, ...]
    minus: tuple[str, ...]


class Link(Record):
    """A prose figure and the cells that state it: `stated` as printed, unsigned; `computed` signed by the cells."""

    mention: str
    cells: tuple[str, ...]
    relation: Relation
    stated: DecimalString
    computed: DecimalString | None = None


class Problem(Record):
    """Something that was not read, and where; `at` is null when it concerns the whole release."""

    at: Span | None = None
    what: str


class ReleaseRecord(Record):
    """Everything that was read from one release."""

    schema_: Literal["topline.release/1"] = Field(default="topline.release/1", alias="schema")
    source: Source
    release: Release
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    derived: tuple[Derived, ...] = ()
    problems: tuple[Problem, ...] = ()

    def to_json(self) -> str:
        """One line of JSON in the shape of `topline schema`."""
        return self.model_dump_json(by_alias=True)
