"""Sentence families: sentences that are the same once names and numbers are taken out."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from topline.evaluation.gold import GoldName

__all__ = ["Families", "Key", "masked"]

# A release's place in the corpus and a sentence's place in its text.
Key = tuple[int, tuple[int, int]]

_WORD = re.compile(r"[A-Z_]{3,}\b|[a-z]+(?:['’][a-z]+)?|#")
_NUMBER = re.compile(r"(?:[$€£¥]\s?)?\d[\d,.]*\d|\d")
# Two sentences are of one family when they share this much of their pairs of words.
_ALIKE = 0.6
_SHORT = 4
# Pairs of words that more sentences than this share tell nothing of a family.
_COMMON = 400


def masked(text: str, span: tuple[int, int], names: Sequence[GoldName]) -> tuple[str, ...]:
    """The words of a sentence with each name as its label and each number as a sign; `names` in reading order."""
    parts, at = [], span[0]
    for name in names:
        if span[0] <= name.start and name.end <= span[1] and name.start >= at:
            parts += [text[at : name.start].lower(), f" {name.label} "]
            at = name.end
    parts.append(text[at : span[1]].lower())
    return tuple(_WORD.findall(_NUMBER.sub(" # ", "".join(parts))))


class Families:
    """Groups of sentences by union of all pairs that are alike."""

    def __init__(self, sentences: Sequence[tuple[Key, tuple[str, ...]]]) -> None:
        self._parent: dict[Key, Key] = {key: key for key, _ in sentences}
        self.pairs: list[tuple[Key, Key]] = []
        shingles = [(key, _pairs(words)) for key, words in sentences]
        by_shingle: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for i, (_, own) in enumerate(shingles):
            self._join_with_earlier(i, shingles, by_shingle)
            for shingle in own:
                by_shingle[shingle].append(i)

    def of(self, key: Key) -> Key:
        """One key that stands for the whole family."""
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def _join_with_earlier(
        self,
        i: int,
        shingles: list[tuple[Key, frozenset[tuple[str, ...]]]],
        by_shingle: dict[tuple[str, ...], list[int]],
    ) -> None:
        key, own = shingles[i]
        shared: dict[int, int] = defaultdict(int)
        for shingle in own:
            if len(by_shingle[shingle]) <= _COMMON:
                for j in by_shingle[shingle]:
                    shared[j] += 1
        for j, count in shared.items():
            other, theirs = shingles[j]
            if count >= _ALIKE * (len(own) + len(theirs) - count):
                self.pairs.append((other, key))
                self._parent[self.of(key)] = self.of(other)


def _pairs(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Pairs of neighbouring words; a very short sentence is one piece."""
    if len(words) <= _SHORT:
        return frozenset([words])
    return frozenset(pairwise(words))
