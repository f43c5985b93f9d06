"""HTML to a flow of lines and tables, by the standard library's tokeniser, which keeps source positions."""

import html
import re
from functools import cached_property
from html.entities import html5
from html.parser import HTMLParser

from topline.readers.html_build import FlowBuilder
from topline.readers.html_model import Flow
from topline.readers.html_style import VOID, Tag, read_tag
from topline.readers.page import is_seen

__all__ = ["read_flow"]

# The tokeniser shall stop at tags alone: what it makes of a stray "&#" swallows the tags behind it.
_TAG_START = re.compile("<")
_REFERENCE = re.compile(r"&(?:#\d{1,10}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
_COMMENT_END = re.compile(r"--!?>")
_START_TAG = re.compile(r"<[A-Za-z][^<>\"']*(?:(?:\"[^\"<>]*\"|'[^'<>]*')[^<>\"']*)*>")
_END_TAG = re.compile(r"</([A-Za-z][\w:.-]*)\s*>")
# What the tokeniser reads in another way behind these is its own affair.
_RAW = frozenset({
    "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext",
})  # fmt: skip


def read_flow(source: str, start: int, end: int) -> Flow:
    """The visible text of `[start, end)`. Tags that are not closed or not nested as they should be lose no text."""
    parser = _FlowParser(source, start, end)
    parser.read()
    return parser.builder.flow


class _FlowParser(HTMLParser):
    def __init__(self, source: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        # Behind the last ">" no tag can be whole: the tokeniser would look for its end again and again.
        self._cut = source.rfind(">", start, end) + 1 or start
        self._source, self._start, self._end = source, start, end
        self._line_starts = [start, *(m.end() for m in re.compile("\n").finditer(source, start, self._cut))]
        self._last_ends: dict[str, int] = {}
        self._seen_tags: dict[str, Tag] = {}
        self.builder = FlowBuilder(self._is_closed)

    def read(self) -> None:
        self.feed(self._source[self._start : self._cut])
        self.close()
        if self.cdata_elem is None:
            self._written(self._source[self._cut : self._end], self._cut)

    # what the tokeniser calls

    def parse_starttag(self, i: int) -> int:
        """Inline styles make the same tags over and over: each is taken apart once."""
        match = _START_TAG.match(self.rawdata, i)
        known = self._seen_tags.get(match[0]) if match else None
        if match is None or known is None:
            return super().parse_starttag(i)
        self.builder.start(known)
        return match.end()

    def parse_endtag(self, i: int) -> int:
        match = _END_TAG.match(self.rawdata, i) if self.cdata_elem is None else None
        if match is None:
            return super().parse_endtag(i)
        self.builder.end(match[1].lower())
        return match.end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        read = read_tag(tag, attrs)
        written = self.get_starttag_text()
        if written and tag not in _RAW and not written.endswith("/>"):
            self._seen_tags[written] = read
        self.builder.start(read)

    def handle_endtag(self, tag: str) -> None:
        self.builder.end(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if "&" in data and self.cdata_elem is None:
            self._written(data, self._at())
        else:
            self.builder.text(data, self._at())

    def parse_comment(self, i: int, report: bool = True) -> int:
        """A comment that nothing closes is read as text: what would be swallowed is the release."""
        at = self._at()
        match = _COMMENT.match(self._source, at, self._cut) if at < self._last_comment else None
        if match is None:
            self.builder.text("<!--", at)
            return i + 4
        return i + match.end() - at

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """`<![if …]>` and its like show nothing; they end at the next ">"."""
        return self.rawdata.find(">", i) + 1

    def reset(self) -> None:
        super().reset()
        self.interesting = _TAG_START

    def clear_cdata_mode(self) -> None:
        super().clear_cdata_mode()
        self.interesting = _TAG_START

    # places and references

    def _at(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    @cached_property
    def _last_comment(self) -> int:
        """Where the last end of a comment is: no comment begins behind it."""
        return max((m.start() for m in _COMMENT_END.finditer(self._source, self._start, self._cut)), default=-1)

    def _written(self, text: str, source: int) -> None:
        """Text that may hold character references."""
        at = 0
        for match in _REFERENCE.finditer(text):
            char = _resolve(match[0])
            if char is None:
                continue
            self.builder.text(text[at : match.start()], source + at)
            if not char.strip():
                self.builder.blank()
            elif any(map(is_seen, char)):
                self.builder.run(char, source + match.start(), len(match[0]))
            at = match.end()
        self.builder.text(text[at:], source + at)

    def _is_closed(self, tag: str) -> bool:
        """What follows an element that asks not to be seen and never ends is worth more than its wish."""
        if tag not in self._last_ends:
            self._last_ends[tag] = self._lowered.rfind(f"</{tag}")
        return self._last_ends[tag] >= self._at() - self._start

    @cached_property
    def _lowered(self) -> str:
        return self._source[self._start : self._cut].lower()


def _resolve(written: str) -> str | None:
    """The characters that a reference stands for; None for what is no reference."""
    if written[1] == "#":
        chars = html.unescape(written)
        return None if chars == written else chars
    return html5.get(written[1:])
