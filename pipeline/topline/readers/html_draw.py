"""A flow of lines and tables drawn as a page: paragraphs, bullets, and figures in columns."""

from collections.abc import Sequence

from topline.readers.document import TableRegion
from topline.readers.html_grid import MARKER, Piece, column_edges, is_figure_table, pieces_of, text_of
from topline.readers.html_model import Cell, Flow, Line, Run, Table
from topline.readers.page import Page, PageBuilder

__all__ = ["draw_page"]

_CENTRED = 24
_GAP = 4
_LONG = 160
_WIDEST_HEAD = 26


def draw_page(flow: Flow) -> Page:
    drawer = _Drawer()
    drawer.flow(flow)
    return drawer.builder.build(tuple(drawer.tables), frozenset(drawer.headings))


class _Drawer:
    def __init__(self) -> None:
        self.builder = PageBuilder()
        self.tables: list[TableRegion] = []
        self.headings: set[int] = set()

    def flow(self, flow: Flow) -> None:
        for item in flow.items:
            if isinstance(item, Table):
                self.table(item)
            elif item.runs:
                self.line(item)

    def line(self, line: Line) -> None:
        if line.gap:
            self.builder.draw("\n")
        start = self.builder.length
        if not line.verbatim:
            self.builder.draw(" " * (_CENTRED if line.centred else line.indent))
        runs = line.runs
        if MARKER.match(runs[0].text) and len(runs) > 1 and (len(runs[0].text) < 2 or runs[1].apart):
            self.runs(runs[:1])
            self.builder.draw("  ")
            runs = [runs[1]._replace(apart=False), *runs[2:]]
        elif line.marker and not MARKER.match(runs[0].text):
            self.builder.draw(f"{line.marker}  ")
        elif line.bold and not line.verbatim:
            self.headings.add(start)
        self.runs(runs)
        self.builder.draw("\n")

    def runs(self, runs: Sequence[Run]) -> None:
        for i, run in enumerate(runs):
            if run.apart and i:
                self.builder.draw(" ")
            if len(run.text) == run.length:
                self.builder.copy(run.text, run.source)
            else:
                self.builder.replace(run.text, run.source, run.length)

    # tables

    def table(self, table: Table) -> None:
        self.builder.draw("\n")
        rows = pieces_of(table)
        grid = [row for row in rows if _in_grid(row)] if is_figure_table(rows) else []
        if not is_figure_table(grid):
            for row in rows:
                self.layout_row(row)
            return
        edges = column_edges(grid)
        start = self.builder.length
        for row in rows:
            if not row:
                continue
            if _in_grid(row):
                self.grid_row(row, edges)
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
            self.runs(row[0].lines[0])
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
            else:
                self.line(Line(item.runs, item.gap and i > 0, item.centred, item.indent, item.marker, item.verbatim))

    def grid_row(self, row: Sequence[Piece], edges: Sequence[int]) -> None:
        if len(row) == 1 and not row[0].figure:
            self.lone(row[0], edges)
            return
        figures = any(p.figure for p in row)
        printed = [p if p.figure else p._replace(lines=_lines(p, one=figures)) for p in row]
        height = max(len(p.lines) for p in printed)
        for number in range(height):
            start = self.builder.length
            for piece in printed:
                at = number - (height - len(piece.lines))  # heads stand at the bottom
                if at >= 0:
                    self.put(piece, piece.lines[at], start, edges, figures=figures)
            self.builder.draw("\n")

    def put(self, piece: Piece, runs: Sequence[Run], start: int, edges: Sequence[int], *, figures: bool) -> None:
        here = self.builder.length - start
        left = edges[piece.first - 1] + _GAP if piece.first else 0
        width = len(text_of(runs))
        if piece.figure:
            column = edges[piece.last] - piece.body
        elif here == 0 and (piece.first == 0 or figures):
            column = left + piece.cells[0].indent - (_GAP if piece.first else 0)
        else:
            column = left + max((edges[piece.last] - left - width) // 2, 0)
        self.builder.draw(" " * max(column - here, 3 if here else 0))
        self.runs(runs)

    def lone(self, piece: Piece, edges: Sequence[int]) -> None:
        """The only words of a row: a title over the columns, a section of the rows, or one column's head."""
        spans = piece.last - piece.first + 1 > len(edges) // 2
        for runs in piece.lines:
            width = len(text_of(runs))
            if piece.first > 1 and not spans:
                left = edges[piece.first - 1] + _GAP
                column = left + max((edges[piece.last] - left - width) // 2, 0)
            elif piece.cells[0].centred and spans:
                column = max((edges[-1] - width) // 2, 0)
            else:
                column = piece.cells[0].indent
            self.builder.draw(" " * column)
            self.runs(runs)
            self.builder.draw("\n")


def _in_grid(row: Sequence[Piece]) -> bool:
    """Not a paragraph of its own, a bullet, or cells that hold tables of figures themselves."""
    if not row:
        return False
    if any(isinstance(i, Table) and is_figure_table(pieces_of(i)) for p in row for c in p.cells for i in c.flow.items):
        return False
    if any(p.figure for p in row):
        return True
    if len(row) == 2 and MARKER.match(row[0].text):
        return False
    return max(len(p.text) for p in row) <= _LONG


def _lines(piece: Piece, *, one: bool) -> list[list[Run]]:
    """A head wrapped to a narrow column; beside figures all words on one line."""
    if one:
        return [[r._replace(apart=r.apart or i == 0) for line in piece.lines for i, r in enumerate(line)]]
    return [wrapped for line in piece.lines for wrapped in _wrapped(line)]


def _wrapped(runs: Sequence[Run]) -> list[list[Run]]:
    if len(text_of(runs)) <= _WIDEST_HEAD:
        return [list(runs)]
    lines: list[list[Run]] = [[]]
    for word in (w for run in runs for w in _split(run)):
        if lines[-1] and word.apart and len(text_of([*lines[-1], word])) > _WIDEST_HEAD:
            lines.append([])
        lines[-1].append(word)
    return lines


def _split(run: Run) -> list[Run]:
    if len(run.text) != run.length:
        return [run]
    words, at = [], 0
    for i, word in enumerate(run.text.split(" ")):
        words.append(Run(word, run.source + at, len(word), run.bold, run.apart if i == 0 else True))
        at += len(word) + 1
    return words
