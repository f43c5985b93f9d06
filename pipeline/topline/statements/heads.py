"""Column heads: the words over each column, from the top line to the bottom one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from topline.statements.caption import is_annotation, names_something
from topline.statements.dates import date_parts, only_dates, speaks_of_time
from topline.statements.durations import find_durations
from topline.statements.parts import Band, Segment, TableLine

__all__ = ["beside_heads", "head_words"]

_SLACK = 3
_DATE_SLACK = 8
_EACH_SPAN = re.compile(r"\b(?:(?:three|six|nine|twelve)[- ]months?|years?|quarters?)\b", re.IGNORECASE)
_MOST_LINES = 40
_SIGNS = frozenset("$%€£¥")
_ALIGNED = 2


@dataclass(slots=True)
class _Block:
    """Words over one column or several; `exact` where a rule under them tells how far they reach."""

    text: str
    left: int
    right: int
    exact: bool = False


def head_words(heads: Sequence[TableLine], bands: Sequence[Band]) -> list[list[str]]:
    """For each column the words over it, from top to bottom; annotations such as "(unaudited)" are left out."""
    if not bands:
        return []
    levels = _levels(heads, bands)
    found = _with_empty(bands, levels[-1] if levels else [])
    words = _words_of(levels, found)
    return [words[i] for i, band in enumerate(found) if band.size]


def _with_empty(bands: Sequence[Band], lowest: list[_Block]) -> list[Band]:
    """The columns with those that have a head but no figure: without them the heads of the others would shift."""
    dated = len(lowest) > len(bands) and all(speaks_of_time(block.text) for block in lowest)
    nearest = _nearest(lowest, bands) if dated else []
    if len(set(nearest)) < len(bands):
        return list(bands)
    empty = [Band(b.left, b.right, b.right, 0, False) for i, b in enumerate(lowest) if i not in nearest]
    return sorted([*bands, *empty], key=lambda band: band.edge_high)


def _words_of(levels: list[list[_Block]], bands: Sequence[Band]) -> list[list[str]]:
    words: list[list[str]] = [[] for _ in bands]
    open_blocks: list[_Block] = []
    for level, following in zip_longest(levels, levels[1:], fillvalue=list[_Block]()):
        leaf = len(level) >= len(bands) or _is_leaf(level, bands)
        if not leaf and (_continue(open_blocks, level) or _stand_beside(open_blocks, level, bands)):
            continue
        _assign(open_blocks, bands, words)
        open_blocks = [] if leaf else level
        if leaf and not _assign_stacked(level, following, bands, words):
            _assign(level, bands, words)
    _assign(open_blocks, bands, words)
    return [[text for text in texts if text != "$"] for texts in words]


def beside_heads(heads: Sequence[TableLine], bands: Sequence[Band]) -> list[str]:
    """Words on the lines of the column heads that stand over the labels: "Three months ended June 30,   2003"."""
    left = bands[0].left if bands else 0
    return [s.text for line in heads if line.kind in {"head", "text"} for s in line.segments if _beside(s, left)]


def _beside(segment: Segment, left: int) -> bool:
    return segment.right <= left - _slack(segment.text)


def _levels(heads: Sequence[TableLine], bands: Sequence[Band]) -> list[list[_Block]]:
    """The lines' segments over the columns; rules under a line tell how far its segments reach."""
    levels: list[list[_Block]] = []
    ruled = 0
    inside = False
    for line in list(heads)[-_MOST_LINES:]:
        if line.kind == "rule":
            _stretch(levels[ruled:], line, len(bands))
            ruled = len(levels)
        elif line.kind in {"head", "text"} and not (inside and len(line.segments) < 2):
            pieces = [p for s in line.segments if not _beside(s, bands[0].left) for p in _pieces(s)]
            signs = any(_says_something(p.text) for p in pieces)
            level = [_Block(p.text, p.left, p.right) for p in pieces if _says_something(p.text, signs=signs)]
            if level:
                levels.append(level)
        inside = _stays_open(line.text, inside=inside)
    return levels


def _slack(text: str) -> int:
    """How far left of the first column a head may end: full dates are heads and no labels, and often hang over."""
    full = [d for d in date_parts(text) if d.month is not None and d.day is not None and d.year is not None]
    return _DATE_SLACK if full else _SLACK


def _says_something(text: str, *, signs: bool = False) -> bool:
    """Signs such as "$" do beside others, as in "2005   2004   $   %"."""
    told = any(char.isalnum() or char == "%" for char in text) or (signs and text in _SIGNS)
    return told and names_something(text)


def _stays_open(text: str, *, inside: bool) -> bool:
    """An annotation in parentheses that goes on in the next line."""
    opens = text.strip().startswith("(") and is_annotation(text.strip())
    return (inside or opens) and ")" not in text


def _pieces(segment: Segment) -> list[Segment]:
    """A segment apart where it holds several dates or several spans of time."""
    texts = only_dates(segment.text)
    if len(texts) == 1:
        starts = [m.start() for m in _EACH_SPAN.finditer(segment.text)]
        cuts = (
            [0, *starts[1:], len(segment.text)]
            if len(starts) > 1 and _repeats(segment.text)
            else [0, len(segment.text)]
        )
        texts = [segment.text[a:b] for a, b in pairwise(cuts)]
    pieces, at = [], segment.left
    for text in texts:
        pieces.append(Segment(text.strip(), at, at + len(text.rstrip())))
        at += len(text)
    return pieces


