"""Column heads: the words over each column, from the top line to the bottom one."""

from collections.abc import Sequence
from itertools import zip_longest

from topline.statements.dates import date_parts, speaks_of_time
from topline.statements.durations import find_durations
from topline.statements.head_blocks import SIGNS, SLACK, Block, head_levels
from topline.statements.parts import Band, TableLine
from topline.statements.vocabulary import first_match

__all__ = ["head_words"]

_ALIGNED = 2


def head_words(heads: Sequence[TableLine], bands: Sequence[Band]) -> list[list[str]]:
    """For each column the words over it, from top to bottom; annotations such as "(unaudited)" are left out."""
    if not bands:
        return []
    levels = head_levels(heads, bands)
    pairs = _pairs(bands)
    if pairs and all(len(level) < len(bands) for level in levels):
        return [list(words) for words in head_words(heads, pairs) for _ in range(2)]
    found = _with_empty(bands, levels[-1] if levels else [])
    words = _words_of(levels, found)
    return [words[i] for i, band in enumerate(found) if band.size]


def _pairs(bands: Sequence[Band]) -> list[Band]:
    """Columns of amounts each with one of percentages behind it, as one; none where they do not alternate."""
    amounts, percents = bands[0::2], bands[1::2]
    if len(bands) < 4 or len(amounts) != len(percents):
        return []
    if any(band.percent for band in amounts) or not all(band.percent for band in percents):
        return []
    return [Band(a.left, p.edge_low, p.edge_high, a.size, False) for a, p in zip(amounts, percents, strict=True)]


def _with_empty(bands: Sequence[Band], lowest: list[Block]) -> list[Band]:
    """The columns with those that have a head but no figure: without them the heads of the others would shift."""
    dated = len(lowest) > len(bands) and all(speaks_of_time(block.text) for block in lowest)
    nearest = _nearest(lowest, bands) if dated else []
    if len(set(nearest)) < len(bands):
        return list(bands)
    empty = [Band(b.left, b.right, b.right, 0, False) for i, b in enumerate(lowest) if i not in nearest]
    return sorted([*bands, *empty], key=lambda band: band.edge_high)


def _words_of(levels: list[list[Block]], bands: Sequence[Band]) -> list[list[str]]:
    words: list[list[str]] = [[] for _ in bands]
    open_blocks: list[Block] = []
    for level, following in zip_longest(levels, levels[1:], fillvalue=list[Block]()):
        leaf = len(level) >= len(bands) or _is_leaf(level, bands)
        if not leaf and (_continue(open_blocks, level) or _stand_beside(open_blocks, level, bands)):
            continue
        _assign(open_blocks, bands, words)
        open_blocks = [] if leaf else level
        if leaf and not _assign_stacked(level, following, bands, words):
            _assign(level, bands, words)
    _assign(open_blocks, bands, words)
    return [[text for text in texts if text != "$"] for texts in words]


def _is_leaf(level: list[Block], bands: Sequence[Band]) -> bool:
    """Each segment stands over a column of its own, though some columns have none."""
    if len(level) < 2:
        return False
    over = [_overlapped(block, bands) for block in level]
    return all(len(columns) == 1 for columns in over) and len({c[0] for c in over}) == len(level)


def _overlapped(block: Block, bands: Sequence[Band]) -> list[int]:
    return [i for i, band in enumerate(bands) if _reaches(block, band)]


def _continue(blocks: list[Block], level: list[Block]) -> bool:
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


def _length_of_all(blocks: list[Block], level: list[Block]) -> bool:
    """Lengths such as "Three Months Ended" over several dates each are of them all, wherever they stand."""
    if len(level) <= len(blocks) or len(level) % len(blocks):
        return False
    lengths = all(_has_length(block.text) and not date_parts(block.text) for block in blocks)
    return lengths and all(date_parts(block.text) and not _has_length(block.text) for block in level)


def _has_length(text: str) -> bool:
    return any(True for _ in find_durations(text))


def _stand_beside(blocks: list[Block], level: list[Block], bands: Sequence[Band]) -> bool:
    """Adds heads of a line to those of the line above that stand over other columns: some have a line less."""
    together = sorted([*blocks, *level], key=lambda b: b.left)
    if not blocks or not _is_leaf(together, bands):
        return False
    blocks[:] = together
    return True


def _assign_stacked(level: list[Block], following: list[Block], bands: Sequence[Band], words: list[list[str]]) -> bool:
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


def _off_centre(a: Block, b: Block) -> float:
    return abs(a.left + a.right - b.left - b.right) / 2


def _assign(blocks: list[Block], bands: Sequence[Band], words: list[list[str]]) -> None:
    if not blocks:
        return
    alone = len(blocks) == 1 and len(bands) > 1
    if alone and (blocks[0].exact or not _spans_all(blocks[0]) or _of_last(blocks[0], bands)):
        for i in _overlapped(blocks[0], bands):
            words[i].append(blocks[0].text)
        return
    nearest = _nearest(blocks, bands)
    apart = _is_leaf(blocks, bands)  # "(As restated)" over two of three columns is not of the third
    if len(blocks) == len(bands) and len(set(nearest)) < len(bands):
        nearest = list(range(len(bands)))  # as many heads as columns: each has its own, however far it hangs over
    for i, block in enumerate(nearest):
        own = blocks[block].exact or blocks[block].text in SIGNS or (apart and blocks[block].text.startswith("("))
        if not own or _reaches(blocks[block], bands[i], slack=0 if blocks[block].exact else SLACK):
            words[i].append(blocks[block].text)


def _reaches(block: Block, band: Band, *, slack: int = 0) -> bool:
    return band.left - slack < block.right and block.left < band.edge_high + slack


def _nearest(blocks: list[Block], bands: Sequence[Band]) -> list[int]:
    """For each column the block nearest to its middle, in one pass from left to right."""
    found = []
    at = 0
    for band in bands:
        while at + 1 < len(blocks) and _distance(blocks[at + 1], band) < _distance(blocks[at], band):
            at += 1
        found.append(at)
    return found


def _of_last(block: Block, bands: Sequence[Band]) -> bool:
    """ "Cumulative from March 2, 1998 (inception) to" right over the last column is of no other."""
    since = first_match("untold_lengths", block.text.lower()) is not None
    return since and _overlapped(block, bands) == [len(bands) - 1]


def _spans_all(block: Block) -> bool:
    return speaks_of_time(block.text) or _has_length(block.text)


def _distance(block: Block, band: Band) -> int:
    if block.left <= band.middle <= block.right:
        return 0
    return block.left - band.middle if band.middle < block.left else band.middle - block.right
