"""Lines of a region, the figures and the segments on them."""

import re
from collections.abc import Iterator, Sequence

from topline.readers import TableRegion
from topline.readers.lines import Line, split_lines
from topline.statements.parts import Mark, Segment

__all__ = ["find_marks", "find_ranges", "find_segments", "region_lines"]

_NOTE = r"(?:\([A-Za-z\d]{1,2}\)|\[[A-Za-z\d]{1,2}\]|/\(?[A-Za-z\d]{1,2}\)?/)"
_AFTER = rf"(?=[ \t]{{2}}|[ \t]*$|\t|[ ][$(\d.]|[ ]-{{1,5}}(?:[\d ]|$)|[ ]?{_NOTE}{{1,4}}(?:[ ]|$)|[ ]?\*)"
_FIGURE = re.compile(
    r"(?<![^\s.])(?:\$[ \t]{0,24})?(?P<open>\([ \t]{0,12})?(?:\$[ \t]{0,12})?(?P<minus>[-\u2212]\$?(?=[\d.]))?"
    r"(?P<digits>\.?\d(?:[\d,.]{0,38}\d)?)"
    r"(?P<percent>[ ]?%)?(?P<close>[ \t]{0,2}\))?(?P<percent_after>[ ]?%)?" + _AFTER
)
_DASH = re.compile(r"(?<![^\s.])(?:\$[ \t]{0,24})?(?:\((?=[-–—]+\)))?[ ]?(?P<dash>-0-|-{1,5}|[–—])\)?%?" + _AFTER)
_BOUND = r"[$(]{0,2}\.?\d[\d,.]{0,20}[)%]{0,2}"
_RANGE = re.compile(rf"(?<![^\s.]){_BOUND}(?:[ ](?:-|–|—|to)[ ]|[-–—]){_BOUND}(?![^\s])")
_SOUND = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+")
_NOTE_NUMBER = re.compile(r"\(\d{1,2}\)")
_SEGMENT = re.compile(r"\S+(?:[ ]\S+)*")
_LEADER = re.compile(r"\.[. ]*\.$")
_TAB = 8
_MOST_DIGITS = 24


def region_lines(source: str, region: TableRegion) -> Iterator[Line]:
    """The lines of a region with their places in the source."""
    for line in split_lines(source[region.start : region.end]):
        yield line._replace(start=line.start + region.start, end=line.end + region.start)


def find_marks(line: Line) -> tuple[Mark, ...]:
    """Figures and dashes of a line that could be cells, from left to right."""
    page = _Page(line.text)
    found = [*_FIGURE.finditer(line.text), *_DASH.finditer(line.text)]
    found.sort(key=re.Match.start)
    ranges = find_ranges(line.text)
    if ranges:
        found = [m for m in found if not any(m.start() < b and a < m.end() for a, b in ranges)]
    marks: list[Mark] = []
    at = 0
    for match in found:
        if match.start() < at:
            continue
        gap = line.text[at : match.start()] if marks else "x"
        marks.append(_mark(line, match, page, gap=gap))
        at = match.end()
    return tuple(marks)


def find_ranges(text: str) -> list[tuple[int, int]]:
    """Places of "$0.20 to $0.22" and "44% - 45%": a cell holds one value."""
    return [match.span() for match in _RANGE.finditer(text)]


def find_segments(text: str) -> tuple[Segment, ...]:
    """Words parted by single blanks, with their places on the page."""
    page = _Page(text)
    return tuple(Segment(m.group(), page.column(m.start()), page.column(m.end())) for m in _SEGMENT.finditer(text))


def _mark(line: Line, match: re.Match[str], page: "_Page", *, gap: str) -> Mark:
    """`gap` is what stands between the figure and the one before it."""
    groups = match.groupdict()
    digits = groups.get("digits") or ""
    name = "digits" if digits else "dash"
    opened, closed = bool(groups.get("open")), bool(groups.get("close"))
    raw = match.group().lstrip()
    return Mark(
        start=line.start + match.end() - len(raw),
        end=line.start + match.end(),
        left=page.column(match.start(name)),
        right=page.column(match.end(name)),
        raw=raw,
        digits=digits,
        negative=bool(digits) and (opened or bool(groups.get("minus"))),
        percent=bool(groups.get("percent") or groups.get("percent_after")),
        strong=not gap.strip() or _stands_apart(line.text, match.start()),
        sound=opened == closed and len(digits) <= _MOST_DIGITS and (not digits or bool(_SOUND.fullmatch(digits))),
        note=gap in {"", " "} and bool(_NOTE_NUMBER.fullmatch(raw)),
    )


def _stands_apart(text: str, start: int) -> bool:
    before = text[max(start - 12, 0) : start]
    return not before.strip() or before.endswith(("  ", "\t")) or bool(_LEADER.search(before.rstrip()))


class _Page:
    """Columns of the page for the characters of a line: they differ only where it has tabs."""

    __slots__ = ("_columns",)

    def __init__(self, text: str) -> None:
        self._columns: Sequence[int] | None = _expanded(text) if "\t" in text else None

    def column(self, at: int) -> int:
        return at if self._columns is None else self._columns[at]


def _expanded(text: str) -> list[int]:
    columns, column = [], 0
    for char in text:
        columns.append(column)
        column = column + _TAB - column % _TAB if char == "\t" else column + 1
    columns.append(column)
    return columns
