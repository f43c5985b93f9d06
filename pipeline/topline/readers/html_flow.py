"""HTML to a flow of lines and tables, by the standard library's tokeniser, which keeps source positions."""

import html
import re
from html.entities import html5
from html.parser import HTMLParser

from topline.readers.html_model import Cell, Flow, Line, Run, Table
from topline.readers.html_style import BLOCKS, VOID, Style, hides, span_of
from topline.readers.page import seen_pieces

__all__ = ["read_flow"]

_WORDS = re.compile(r"[^\s\u00a0]+(?: [^\s\u00a0]+)*")
_LINES = re.compile(r"[^\r\n]+|\r\n?|\n")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_TABLE_TAGS = frozenset(["table", "tr", "td", "th"])
_CELLS = frozenset(["td", "th"])
_MOST_NESTED = 12
_MOST_BACK = 60


def read_flow(source: str, start: int, end: int) -> Flow:
    """The visible text of `[start, end)`. Tags that are not closed or not nested as they should be lose no text."""
    parser = _FlowParser(source, start, end)
    parser.read()
    return parser.flow


class _FlowParser(HTMLParser):
    def __init__(self, source: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        # Behind the last ">" no tag can be whole: the tokeniser would look for its end again and again.
        self._cut = source.rfind(">", start, end) + 1 or start
        self._source, self._start, self._end = source, start, end
        self._line_starts = [start, *(m.end() for m in re.compile("\n").finditer(source, start, self._cut))]
        self._last_comment = source.rfind("-->", start, end)
        self.flow = Flow()
        self._tables: list[Table] = []
        self._unnested = 0
        self._stack: list[Style] = [Style("")]
        self._lists: list[int | None] = []
        self._line: Line | None = None
        self._apart = self._gap = False
        self._marker = ""
        self._hidden: str | None = None
        self._hidden_depth = 0
        self._verbatim = 0

    def read(self) -> None:
        self.feed(self._source[self._start : self._cut])
        self.close()
        self._written(self._source[self._cut : self._end], self._cut)

    # what the tokeniser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden is not None:
            self._hidden_depth += tag == self._hidden
            return
        given = {k: v or "" for k, v in attrs}
        if hides(tag, given.get("style", "")) and self._is_closed(tag):
            self._hidden, self._hidden_depth = tag, 1
            return
        if tag == "br":
            self._break()
        elif tag in _TABLE_TAGS:
            self._open_part(tag, given)
        elif tag in BLOCKS:
            self._block(tag, 1)
        if tag not in VOID:
            self._stack.append(self._stack[-1].inside(tag, given))

    def handle_endtag(self, tag: str) -> None:
        if self._hidden is not None:
            self._hidden_depth -= tag == self._hidden
            self._hidden = self._hidden if self._hidden_depth > 0 else None
            return
        if tag in _TABLE_TAGS:
            self._close_part(tag)
        elif tag in BLOCKS:
            self._block(tag, -1)
        self._pop(frozenset([tag]), "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if self._hidden is None and self.cdata_elem not in ("script", "style"):
            self._text(data, self._at())

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def parse_comment(self, i: int, report: bool = True) -> int:
        """A comment that nothing closes is read as text: what would be swallowed is the release."""
        if self._start + i > self._last_comment:
            self._text("<!--", self._start + i)
            return i + 4
        return super().parse_comment(i, report)  # type: ignore[no-any-return]

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """`<![if …]>` and its like show nothing; they end at the next ">"."""
        return self.rawdata.find(">", i) + 1

    # text

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _reference(self, written: str) -> None:
        if self._hidden is None:
            at = self._at()
            closed = self._source.startswith(";", at + len(written))
            self._written(self._source[at : at + len(written) + closed], at)

    def _written(self, text: str, source: int) -> None:
        """Text that may hold character references."""
        at = 0
        for match in _REFERENCE.finditer(text):
            char = _resolve(match[0])
            if char is None:
                continue
            self._text(text[at : match.start()], source + at)
            if not char.strip():
                self._apart = True
            elif any(seen_pieces(char)):
                self._run(char, source + match.start(), len(match[0]))
            at = match.end()
        self._text(text[at:], source + at)

    def _text(self, text: str, source: int) -> None:
        if self._verbatim:
            for match in _LINES.finditer(text):
                if match[0][0] in "\r\n":
                    self._break()
                else:
                    self._words(match[0], source + match.start())
            return
        for match in _WORDS.finditer(text):
            self._apart = self._apart or match.start() > 0
            self._words(match[0], source + match.start())
        self._apart = self._apart or text[-1:].isspace()

    def _words(self, words: str, source: int) -> None:
        for piece in seen_pieces(words):
            self._run(piece[0], source + piece.start(), len(piece[0]))

    def _run(self, text: str, source: int, length: int) -> None:
        style = self._stack[-1]
        if self._line is None:
            cell = self._cell()
            centred = style.centred or (cell is not None and cell.centred)
            self._line = Line([], self._gap, centred, style.indent, self._marker, self._verbatim > 0)
            (self.flow if cell is None else cell.flow).items.append(self._line)
            self._gap, self._marker, self._apart = False, "", False
        self._line.runs.append(Run(text, source, length, style.bold, self._apart))
        self._apart = False

    # lines and blocks

    def _break(self) -> None:
        self._gap = self._gap or self._line is None
        self._line, self._apart = None, False

    def _end_block(self) -> None:
        self._line, self._apart, self._gap = None, False, True

    def _block(self, tag: str, step: int) -> None:
        self._end_block()
        if step > 0:
            self._pop(frozenset(["p"]), "table")  # a paragraph ends where the next block begins
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
        return next((t.open for t in reversed(self._tables) if t.open is not None), None)

    def _open_part(self, tag: str, given: dict[str, str]) -> None:
        self._end_block()
        if tag == "table":
            if len(self._tables) == _MOST_NESTED or self._unnested:
                self._unnested += 1  # too deep to be anybody's table: its parts are read as blocks
                return
            table = Table()
            cell = self._cell()
            (self.flow if cell is None else cell.flow).items.append(table)
            self._tables.append(table)
        elif self._tables and not self._unnested:
            self._pop(_CELLS if tag in _CELLS else _CELLS | {"tr"}, "table")
            table = self._tables[-1]
            table.open = None
            if tag == "tr" or not table.rows:
                table.rows.append([])
            if tag in _CELLS:
                style = self._stack[-1].inside(tag, given)
                table.open = Cell(
                    span_of(given.get("colspan")), span_of(given.get("rowspan")), style.centred, style.indent
                )
                table.rows[-1].append(table.open)

    def _close_part(self, tag: str) -> None:
        self._end_block()
        if self._unnested:
            self._unnested -= tag == "table"
        elif self._tables and tag == "table":
            self._tables.pop()
        elif self._tables:
            self._tables[-1].open = None

    # styles

    def _pop(self, tags: frozenset[str], within: str) -> None:
        """Closes the innermost element of one of the tags, and all in it, unless it lies outside of `within`."""
        for i in range(len(self._stack) - 1, max(len(self._stack) - _MOST_BACK, 1) - 1, -1):
            if self._stack[i].tag in tags:
                del self._stack[i:]
                return
            if self._stack[i].tag == within:
                return

    def _is_closed(self, tag: str) -> bool:
        """What follows an element that asks not to be seen and never ends is worth more than its wish."""
        at = self._at()
        return any(self._source.find(f"</{name}", at, self._end) >= 0 for name in (tag, tag.upper()))


def _resolve(written: str) -> str | None:
    """The characters that a reference stands for; None for what is no reference."""
    if written[1] == "#":
        chars = html.unescape(written)
        return None if chars == written else chars
    return html5.get(written[1:])
