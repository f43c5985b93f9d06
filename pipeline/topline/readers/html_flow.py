"""HTML to a flow of lines and tables: tags, text and comments told apart in one pass that keeps source positions.

Of the libraries, lxml and selectolax keep no positions. `html.parser` does, but loses the markup behind a stray "&#",
and the text behind a "<script>" that never ends, and takes a sixth longer; here it takes single tags apart.
"""

import html
import re
from functools import cached_property
from html.entities import html5

from topline.readers.html_build import FlowBuilder
from topline.readers.html_model import Flow
from topline.readers.html_style import Tag
from topline.readers.html_tags import TagReader
from topline.readers.page import is_seen

__all__ = ["read_flow"]

_TOKEN = re.compile(
    r"(?P<text>[^<]++)|</(?P<end>[A-Za-z][^\s<>/]*+)[^<>]*+>"
    r"|(?P<start><[A-Za-z][^<>\"']*+(?>(?:(?:\"[^\"<>]*+\"|'[^'<>]*+')[^<>\"']*+)*)>)"
)
# Tags with "<" or ">" in quotes; else whatever comes before the next ">".
_ODD_START = re.compile(
    r"<[A-Za-z](?>(?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+'"
    r"|\"[^\"]{0,2000}+\"|'[^']{0,2000}+'){0,200})>|<[A-Za-z][^>]{0,2000}+>"
)
_ODD_END = re.compile(r"</([A-Za-z][^\s<>/]*)")
_REFERENCE = re.compile(r"&(?:#\d{1,10}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
_COMMENT_END = re.compile(r"--!?>")
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}


def read_flow(source: str, start: int, end: int) -> Flow:
    """The visible text of `[start, end)`. Tags that are not closed or not nested as they should be lose no text."""
    reader = _FlowReader(source, start, end)
    reader.read()
    return reader.builder.flow


class _FlowReader:
    def __init__(self, source: str, start: int, end: int) -> None:
        # Behind the last ">" no tag can be whole.
        self._cut = source.rfind(">", start, end) + 1 or start
        self._source, self._start, self._end = source, start, end
        self._here = start
        self._read_tag = TagReader()
        self._last_ends: dict[str, int] = {}
        self.builder = FlowBuilder(self._is_closed)

    def read(self) -> None:
        at, cut, source = self._start, self._cut, self._source
        next_token, builder, known = _TOKEN.match, self.builder, self._read_tag.known
        while at < cut:
            token = next_token(source, at, cut)
            if token is None:
                at = self._odd(at)
                continue
            kind, text = token.lastgroup, token[0]
            if kind == "start":
                self._here = at
                at = self._start_tag(known.get(text) or self._read_tag(text), token.end())
                continue
            if kind == "end":
                builder.end(token["end"].lower())
            elif "&" in text:
                self._written(text, at)
            else:
                builder.text(text, at)
            at = token.end()
        self._written(source[cut : self._end], cut)

    def _start_tag(self, tag: Tag, after: int) -> int:
        """Opens an element; returns where to go on."""
        self.builder.start(tag)
        if tag.closes:
            self.builder.end(tag.name)
        elif tag.name in _RAW and self._is_closed(tag.name):
            end = _RAW[tag.name].search(self._source, after, self._cut)
            return end.start() if end else after
        return after

    def _odd(self, at: int) -> int:
        """A "<" that begins no plain tag; returns where to go on."""
        source, cut = self._source, self._cut
        if source.startswith("<!--", at):
            return self._comment(at)
        if source.startswith(("<!", "<?", "</"), at):
            if end := _ODD_END.match(source, at, cut):
                self.builder.end(end[1].lower())
            return source.find(">", at, cut) + 1
        if start := _ODD_START.match(source, at, cut):
            self._here = at
            return self._start_tag(self._read_tag(start[0]), start.end())
        self.builder.text("<", at)
        return at + 1

    def _comment(self, at: int) -> int:
        """A comment that nothing closes is read as text: what would be swallowed is the release."""
        match = _COMMENT.match(self._source, at, self._cut) if at < self._last_comment else None
        if match is None:
            self.builder.text("<!--", at)
            return at + 4
        return match.end()

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
            self._last_ends[tag] = self._lowered.rfind(f"</{tag}") + self._start
        return self._last_ends[tag] >= self._here

    @cached_property
    def _lowered(self) -> str:
        return self._source[self._start : self._cut].lower()


def _resolve(written: str) -> str | None:
    """The characters that a reference stands for; None for what is no reference."""
    if written[1] == "#":
        chars = html.unescape(written)
        return None if chars == written else chars
    return html5.get(written[1:])
