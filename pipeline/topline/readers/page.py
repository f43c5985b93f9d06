"""What a person sees of a release, in lines, with the way back to its source."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from topline.readers.document import OffsetMap, Segment, TableRegion

__all__ = ["Page", "PageBuilder", "seen_pieces", "text_page"]

# EDGAR's own tags in ASCII exhibits (EDGAR Filer Manual, volume II, "SGML tags in ASCII documents").
_TAG = r"</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2}|TEXT|R|U|I|B|RESTUBBED)>"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_SEEN = re.compile(f"[^{_UNSEEN}]+")
_ODD = re.compile(rf"(?P<tag>{_TAG})|(?P<entity>{_ENTITY})|[{_UNSEEN}]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """`tables` are figure tables that the format itself marks; `headings` are starts of lines set as headings."""

    text: str
    offsets: OffsetMap
    tables: tuple[TableRegion, ...] = ()
    headings: frozenset[int] = frozenset()


class PageBuilder:
    """Collects a page from pieces of the source and from blanks and signs that are drawn into it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self.length = 0

    def copy(self, text: str, source: int) -> None:
        """Text as it stands in the source from `source` on."""
        if text:
            self._segments.append(Segment(self.length, source, len(text), len(text)))
            self.draw(text)

    def replace(self, text: str, source: int, source_length: int) -> None:
        """Text that stands for other characters of the source, as "&" for "&amp;"."""
        if text:
            self._segments.append(Segment(self.length, source, len(text), source_length))
            self.draw(text)

    def draw(self, text: str) -> None:
        """Text that the source does not have."""
        self._parts.append(text)
        self.length += len(text)

    def build(self, tables: tuple[TableRegion, ...] = (), headings: frozenset[int] = frozenset()) -> Page:
        return Page("".join(self._parts), OffsetMap(self._segments or [Segment(0, 0, 0, 0)]), tables, headings)


def text_page(source: str, start: int, end: int) -> Page:
    """The page of plain text in `[start, end)`: tags become blanks, entities characters, unseen characters nothing."""
    builder = PageBuilder()
    at = start
    for match in _ODD.finditer(source, start, end):
        builder.copy(source[at : match.start()], at)
        if match["tag"]:
            builder.draw(" " * len(match[0]))
        elif match["entity"]:
            seen = "".join(piece[0] for piece in seen_pieces(html.unescape(match[0])))
            builder.replace(seen, match.start(), len(match[0]))
        at = match.end()
    builder.copy(source[at:end], at)
    return builder.build()


def seen_pieces(text: str) -> Iterator[re.Match[str]]:
    """The text cut at characters that nobody sees: soft hyphens, zero-width spaces, byte order marks."""
    return _SEEN.finditer(text)
