"""Heads of a table's columns, and titles in the cell beside them, as a typist would set them."""

import re
from collections.abc import Sequence

from topline.readers.html_grid import Piece, text_of
from topline.readers.html_model import Run
from topline.vocab import NAMED_CODES, SYMBOLS

__all__ = ["evened", "is_scale", "is_title", "title_lines"]

_ASIDE = re.compile(r"\(.*\)$")
_TITLE = re.compile(
    r"\bstatements?\b|\bbalance sheets?\b|\bfinancial (?:data|information|position|highlights)\b", re.IGNORECASE
)
_SCALE = re.compile(rf"[{SYMBOLS}(]|\b(?:thousands?|millions?)\b|\b[A-Z]{{3}}\b")
_WIDEST = 26
_MEASURE = re.compile(
    r"\b(?:thousands?|millions?|billions?)\b|[’']000\b|\b0{3}s\b"
    rf"|\b[TKMk]?(?:{NAMED_CODES})m?\b|[{SYMBOLS}]m?$",
    re.IGNORECASE,
)
_SCALED = re.compile(r"\((?:[^()]*\b)?(?:in|thousands|millions|unaudited|except|expressed)\b", re.IGNORECASE)


def evened(row: Sequence[Piece]) -> list[Piece]:
    """Heads of unequal height: each on one line, with "(unaudited)" and its like under it.

    Line by line nobody could tell "June 30," over "2009" from a head of the columns beside it.
    """
    heads = [p for p in row if p.first and not p.figure]
    if any(p.figure and not p.text.isdigit() for p in row) or len({_height(p) for p in heads}) < 2:
        return list(row)
    parts = {id(p): _parts(p) for p in heads}
    height = max(len(lines) for lines in parts.values())
    return [
        p._replace(lines=[*parts[id(p)], *([[]] * (height - len(parts[id(p)])))], whole=True) if id(p) in parts else p
        for p in row
    ]


def _height(piece: Piece) -> int:
    return sum(-(-max(len(text_of(line)), 1) // _WIDEST) for line in piece.lines)


def _parts(piece: Piece) -> list[list[Run]]:
    asides = 0
    while asides < len(piece.lines) - 1 and _ASIDE.match(text_of(piece.lines[-1 - asides])):
        asides += 1
    words = piece.lines[: len(piece.lines) - asides]
    joined = [r._replace(apart=r.apart or i == 0) for line in words for i, r in enumerate(line)]
    return [joined, *piece.lines[len(piece.lines) - asides :]]


def is_title(label: str) -> bool:
    """The name of the statement in the cell beside its heads, as in EDGAR's viewer: it stands over them."""
    return _TITLE.search(label) is not None and _SCALE.search(label) is not None


def is_scale(label: str) -> bool:
    """Says in what the figures are: "$ millions", "in TEUR"."""
    return len(label) <= 2 * _WIDEST and not label.startswith("(") and _MEASURE.search(label) is not None


def title_lines(piece: Piece) -> list[list[Run]]:
    """Lines of a title; what follows it in parentheses stands on a line of its own."""
    return [part for line in piece.lines for part in _cut(line)]


def _cut(line: list[Run]) -> list[list[Run]]:
    text = text_of(line)
    found = _SCALED.search(text)
    if found is None or not found.start() or not text.endswith(")") or not _TITLE.search(text):
        return [line]
    at = 0
    before: list[Run] = []
    for number, run in enumerate(line):
        start = at + (run.apart and number > 0)
        at = start + len(run.text)
        cut = found.start() - start
        if cut <= 0:
            return [before, [run, *line[number + 1 :]]]
        if cut < len(run.text) and len(run.text) == run.length:
            first = run._replace(text=run.text[:cut].rstrip(), length=len(run.text[:cut].rstrip()))
            second = run._replace(text=run.text[cut:], source=run.source + cut, length=run.length - cut)
            return [[*before, first], [second, *line[number + 1 :]]]
        before.append(run)
    return [line]
