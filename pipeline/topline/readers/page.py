"""What a person sees of a release, in lines, with the way back to its source."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from topline.errors import SourceTooLarge
from topline.readers.document import OffsetMap, Segment, TableRegion
from topline.readers.submission import DASH_ESCAPE

__all__ = ["MOST_CHARACTERS", "Page", "PageBuilder", "is_seen", "require_length", "seen_pieces", "text_page"]

# Of one release; the longest exhibits are a tenth of that.
MOST_CHARACTERS = 20_000_000

# EDGAR's own tags in ASCII exhibits (EDGAR Filer Manual, volume II, "SGML tags in ASCII documents").
_TAG = r"</?(?:PAGE|TABLE|CAPTION|S|C|FN|F\d{1,2}|TEXT|R|U|I|B|RESTUBBED)>"
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff"
_UNSEEN_CHARS = frozenset([chr(0xAD), *map(chr, range(0x200B, 0x2010)), chr(0x2060), chr(0xFEFF)])
_SEEN = re.compile(f"[^{_UNSEEN}]+")
_ODD = re.compile(rf"(?P<tag>{_TAG})|(?P<entity>{_ENTITY})|[{_UNSEEN}]", re.IGNORECASE)
_ESCAPED = re.compile(rf"{_ODD.pattern}|{DASH_ESCAPE.pattern}", re.IGNORECASE | re.MULTILINE)


# Bytes of Windows-1252 that were taken for Latin-1, or written as references such as "&#146;".
_C1 = {n: bytes([n]).decode("cp1252") for n in range(0x80, 0xA0) if n not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


@dataclass(frozen=True, slots=True)
class Page:
    """`tables` are tables that the format itself marks, `headings` starts of lines set as headings, `breaks` places
    where a page of paper ended.
    """

    text: str
    offsets: OffsetMap
    tables: tuple[TableRegion, ...] = ()
    headings: frozenset[int] = frozenset()
    breaks: tuple[int, ...] = ()


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
            self.draw(text if text.isascii() else text.translate(_C1))

    def replace(self, text: str, source: int, source_length: int) -> None:
        """Text that stands for other characters of the source, as "&" for "&amp;"."""
        if text:
            self._segments.append(Segment(self.length, source, len(text), source_length))
            self.draw(text)

    def draw(self, text: str) -> None:
        """Text that the source does not have."""
        self._parts.append(text)
        self.length += len(text)

    def build(
        self,
        tables: tuple[TableRegion, ...] = (),
        headings: frozenset[int] = frozenset(),
        breaks: tuple[int, ...] = (),
    ) -> Page:
        offsets = OffsetMap(self._segments or [Segment(0, 0, 0, 0)])
        return Page("".join(self._parts), offsets, tables, headings, breaks)


def require_length(start: int, end: int) -> None:
    """Raises SourceTooLarge for what is too long for one release."""
    if end - start > MOST_CHARACTERS:
        raise SourceTooLarge(f"more than {MOST_CHARACTERS:,} characters: no release is that long, split the file")


def text_page(source: str, start: int, end: int, *, escaped: bool = False) -> Page:
    """The page of plain text in `[start, end)`: tags become blanks, entities characters, unseen characters nothing.

    `escaped` when dashes at the starts of lines are, as in privacy-enhanced mail: the escapes become nothing.
    """
    require_length(start, end)
    builder = PageBuilder()
    at = start
    opened: int | None = None
    tables: list[TableRegion] = []
    breaks: list[int] = []
    for match in (_ESCAPED if escaped else _ODD).finditer(source, start, end):
        builder.copy(source[at : match.start()], at)
        if match["tag"]:
            tag = match["tag"].upper()
            if tag == "<PAGE>":
                breaks.append(builder.length)
            elif tag == "<TABLE>":
                opened = builder.length
            elif tag == "</TABLE>" and opened is not None:
                tables.append(TableRegion(opened, builder.length))
                opened = None
            builder.draw(" " * len(match[0]))
        elif match["entity"]:
            seen = "".join(piece[0] for piece in seen_pieces(html.unescape(match[0])))
            builder.replace(seen, match.start(), len(match[0]))
        at = match.end()
    builder.copy(source[at:end], at)
    return builder.build(tuple(tables), breaks=tuple(breaks))


def seen_pieces(text: str) -> Iterator[re.Match[str]]:
    """The text cut at characters that nobody sees: soft hyphens, zero-width spaces, byte order marks."""
    return _SEEN.finditer(text)


def is_seen(char: str) -> bool:
    return char not in _UNSEEN_CHARS
