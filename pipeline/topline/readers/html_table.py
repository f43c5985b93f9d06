"""A table of figures drawn in columns, as a typist would: labels to the left, heads over their columns."""

import re
from collections.abc import Iterator, Sequence

from topline.readers.html_columns import GAP, place_columns
from topline.readers.html_grid import YEAR, Piece, text_of
from topline.readers.html_heads import evened, is_scale, is_title, title_lines
from topline.readers.html_model import Run
from topline.readers.page import PageBuilder
from topline.vocab import load_yaml

__all__ = ["TableDrawer", "draw_runs"]

_WIDEST_HEAD = 26
_MONTH = rf"(?:{'|'.join(load_yaml('wire.yaml')['months'])})"
_DATE = re.compile(rf"(?:{_MONTH}\.? \d{{1,2}},?|\d{{1,2}} {_MONTH}\.?)(?: (?:19|20)\d\d\b)?", re.IGNORECASE)
_CONNECTORS = frozenset(load_yaml("statement_words.yaml")["connectors"])
_WIDEST_SPAN = 40
_WIDEST_LABEL = 72
_APART = 3


def draw_runs(builder: PageBuilder, runs: Sequence[Run]) -> None:
    for i, run in enumerate(runs):
        if run.apart and i:
            builder.draw(" ")
        if len(run.text) == run.length:
            builder.copy(run.text, run.source)
        else:
            builder.replace(run.text, run.source, run.length)


