"""What a release says of itself: who, when, on which period, whom to ask, where to listen."""

from typing import Annotated, Literal

from pydantic import Field

from topline.records.base import Interval, IsoDate, IsoMoment, Record, Span

__all__ = [
    "Call", "CallKind", "Contact", "ContactRole", "DatedBy", "Phone", "PhoneRole", "Release", "ReportedPeriod",
    "YearBy", "Zone", "ZoneKind",
]  # fmt: skip

ZoneKind = Literal[
    "dateline", "headline", "lead", "highlights", "bullet", "quote", "body", "call", "replay", "webcast",
    "about", "safe_harbor", "statement", "contact", "codes",
]  # fmt: skip
DatedBy = Literal["dateline", "heading", "text", "trailer", "filing"]
YearBy = Literal["trailer", "filing", "weekday", "text", "period"]
ContactRole = Literal["company", "investors", "media"]
PhoneRole = Literal["call", "international_call", "replay", "international_replay", "contact", "fax"]
CallKind = Literal["call", "webcast", "replay"]


class ReportedPeriod(Interval):
    """`label` is "2003-Q4" for a stretch of the calendar, "FY2005-Q4" for one of a fiscal year that ends elsewhere."""

    label: str | None = None


class Zone(Span):
    kind: ZoneKind


class Phone(Span):
    """`number` as printed; `e164` where it is of North America or printed with its country's code; `code` to enter."""

    id: str
    number: str
    e164: Annotated[str, Field(pattern=r"^\+\d{7,15}$")] | None = None
    role: PhoneRole | None = None
    code: str | None = None


class Contact(Span):
    """One person to ask, or an office where no person is named; `phones` are the ids of the numbers."""

    name: str | None = None
    title: str | None = None
    organization: str | None = None
    role: ContactRole | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()


class Call(Span):
    """A conference call, webcast or replay.

    `begins` and `ends` are as the text states them, null where it does not; with `basis` "computed" one of them is the
    other one moved by `duration`. `zone` is as printed, `phones` are the ids of the numbers.
    """

    kind: CallKind
    begins: IsoMoment | None = None
    ends: IsoMoment | None = None
    duration: str | None = None
    basis: Literal["stated", "computed"] | None = None
    zone: str | None = None
    phones: tuple[str, ...] = ()
    url: str | None = None


class Release(Record):
    """`dated_by` is where the date was read, `year_by` where its year was, if not in the same place."""

    company: str | None = None
    ticker: str | None = None
    exchange: str | None = None
    headline: str | None = None
    city: str | None = None
    released_on: IsoDate | None = None
    dated_by: DatedBy | None = None
    year_by: YearBy | None = None
    period: ReportedPeriod | None = None
    fiscal_year_end: Annotated[str, Field(pattern=r"^\d\d-\d\d$")] | None = None
    contacts: tuple[Contact, ...] = ()
    phones: tuple[Phone, ...] = ()
    calls: tuple[Call, ...] = ()
    codes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    zones: tuple[Zone, ...] = ()
