"""Pieces of the page joined to running prose, with the way back."""

import re
from collections.abc import Iterable

from topline.readers.document import OffsetMap, Segment

__all__ = ["ProseBuilder"]

_WORD = r"[^\s\x00-\x1f\x7f-\x9f]+"
# Words one plain blank apart stand on the page as they do in prose.
_RUN = re.compile(rf"{_WORD}(?: {_WORD})*")
# A hyphen or slash at a line's end joins the word that goes on, it is not followed by a blank.
_JOINS = re.compile(r"\w[-/]$")
# But "12-" before "to 18-month" stands for a whole word.
_HANGING = re.compile(r"(?:to|or|and)$")


class ProseBuilder:
    """Collects blocks of prose; runs of blanks become one, blocks stand a blank line apart."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._length = 0

    def add(self, pieces: Iterable[tuple[int, int]]) -> tuple[int, int]:
        """Appends one block made of `[start, end)` pieces of the page, one a line; returns its prose span."""
        if self._length:
            self._put("\n\n")
        start = self._length
        last = ""
        for piece_start, piece_end in pieces:
            for i, run in enumerate(_RUN.finditer(self._page, piece_start, piece_end)):
                text = run[0]
                if last and not (i == 0 and _JOINS.search(last[-2:]) and text[0].isalnum() and not _hangs(last, text)):
                    self._put(" ")
                self._segments.append(Segment(self._length, run.start(), len(text), len(text)))
                self._put(text)
                last = text
        return start, self._length

    def build(self) -> tuple[str, OffsetMap]:
        return "".join(self._parts), OffsetMap(self._segments)

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)


def _hangs(last: str, following: str) -> bool:
    """Whether a hyphen ends a word that shares its end with a later one: "a 12- to 18-month study"."""
    return last[-2:-1].isdigit() and last.endswith("-") and _HANGING.match(following.split(" ", 1)[0]) is not None