class TableDrawer:
    """Draws the rows that stand in columns, one after the other."""

    def __init__(self, builder: PageBuilder, rows: Sequence[Sequence[Piece]]) -> None:
        self._builder = builder
        self._columns = place_columns([[_broken(p, row, 0) for p in evened(row)] for row in rows])
        self._under_heads = False

    def row(self, row: Sequence[Piece]) -> None:
        if len(row) == 1 and not row[0].figure:
            self._lone(row[0])
            return
        figures = any(p.figure and not YEAR.match(p.text) for p in row) or (
            self._under_heads and any(p.figure for p in row)
        )
        self._under_heads = self._under_heads or figures
        printed = [_broken(p, row, self._columns.labels) for p in evened(row)]
        label = printed[0]
        if not figures and not self._under_heads and self._columns.is_label(label) and is_title(label.text):
            self._lone(row[0])
            self._lines(printed[1:], figures=False)
        elif (
            figures
            or is_scale(label.text)
            or not (self._columns.is_label(label) and any(_ends_in_year(p) for p in printed[1:]))
        ):
            self._lines(printed, figures=figures)
        elif label.text.startswith("("):
            self._lone(label)
            self._lines(printed[1:], figures=False)
        else:  # "ASSETS" beside the dates is the first section under them
            self._lines(printed[1:], figures=False)
            self._lone(label)

    def is_heading(self, row: Sequence[Piece], following: Sequence[Piece]) -> bool:
        """Words alone in a row over one whose label begins with a capital: a row of HTML holds the whole of a label."""
        if len(row) != 1 or len(following) < 2 or not self._under_heads or not self._columns.is_label(row[0]):
            return False
        words, label = row[0].text, following[0]
        plain = self._columns.is_label(label) and label.text[:1].isupper() and any(p.figure for p in following)
        last = words.rsplit(None, 1)[-1].lower()
        return plain and words[:1].isupper() and last not in _CONNECTORS and last[-1] not in ",-/"

    def _lines(self, row: Sequence[Piece], *, figures: bool) -> None:
        """All pieces of a row stand on its last line; what they have before it stands over that."""
        height = max(len(p.lines) for p in row)
        for number in range(height):
            start = self._builder.length
            for piece in row:
                at = number - (height - len(piece.lines))
                if at >= 0:
                    column = self._column(piece, piece.lines[at], figures=figures)
                    here = self._builder.length - start
                    hanging = int(figures and at > 0 and self._columns.is_label(piece))
                    self._put(max(column + hanging - here, _APART if here else 0), piece.lines[at])
            self._builder.draw("\n")
        if not figures:
            self._rule(row)

    def _rule(self, heads: Sequence[Piece]) -> None:
        """A line under heads, in parts that reach as far as the columns of each."""
        at = 0
        for left, right in self._columns.reaches(heads) if not self._under_heads else ():
            self._builder.draw(" " * (left - at) + "-" * (right - left))
            at = right
        self._builder.draw("\n" * (at > 0))

    def _put(self, blanks: int, runs: Sequence[Run]) -> None:
        self._builder.draw(" " * blanks)
        draw_runs(self._builder, runs)

    def _column(self, piece: Piece, runs: Sequence[Run], *, figures: bool) -> int:
        left, right = self._columns.left(piece), self._columns.right(piece)
        if piece.figure:
            return right - piece.body
        if self._columns.is_label(piece) or (figures and piece.first == 0):
            return max(left - GAP, 0) + piece.cells[0].indent
        return left + max((right - left - len(text_of(runs))) // 2, 0)

    def _lone(self, piece: Piece) -> None:
        """The only words of a row: a title over the columns, a section of the rows, or a head over some columns."""
        edges = self._columns.edges
        across = piece.last - piece.first + 1 > len(edges) // 2
        for runs in title_lines(piece) if not self._under_heads else piece.lines:
            width = len(text_of(runs))
            if piece.first > self._columns.labels >= 0:
                column = self._column(piece, runs, figures=False)
            elif piece.cells[0].centred and across:
                column = max((edges[-1] - width) // 2, 0)
            else:
                column = piece.cells[0].indent
            self._put(column, runs)
            self._builder.draw("\n")
        self._rule([piece])


def _ends_in_year(piece: Piece) -> bool:
    """Beside a label, it would look like a row's value."""
    return YEAR.match(text_of(piece.lines[-1])[:4]) is not None


def _broken(piece: Piece, row: Sequence[Piece], labels: int) -> Piece:
    """A label or a head that is long for its column, over several lines; other words beside figures on one line."""
    if piece.figure or piece.whole or (len(row) == 1 and len(piece.text) <= _WIDEST_SPAN):
        return piece
    if not any(p.figure for p in row):
        return piece._replace(lines=[w for line in piece.lines for w in _wrapped(line, _WIDEST_HEAD)])
    joined = [r._replace(apart=r.apart or i == 0) for line in piece.lines for i, r in enumerate(line)]
    return piece._replace(lines=_wrapped(joined, _WIDEST_LABEL) if piece.first <= max(labels, 0) else [joined])


def _wrapped(runs: Sequence[Run], widest: int) -> list[list[Run]]:
    if len(text_of(runs)) <= widest:
        return [list(runs)]
    lines: list[list[Run]] = [[]]
    width = 0
    for words in _unbroken([w for run in runs for w in _split(run)]):
        length = sum(len(w.text) + w.apart for w in words)
        if lines[-1] and words[0].apart and width + length > widest:
            lines.append([])
            width = 0
        width += length
        lines[-1] += words
    return lines


def _unbroken(words: Sequence[Run]) -> Iterator[list[Run]]:
    """Words that stay on one line: a date does, or its parts would be read as another column's."""
    at = 0
    while at < len(words):
        date = _DATE.match(" ".join(w.text for w in words[at : at + 3]))
        count = 1 if date is None or not all(w.apart for w in words[at + 1 : at + 3]) else len(date[0].split())
        yield list(words[at : at + count])
        at += count


def _split(run: Run) -> list[Run]:
    if len(run.text) != run.length:
        return [run]
    words, at = [], 0
    for i, word in enumerate(run.text.split(" ")):
        words.append(
            run._replace(text=word, source=run.source + at, length=len(word), apart=run.apart if i == 0 else True)
        )
        at += len(word) + 1
    return words
