"""Titles of statements over lines of figures of which nothing was read: no table is lost without a word."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from topline.records import Problem, Span, Statement
from topline.statements.caption import names_statement

__all__ = ["unread_tables"]

_NAMES = ("statement", "balance sheet")
_LONGEST_TITLE = 140
_LINE = re.compile(r"^.*\S.*$", re.MULTILINE)
# What stands in a cell of its own beside a figure.
_SIGNS = re.compile(r"[|$€£¥()%\s]{1,12}$")
_FIGURES = re.compile(r"(?<!\S)[^\s\d]*\d\S*[ \t|$(]{1,40}\S*\d\S*$")
_MARKUP = "*_# \t|"
_LOOK = 12
_FEWEST = 3
_LONGEST = 400


def unread_tables(source: str, statements: Sequence[Statement]) -> Iterator[Problem]:
    """One for each title with several lines of two figures each among the next ones, none of them in a statement."""
    starts, ends = [s.start for s in statements], [s.end for s in statements]
    done = 0
    for start, end in _titles(source):
        after = bisect_right(starts, start)
        inside = after > 0 and start < ends[after - 1]
        if start < done or inside or not names_statement(source[start:end].strip(_MARKUP)):
            continue
        lines = [m.span() for m in islice(_LINE.finditer(source, end), _LOOK)]
        rows = [(a, b) for a, b in lines if b - a <= _LONGEST and _has_figures(source[a:b])]
        if len(rows) < _FEWEST or (after < len(starts) and starts[after] < rows[-1][1]):
            continue
        done = rows[-1][1]
        yield Problem(at=Span(start=start, end=done), what="table not read")


def _titles(source: str) -> list[tuple[int, int]]:
    """Short lines with the word, in order."""
    lowered = source.lower()
    lowered = lowered if len(lowered) == len(source) else source  # the small letters of a few scripts are longer
    found = set()
    for name in _NAMES:
        at = lowered.find(name)
        while at >= 0:
            end = source.find("\n", at)
            end = len(source) if end < 0 else end
            start = source.rfind("\n", 0, at) + 1
            if end - start <= _LONGEST_TITLE:
                found.add((start, end))
            at = lowered.find(name, end)
    return sorted(found)


def _has_figures(line: str) -> bool:
    """Two figures end it."""
    return _FIGURES.search(_SIGNS.sub("", line)[-100:]) is not None
