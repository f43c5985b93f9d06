"""The fields that tabs part a line into, a figure and its signs as one."""

import re
from typing import NamedTuple

__all__ = ["Field", "Fields", "fields_of"]

_FIELD = re.compile(r"[^\t]+")
_FIGURE = re.compile(r"[^\w\t]{0,4}(?:\d[\d.,'’\u202f ]{0,40}+|[-–—]{1,3})[^\w\t]{0,4}(?:\(\w\))?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENING = re.compile(r"[^\w\s.,)%–—-]{1,2}")
_TAIL = re.compile(r"\)?\s?%?\s?\)?")


class Field(NamedTuple):
    """Words `[start, end)` of a line behind its `at`th tab; a figure's `body` ends before its ")" and "%"."""

    at: int
    start: int
    end: int
    body: int
    figure: bool


class Fields(NamedTuple):
    """Those of one line; `apart` where a figure has its signs in fields of their own."""

    text: str
    found: list[Field]
    apart: bool

    @property
    def figures(self) -> list[Field]:
        return [field for field in self.found if field.figure]


def fields_of(text: str) -> Fields:
    """A sign in a field of its own goes with the figure behind it, a bracket or "%" with the one before it."""
    found: list[Field] = []
    opened: int | None = None
    apart = False
    at = last = 0
    for match in _FIELD.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        start = text.index(words, match.start())
        end = start + len(words)
        at, last = at + text.count("\t", last, start), start
        if found and found[-1].figure and opened is None and _TAIL.fullmatch(words):
            found[-1], apart = found[-1]._replace(end=end), True
        elif _OPENING.fullmatch(words):
            opened = start
        else:
            figure = bool(_FIGURE.fullmatch(words)) and not _YEAR.fullmatch(words)
            apart = apart or opened is not None
            found.append(Field(at, start if opened is None else opened, end, start + len(words.rstrip(")%* ")), figure))
            opened = None
    return Fields(text, found, apart)
