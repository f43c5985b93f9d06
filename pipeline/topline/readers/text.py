"""Wire text: hard-wrapped lines, starred bullets and ASCII tables, or one line a paragraph."""

from collections.abc import Sequence

from topline.readers.codes import read_codes
from topline.readers.document import Block, Document, OffsetMap, TableRegion, ZoneSpan
from topline.readers.lines import Line, split_lines
from topline.readers.paragraphs import split_paragraphs
from topline.readers.tabular import find_table_regions
from topline.readers.unwrap import ProseBuilder
from topline.readers.zones import DATELINE, Placed, place
from topline.records import Problem

__all__ = ["read_text"]


def read_text(source: str, *, name: str, sha256: str, problems: Sequence[Problem] = ()) -> Document:
    """Reads any text; one without bullets, tables or dateline just has fewer zones."""
    lines = split_lines(source)
    tables = find_table_regions(lines)
    paragraphs = [p for run in _prose_runs(lines, tables) for p in split_paragraphs(run)]
    builder = ProseBuilder(source)
    spans = [builder.add(p.pieces) for p in paragraphs]
    prose, offsets = builder.build()
    texts = [prose[a:b] for a, b in spans]
    placed = place(paragraphs, texts)
    return Document(
        name=name,
        sha256=sha256,
        format="text",
        source=source,
        prose=prose,
        blocks=tuple(_block(p, span) for p, span in zip(placed, spans, strict=True)),
        zones=tuple(_zones(placed, spans, tables, prose, offsets)),
        tables=tuple(tables),
        offsets=offsets,
        problems=tuple(problems),
        codes=read_codes(texts),
    )


def _prose_runs(lines: Sequence[Line], tables: Sequence[TableRegion]) -> list[list[Line]]:
    """The lines outside the tables, in runs that no table interrupts."""
    runs: list[list[Line]] = [[]]
    at = 0
    for line in lines:
        while at < len(tables) and tables[at].end < line.start:
            at += 1
            runs.append([])
        if at == len(tables) or line.start < tables[at].start:
            runs[-1].append(line)
    return runs


def _block(placed: Placed, span: tuple[int, int]) -> Block:
    return Block(
        kind=placed.kind,
        section=placed.section,
        start=span[0],
        end=span[1],
        source_start=placed.paragraph.start,
        source_end=placed.paragraph.end,
        heading=placed.heading,
        is_heading=placed.paragraph.heading,
    )


def _zones(
    placed: Sequence[Placed],
    spans: Sequence[tuple[int, int]],
    tables: Sequence[TableRegion],
    prose: str,
    offsets: OffsetMap,
) -> list[ZoneSpan]:
    """Sections, what lies inside them, and the tables, by place; outer zones first."""
    zones = [ZoneSpan("statement", t.start, t.end) for t in tables]
    section: ZoneSpan | None = None
    for item, span in zip(placed, spans, strict=True):
        start, end = item.paragraph.start, item.paragraph.end
        table_between = section is not None and any(section.end <= t.start < start for t in tables)
        if section is None or item.section != section.kind or item.opens_section or table_between:
            zones.extend([section] if section else [])
            section = ZoneSpan(item.section, start, end)
        section = section._replace(end=end)
        if item.kind != item.section:
            zones.append(ZoneSpan(item.kind, start, end))
        if item.kind == "lead" and (dateline := DATELINE.match(prose, *span)):
            zones.append(ZoneSpan("dateline", *offsets.to_source(*dateline.span())))
    zones.extend([section] if section else [])
    return sorted(zones, key=lambda z: (z.start, -z.end))
