"""Diseases: a head word with its modifiers, and "metastases from breast cancer" as one."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from topline.vocab import load_yaml

__all__ = ["find_indications"]

_MOST_MODIFIERS = 6
# "Hodgkin's lymphoma", "non-small cell lung cancer": these stand between two words of one name.
_JOINTS = frozenset(["-", "'s", "’s"])


class _Words(NamedTuple):
    heads: frozenset[str]
    pairs: frozenset[tuple[str, ...]]
    endings: tuple[str, ...]
    not_endings: frozenset[str]
    not_before: frozenset[str]
    not_alone: frozenset[str]
    links: tuple[tuple[str, ...], ...]


@cache
def _words() -> _Words:
    data = load_yaml("indications.yaml")
    heads = [h.lower() for h in data["heads"]]
    return _Words(
        heads=frozenset(h for h in heads if " " not in h and "-" not in h),
        pairs=frozenset(tuple(h.replace("-", " - ").split()) for h in heads if " " in h or "-" in h),
        endings=tuple(data["endings"]),
        not_endings=frozenset(data["not_endings"]),
        not_before=frozenset(data["not_before"]),
        not_alone=frozenset(data["not_alone"]),
        links=tuple(tuple(link.split()) for link in data["links"]),
    )


def find_indications(doc: Doc, span: Span) -> list[Span]:
    """The disease names inside a span, none overlapping another."""
    found: list[tuple[int, int]] = []
    i = span.start
    while i < span.end:
        end = _head_end(doc, i, span.end)
        if end is None:
            i += 1
            continue
        start = _modifiers(doc, i, found[-1][1] if found else span.start)
        link = _linked(doc, found[-1][1], start) if found else False
        if link:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        i = end
    words = _words()
    return [
        Span(doc, a, b, label="INDICATION") for a, b in found if not (b - a == 1 and doc[a].lower_ in words.not_alone)
    ]


def _head_end(doc: Doc, i: int, limit: int) -> int | None:
    words = _words()
    lower = doc[i].lower_
    if lower in words.heads:
        following = doc[i + 1].lower_ if i + 1 < limit else ""
        return i + 2 if following in words.heads else i + 1
    for length in (2, 3, 4):
        if i + length <= limit and tuple(doc[j].lower_ for j in range(i, i + length)) in words.pairs:
            return i + length
    if len(lower) > 6 and lower.endswith(words.endings) and lower not in words.not_endings:
        return i + 1
    return None


def _modifiers(doc: Doc, head: int, floor: int) -> int:
    """Where the words before a head that belong to its name begin."""
    words = _words()
    start = head
    while start > floor and head - start < _MOST_MODIFIERS:
        joint = doc[start - 1].lower_ in _JOINTS and start - 2 >= floor and doc[start - 2].is_alpha
        if not joint and not _modifies(doc[start - 1], words):
            break
        start -= 2 if joint else 1
    return start


def _modifies(token: Token, words: _Words) -> bool:
    lower = token.lower_
    return token.is_alpha and not token.is_stop and lower not in words.not_before and not _is_verb(lower)


def _is_verb(word: str) -> bool:
    return word.endswith("ing") and len(word) > 5


def _linked(doc: Doc, end: int, start: int) -> bool:
    """Whether nothing but a linking phrase stands between two diseases."""
    between = tuple(t.lower_ for t in doc[end:start])
    return between in _words().links
