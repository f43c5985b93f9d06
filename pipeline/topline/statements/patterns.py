"""Label patterns of the vocabulary: "[total] (revenue|revenues)" into the labels that it stands for."""

import re
from collections.abc import Mapping

from topline.errors import VocabularyError

__all__ = ["expand"]

_TOKEN = re.compile(r"[\[\]()|]|[^\[\]()|]+")
_NAME = re.compile(r"\{(\w+)\}")
_CLOSES = {"[": "]", "(": ")"}


def expand(pattern: str, lists: Mapping[str, str]) -> set[str]:
    """All labels of a pattern. Raises VocabularyError when its brackets do not match or a list is unknown."""
    tokens: list[str] = _TOKEN.findall(_NAME.sub(lambda m: _list(m[1], lists), pattern))
    labels, rest = _alternatives(tokens, 0, "")
    if rest != len(tokens):
        raise VocabularyError(f"label pattern with unmatched brackets: {pattern!r}")
    return {" ".join(label.split()) for label in labels}


def _list(name: str, lists: Mapping[str, str]) -> str:
    if name not in lists:
        raise VocabularyError(f"unknown list {name!r} in a label pattern: add it to `lists` in row_concepts.yaml")
    return lists[name]


def _alternatives(tokens: list[str], at: int, closing: str) -> tuple[set[str], int]:
    """The labels of alternatives up to the closing bracket, and the place after them."""
    done: set[str] = set()
    labels = {""}
    while at < len(tokens) and tokens[at] != closing:
        token = tokens[at]
        if token == "|":
            done |= labels
            labels = {""}
            at += 1
        elif token in _CLOSES:
            inner, at = _alternatives(tokens, at + 1, _CLOSES[token])
            if at >= len(tokens):
                return set(), -1
            inner |= {""} if token == "[" else set()
            labels = {a + b for a in labels for b in inner}
            at += 1
        elif token in "])":
            return set(), -1
        else:
            labels = {a + token for a in labels}
            at += 1
    return done | labels, at
