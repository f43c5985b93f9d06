"""Diseases: a head word with its modifiers, and "metastases from breast cancer" as one."""

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc, Span

from topline.vocab import load_yaml

__all__ = ["find_indications"]

_MOST_MODIFIERS = 6
# "Hodgkin's lymphoma", "non-small cell lung cancer": these stand between two words of one name.
_JOINTS = frozenset(["-", "'s", "’s"])
_SHORTEST_ENDED = 7


class _Words(NamedTuple):
    """`phrases` are heads of several words, by their first one."""

    heads: frozenset[str]
    phrases: dict[str, list[tuple[str, ...]]]
    endings: tuple[str, ...]
    not_endings: frozenset[str]
    not_before: frozenset[str]
    not_alone: frozenset[str]
    links: frozenset[tuple[str, ...]]


@cache
def _words() -> _Words:
    data = load_yaml("indications.yaml")
    phrases: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for head in data["heads"]:
        parts = tuple(head.lower().replace("-", " - ").split())
        if len(parts) > 1:
            phrases[parts[0]].append(parts)
    return _Words(
        heads=frozenset(h.lower() for h in data["heads"] if " " not in h and "-" not in h),
        phrases=dict(phrases),
        endings=tuple(data["endings"]),
        not_endings=frozenset(data["not_endings"]),
        not_before=frozenset(data["not_before"]) | STOP_WORDS,
        not_alone=frozenset(data["not_alone"]),
        links=frozenset(tuple(link.split()) for link in data["links"]),
    )


def find_indications(doc: Doc, span: Span) -> list[Span]:
    """The disease names inside a span, none overlapping another."""
    words = _words()
    lower = [token.lower_ for token in span]
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(lower):
        end = _head_end(lower, i, words)
        if end is None:
            i += 1
            continue
        last = found[-1][1] if found else 0
        start = _modifiers(lower, i, last, words)
        if found and tuple(lower[last:start]) in words.links:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        i = end
    kept = [(a, b) for a, b in found if b - a > 1 or lower[a] not in words.not_alone]
    return [Span(doc, span.start + a, span.start + b, label="INDICATION") for a, b in kept]


def _head_end(lower: list[str], i: int, words: _Words) -> int | None:
    """Where a head that begins at `i` ends."""
    word = lower[i]
    if word in words.heads:
        return i + 2 if i + 1 < len(lower) and lower[i + 1] in words.heads else i + 1
    for phrase in words.phrases.get(word, ()):
        if tuple(lower[i : i + len(phrase)]) == phrase:
            return i + len(phrase)
    if len(word) >= _SHORTEST_ENDED and word.endswith(words.endings) and word not in words.not_endings:
        return i + 1
    return None


def _modifiers(lower: list[str], head: int, floor: int, words: _Words) -> int:
    """Where the words before a head that belong to its name begin."""
    start = head
    while start > floor and head - start < _MOST_MODIFIERS:
        joint = lower[start - 1] in _JOINTS and start - 2 >= floor and lower[start - 2].isalpha()
        if not joint and not _modifies(lower[start - 1], words):
            break
        start -= 2 if joint else 1
    return start


def _modifies(word: str, words: _Words) -> bool:
    """ "metastatic", "breast"; a word in -ing is a verb ("treating cancer")."""
    return word.isalpha() and word not in words.not_before and not (word.endswith("ing") and len(word) > 5)
