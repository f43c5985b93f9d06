"""Facts in flat columns, for formats that have rows: names, order and types are part of what users rely on."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from topline.records import Fact

__all__ = ["COLUMNS", "Field", "FieldKind"]

FieldKind = Literal["text", "date", "amount", "flag", "place", "texts"]
Value = str | int | bool | tuple[str, ...] | None


class Field(NamedTuple):
    """A date is an ISO string, an amount a decimal string, a place a number of characters; any of them may be None."""

    name: str
    kind: FieldKind
    of: Callable[[Fact], Value]


COLUMNS: tuple[Field, ...] = (
    Field("source", "text", lambda f: f.source),
    Field("exhibit", "text", lambda f: f.exhibit),
    Field("company", "text", lambda f: f.company),
    Field("ticker", "text", lambda f: f.ticker),
    Field("cik", "text", lambda f: f.cik),
    Field("released_on", "date", lambda f: f.released_on),
    Field("statement", "text", lambda f: f.statement),
    Field("kind", "text", lambda f: f.kind),
    Field("title", "text", lambda f: f.title),
    Field("basis", "text", lambda f: f.basis),
    Field("audited", "flag", lambda f: f.audited),
    Field("section", "text", lambda f: f.section),
    Field("label", "text", lambda f: f.label),
    Field("concept", "text", lambda f: f.concept),
    Field("column", "text", lambda f: f.column),
    Field("period_start", "date", lambda f: f.period.start if f.period else None),
    Field("period_end", "date", lambda f: f.period.end if f.period else None),
    Field("instant", "date", lambda f: f.instant),
    Field("value", "amount", lambda f: f.value),
    Field("unit", "text", lambda f: f.unit),
    Field("scale", "place", lambda f: f.scale),
    Field("raw", "text", lambda f: f.raw),
    Field("nil", "flag", lambda f: f.nil),
    Field("start", "place", lambda f: f.start),
    Field("end", "place", lambda f: f.end),
    Field("cell", "text", lambda f: f.cell),
    Field("derived_from", "texts", lambda f: f.derived_from),
    Field("note", "text", lambda f: f.note),
)