def _repeats(text: str) -> bool:
    return len(re.findall(r"\bended\b", text, re.IGNORECASE)) > 1


def _stretch(levels: Sequence[list[_Block]], rule: TableLine, columns: int) -> None:
    """Over a rule of as many parts as a line has segments, each segment is as wide as its part: those of the last line,
    and those of the lines over it that stand over its segments one by one.
    """
    for level in reversed(levels):
        if not len(rule.segments) == len(level) < columns:
            return
        pairs = list(zip(level, rule.segments, strict=True))
        if level is not levels[-1] and not all(b.left < part.right and part.left < b.right for b, part in pairs):
            return
        for block, part in pairs:
            block.left, block.right = min(block.left, part.left), max(block.right, part.right)
            block.exact = True


def _is_leaf(level: list[_Block], bands: Sequence[Band]) -> bool:
    """Each segment stands over a column of its own, though some columns have none."""
    if len(level) < 2:
        return False
    over = [_overlapped(block, bands) for block in level]
    return all(len(columns) == 1 for columns in over) and len({c[0] for c in over}) == len(level)


def _overlapped(block: _Block, bands: Sequence[Band]) -> list[int]:
    return [i for i, band in enumerate(bands) if _reaches(block, band)]


def _continue(blocks: list[_Block], level: list[_Block]) -> bool:
    """Adds the words of a line to those they stand under, when each block has at most one line of words below it."""
    if not blocks or _length_of_all(blocks, level):
        return False
    under = [[b for b in blocks if b.left < s.right and s.left < b.right] for s in level]
    taken = [id(b) for hits in under for b in hits]
    if any(len(hits) > 1 for hits in under) or len(taken) != len(set(taken)) or not taken:
        return False
    for segment, hits in zip(level, under, strict=True):
        if hits:
            block = hits[0]
            block.text = f"{block.text} {segment.text}"
            block.left, block.right = min(block.left, segment.left), max(block.right, segment.right)
            block.exact = block.exact or segment.exact
        else:
            blocks.append(segment)
    blocks.sort(key=lambda b: b.left)
    return True


def _length_of_all(blocks: list[_Block], level: list[_Block]) -> bool:
    """Lengths such as "Three Months Ended" over several dates each are of them all, wherever they stand."""
    if len(level) <= len(blocks) or len(level) % len(blocks):
        return False
    lengths = all(_has_length(block.text) and not date_parts(block.text) for block in blocks)
    return lengths and all(date_parts(block.text) and not _has_length(block.text) for block in level)


def _has_length(text: str) -> bool:
    return any(True for _ in find_durations(text))


def _stand_beside(blocks: list[_Block], level: list[_Block], bands: Sequence[Band]) -> bool:
    """Adds heads of a line to those of the line above that stand over other columns: some have a line less."""
    together = sorted([*blocks, *level], key=lambda b: b.left)
    if not blocks or not _is_leaf(together, bands):
        return False
    blocks[:] = together
    return True


def _assign_stacked(
    level: list[_Block], following: list[_Block], bands: Sequence[Band], words: list[list[str]]
) -> bool:
    """Gives heads to the columns of those that they stand right over: "Nine" over the last two "Months" of five.

    False where they hang over several.
    """
    under = [[b for b in following if b.left < head.right and head.left < b.right] for head in level]
    if len(following) < len(bands) or any(len(hits) != 1 for hits in under):
        return False
    over = [_overlapped(head, bands) for head in level]
    off = [_off_centre(head, hits[0]) for head, hits in zip(level, under, strict=True)]
    if max(off) > _ALIGNED or any(len(columns) != 1 for columns in over):
        return False
    for head, columns in zip(level, over, strict=True):
        words[columns[0]].append(head.text)
    return True


def _off_centre(a: _Block, b: _Block) -> float:
    return abs(a.left + a.right - b.left - b.right) / 2


def _assign(blocks: list[_Block], bands: Sequence[Band], words: list[list[str]]) -> None:
    if not blocks:
        return
    if len(blocks) == 1 and len(bands) > 1 and (blocks[0].exact or not _spans_all(blocks[0])):
        for i in _overlapped(blocks[0], bands):
            words[i].append(blocks[0].text)
        return
    nearest = _nearest(blocks, bands)
    if len(blocks) == len(bands) and len(set(nearest)) < len(bands):
        nearest = list(range(len(bands)))  # as many heads as columns: each has its own, however far it hangs over
    for i, block in enumerate(nearest):
        own = blocks[block].exact or blocks[block].text in _SIGNS
        if not own or _reaches(blocks[block], bands[i], slack=0 if blocks[block].exact else _SLACK):
            words[i].append(blocks[block].text)


def _reaches(block: _Block, band: Band, *, slack: int = 0) -> bool:
    return band.left - slack < block.right and block.left < band.edge_high + slack


def _nearest(blocks: list[_Block], bands: Sequence[Band]) -> list[int]:
    """For each column the block nearest to its middle, in one pass from left to right."""
    found = []
    at = 0
    for band in bands:
        while at + 1 < len(blocks) and _distance(blocks[at + 1], band) < _distance(blocks[at], band):
            at += 1
        found.append(at)
    return found


def _spans_all(block: _Block) -> bool:
    return speaks_of_time(block.text) or _has_length(block.text)


def _distance(block: _Block, band: Band) -> int:
    if block.left <= band.middle <= block.right:
        return 0
    return block.left - band.middle if band.middle < block.left else band.middle - block.right
