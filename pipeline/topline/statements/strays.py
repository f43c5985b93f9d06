"""Figures of a row that became no cell: each is a problem with its place, never a guess."""

import re
from collections.abc import Collection, Iterator, Sequence

from topline.records import Problem, Span
from topline.statements.grid import reaches
from topline.statements.parts import Band, Mark, TableLine
from topline.statements.tokens import find_ranges, has_digits

__all__ = ["stray_problems"]

_UNREAD = re.compile(r"(?<![^\s.])\$?\s?[(-]?\$?[^\s.]{0,40}\d\S{0,40}")
_NOTE = re.compile(r"\(\w{1,2}\)|\[\w{1,2}\]|\d{1,2}\)?|\*+\d?")
# One blank after the label instead of two or more: "Total liabilities and equity $ 92,000    $ 66,700".
_GLUED = re.compile(r"\$ ?\(?\d{1,3}(?:,\d{3})+\)?(?=\s*$)")
# A note's mark behind a figure, or the figure of the next column.
_TOUCHING = re.compile(r"(?<=[\d)])\((\d{1,2})\)")
_SMALL = 3
_BEFORE = 14


def stray_problems(
    line: TableLine, placed: Collection[Mark], stray: Sequence[Mark], bands: Sequence[Band]
) -> Iterator[Problem]:
    """What stands right of the first cell, or in the columns, and was not placed. Note numbers are no figures."""
    first = min((mark.start for mark in placed), default=line.end)
    for mark in stray:
        if _is_unread(mark) or (mark.strong and _counts(mark, first, placed)) or _swallowed(mark, placed, bands):
            yield _problem(mark.start, mark.end, mark.raw)
    taken = [(mark.start - line.start, mark.end - line.start) for mark in line.marks]
    ranges = [(a, b) for a, b in find_ranges(line.text) if line.text[max(a - 2, 0) : a] == "  "]
    ranges = [(a, b) for a, b in ranges if not any(start < b and a < end for start, end in taken)]
    yield from (_problem(line.start + a, line.start + b, line.text[a:b]) for a, b in ranges)
    if placed and has_digits(line.text, sorted([*taken, *ranges]), max(bands[0].left - _BEFORE, 0)):
        yield from _unread(line, bands[0].left, [*taken, *ranges])
    free = [band for band in bands if not any(reaches(mark, band) for mark in placed)] if placed else []
    for note in _TOUCHING.finditer(line.text) if free else ():
        if any(band.edge_low <= note.end(1) <= band.edge_high for band in free):
            yield _problem(line.start + note.start(), line.start + note.end(), note.group())
    if 0 < len(placed) < len(bands) and (glued := _GLUED.search(line.text, 0, first - line.start)) is not None:
        yield _problem(line.start + glued.start(), line.start + glued.end(), glued.group())


def _is_unread(mark: Mark) -> bool:
    """It stands as a figure does and is none."""
    return not mark.digits and not mark.sound


def _counts(mark: Mark, first: int, placed: Collection[Mark]) -> bool:
    big = "," in mark.digits or "$" in mark.raw
    return (mark.start > first or (big and not placed)) and not _negligible(mark)


def _swallowed(mark: Mark, placed: Collection[Mark], bands: Sequence[Band]) -> bool:
    """An amount right behind the words of a label, where a column is that has no other figure."""
    if "," not in mark.digits or not ("$" in mark.raw or mark.negative):
        return False
    free = [band for band in bands if not any(reaches(other, band) for other in placed)]
    return any(reaches(mark, band) for band in free)


def _negligible(mark: Mark) -> bool:
    return mark.percent or mark.year or len(mark.digits.replace(",", "")) <= _SMALL


def _unread(line: TableLine, left: int, taken: Sequence[tuple[int, int]]) -> Iterator[Problem]:
    """Words with digits among the figures that no figure could be read from, such as "1,2O4"."""
    for match in _UNREAD.finditer(line.text, max(left - _BEFORE, 0)):
        raw = match.group().lstrip()
        start, end = match.end() - len(raw), match.end()
        if start < left - 2 and not (raw.startswith("$") or (raw.startswith("(") and end > left)):
            continue
        apart = line.text[max(start - 2, 0) : start] in {"  ", "\t", "..", ". "} or start == 0
        if apart and not any(a < end and start < b for a, b in taken) and not _NOTE.fullmatch(raw.strip()):
            yield _problem(line.start + start, line.start + end, raw)


def _problem(start: int, end: int, raw: str) -> Problem:
    return Problem(at=Span(start=start, end=end), what=f"cell not read: {raw.strip()[:40]!r}")
