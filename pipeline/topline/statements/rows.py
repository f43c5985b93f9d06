"""The body of a statement into rows: labels joined over lines, marks by column, sections."""

import re
from collections.abc import Sequence
from itertools import pairwise

from topline.records import Problem
from topline.statements.grid import is_page_number, place_marks
from topline.statements.labels import LabelLine, continues, ends_label, joined_text, label_text, resolve
from topline.statements.parts import Band, Mark, TableLine, TableRow
from topline.statements.sections import Sections
from topline.statements.strays import stray_problems

__all__ = ["read_rows"]

_CONTINUED = re.compile(r"[ (,–—-]{0,4}\bcont(?:inued|'d|\.)[.) ]{0,3}$")
_LONGEST_LABEL = 1000
_MOST_PENDING = 12
_SHORTEST_WORDS = 4


def read_rows(
    body: Sequence[TableLine], bands: Sequence[Band], *, titles: Sequence[TableLine] = (), under: Sequence[str] = ()
) -> tuple[list[TableRow], list[Problem]]:
    """Rows from top to bottom, and the figures that stand in no column.

    Where a page of paper ends, its number and the `titles` again are no headings of rows. Lines right `under` the last
    row may end its label.
    """
    again = {_shape(line.text) for line in titles}
    reader = _Reader(bands, _label_width(body, bands))
    after = _indents_after(body)
    for i, line in enumerate(body):
        if line.kind in {"blank", "rule", "tag"}:
            reader.gap()
        elif (line.kind == "text" and _shape(line.text) in again) or (
            line.kind == "row" and reader.row(line, after[i])
        ):
            continue
        elif any(char.isalpha() for char in line.text) or reader.in_label(line):
            reader.words(line, body[i + 1] if i + 1 < len(body) else None)
    for text in under:
        if not reader.end(text):
            break
    return reader.rows, reader.problems


def _shape(text: str) -> str:
    words = " ".join(text.split()).lower()
    return _CONTINUED.sub("", words) if "cont" in words else words


def _label_width(body: Sequence[TableLine], bands: Sequence[Band]) -> int:
    """How far labels reach to the right, single long ones apart."""
    ends = sorted(len(line.text) for line in body if line.kind == "text")
    starts = sorted(_label_end(line, line.marks[0]) for line in body if line.kind == "row" and line.marks)
    reach = sorted(ends + starts)
    limit = bands[0].left if bands else 0
    widest = reach[max(len(reach) - 1 - len(reach) // 20, 0)] if reach else limit
    return min(widest, limit)


def _indents_after(body: Sequence[TableLine]) -> list[int | None]:
    """For each line the indent of the next one with words or figures."""
    found: list[int | None] = []
    indent: int | None = None
    for line in reversed(body):
        found.append(indent)
        indent = line.indent if line.kind in {"row", "text"} else indent
    return found[::-1]


def _label_end(line: TableLine, mark: Mark) -> int:
    return len(line.text[: mark.start - line.start].rstrip(" .\t"))


def _words_between(line: TableLine, marks: Sequence[Mark]) -> tuple[int, str]:
    """Where a label stands in the middle, with columns on both sides, and its words; no words where there is none."""
    places = sorted((mark.start, mark.end) for mark in marks)
    for (_, a), (b, _) in pairwise(places):
        text = line.text[a - line.start : b - line.start]
        if sum(map(str.isalpha, text)) >= _SHORTEST_WORDS and not text.lstrip().startswith("("):
            return a, text
    return 0, ""


class _Reader:
    """Goes down the lines once; `pending` are words not yet known to be a heading or the begin of a label."""

    def __init__(self, bands: Sequence[Band], width: int) -> None:
        self.rows: list[TableRow] = []
        self.problems: list[Problem] = []
        self._bands = bands
        self._width = width
        self._pending: list[LabelLine] = []
        self._sections = Sections()
        self._after_row = False
        self._stem: str | None = None

    def gap(self) -> None:
        self._after_row = False
        if self._pending:
            self._pending[-1] = self._pending[-1]._replace(gap=True)

    def in_label(self, line: TableLine) -> bool:
        """A number that stands alone in the middle of a label: "Common stock, / 30,000,000 / shares authorized"."""
        return self._follows_words() and len(line.text) <= (self._bands[0].left if self._bands else 0)

    def words(self, line: TableLine, following: TableLine | None) -> None:
        text = label_text(line.text)
        if not text:
            return
        label = LabelLine(text, line.indent)
        if self._after_row and continues(self.rows[-1].label, label) and not _leads_on(following):
            self.rows[-1].label = joined_text([self.rows[-1].label, text])[:_LONGEST_LABEL]
            return
        self._after_row = False
        self._pending = [*self._pending[1 - _MOST_PENDING :], label]

    def end(self, text: str) -> bool:
        """Words under the last row; False when they do not end its label."""
        last, line = self.rows[-1] if self.rows else None, LabelLine(label_text(text), len(text) - len(text.lstrip()))
        if last is None or not self._after_row or not line.text or not ends_label(last.label, last.indent, line):
            return False
        last.label = joined_text([last.label, line.text])[:_LONGEST_LABEL]
        return True

    def row(self, line: TableLine, after: int | None) -> bool:
        """Reads a line of figures; False when none of them stands in a column. `after` is the next line's indent."""
        placed, stray = place_marks(line.marks, self._bands)
        problems = list(stray_problems(line, placed.values(), stray, self._bands))
        self.problems += problems
        if not placed or (is_page_number(line) and not self._follows_words()):
            return False
        unread = [problem.at.start for problem in problems if problem.at]
        first = min(*(mark.start for mark in placed.values()), *unread, line.end)
        own = LabelLine(label_text(line.text[: first - line.start]), line.indent)
        at, words = _words_between(line, list(placed.values()))
        second = {i: mark for i, mark in placed.items() if words and own.text and mark.start >= at}
        own = own if own.text else LabelLine(label_text(words), line.indent)
        resolved = resolve(self._pending, own, self._width, after)
        self._pending = []
        for heading in resolved.headings:
            self._sections.heading(heading)
            self._stem = None
        lines = [*resolved.prefix, *([own] if own.text else [])]
        kept = {i: mark for i, mark in placed.items() if i not in second}
        self._add(joined_text([part.text for part in lines]), lines[0].indent if lines else line.indent, kept)
        if second:
            self.rows.append(TableRow(label_text(words), None, second))
        self._after_row = not second
        return True

    def _follows_words(self) -> bool:
        return bool(self._pending) and not self._pending[-1].gap

    def _add(self, label: str, indent: int, placed: dict[int, Mark]) -> None:
        label = label[:_LONGEST_LABEL]
        section, first = self._sections.enter(label, indent, placed.values())
        if label.startswith(("- ", "-- ")) and self._stem:
            section = self._stem
        else:
            self._stem = label.rsplit(" - ", 1)[0] if " - " in label else None
        self.rows.append(TableRow(label.rstrip(":"), section, placed, first, indent))


def _leads_on(line: TableLine | None) -> bool:
    """The next line is a row that begins in the middle of a label."""
    return line is not None and line.kind == "row" and (not line.text.strip() or not line.text.lstrip()[0].isupper())
