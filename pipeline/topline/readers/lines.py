"""A page as lines with their places."""

import re
from typing import NamedTuple

__all__ = ["Line", "split_lines"]

_BREAK = re.compile(r"\r\n|\r|\n")
# Everything that stands for a blank in a release: form feeds, no-break spaces, stray control characters.
_BLANKS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 161)), " ")
_TAB = 8
# A row of a table in Markdown, and the line under its heads.
_PIPES = re.compile(r"\s*+\|[^|]*+\|")
_BAR = re.compile(r"\|([ ]*+)")
_PIPE_RULE = re.compile(r"[\s|:]*-{3}[\s|:-]*")


class Line(NamedTuple):
    """`text` is the page's `[start, end)` with odd blanks as spaces, of the same length, its right end trimmed.

    `feed` when a form feed stands in it.
    """

    start: int
    end: int
    text: str
    indent: int
    feed: bool = False

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def words(self) -> str:
        return self.text.strip()


def split_lines(page: str) -> list[Line]:
    """All lines of a page, blank ones too; line breaks of every system, none of the Unicode ones."""
    lines = []
    at = 0
    for brk in _BREAK.finditer(page):
        lines.append(_line(page, at, brk.start()))
        at = brk.end()
    lines.append(_line(page, at, len(page)))
    return lines


def _line(page: str, start: int, end: int) -> Line:
    raw = page[start:end]
    text = raw.translate(_BLANKS).rstrip()
    if "|" in text and _PIPES.match(text):
        text = _parted_by_tabs(text)
    lead = text[: len(text) - len(text.lstrip())]
    return Line(start, start + len(text), text, len(lead.expandtabs(_TAB)), "\f" in raw)


def _parted_by_tabs(text: str) -> str:
    """Cells between bars as cells between tabs, in as many characters."""
    if _PIPE_RULE.fullmatch(text):
        return "-" * len(text)
    return _BAR.sub(r"\1\t", text).rstrip()
