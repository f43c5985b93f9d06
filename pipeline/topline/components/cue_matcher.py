"""Runs compiled cues over sentences, and only those whose words are all there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from spacy.matcher import Matcher
from spacy.tokens import Span
from spacy.vocab import Vocab

from topline.components.cue_language import Cue

__all__ = ["CueHit", "CueMatcher"]


class CueHit(NamedTuple):
    """A cue matched at tokens `[start, end)` of the doc."""

    key: str
    start: int
    end: int
    line: str


class CueMatcher:
    """Cues under keys. Each part has a Matcher of its own, built when a sentence first holds all the words it needs."""

    def __init__(self, vocab: Vocab, cues: Mapping[str, Iterable[Cue]]) -> None:
        self._vocab = vocab
        self._cues = [(key, cue) for key, of_key in cues.items() for cue in of_key]
        self._matchers: dict[int, list[Matcher]] = {}
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        for i, (_, cue) in enumerate(self._cues):
            for word in cue.needs[0] if cue.needs else ():
                self._by_word[word].append(i)
            if not cue.needs:
                self._always.append(i)

    def __call__(self, sentence: Span, *, keys: frozenset[str] | None = None) -> Iterator[CueHit]:
        """All hits in the sentence, the shortest for each cue and start, in the order of the cues.

        `keys` are the only ones to look for; None is all.
        """
        words = {token.lower_ for token in sentence}
        candidates = set(self._always)
        for word in words:
            candidates.update(self._by_word.get(word, ()))
        for i in sorted(candidates):
            key, cue = self._cues[i]
            if (keys is not None and key not in keys) or any(words.isdisjoint(need) for need in cue.needs):
                continue
            for start, end in self._match(i, sentence):
                yield CueHit(key, sentence.start + start, sentence.start + end, cue.line)

    def _match(self, i: int, sentence: Span) -> list[tuple[int, int]]:
        """Where the cue's first part stands, the shortest from each start, if all later parts follow it."""
        parts = [matcher(sentence) for matcher in self._matchers_of(i)]
        shortest: dict[int, int] = {}
        for _, start, end in parts[0]:
            shortest[start] = min(end, shortest.get(start, end))
        return [(start, end) for start, end in sorted(shortest.items()) if _followed(end, parts[1:])]

    def _matchers_of(self, i: int) -> list[Matcher]:
        if i not in self._matchers:
            self._matchers[i] = []
            for patterns in self._cues[i][1].parts:
                self._matchers[i].append(Matcher(self._vocab))
                self._matchers[i][-1].add("cue", list(patterns))
        return self._matchers[i]


def _followed(end: int, parts: list[list[tuple[int, int, int]]]) -> bool:
    for matches in parts:
        ends = [e for _, s, e in matches if s >= end]
        if not ends:
            return False
        end = min(ends)
    return True
