"""The words over the columns as blocks on the page, line by line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from topline.statements.caption import is_annotation, names_something
from topline.statements.dates import date_parts, only_dates
from topline.statements.parts import Band, Segment, TableLine
from topline.vocab import SYMBOLS

__all__ = ["SIGNS", "SLACK", "Block", "beside_heads", "head_levels"]

SLACK = 3
SIGNS = frozenset(f"%{SYMBOLS}")
_DATE_SLACK = 8
_EACH_SPAN = re.compile(r"\b(?:(?:three|six|nine|twelve)[- ]months?|years?|quarters?)\b", re.IGNORECASE)
_MOST_LINES = 40


@dataclass(slots=True)
class Block:
    """Words over one column or several; `exact` where a rule under them tells how far they reach."""

    text: str
    left: int
    right: int
    exact: bool = False


def beside_heads(heads: Sequence[TableLine], bands: Sequence[Band]) -> list[str]:
    """Words on the lines of the column heads that stand over the labels: "Three months ended June 30,   2003"."""
    left = bands[0].left if bands else 0
    return [s.text for line in heads if line.kind in {"head", "text"} for s in line.segments if _beside(s, left)]


def _beside(segment: Segment, left: int) -> bool:
    return segment.right <= left - _slack(segment.text)


def head_levels(heads: Sequence[TableLine], bands: Sequence[Band]) -> list[list[Block]]:
    """The lines' segments over the columns; rules under a line tell how far its segments reach."""
    levels: list[list[Block]] = []
    ruled = 0
    inside = False
    for line in list(heads)[-_MOST_LINES:]:
        if line.kind == "rule":
            _stretch(levels[ruled:], line, len(bands))
            ruled = len(levels)
        elif line.kind in {"head", "text"} and not (inside and len(line.segments) < 2):
            pieces = [p for s in line.segments if not _beside(s, bands[0].left) for p in _pieces(s)]
            signs = any(_says_something(p.text) for p in pieces)
            level = [Block(p.text, p.left, p.right) for p in pieces if _says_something(p.text, signs=signs)]
            if level:
                levels.append(level)
        inside = _stays_open(line.text, inside=inside)
    return levels


def _slack(text: str) -> int:
    """How far left of the first column a head may end: full dates are heads and no labels, and often hang over."""
    full = [d for d in date_parts(text) if d.month is not None and d.day is not None and d.year is not None]
    return _DATE_SLACK if full else SLACK


def _says_something(text: str, *, signs: bool = False) -> bool:
    """Signs such as "$" do beside others, as in "2005   2004   $   %"."""
    told = any(char.isalnum() or char == "%" for char in text) or (signs and text in SIGNS)
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


def _stretch(levels: Sequence[list[Block]], rule: TableLine, columns: int) -> None:
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
