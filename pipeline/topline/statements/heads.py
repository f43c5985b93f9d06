"""Column heads: the words over each column, from the top line to the bottom one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from topline.statements.caption import is_annotation, names_something
from topline.statements.dates import date_parts, find_duration, only_dates, speaks_of_time
from topline.statements.parts import Band, Segment, TableLine

__all__ = ["head_words"]

_SLACK = 3
_DATE_SLACK = 8
_EACH_SPAN = re.compile(r"\b(?:(?:three|six|nine|twelve)[- ]months?|years?|quarters?)\b", re.IGNORECASE)
_MOST_LINES = 40


@dataclass(slots=True)
class _Block:
    """Words over one column or several."""

    text: str
    left: int
    right: int


def head_words(heads: Sequence[TableLine], bands: Sequence[Band]) -> list[list[str]]:
    """For each column the words over it, from top to bottom; annotations such as "(unaudited)" are left out."""
    words: list[list[str]] = [[] for _ in bands]
    if not bands:
        return words
    open_blocks: list[_Block] = []
    for level in _levels(heads, bands):
        leaf = len(level) >= len(bands) or _is_leaf(level, bands)
        if not leaf and (_continue(open_blocks, level) or _stand_beside(open_blocks, level, bands)):
            continue
        _assign(open_blocks, bands, words)
        open_blocks = [] if leaf else level
        if leaf:
            _assign(level, bands, words)
    _assign(open_blocks, bands, words)
    return words


def _levels(heads: Sequence[TableLine], bands: Sequence[Band]) -> list[list[_Block]]:
    """The lines' segments over the columns; rules under a line tell how far its segments reach."""
    levels: list[list[_Block]] = []
    inside = False
    for line in list(heads)[-_MOST_LINES:]:
        if line.kind == "rule":
            _stretch(levels[-1] if levels else [], line, len(bands))
        elif line.kind in {"head", "text"} and not inside:
            pieces = [p for s in line.segments for p in _pieces(s) if s.right > bands[0].left - _slack(s.text)]
            level = [_Block(p.text, p.left, p.right) for p in pieces if _says_something(p.text)]
            if level:
                levels.append(level)
        inside = _stays_open(line.text, inside=inside)
    return levels


def _slack(text: str) -> int:
    """How far left of the first column a head may end: full dates are heads and no labels, and often hang over."""
    full = [d for d in date_parts(text) if d.month is not None and d.day is not None and d.year is not None]
    return _DATE_SLACK if full else _SLACK


def _says_something(text: str) -> bool:
    return names_something(text) and any(char.isalnum() for char in text)


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


def _stretch(level: list[_Block], rule: TableLine, columns: int) -> None:
    """Under a rule of as many parts as there are segments, each segment is as wide as its part."""
    if len(rule.segments) == len(level) < columns:
        for block, part in zip(level, rule.segments, strict=True):
            block.left, block.right = min(block.left, part.left), max(block.right, part.right)


def _is_leaf(level: list[_Block], bands: Sequence[Band]) -> bool:
    """Each segment stands over a column of its own, though some columns have none."""
    if len(level) < 2:
        return False
    over = [_overlapped(block, bands) for block in level]
    return all(len(columns) == 1 for columns in over) and len({c[0] for c in over}) == len(level)


def _overlapped(block: _Block, bands: Sequence[Band]) -> list[int]:
    return [i for i, b in enumerate(bands) if b.left < block.right and block.left < b.edge_high]


def _continue(blocks: list[_Block], level: list[_Block]) -> bool:
    """Adds the words of a line to those they stand under, when each block has at most one line of words below it."""
    if not blocks:
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
        else:
            blocks.append(segment)
    blocks.sort(key=lambda b: b.left)
    return True


def _stand_beside(blocks: list[_Block], level: list[_Block], bands: Sequence[Band]) -> bool:
    """Adds heads of a line to those of the line above that stand over other columns: some have a line less."""
    together = sorted([*blocks, *level], key=lambda b: b.left)
    if not blocks or not _is_leaf(together, bands):
        return False
    blocks[:] = together
    return True


def _assign(blocks: list[_Block], bands: Sequence[Band], words: list[list[str]]) -> None:
    if not blocks:
        return
    if len(blocks) == 1 and len(bands) > 1 and not _spans_all(blocks[0]):
        for i in _overlapped(blocks[0], bands):
            words[i].append(blocks[0].text)
        return
    nearest = _nearest(blocks, bands)
    if len(blocks) == len(bands) and len(set(nearest)) < len(bands):
        nearest = list(range(len(bands)))  # as many heads as columns: each has its own, however far it hangs over
    for i, block in enumerate(nearest):
        words[i].append(blocks[block].text)


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
    return speaks_of_time(block.text) or find_duration(block.text) is not None


def _distance(block: _Block, band: Band) -> int:
    if block.left <= band.middle <= block.right:
        return 0
    return block.left - band.middle if band.middle < block.left else band.middle - block.right
