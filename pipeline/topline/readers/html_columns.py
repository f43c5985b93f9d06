"""Where on the page the columns of a table stand."""

from collections.abc import Sequence
from typing import NamedTuple

from topline.readers.html_grid import YEAR, Piece

__all__ = ["GAP", "Columns", "place_columns"]

GAP = 4
_LABELS = 24


class Columns(NamedTuple):
    """`edges[c]` is where column `c` ends; `labels` is the last column of the rows' labels, -1 where there are none.

    `ends` are the columns in which figures end.
    """

    edges: list[int]
    labels: int
    ends: Sequence[int] = ()

    def left(self, piece: Piece) -> int:
        return self.edges[piece.first - 1] + GAP if piece.first else 0

    def right(self, piece: Piece) -> int:
        return self.edges[min(piece.last, len(self.edges) - 1)]

    def reaches(self, heads: Sequence[Piece]) -> list[tuple[int, int]]:
        """How far the columns under each head reach, where its own words do not tell that of all of them."""
        told = [p for p in heads if p.first > self.labels and not p.text.startswith("(")]
        over = [sum(p.first <= end <= p.last for end in self.ends) for p in told]
        if not told or not all(over) or len(told) == len(self.ends) or (len(told) == 1 and over[0] == len(self.ends)):
            return []
        return [(self.left(p), self.right(p)) for p in told]

    def is_label(self, piece: Piece) -> bool:
        return piece.first <= self.labels and not piece.figure


def place_columns(rows: Sequence[Sequence[Piece]]) -> Columns:
    """Columns so wide that nothing printed in one runs into the next, and that heads find room over theirs."""
    ends = sorted({p.last for row in rows for p in row if p.figure})
    labels = max((row[0].last for row in rows if len(row) > 1 and row[1].figure and not row[0].figure), default=-1)
    labels = min(labels, ends[0] - 1 if ends else labels)
    pieces = [p for row in rows for p in row if len(row) > 1 or p.figure or p.first > labels]
    last = max((p.last for row in rows for p in row), default=0)
    narrow: dict[int, list[Piece]] = {}
    wide: list[tuple[list[int], Piece]] = []
    for piece in pieces:
        over = [] if piece.figure else [end for end in ends if piece.first <= end <= piece.last]
        if len(over) > 1:
            wide.append((over, piece))
        else:
            narrow.setdefault(piece.last, []).append(piece)
    counted = sorted({p.last for row in rows for p in row if p.figure and not YEAR.match(p.text)})
    columns = Columns(_edges(narrow, last, labels), labels, counted)
    for over, piece in sorted(wide, key=lambda w: len(w[0])):
        if piece.first > labels:
            _widen(columns, over, piece)
    return columns


def _edges(ending: dict[int, list[Piece]], last: int, labels: int) -> list[int]:
    edges: list[int] = []
    for column in range(last + 1):
        edge = edges[-1] if edges else 0
        for piece in ending.get(column, ()):
            left = edges[piece.first - 1] + GAP if piece.first else 0
            edge = max(edge, left + piece.width)
        edges.append(max(edge, _LABELS) if column == labels else edge)
    return edges


def _widen(columns: Columns, over: Sequence[int], piece: Piece) -> None:
    """Makes room for a head over several columns, the same in each."""
    missing = piece.width - (columns.right(piece) - columns.left(piece))
    share = -(-missing // len(over))
    if share > 0:
        at = 0
        for column in range(len(columns.edges)):
            at += column in over
            columns.edges[column] += share * at
