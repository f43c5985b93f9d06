"""Tags and text in the order of the source to a flow of lines and tables, as a browser would lay them out."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence

from topline.readers.html_model import Cell, Flow, Line, PageBreak, Run, Table
from topline.readers.html_style import BLOCKS, VOID, Style, Tag
from topline.readers.page import seen_pieces

__all__ = ["FlowBuilder"]

# All of Unicode's blanks but U+0085, which is an ellipsis wherever it comes from Windows-1252.
_BLANK = r"\t-\r\x1c- \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WORDS = re.compile(rf"[^{_BLANK}]+(?: [^{_BLANK}]+)*")
_LINES = re.compile(r"[^\r\n]+|\r\n?|\n")
_TABLE_PARTS = frozenset(["table", "tr", "td", "th", "caption"])
_CELLS = ("td", "th", "caption")
_ROW_AND_CELLS = (*_CELLS, "tr")
_MOST_NESTED = 12
_NUMBERS = re.compile(r"\d{1,2}(?:[,–-]\d{1,2})*")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INDENTED = 3
_SENTENCE_END = re.compile(r"[.!?:;][\"”’)]*$")
_WORD_END = re.compile(r"(?:[^\W\d_]{3}|[.,;:)”\"’])$")


class FlowBuilder:
    """`is_closed` says whether an end tag of that name is still to come."""

    def __init__(self, is_closed: Callable[[str], bool]) -> None:
        self.flow = Flow()
        self._is_closed = is_closed
        self._tables: list[Table] = []
        self._unnested = 0
        self._stack: list[Style] = [Style("")]
        self._open: defaultdict[str, list[int]] = defaultdict(list)
        self._lists: list[int | None] = []
        self._line: Line | None = None
        self._apart = self._gap = False
        self._indent = 0  # in blanks that do not break, before a line
        self._marker = ""
        self._verbatim = 0

    # tags

    def start(self, tag: Tag) -> None:
        name = tag.name
        if name == "br":
            self._break()
        elif name in _TABLE_PARTS:
            self._open_part(tag)
        elif name in BLOCKS:
            self._block(name, 1)
        if tag.ends_page and not self._tables:
            self.flow.items.append(PageBreak())
        if name in VOID:
            return
        outer = self._stack[-1]
        style = outer.inside(tag)
        if style.hidden and not outer.hidden and not self._is_closed(name):
            style = style._replace(hidden=False)
        if name in _CELLS and self._tables and (cell := self._tables[-1].open) is not None and not cell.flow.items:
            cell.centred, cell.indent = style.centred, style.indent
        self._open[name].append(len(self._stack))
        self._stack.append(style)

    def end(self, tag: str) -> None:
        if tag in _TABLE_PARTS:
            self._close_part(tag)
        elif tag in BLOCKS:
            self._block(tag, -1)
        self._pop(tag)

    # text

    def text(self, text: str, source: int) -> None:
        if self._stack[-1].hidden:
            return
        if self._verbatim:
            self._typed(text, source)
            return
        end = 0
        for match in _WORDS.finditer(text):
            if self._line is None:
                self._indent += text.count("\u00a0", end, match.start())
            end = match.end()
            self._apart = self._apart or match.start() > 0
            self._words(match[0], source + match.start())
        self._apart = self._apart or end < len(text)

    def blank(self) -> None:
        self._apart = True
        self._indent += self._line is None

    def run(self, text: str, source: int, length: int) -> None:
        """Characters that stand for `length` of the source."""
        style = self._stack[-1]
        if style.hidden:
            return
        line = self._line or self._begin(style)
        if style.raised:
            text = self._lifted(text, line)
        line.runs.append(Run(text, source, length, style.bold, self._apart, style.raised))
        self._apart = False

    def _typed(self, text: str, source: int) -> None:
        for match in _LINES.finditer(text):
            if match[0][0] in "\r\n":
                self._break()
            else:
                self._words(match[0], source + match.start())

    def _words(self, words: str, source: int) -> None:
        if words.isascii():
            self.run(words, source, len(words))
            return
        for piece in seen_pieces(words):
            self.run(piece[0], source + piece.start(), len(piece[0]))

    def _lifted(self, text: str, line: Line) -> str:
        """A raised number stays raised, or the mark of a note would make "$18.3 million" another number."""
        note = _NUMBERS.fullmatch(text)
        if (note or text.startswith("(")) and line.runs and _WORD_END.search(line.runs[-1].text):
            self._apart = True
        return text.translate(_RAISED) if note else text

    # lines and blocks

    def _begin(self, style: Style) -> Line:
        cell = self._cell()
        centred = style.centred or (cell is not None and cell.centred)
        items = (self.flow if cell is None else cell.flow).items
        gap = self._gap or (self._indent >= _INDENTED and _ends_sentence(items))
        self._line = Line([], gap, centred, style.indent, self._marker, self._verbatim > 0)
        items.append(self._line)
        self._gap, self._marker, self._apart, self._indent = False, "", False, 0
        return self._line

    def _break(self) -> None:
        self._gap = self._gap or self._line is None
        self._line, self._apart, self._indent = None, False, 0

    def _end_block(self) -> None:
        self._line, self._apart, self._gap, self._indent = None, False, True, 0

    def _block(self, tag: str, step: int) -> None:
        self._end_block()
        if step > 0:
            self._pop("p")  # a paragraph ends where the next block begins
        if tag == "pre":
            self._verbatim = max(0, self._verbatim + step)
        elif tag in ("ul", "ol") and step > 0:
            self._lists.append(0 if tag == "ol" else None)
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag == "li":
            self._marker = self._next_marker() if step > 0 else ""

    def _next_marker(self) -> str:
        count = self._lists[-1] if self._lists else None
        if count is None:
            return "•"
        self._lists[-1] = count + 1
        return f"{count + 1}."

    # tables

    def _cell(self) -> Cell | None:
        """The cell that text goes into: a new one for text between the cells, None outside of tables."""
        if not self._tables:
            return None
        table = self._tables[-1]
        if table.open is None:
            table.open = Cell()
            table.rows.append([table.open])
        return table.open

    def _open_part(self, tag: Tag) -> None:
        self._end_block()
        if tag.name == "table":
            if len(self._tables) == _MOST_NESTED or self._unnested:
                self._unnested += 1  # too deep to be anybody's table: its parts are read as blocks
                return
            cell = self._cell()
            table = Table()
            (self.flow if cell is None else cell.flow).items.append(table)
            self._tables.append(table)
        elif self._tables and not self._unnested:
            self._next_cell(tag)

    def _next_cell(self, tag: Tag) -> None:
        for closed in _CELLS if tag.name in _CELLS else _ROW_AND_CELLS:
            if self._open[closed]:
                self._pop(closed)
        table = self._tables[-1]
        table.open = None
        if tag.name in ("tr", "caption") or not table.rows:
            table.rows.append([])
        if tag.name in _CELLS:
            table.open = Cell(tag.columns, tag.rows)
            table.rows[-1].append(table.open)

    def _close_part(self, tag: str) -> None:
        self._end_block()
        if self._unnested:
            self._unnested -= tag == "table"
        elif self._tables and tag == "table":
            self._tables.pop()
        elif self._tables:
            self._tables[-1].open = None

    # open elements

    def _pop(self, tag: str) -> None:
        """Closes the innermost element of the tag, and all in it, unless it lies outside of the innermost table."""
        places, tables = self._open[tag], self._open["table"]
        if not places or (tables and places[-1] < tables[-1]):
            return
        at = places[-1]
        for style in self._stack[at:]:
            self._open[style.tag].pop()
        del self._stack[at:]


def _ends_sentence(items: Sequence[Line | Table | PageBreak]) -> bool:
    """Whether the line before is complete: an indent behind it opens a paragraph."""
    last = items[-1] if items else None
    return isinstance(last, Line) and bool(last.runs) and _SENTENCE_END.search(last.runs[-1].text) is not None
