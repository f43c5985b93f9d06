"""Sentence starts: every block starts one, and so does a capital after a full stop that ends no abbreviation."""

from collections.abc import Iterator

from spacy.tokens import Doc

from topline.components.attributes import BLOCKS
from topline.vocab import load_yaml

__all__ = ["SentenceSplitter"]

_STOPS = ".!?"
_BRACKETS = frozenset("”’)]»")
_QUOTES = frozenset("\"'")
_OPENERS = frozenset("\"'“‘([«$*")


class SentenceSplitter:
    """A final full stop that belongs to an abbreviation ("Inc.") ends a sentence only before a usual opening word."""

    def __init__(self) -> None:
        words = load_yaml("sentences.yaml")
        self._never = frozenset(words["never_ends"])
        self._openers = frozenset(words["openers"])

    def __call__(self, doc: Doc) -> Doc:
        words = [token.text for token in doc]
        spaced = [bool(token.whitespace_) for token in doc]
        starts = {span.start for span in doc.spans.get(BLOCKS, ())} | set(self._starts(words, spaced)) | {0}
        for i in starts if len(doc) else ():
            doc[i].is_sent_start = True  # the others stay unset, which doc.sents takes for "no": setting them is slow
        return doc

    def _starts(self, words: list[str], spaced: list[bool]) -> Iterator[int]:
        """Tokens that open a sentence inside a block."""
        for i, word in enumerate(words):
            if word[-1] not in _STOPS or word in self._never:
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
