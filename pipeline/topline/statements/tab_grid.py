"""Where the fields of lines that tabs part stand on the page: field n of each row of a table is column n.

A tab was typed to reach the next stop of a typewriter, or it stands between the cells of a grid. Only the lines
together tell: where their figures stand in columns at stops of eight, the page is as it was typed.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from topline.readers.lines import Line
from topline.statements.tab_fields import Field, Fields, fields_of

__all__ = ["tab_columns"]

_STOP = 8
_GAP = 4
_SLACK = 3
_FEWEST_ROWS = 2


def tab_columns(lines: Sequence[Line]) -> list[Sequence[int] | None]:
    """For each line the page's columns of its characters and of its end; None where stops of eight tell them."""
    found: list[Sequence[int] | None] = [None] * len(lines)
    for block in _blocks(lines):
        columns = _columns(list(block.values()))
        if columns is not None:
            for number, fields in block.items():
                found[number] = columns.drawn(fields)
    return found


def _blocks(lines: Sequence[Line]) -> Iterator[dict[int, Fields]]:
    """Lines of one table with their numbers, up to the blank line behind its rows."""
    block: dict[int, Fields] = {}
    rows = 0
    for number, line in enumerate(lines):
        if line.blank and rows:
            yield block
            block, rows = {}, 0
        elif "\t" in line.text:
            block[number] = fields_of(line.text)
            rows += bool(block[number].figures)
    if rows:
        yield block


class _Columns(NamedTuple):
    """`places` are the tabs before the cells of each column, empty where the order of the figures alone tells theirs.

    Labels take the first `labels` characters of the page, then each column has the same `width`.
    """

    number: int
    places: tuple[int, ...]
    labels: int
    width: int

    def drawn(self, line: Fields) -> list[int]:
        page: list[int] = []
        cells = [field for field in line.found if not self.is_label(field)]
        spans = dict(zip(cells, self._spans(cells), strict=True))
        at = 0
        for field in line.found:
            page += [at] * (field.start - len(page))
            begin = self._begin(field, *spans[field]) if field in spans else 0
            page += range(begin, begin + field.end - field.start)
            at = begin + field.end - field.start
        return page + [at] * (len(line.text) + 1 - len(page))

    def is_label(self, field: Field) -> bool:
        return not field.figure and field.at < (self.places[0] if self.places else 1)

    def _begin(self, field: Field, left: int, right: int) -> int:
        """Figures and single heads stand at the right edge of a column, heads over several in their middle."""
        edge = self.labels + right * self.width
        if right - left == 1:
            return edge - (field.body - field.start)
        return self.labels + ((left + right) * self.width - (field.end - field.start) + _GAP) // 2

    def _spans(self, cells: Sequence[Field]) -> list[tuple[int, int]]:
        """For each cell of a line how many columns stand before it, and before what follows it."""
        count = len(cells)
        single = count == self.number or any(cell.figure for cell in cells)
        if self.places and (single or not self._packed(cells)):
            starts = [sum(place < cell.at for place in self.places) for cell in cells]
            ends = [start + 1 for start in starts] if single else [*starts, self.number][1:]
            return [(a, max(b, a + 1)) for a, b in zip(starts, ends, strict=True)]
        each = 1 if single or not count or self.number % count else self.number // count
        return [(i * each, (i + 1) * each) for i in range(count)]

    def _packed(self, cells: Sequence[Field]) -> bool:
        """Heads one behind the other over as many columns each: nothing stands for the other cells that they span."""
        return len(cells) > 1 and self.number % len(cells) == 0 and all(b.at - a.at == 1 for a, b in pairwise(cells))


def _columns(block: Sequence[Fields]) -> _Columns | None:
    rows = [line for line in block if line.figures]
    most = max(len(line.figures) for line in rows)
    if len(rows) < _FEWEST_ROWS or most < 2 or _is_typed(block, most):
        return None
    places = _places(rows)
    if not places and any(len(line.figures) != most for line in rows):
        return None
    columns = _Columns(most, places, 0, 0)
    labels = [f.end - f.start for line in rows for f in line.found[:1] if columns.is_label(f)]
    widths = [_width(line, columns) for line in block]
    return columns._replace(labels=max(labels, default=0), width=max(widths) + _GAP)


def _width(line: Fields, columns: _Columns) -> int:
    cells = [field for field in line.found if not columns.is_label(field)]
    each = max(columns.number // max(len(cells), 1), 1) if not line.figures else 1
    return max((-(-(field.end - field.start + _GAP) // each) for field in cells), default=0)


def _is_typed(block: Sequence[Fields], most: int) -> bool:
    """Lines of as many fields as there are columns have them over each other at stops of eight."""
    lines = [line for line in block if len(line.found) - 1 <= most <= len(line.found)]
    columns = [[_typed(line.text, field) for field in line.found[-most:]] for line in lines]
    for column in zip(*columns, strict=True):
        if max(left for left, _ in column) > min(right for _, right in column) + _SLACK:
            return False
    return True


def _typed(text: str, field: Field) -> tuple[int, int]:
    left = len(text[: field.start].expandtabs(_STOP))
    return left, left + field.end - field.start


def _places(rows: Sequence[Fields]) -> tuple[int, ...]:
    """The tabs before the figures of each column, if one row has them all; else nothing."""
    places = sorted({field.at for line in rows for field in line.figures})
    full = any([field.at for field in line.figures] == places for line in rows)
    return tuple(places) if full else ()
