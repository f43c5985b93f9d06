"""What a person says a release tells: the form of gold, with quotes resolved to places in the text."""

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from topline.records import Label, Polarity, Status
from topline.records.base import Record

__all__ = ["GoldAmount", "GoldDate", "GoldEvent", "GoldLookAlike", "GoldName", "GoldRelease", "Place"]

# `[start, end)` in characters of the release's text.
Place = tuple[int, int]
# Numbers of gold files are JSON numbers or strings; floats would not be exact.
Number = Annotated[Decimal, BeforeValidator(lambda v: Decimal(str(v)))]


class GoldDate(Record):
    """The interval in which something happened or is expected, both ends inclusive."""

    start: str
    end: str
    basis: str


class GoldAmount(Record):
    """A plain `value`, or `low` and `high`, of which an open range has one."""

    role: str
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    currency: str | None = None
    quote: str | None = None


class GoldEvent(Record):
    """`spans` are the places of the `evidence`, `trigger_span` that of the `trigger`."""

    type: str
    status: Status
    polarity: Polarity | None = None
    evidence: tuple[str, ...] = ()
    spans: tuple[Place, ...] = ()
    trigger: str = ""
    trigger_span: Place | None = None
    date: GoldDate | None = None
    amounts: tuple[GoldAmount, ...] = ()
    roles: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class GoldName(Record):
    """A name of the text."""

    label: Label
    start: int
    end: int


class GoldLookAlike(Record):
    """Words that must not fire any of `types`."""

    types: tuple[str, ...]
    start: int
    end: int


class GoldRelease(Record):
    """One release with its gold. `names` is None where only the events were annotated."""

    doc: str
    released_on: str
    company: str | None = None
    ticker: str | None = None
    period: dict[str, str] | None = None
    events: tuple[GoldEvent, ...]
    names: tuple[GoldName, ...] | None = None
    lookalikes: tuple[GoldLookAlike, ...] = ()
    text: str = ""
