"""One release as its author wrote it, before a wire, a filing agent or EDGAR gave it a form."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Place:
    """`state` is as a dateline abbreviates it ("Ga."), empty for a city that stands alone; `postal` is "GA"."""

    city: str
    state: str
    postal: str
    street: str = "100 Orchard Road"
    zip_code: str = "00000"


@dataclass(frozen=True, slots=True)
class Bullet:
    text: str
    bullets: tuple["Bullet", ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """Heading, then paragraphs, then bullets. What follows the bullets is the next section, which has no heading."""

    heading: str | None = None
    paragraphs: tuple[str, ...] = ()
    bullets: tuple[Bullet, ...] = ()
    run_in: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """Columns under one spanning head; each of both is one or more lines, and `span` is empty if there is none."""

    span: tuple[str, ...]
    columns: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """No values: a label over the rows below. A value of None is nil."""

    label: str
    values: tuple[Decimal | None, ...] = ()
    indent: int = 0
    is_total: bool = False
    has_dollars: bool = False
    is_per_share: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    titles: tuple[str, ...]
    scale: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    is_unaudited: bool = True
    notes: tuple[str, ...] = ()
    nil: str = "--"


@dataclass(frozen=True, slots=True)
class Written:
    """`lead` is what comes after dateline, company and ticker: " today announced …" or ", a company that …"."""

    exhibit_label: str
    headline: str
    subhead: tuple[str, ...]
    place: Place
    released_on: date
    company: str
    exchange: str
    ticker: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    about: Section
    safe_harbor: Section
    contacts: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    has_contacts_first: bool = False


def amounts(*values: str | int | None) -> tuple[Decimal | None, ...]:
    """The values of a row: `amounts(-7728, None, "-0.28")`."""
    return tuple(None if value is None else Decimal(value) for value in values)
