"""topline's values and tables without its spaCy pipeline: the public functions of its rooms, one after the other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tools.model import Found, FoundCell, FoundLink
from tools.topline_text import find, find_in, found_of
from topline.components.release import read_facts
from topline.quantities import Quantity, find_quantities
from topline.readers import Document, read_bytes
from topline.records import Statement
from topline.statements import link_figures, read_statements

__all__ = ["NAME", "PACKAGES", "cells", "cells_of_all", "find", "find_in", "links", "mentions", "read"]

NAME = "topline"
PACKAGES = ("topline",)

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
    return [found_of(q, *read.document.offsets.to_source(q.start, q.end)) for q in read.quantities]


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
