"""A page to a `Document`: its paragraphs and tables, the zones that they make, the prose without line breaks."""

from collections.abc import Sequence
from dataclasses import dataclass

from topline.readers.codes import read_codes
from topline.readers.dateline import DATELINE
from topline.readers.document import Block, Document, OffsetMap, TableRegion, ZoneSpan
from topline.readers.furniture import find_furniture
from topline.readers.lines import Line, split_lines
from topline.readers.page import Page
from topline.readers.paragraphs import Layout, split_paragraphs
from topline.readers.tables_in_text import around_tables
from topline.readers.tabular import find_table_regions
from topline.readers.unwrap import ProseBuilder
from topline.readers.zones import Placed, find_profiles, place
from topline.records import Exhibit, Filing, Problem

__all__ = ["Origin", "read_page"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page comes from: the whole decoded source, and of an EDGAR submission its header and the exhibit."""

    name: str
    sha256: str
    format: str
    source: str
    problems: Sequence[Problem] = ()
    exhibit: Exhibit | None = None
    filing: Filing | None = None


def read_page(page: Page, origin: Origin) -> Document:
    """Reads any page; one without bullets, tables or dateline just has fewer zones."""
    lines = split_lines(page.text)
    tables = find_table_regions(lines, page.tables)
    runs = _prose_runs(lines, tables)
    marks = Layout(page.headings, find_furniture([line for run in runs for line in run], page.breaks), page.breaks)
    paragraphs = [p for run in runs for p in split_paragraphs(run, marks)]
    builder = ProseBuilder(page.text)
    spans = [builder.add(p.pieces) for p in paragraphs]
    prose, offsets = builder.build()
    texts = [prose[a:b] for a, b in spans]
    placed = find_profiles(around_tables(place(paragraphs, texts), texts, tables), texts)
    layout = page.offsets
    return Document(
        name=origin.name,
        sha256=origin.sha256,
        format=origin.format,
        source=origin.source,
        page=page.text,
        layout=layout,
        prose=prose,
        offsets=offsets.through(layout),
        blocks=tuple(_block(p, span, layout) for p, span in zip(placed, spans, strict=True)),
        zones=tuple(
            z._replace(start=a, end=b)
            for z in _zones(placed, spans, tables, prose, offsets)
            for a, b in [layout.to_source(z.start, z.end)]
        ),
        tables=tuple(tables),
        problems=tuple(origin.problems),
        codes=read_codes(texts),
        exhibit=origin.exhibit,
        filing=origin.filing,
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


def _block(placed: Placed, span: tuple[int, int], layout: OffsetMap) -> Block:
    start, end = layout.to_source(placed.paragraph.start, placed.paragraph.end)
    return Block(
        kind=placed.kind,
        section=placed.section,
        start=span[0],
        end=span[1],
        source_start=start,
        source_end=end,
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
    """Sections, tables among them, and what lies inside them, by place; outer zones first."""
    inner, outer = [], [ZoneSpan("statement", t.start, t.end) for t in tables]
    opening, trailing = set(), set()
    for item, span in zip(placed, spans, strict=True):
        if item.paragraph.furniture and item.section != "contact":
            continue
        zone = ZoneSpan(item.section, item.paragraph.start, item.paragraph.end)
        outer.append(zone)
        if item.paragraph.furniture:
            trailing.add(zone.start)
        if item.opens:
            opening.add(zone.start)
        if item.kind != item.section:
            inner.append(zone._replace(kind=item.kind))
        if item.kind == "lead" and (dateline := DATELINE.match(prose, *span)):
            inner.append(ZoneSpan("dateline", *offsets.to_source(*dateline.span())))
    outer.sort(key=lambda z: z.start)
    merged: list[ZoneSpan] = []
    for zone in outer:
        if merged and zone.kind == merged[-1].kind and zone.start not in opening:
            merged[-1] = merged[-1]._replace(end=zone.end)
        elif zone.start not in trailing:
            merged.append(zone)
    return sorted([*merged, *inner], key=lambda z: (z.start, -z.end))
