"""A release as read: source text, zones, blocks of unwrapped prose, table regions and the way back to the source."""

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from topline.records import Problem, ZoneKind

__all__ = ["Block", "Document", "OffsetMap", "TableRegion", "ZoneSpan"]


class ZoneSpan(NamedTuple):
    """A zone, `[start, end)` in the source; bullets and quotes lie inside the zone that holds them."""

    kind: ZoneKind
    start: int
    end: int


class TableRegion(NamedTuple):
    """Lines of the source that hold one statement or several in a row, titles included."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, bullet or heading: `[start, end)` of the prose, `[source_start, source_end)` of the source.

    `section` is the zone that it lies in, `kind` its own (a bullet of the highlights, a quote of the body), often the
    same. `heading` is the index of the heading block that it stands under; `is_heading` is set on that block itself.
    """

    kind: ZoneKind
    section: ZoneKind
    start: int
    end: int
    source_start: int
    source_end: int
    heading: int | None = None
    is_heading: bool = False


class OffsetMap:
    """Prose offsets to source offsets, by segments that were copied without change."""

    __slots__ = ("_prose", "_segments")

    def __init__(self, segments: list[tuple[int, int, int]]) -> None:
        """`segments` are (prose offset, source offset, length), rising in both offsets."""
        self._segments = segments
        self._prose = [s[0] for s in segments]

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the prose span `[start, end)`, which must not be empty."""
        return self._char(start), self._char(end - 1) + 1

    def _char(self, at: int) -> int:
        i = max(bisect_right(self._prose, at) - 1, 0)
        prose, source, length = self._segments[i]
        return source + min(at - prose, length)


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader hands on. `prose` holds the blocks' unwrapped texts, one blank line between them."""

    name: str
    sha256: str
    format: Literal["text", "html", "sgml"]
    source: str
    prose: str
    blocks: tuple[Block, ...]
    zones: tuple[ZoneSpan, ...]
    tables: tuple[TableRegion, ...]
    offsets: OffsetMap
    problems: tuple[Problem, ...] = ()
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def text_of(self, block: Block) -> str:
        return self.prose[block.start : block.end]
