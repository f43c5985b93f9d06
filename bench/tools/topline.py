"""topline's values and tables without its spaCy pipeline: the public functions of its rooms, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from tools.model import Figure, Found, FoundCell, FoundLink, Kind
from topline.components.release import read_facts
from topline.quantities import Quantity, ReleaseContext, find_quantities
from topline.readers import Document, read_bytes
from topline.records import Statement
from topline.statements import link_figures, read_statements

NAME = "topline"
PACKAGES = ("topline",)

_KINDS: dict[str, Kind] = {"DATE": "date", "PERIOD": "period", "DURATION": "duration", "MONEY": "money"}
_KINDS |= {"PER_SHARE": "money"}
_FIGURES = ("MONEY", "PER_SHARE")


@dataclass(frozen=True, slots=True)
class Read:
    """What a release holds, with places in its prose; `document` leads from there to the source."""

    document: Document
    released_on: str | None
    quantities: list[Quantity]
    statements: list[Statement]
    links: list[tuple[Quantity, tuple[str, ...]]]


def read(data: bytes, *, done: Callable[[str], None] = lambda step: None) -> Read:
    """Bytes to values, tables and links. This is what is timed; `done` is told of each step."""
    document = read_bytes(data)[0]
    done("bytes to a document")
    facts = read_facts(document)
    done("facts of the release, its date among them")
    quantities = [
        replace(found, start=found.start + block.start, end=found.end + block.start)
        for block in document.blocks
        for found in find_quantities(document.text_of(block), facts.context)
    ]
    done("values of the prose")
    statements, _ = read_statements(document.page, document.tables)
    done("statements")
    figures = [(f"m{i}", q) for i, q in enumerate(quantities) if q.label in _FIGURES]
    links = link_figures(figures, statements, texts={i: document.prose[q.start : q.end] for i, q in figures})
    done("links")
    linked = [(quantity, link.cells) for (_, quantity), link in zip(figures, links, strict=True)]
    released_on = facts.released_on.isoformat() if facts.released_on else None
    return Read(document, released_on, quantities, statements, linked)


def mentions(read: Read) -> list[Found]:
    return [_found(q, *read.document.offsets.to_source(q.start, q.end)) for q in read.quantities]


def links(read: Read) -> list[FoundLink]:
    return [FoundLink(*read.document.offsets.to_source(q.start, q.end), cells) for q, cells in read.links]


def cells(read: Read) -> Iterator[FoundCell]:
    return _cells(read.document, read.statements)


def cells_of_all(data: bytes) -> list[FoundCell]:
    """Of every release of a submission."""
    documents = read_bytes(data)
    return [cell for d in documents for cell in _cells(d, read_statements(d.page, d.tables)[0])]


def _cells(document: Document, statements: Sequence[Statement]) -> Iterator[FoundCell]:
    for statement in statements:
        columns = {column.id: column for column in statement.columns}
        for row in statement.rows:
            labels = (row.label, f"{row.section} {row.label}")
            for cell in row.cells:
                head = columns[cell.column]
                period = (head.period.start, head.period.end) if head.period else None
                if head.instant:
                    period = (head.instant, head.instant)
                place = document.layout.to_source(cell.start, cell.end)
                yield FoundCell(cell.id, *place, Decimal(cell.value), cell.unit, period, labels)


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    """Values alone, of texts without a release around them."""
    context = ReleaseContext(released_on=reference.date() if reference is not None else None)
    return [find_in(text, context) for text in texts]


def find_in(text: str, context: ReleaseContext) -> list[Found]:
    return [_found(q, q.start, q.end) for q in find_quantities(text, context)]


def _found(quantity: Quantity, start: int, end: int) -> Found:
    kind, figure = _KINDS.get(quantity.label, "number"), None
    if kind == "money":
        period = quantity.figure.period
        days = (period.start.isoformat(), period.end.isoformat()) if period else None
        figure = Figure(quantity.figure.concept, quantity.figure.sign, days)
    return Found(start, end, kind, quantity.value, figure)
