"""A release as read: source text, zones, blocks of unwrapped prose, table regions and the way back to the source."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import le
from typing import NamedTuple

from topline.records import Exhibit, Filing, Problem, ZoneKind

__all__ = ["Block", "Document", "OffsetMap", "Segment", "TableRegion", "ZoneSpan"]


class ZoneSpan(NamedTuple):
    """A zone, `[start, end)` in the source; bullets and quotes lie inside the zone that holds them."""

    kind: ZoneKind
    start: int
    end: int


class TableRegion(NamedTuple):
    """Lines of the page that hold one statement or several in a row, titles included."""

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


class Segment(NamedTuple):
    """`length` characters from `start` on stand for `source_length` characters of the source from `source` on.

    Equal lengths mean a copy; otherwise the segment is one piece, such as "&" for "&amp;".
    """

    start: int
    source: int
    length: int
    source_length: int


class OffsetMap:
    """Offsets of a derived text to offsets of its source, by segments in the order of the text.

    The source's order may be another one: column heads are written line by line and their cells one after the other.
    """

    __slots__ = ("_rises", "_segments", "_starts")

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = segments
        self._starts = [s.start for s in segments]
        sources = [s.source for s in segments]
        self._rises = all(map(le, sources, sources[1:]))

    @property
    def is_copy(self) -> bool:
        """Whether the text is its source, offset by offset."""
        return self._shift == 0

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of what `[start, end)`, which must not be empty, has from there."""
        low, high = self._index(start), self._index(end - 1)
        if low < high and start >= self._segments[low].start + self._segments[low].length:
            low += 1
        # The text may begin with characters that the source does not have.
        first, past = self._first(max(start, self._segments[low].start)), self._past(end - 1)
        if self._rises or low == high:
            return first, past
        inner = self._segments[low : high + 1]
        return (
            min(first, *(s.source for s in inner[1:])),
            max(past, *(s.source + s.source_length for s in inner[:-1])),
        )

    def from_source(self, start: int, end: int) -> tuple[int, int]:
        """The span of what `[start, end)` of the source shows; of a map that rises in both."""
        low = bisect_right(self._segments, start, key=lambda s: s.source + s.source_length)
        high = bisect_left(self._segments, end, lo=low, key=lambda s: s.source)
        if low == high:
            return 0, 0
        first, last = self._segments[low], self._segments[high - 1]
        whole = last.length != last.source_length
        return (
            first.start + (max(start - first.source, 0) if first.length == first.source_length else 0),
            last.start + (last.length if whole else min(end - last.source, last.length)),
        )

    def through(self, outer: "OffsetMap") -> "OffsetMap":
        """This map, followed by that of its source to the source's own source."""
        if (shift := outer._shift) is not None:
            return self if not shift else OffsetMap([s._replace(source=s.source + shift) for s in self._segments])
        return OffsetMap([piece for segment in self._segments for piece in outer._pieces(segment)])

    @property
    def _shift(self) -> int | None:
        """How far the source is ahead, if the text is one slice of it."""
        if len(self._segments) != 1 or self._segments[0].length != self._segments[0].source_length:
            return None
        return self._segments[0].source - self._segments[0].start

    def _pieces(self, inner: Segment) -> Iterator[Segment]:
        """A copied segment of another map into this one's text, cut where this one's segments end."""
        at, end = inner.source, inner.source + inner.length
        i = max(bisect_right(self._starts, at) - 1, 0)
        while i < len(self._segments) and self._segments[i].start < end:
            own = self._segments[i]
            low, high = max(at, own.start), min(end, own.start + own.length)
            if low < high and own.length == own.source_length:
                yield Segment(inner.start + low - at, own.source + low - own.start, high - low, high - low)
            elif low < high:
                yield Segment(inner.start + low - at, own.source, high - low, own.source_length)
            i += 1

    def _first(self, at: int) -> int:
        segment = self._at(at)
        if segment.length == segment.source_length:
            return segment.source + min(at - segment.start, segment.length)
        return segment.source if at < segment.start + segment.length else segment.source + segment.source_length

    def _past(self, at: int) -> int:
        segment = self._at(at)
        if segment.length == segment.source_length:
            return segment.source + min(at - segment.start + 1, segment.length)
        return segment.source + segment.source_length

    def _at(self, at: int) -> Segment:
        return self._segments[self._index(at)]

    def _index(self, at: int) -> int:
        return max(bisect_right(self._starts, at) - 1, 0)


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader hands on. `prose` holds the blocks' unwrapped texts, one blank line between them.

    `page` is what a person sees, in lines: `tables` are places in it, `layout` leads from it to the source, and
    `offsets` leads from the prose to the source. `exhibit` and `filing` are of the submission that it was filed in.
    `is_release` is false for a text in which no events are looked for; a problem says why.
    """

    name: str
    sha256: str
    format: str
    source: str
    page: str
    layout: OffsetMap
    prose: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]
    zones: tuple[ZoneSpan, ...]
    tables: tuple[TableRegion, ...]
    problems: tuple[Problem, ...] = ()
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    exhibit: Exhibit | None = None
    filing: Filing | None = None
    is_release: bool = True

    def seen(self, start: int, end: int) -> str:
        """What a person sees of `[start, end)` of the source, blanks as on the page."""
        first, past = self.layout.from_source(start, end)
        return self.page[first:past]

    def text_of(self, block: Block) -> str:
        return self.prose[block.start : block.end]
