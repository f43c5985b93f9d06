"""Where the columns of a statement stand on the page, told by the right edges of its figures."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from topline.statements.parts import NOTE_NUMBER, Band, Mark, TableLine

__all__ = ["find_bands", "is_page_number", "place_marks", "reaches", "same_bands"]

_JITTER = 1
_MERGE = 3
_REACH = 2
_PERCENT_SHARE = 0.6
_RARE = 8
_FEWEST_MOVED = 3
_FEWEST_IN_LINE = 3
_PAGE_DIGITS = 3
_NOTE_GAP = 4


@dataclass(slots=True)
class _Group:
    """Marks whose right edges stand close together; `led` when words or other marks stand on the line of one."""

    low: int
    high: int
    left: int
    count: int
    percents: int
    mixed: bool
    large: bool
    notes: int
    members: set[int]
    led: bool = False


def find_bands(body: Iterable[TableLine], heads: Sequence[TableLine]) -> list[Band]:
    """Columns from left to right. One that holds a stray figure or two and has no head over it is none."""
    lines = [line for line in body if line.kind == "row" and not is_page_number(line)]
    lines, rows = _in_line(lines, [[m for m in line.marks if m.strong and m.sound and not m.note] for line in lines])
    groups, edges = _groups(rows)
    for line, row in zip(lines, rows, strict=True):
        for mark in row:
            groups[edges[mark.right]].led |= len(row) > 1 or bool(line.text[: mark.start - line.start].strip())
    merged = _merge(groups, _neighbours(rows, edges))
    most = max((g.count for g in merged), default=0)
    columns = [g for g in merged if g.count * _RARE >= most or g.count > 2 or _has_head(g, heads)]
    before: list[_Group | None] = [None, *merged]
    notes = [group for last, group in zip(before, merged, strict=False) if last and _of_notes(group, last, heads)]
    return [_band(g) for g in columns if g not in notes and not _in_labels(g, columns, most)]


def _in_line(lines: list[TableLine], rows: list[list[Mark]]) -> tuple[list[TableLine], list[list[Mark]]]:
    """Without the rows of as many figures as most have whose places no other row has: a long label moved them."""
    usual, count = Counter(map(len, rows)).most_common(1)[0] if rows else (0, 0)
    if usual < _FEWEST_MOVED or count < _FEWEST_IN_LINE:
        return lines, rows
    ends = Counter(right for row in rows for right in {m.right + by for m in row for by in range(-_MERGE, _MERGE + 1)})
    moved = [len(row) == usual and sum(ends[m.right] < 2 for m in row) * 2 > usual for row in rows]
    kept = [i for i, out in enumerate(moved) if not out]
    return [lines[i] for i in kept], [rows[i] for i in kept]


def _in_labels(group: _Group, columns: Sequence[_Group], most: int) -> bool:
    """Numbers that begin lines of long labels ("30,000,000 / shares / authorized") stand left of all columns."""
    if group.led or 2 * group.count >= most:
        return False
    return all(group.high < other.left for other in columns if other is not group)


def _of_notes(group: _Group, last: _Group, heads: Sequence[TableLine]) -> bool:
    """Note numbers in parentheses right behind the figures of a column, with no head of their own."""
    if group.notes < group.count or group.left - last.high > _NOTE_GAP:
        return False
    over = (s for line in heads for s in line.segments if s.left <= group.high + 1 and group.left - 1 <= s.right)
    return all(s.left <= last.high for s in over)


def is_page_number(line: TableLine) -> bool:
    """A small bare number with nothing else on its line."""
    if len(line.marks) != 1:
        return False
    raw = line.marks[0].raw
    return len(raw) <= _PAGE_DIGITS and raw.isdigit() and line.text.strip() == raw


def _groups(rows: list[list[Mark]]) -> tuple[list[_Group], dict[int, int]]:
    counts = Counter(m.right for row in rows for m in row)
    groups: list[_Group] = []
    edges: dict[int, int] = {}
    for edge in sorted(counts):
        if not groups or edge - groups[-1].high > _JITTER:
            groups.append(_Group(edge, edge, edge, 0, 0, False, False, 0, {len(groups)}))
        groups[-1].high = edge
        edges[edge] = len(groups) - 1
    for row in rows:
        amounts = any(mark.digits and not mark.percent for mark in row)
        for mark in row:
            group = groups[edges[mark.right]]
            group.left = min(group.left, mark.left)
            group.count += 1
            group.percents += mark.percent
            group.notes += NOTE_NUMBER.fullmatch(mark.raw) is not None
            group.mixed |= mark.percent and amounts
            group.large |= "," in mark.digits or ("$" in mark.raw and not mark.percent)
    return groups, edges


def _neighbours(rows: list[list[Mark]], edges: dict[int, int]) -> set[tuple[int, int]]:
    """Groups that stand next to each other in some row, and so are different columns."""
    return {(edges[a.right], edges[b.right]) for row in rows for a, b in pairwise(row)}


def _merge(groups: list[_Group], neighbours: set[tuple[int, int]]) -> list[_Group]:
    merged: list[_Group] = []
    for group in groups:
        last = merged[-1] if merged else None
        if (
            last
            and _same_column(last, group)
            and not any((m, n) in neighbours for m in last.members for n in group.members)
        ):
            last.high, last.left = group.high, min(last.left, group.left)
            last.count, last.percents = last.count + group.count, last.percents + group.percents
            last.notes += group.notes
            last.mixed, last.large = last.mixed or group.mixed, last.large or group.large
            last.members |= group.members
            last.led |= group.led
        else:
            merged.append(group)
    return merged


def _same_column(a: _Group, b: _Group) -> bool:
    return b.low - a.high <= _MERGE or (b.left < a.high - 1 and b.low - a.low <= 2 * _MERGE)


def _band(group: _Group) -> Band:
    """Percentages often print their sign in the first row only, beside amounts that have none."""
    percent = group.percents > group.count * _PERCENT_SHARE or (group.mixed and not group.large)
    return Band(group.left, group.low, group.high, group.count, percent)


def _has_head(group: _Group, heads: Sequence[TableLine]) -> bool:
    return any(
        s.left <= group.high + _REACH
        and group.left - _REACH <= s.right
        and s.right - s.left < 3 * (group.high - group.left) + 8
        for line in heads
        for s in line.segments
    )


def same_bands(bands: Sequence[Band], others: Sequence[Band]) -> bool:
    """Whether two tables have their columns in the same places."""
    pairs = zip(bands, others, strict=False)
    return len(bands) == len(others) and all(abs(a.edge_high - b.edge_high) <= _MERGE for a, b in pairs)


def place_marks(marks: Sequence[Mark], bands: Sequence[Band]) -> tuple[dict[int, Mark], list[Mark]]:
    """Marks by column index, and those that stand in no column or in a taken one.

    As many figures as columns, most of which stand in none, go by their order.
    """
    highs = [band.edge_high for band in bands]
    figures = [mark for mark in marks if mark.strong and not mark.note]
    if len(figures) == len(bands) >= _FEWEST_MOVED:
        off = sum(_column(mark, [band], [band.edge_high]) is None for mark, band in zip(figures, bands, strict=True))
        if 2 * off > len(bands) and _moved_right(figures, bands):
            return dict(enumerate(figures)), [mark for mark in marks if mark not in figures]
    placed: dict[int, Mark] = {}
    stray: list[Mark] = []
    for mark in sorted(marks, key=lambda m: m.note):
        at = _column(mark, bands, highs)
        if at is None or at in placed:
            stray.append(mark)
        else:
            placed[at] = mark
    for mark in [m for m in stray if _clear(m)]:
        at = _free_column(mark, placed, bands)
        if at is not None:
            placed[at] = mark
            stray.remove(mark)
    return placed, stray


def _moved_right(figures: Sequence[Mark], bands: Sequence[Band]) -> bool:
    """The figures are moved to the right as a whole: none stands left of its column."""
    return all(mark.right >= band.edge_low - _REACH for mark, band in zip(figures, bands, strict=True))


def _column(mark: Mark, bands: Sequence[Band], highs: list[int]) -> int | None:
    reach = _REACH if mark.strong and not mark.note else 0
    first = bisect_left(highs, mark.right - reach)
    if first < len(bands) and bands[first].edge_low - reach <= mark.right:
        return first
    return None


def _clear(mark: Mark) -> bool:
    """An amount wherever it stands: "$ 92,000" or "(1,077)" one blank behind a label is no part of it."""
    return mark.sound and not mark.percent and ("," in mark.digits or ("$" in mark.raw and bool(mark.digits)))


def _free_column(mark: Mark, placed: Mapping[int, Mark], bands: Sequence[Band]) -> int | None:
    """The one empty column that a figure out of line reaches into, with the figures of the row still in order."""
    before = max((i for i, other in placed.items() if other.start < mark.start), default=-1)
    after = min((i for i, other in placed.items() if other.start > mark.start), default=len(bands))
    free = [i for i in range(before + 1, after) if reaches(mark, bands[i])]
    return free[0] if len(free) == 1 else None


def reaches(mark: Mark, band: Band) -> bool:
    """Whether a figure stands over or under some part of a column."""
    return mark.left < band.edge_high and band.left < mark.right
