"""Label patterns of the vocabulary: "[total] (revenue|revenues)" into the labels that it stands for."""

import re
from collections.abc import Mapping

from topline.errors import VocabularyError

__all__ = ["expand"]

_PIECE = re.compile(r"[\[\]()|]|[^\[\]()|]+")
_NAME = re.compile(r"\{(\w+)\}")
_CLOSES = {"[": "]", "(": ")"}


def expand(pattern: str, lists: Mapping[str, str]) -> set[str]:
    """All labels of a pattern. Raises VocabularyError when its brackets do not match or a list is unknown."""
    pieces: list[str] = _PIECE.findall(_NAME.sub(lambda m: _list(m[1], lists), pattern))
    labels, rest = _alternatives(pieces, 0, "")
    if rest != len(pieces):
        raise VocabularyError(f"label pattern with unmatched brackets: {pattern!r}")
    return {" ".join(label.split()) for label in labels}


def _list(name: str, lists: Mapping[str, str]) -> str:
    if name not in lists:
        raise VocabularyError(f"unknown list {name!r} in a label pattern: add it to `lists` in row_concepts.yaml")
    return lists[name]


def _alternatives(pieces: list[str], at: int, closing: str) -> tuple[set[str], int]:
    """The labels of alternatives up to the closing bracket, and the place after them."""
    done: set[str] = set()
    labels = {""}
    while at < len(pieces) and pieces[at] != closing:
        piece = pieces[at]
        if piece == "|":
            done |= labels
            labels = {""}
            at += 1
        elif piece in _CLOSES:
            inner, at = _alternatives(pieces, at + 1, _CLOSES[piece])
            if at >= len(pieces):
                return set(), -1
            inner |= {""} if piece == "[" else set()
            labels = {a + b for a in labels for b in inner}
            at += 1
        elif piece in "])":
            return set(), -1
        else:
            labels = {a + piece for a in labels}
            at += 1
    return done | labels, at
