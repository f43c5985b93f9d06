"""Figures of statements, each by itself: printed ones as a table has them, and what follows from two of them."""

from typing import Literal

from topline.records.base import DecimalString, Interval, IsoDate, Record
from topline.records.model import StatementKind, Unit

__all__ = ["Basis", "Fact"]

Basis = Literal["gaap", "pro_forma", "reconciliation"]


class Fact(Record):
    """One figure: who says it of what and when, how much, and where.

    A printed figure has `cell`, `raw`, `column` and its place in the source. A derived one has `derived_from` instead:
    the cells that it follows from, each with its sign, as "+<source>#<cell>" or "-<source>#<cell>". A flow has
    `period`, a balance `instant`; a column without a date has neither. `basis` is the figure's own, and `concept` is
    left out where it is not by the accounting rules. `note` says where releases or columns differ on the figure.
    """

    source: str
    exhibit: str | None = None
    company: str | None = None
    ticker: str | None = None
    cik: str | None = None
    released_on: IsoDate | None = None
    statement: str
    kind: StatementKind
    title: str
    basis: Basis
    scale: int
    audited: bool | None = None
    section: str | None = None
    label: str
    concept: str | None = None
    column: str | None = None
    period: Interval | None = None
    instant: IsoDate | None = None
    value: DecimalString
    unit: Unit
    raw: str | None = None
    nil: bool = False
    start: int | None = None
    end: int | None = None
    cell: str | None = None
    derived_from: tuple[str, ...] = ()
    note: str | None = None
