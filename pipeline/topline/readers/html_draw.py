"""A flow of lines and tables drawn as a page: paragraphs, bullets, and figures in columns."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from topline.readers.document import TableRegion
from topline.readers.html_grid import BULLET, MARKER, Piece, is_figure_table, is_marked, pieces_of, text_of
from topline.readers.html_model import Cell, Flow, Line, PageBreak, Table
from topline.readers.html_table import TableDrawer, draw_runs
from topline.readers.page import Page, PageBuilder

__all__ = ["draw_page"]

_CENTRED = 24
_LONG = 160


def draw_page(flow: Flow) -> Page:
    drawer = _Drawer()
    drawer.flow(flow)
    return drawer.builder.build(tuple(drawer.tables), frozenset(drawer.headings), tuple(drawer.breaks))


class _Drawer:
    def __init__(self) -> None:
        self.builder = PageBuilder()
        self.tables: list[TableRegion] = []
        self.headings: set[int] = set()
        self.breaks: list[int] = []

    def flow(self, flow: Flow) -> None:
        for item in _with_signs(flow.items):
            if isinstance(item, Table):
                self.table(item)
            elif isinstance(item, PageBreak):
                self.breaks.append(self.builder.length)
            else:
                self.line(item)

    def line(self, line: Line) -> None:
        if line.gap:
            self.builder.draw("\n")
        start = self.builder.length
        if not line.verbatim:
            self.builder.draw(" " * (_CENTRED if line.centred else line.indent))
        runs = line.runs
        if MARKER.match(runs[0].text) and len(runs) > 1 and (len(runs[0].text) < 2 or runs[1].apart):
            draw_runs(self.builder, runs[:1])
            self.builder.draw("  ")
            runs = [runs[1]._replace(apart=False), *runs[2:]]
        elif line.marker and not MARKER.match(runs[0].text):
            self.builder.draw(f"{line.marker}  ")
        elif line.bold and not line.verbatim:
            self.headings.add(start)
        draw_runs(self.builder, runs)
        self.builder.draw("\n")

    # tables

    def table(self, table: Table) -> None:
        self.builder.draw("\n")
        rows = pieces_of(table)
        grid = [row for row in rows if _in_grid(row)] if is_figure_table(rows) else []
        if not is_figure_table(grid):
            for row in rows:
                self.layout_row(row)
            return
        drawer = TableDrawer(self.builder, grid)
        start = self.builder.length
        filled = [row for row in rows if row]
        for row, following in zip_longest(filled, filled[1:], fillvalue=list[Piece]()):
            if _in_grid(row):
                drawer.row(row)
                if drawer.is_heading(row, following):
                    self.builder.draw("\n")
                continue
            self.region(start)
            self.layout_row(row)
            start = self.builder.length
        self.region(start)
        self.builder.draw("\n")

    def region(self, start: int) -> None:
        if self.builder.length > start:
            self.tables.append(TableRegion(start, self.builder.length - 1))

    def layout_row(self, row: Sequence[Piece]) -> None:
        """A row of a table that only arranges text: a bullet with its sign, or cells one after the other."""
        if not row:
            return
        self.builder.draw("\n")
        cells = [cell for piece in row for cell in piece.cells]
        if len(cells) > 1 and MARKER.match(text_of(row[0].lines[0])) and len(row[0].lines) == 1:
            first = cells[1].flow.items[0]
            self.builder.draw(" " * cells[0].indent)
            draw_runs(self.builder, row[0].lines[0])
            self.builder.draw("  ")
            if isinstance(first, Line):
                self.line(Line(first.runs, False, False, 0, "", True))
                self.flow(Flow(cells[1].flow.items[1:]))
            else:
                self.flow(cells[1].flow)
            cells = cells[2:]
        for cell in cells:
            self.cell(cell)

    def cell(self, cell: Cell) -> None:
        for i, item in enumerate(cell.flow.items):
            if isinstance(item, Table):
                self.table(item)
            elif isinstance(item, Line):
                self.line(Line(item.runs, item.gap and i > 0, item.centred, item.indent, item.marker, item.verbatim))


def _with_signs(items: Sequence[Line | Table | PageBreak]) -> Iterator[Line | Table | PageBreak]:
    """Lines as they are, but a bullet's sign that stands on a line of its own before its words."""
    sign: Line | None = None
    for item in items:
        if sign is not None and isinstance(item, Line):
            first, *rest = item.runs
            item = replace(sign, runs=[*sign.runs, first._replace(apart=True), *rest])
        elif sign is not None:
            yield sign
        alone = isinstance(item, Line) and len(item.runs) == 1 and BULLET.match(item.runs[0].text)
        sign = item if isinstance(item, Line) and alone else None
        if sign is None:
            yield item
    if sign is not None:
        yield sign


def _in_grid(row: Sequence[Piece]) -> bool:
    """Not a paragraph of its own, a bullet, or cells that hold tables of figures themselves."""
    if not row:
        return False
    if any(isinstance(i, Table) and is_figure_table(pieces_of(i)) for p in row for c in p.cells for i in c.flow.items):
        return False
    if is_marked(row):
        return False
    if any(p.figure for p in row):
        return True
    return max(len(p.text) for p in row) <= _LONG
