"""Sentence families: sentences that are the same once names and numbers are taken out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from topline.evaluation.gold import GoldName
from topline.training.groups import Groups

__all__ = ["Families", "Key", "masked"]

# A release's place in the corpus and a sentence's place in its text.
Key = tuple[int, tuple[int, int]]
_Shingles = frozenset[tuple[str, ...]]

_WORD = re.compile(r"[A-Z_]{3,}\b|[a-z]+(?:['’][a-z]+)?|#")
_NUMBER = re.compile(r"(?:[$€£¥]\s?)?\d[\d,.]*\d|\d")
# Two sentences are of one family when they share this many of ten of their pairs of words.
_ALIKE = 6
_SHORT = 4


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
        self._groups = Groups(key for key, _ in sentences)
        self.pairs: list[tuple[Key, Key]] = []
        shingles = [_pairs(words) for _, words in sentences]
        for j, i in _alike(shingles):
            other, key = sentences[j][0], sentences[i][0]
            self.pairs.append((other, key))
            self._groups.join(other, key)

    def of(self, key: Key) -> Key:
        """One key that stands for the whole family."""
        return self._groups.of(key)


def _alike(shingles: Sequence[_Shingles]) -> Iterator[tuple[int, int]]:
    """All pairs that share enough, the earlier one first.

    Two that share so much have one of the rarest in common: of each so many that the others alone would not do.
    """
    often = Counter(shingle for own in shingles for shingle in own)
    by_shingle: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, own in enumerate(shingles):
        rarest = sorted(own, key=lambda shingle: (often[shingle], shingle))
        rarest = rarest[: len(own) - -(-_ALIKE * len(own) // 10) + 1]
        for j in sorted({j for shingle in rarest for j in by_shingle[shingle]}):
            shared = len(own & shingles[j])
            if 10 * shared >= _ALIKE * (len(own) + len(shingles[j]) - shared):
                yield j, i
        for shingle in rarest:
            by_shingle[shingle].append(i)


def _pairs(words: tuple[str, ...]) -> _Shingles:
    """Pairs of neighbouring words; a very short sentence is one piece."""
    if len(words) <= _SHORT:
        return frozenset([words])
    return frozenset(pairwise(words))
