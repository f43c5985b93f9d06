"""The rows of an HTML table as printed: spans resolved, "$" and ")" cells joined to their numbers, columns placed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from topline.readers.html_model import Cell, Flow, Line, Run, Table

__all__ = ["MARKER", "Piece", "column_edges", "is_figure_table", "pieces_of", "runs_of"]

MARKER = re.compile(
    r"(?:[*•·▪◦‣●■○□➢➤✓§–—\uf0a7\uf0b7\uf0d8-]|--|o|\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])$"
)
_SIGN = re.compile(r"(?:US|C|A)?[$€£¥]\s?\(?$|\($")
_TAIL = re.compile(r"(?:\)|%|\)\s?%|%\s?\)|\)?\s?\(\w\)|\*{1,3})$")
_FIGURE = re.compile(
    r"(?:US|C|A)?[$€£¥]?\s?\(?\s?[$€£¥]?\s?-?(?:\d[\d,]*(?:\.\d+)?|\.\d+)\s?%?\s?\)?\s?%?(?:\s?\(\w\)|\s?\*{1,3})?$"
    r"|[$€£¥]?\s?\(?(?:-{1,3}|[–—])\)?\s?%?$"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_BODY = re.compile(r".*[\d–—-]")
_GAP = 4
_LABELS = 24
_MOST_COLUMNS = 400
_FEWEST_ROWS = 2
_FEWEST_FIGURES = 3


class Piece(NamedTuple):
    """Cells that are printed as one, over the columns from `first` to `last`; a figure has one line.

    `body` is how many characters of a figure come before what hangs over to the right: ")", "%", a note.
    """

    first: int
    last: int
    lines: list[list[Run]]
    cells: list[Cell]
    figure: bool = False
    body: int = 0

    @property
    def text(self) -> str:
        return " ".join(text_of(line) for line in self.lines)

    @property
    def width(self) -> int:
        return self.body or max((len(text_of(line)) for line in self.lines), default=0)


def text_of(runs: Sequence[Run]) -> str:
    return Line(list(runs)).text


def runs_of(flow: Flow) -> list[list[Run]]:
    """All lines of a cell, those of tables in it too."""
    found: list[list[Run]] = []
    for item in flow.items:
        if isinstance(item, Line):
            found += [item.runs] if item.runs else []
        else:
            found += [runs for row in item.rows for cell in row for runs in runs_of(cell.flow)]
    return found


def pieces_of(table: Table) -> list[list[Piece]]:
    """What each row prints, from left to right, blank cells left out."""
    taken: dict[int, int] = {}
    rows = []
    for row in table.rows:
        pieces: list[Piece] = []
        column = 0
        below: dict[int, int] = {}
        for cell in row:
            while taken.get(column, 0) > 0:
                column += 1
            last = min(column + cell.columns, _MOST_COLUMNS) - 1
            if lines := runs_of(cell.flow):
                pieces.append(Piece(min(column, last), last, lines, [cell]))
            if cell.rows > 1:
                below.update(dict.fromkeys(range(column, last + 1), cell.rows))
            column = last + 1
        taken = {c: n - 1 for c, n in {**taken, **below}.items() if n > 1}
        rows.append([_figure(piece) for piece in _joined(pieces)])
    return rows


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Currency signs and opening brackets joined to the number after them, closing ones to the number before."""
    held: Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
        elif (_SIGN.match(held.text) and _FIGURE.match(f"{held.text}{piece.text}".replace(" ", "") + _missing(held))) or (
            _TAIL.match(piece.text) and _is_number(held.text)
        ):
            tail = _TAIL.match(piece.text) is not None and not _SIGN.match(held.text)
            runs = [*_flat(held.lines), *(r._replace(apart=False) for r in _flat(piece.lines))]
            held = Piece(held.first, held.last if tail else piece.last, [runs], [*held.cells, *piece.cells])
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _missing(held: Piece) -> str:
    return ")" if held.text.endswith("(") else ""


def _is_number(text: str) -> bool:
    return any(c.isdigit() or c in "-–—" for c in text) and bool(_FIGURE.match(f"{text})") or _FIGURE.match(text))


def _flat(lines: Sequence[Sequence[Run]]) -> list[Run]:
    return [run._replace(apart=run.apart or i == 0 < n) for n, line in enumerate(lines) for i, run in enumerate(line)]


def _figure(piece: Piece) -> Piece:
    text = piece.text
    if len(text) > 40 or not _FIGURE.match(text) and not _FIGURE.match(f"{text})"):
        return piece
    runs = [run._replace(apart=False) if i else run for i, run in enumerate(_flat(piece.lines))]
    body = _BODY.match(re.sub(r"\s?(?:\(\w\)|\*+)$", "", text_of(runs)))
    return piece._replace(lines=[runs], figure=True, body=len(body[0]) if body else len(text))


def is_figure_table(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether it prints figures in columns: at least three in two rows, years and list numbers not counted."""
    counts = [sum(p.figure and not _YEAR.match(p.text) and any(map(str.isdigit, p.text)) for p in row) for row in rows]
    return sum(n > 0 for n in counts) >= _FEWEST_ROWS and sum(counts) >= _FEWEST_FIGURES


def column_edges(rows: Sequence[Sequence[Piece]]) -> list[int]:
    """Where on the page each column ends, so that nothing printed in one runs into the next."""
    pieces = [piece for row in rows if len(row) > 1 or any(p.figure for p in row) for piece in row]
    last = max((p.last for row in rows for p in row), default=0)
    first_figure = min((p.first for p in pieces if p.figure), default=0)
    ending: dict[int, list[Piece]] = {}
    for piece in pieces:
        ending.setdefault(piece.last, []).append(piece)
    edges: list[int] = []
    for column in range(last + 1):
        edge = edges[-1] if edges else 0
        for piece in ending.get(column, ()):
            left = edges[piece.first - 1] + _GAP if piece.first else 0
            edge = max(edge, left + piece.width)
        if column + 1 == first_figure:
            edge = max(edge, _LABELS)
        edges.append(edge)
    return edges
