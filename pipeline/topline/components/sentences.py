"""Sentence starts: every block starts one, and so does a capital after a full stop that ends no abbreviation."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import numpy as np
from spacy.attrs import SENT_START
from spacy.tokens import Doc, Span

from topline.components.attributes import BLOCKS, SENTENCES
from topline.vocab import load_yaml

__all__ = ["SentenceIndex", "SentenceSplitter"]

_NO = np.uint64(2**64 - 1)  # -1, as spaCy stores "no" in arrays
_STOPS = ".!?"
_BRACKETS = frozenset("”’)]»")
_QUOTES = frozenset("\"'")
_OPENERS = frozenset("\"'“‘([«$*")


def _is_number_sign(words: list[str], i: int) -> bool:
    """The stop of "No. 4", which the tokenizer parts from its word."""
    return 0 < i < len(words) - 1 and words[i - 1] in ("No", "Nos") and words[i + 1][0].isdigit()


class SentenceSplitter:
    """Assigns `doc.sents` and `doc.spans["sentences"]`.

    A final full stop that belongs to an abbreviation ("Inc.") ends a sentence only before a usual opening word.
    """

    def __init__(self) -> None:
        words = load_yaml("sentences.yaml")
        self._never = frozenset(words["never_ends"])
        self._openers = frozenset(words["openers"])

    def __call__(self, doc: Doc) -> Doc:
        words = [token.text for token in doc]
        spaced = [bool(token.whitespace_) for token in doc]
        starts = {span.start for span in doc.spans.get(BLOCKS, ())} | set(self._starts(words, spaced)) | {0}
        ordered = sorted(start for start in starts if start < len(words))
        marks = np.full(len(words), _NO, dtype=np.uint64)
        marks[ordered] = 1
        # all at once: `token.is_sent_start = True` looks through the whole doc each time
        doc.from_array([SENT_START], marks)  # type: ignore[arg-type]
        ends = [end - words[end - 1].isspace() for end in [*ordered[1:], len(words)] if end]  # blanks part the blocks
        doc.spans[SENTENCES] = [doc[start:end] for start, end in zip(ordered, ends, strict=False)]
        return doc

    def _starts(self, words: list[str], spaced: list[bool]) -> Iterator[int]:
        """Tokens that open a sentence inside a block."""
        for i, word in enumerate(words):
            if word[-1] not in _STOPS or word in self._never or _is_number_sign(words, i):
                continue
            following = i + 1
            while following < len(words) and not spaced[following - 1] and words[following] in _BRACKETS | _QUOTES:
                following += 1
            if (
                following < len(words)
                and spaced[following - 1]
                and self._opens(words[following], len(word) > 1 and word[0] not in _STOPS)
            ):
                yield following

    def _opens(self, word: str, after_abbreviation: bool) -> bool:
        """After an abbreviation only a usual opener starts a sentence."""
        if after_abbreviation:
            return word in self._openers
        return word[0].isupper() or word[0].isdigit() or word[0] in _OPENERS


class SentenceIndex:
    """The sentences of a doc, found by token: `span.sent` looks through the whole doc at every call."""

    def __init__(self, doc: Doc) -> None:
        self.sentences: list[Span] = list(doc.spans.get(SENTENCES, [doc[:]]))
        self._starts = [s.start for s in self.sentences]

    def of(self, span: Span) -> Span:
        return self.sentences[max(bisect_right(self._starts, span.start) - 1, 0)]

    def within(self, span: Span) -> list[Span]:
        """The sentences of a block."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return self.sentences[first:last]
