"""A page as lines with their places."""

import re
from typing import NamedTuple

__all__ = ["Line", "split_lines"]

_BREAK = re.compile(r"\r\n|\r|\n")
# Everything that stands for a blank in a release: form feeds, no-break spaces, stray control characters.
_BLANKS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 161)), " ")
_TAB = 8


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
    lead = text[: len(text) - len(text.lstrip())]
    return Line(start, start + len(text), text, len(lead.expandtabs(_TAB)), "\f" in raw)
