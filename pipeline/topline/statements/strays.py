"""Figures of a row that became no cell: each is a problem with its place, never a guess."""

import re
from collections.abc import Collection, Iterator, Sequence

from topline.records import Problem, Span
from topline.statements.parts import Band, Mark, TableLine
from topline.statements.tokens import find_ranges

__all__ = ["stray_problems"]

_UNREAD = re.compile(r"(?<![^\s.])\$?\s?[(-]?\$?[^\s.]{0,40}\d\S{0,40}")
_NOTE = re.compile(r"\(\w{1,2}\)|\[\w{1,2}\]|\d{1,2}\)?|\*+\d?")
# One blank after the label instead of two or more: "Total liabilities and equity $ 92,000    $ 66,700".
_GLUED = re.compile(r"\$ ?\(?\d{1,3}(?:,\d{3})+\)?(?=\s*$)")
_SMALL = 3
_BEFORE = 14


def stray_problems(
    line: TableLine, placed: Collection[Mark], stray: Sequence[Mark], bands: Sequence[Band]
) -> Iterator[Problem]:
    """What stands right of the first cell, or in the columns, and was not placed. Note numbers are no figures."""
    first = min((mark.start for mark in placed), default=line.end)
    for mark in stray:
        big = "," in mark.digits or "$" in mark.raw
        if mark.strong and (mark.start > first or (big and not placed)) and not _negligible(mark):
            yield _problem(mark.start, mark.end, mark.raw)
    ranges = [(a, b) for a, b in find_ranges(line.text) if line.text[max(a - 2, 0) : a] == "  "]
    yield from (_problem(line.start + a, line.start + b, line.text[a:b]) for a, b in ranges)
    if placed:
        yield from _unread(line, bands[0].left, ranges)
    if 0 < len(placed) < len(bands) and (glued := _GLUED.search(line.text, 0, first - line.start)) is not None:
        yield _problem(line.start + glued.start(), line.start + glued.end(), glued.group())


def _negligible(mark: Mark) -> bool:
    return mark.percent or mark.year or len(mark.digits.replace(",", "")) <= _SMALL


def _unread(line: TableLine, left: int, ranges: Sequence[tuple[int, int]]) -> Iterator[Problem]:
    """Words with digits among the figures that no figure could be read from, such as "1,2O4"."""
    taken = [(mark.start - line.start, mark.end - line.start) for mark in line.marks] + list(ranges)
    for match in _UNREAD.finditer(line.text, max(left - _BEFORE, 0)):
        start, end = match.span()
        if start < left - 2 and not match.group().startswith("$"):
            continue
        apart = line.text[max(start - 2, 0) : start] in {"  ", "\t", "..", ". "} or start == 0
        if apart and not any(a < end and start < b for a, b in taken) and not _NOTE.fullmatch(match.group().strip()):
            yield _problem(line.start + start, line.start + end, match.group())


def _problem(start: int, end: int, raw: str) -> Problem:
    return Problem(at=Span(start=start, end=end), what=f"cell not read: {raw.strip()[:40]!r}")
