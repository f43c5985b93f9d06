"""A sentence with figures: its amounts, its periods, and the plain words between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from topline.quantities.cues import BETWEEN, CHANGED_BY, CHANGED_TO, COMPARISON, Cue, find_cues
from topline.quantities.model import Quantity
from topline.quantities.words import SAME_AS, VOCABULARY

__all__ = ["FigureSentence", "is_amount", "read_sentence"]

_WORD = re.compile(r"[^\s,;:()\"“”/–—-]+|[/–—]")
# "$11.5 million (2005: $10.2 million)"
_OTHER_TIME = re.compile(r"\(\x00+: ?$")
# "$4.2 million ($3.1 million in 2004)"
_ASIDE = re.compile(r"\x00+ (?:in|for|at|during) (?:the )?\x00+\)")
_LIKE = re.compile(rf"\b(?:(?:about|\w+ly) )?{SAME_AS}(?!\w)")
_LIKE_HEADS = frozenset(words.split()[0] for words in VOCABULARY["sameness_words"])
_CONTINUED = re.compile(r"[\"“]?(?:this|that|these|which)?(?: figure| amount)? ?(?:compares|compared|is compared)\b")


def is_amount(found: Quantity) -> bool:
    return found.label in ("MONEY", "PER_SHARE")


@dataclass(frozen=True, slots=True)
class FigureSentence:
    """`values` are the mentions in it, `masked` is the whole text with every mention blanked out."""

    text: str
    masked: str
    start: int
    end: int
    values: Sequence[Quantity]
    cues: Sequence[Cue]

    @property
    def amounts(self) -> list[Quantity]:
        return [q for q in self.values if is_amount(q)]

    @property
    def continues(self) -> bool:
        """Whether it goes on from the sentence before ("This compares to $5 million ...")."""
        return _CONTINUED.match(self.masked, self.start) is not None

    def words(self, start: int, end: int) -> list[str]:
        """The words between two offsets, mentions left out."""
        found = (w.strip(".'’\x00") for w in _WORD.findall(self.masked[start:end]))
        return [w for w in found if w]

    def is_link(self, start: int, end: int) -> bool:
        """Whether only small words stand between two offsets, such as those that join an amount to its name."""
        words = self.words(start, end)
        if all(w in BETWEEN or w in COMPARISON for w in words):
            return True
        like = self._like(words, start, end)
        return like is not None and self.is_link(start, like.start()) and self.is_link(like.end(), end)

    def _like(self, words: list[str], start: int, end: int) -> re.Match[str] | None:
        """The first words that say two amounts are alike or set one against the other ("flat with")."""
        return None if _LIKE_HEADS.isdisjoint(words) else _LIKE.search(self.masked, start, end)

    def is_change(self, found: Quantity) -> bool:
        """Whether an amount tells by how much something changed."""
        if CHANGED_TO.match(self.masked, found.end, self.end):
            return True
        return CHANGED_BY.search(self.masked, max(self.start, found.start - 48), found.start) is not None

    def compares(self, start: int, end: int) -> bool:
        """Whether what follows is set against what stood before."""
        if _OTHER_TIME.search(self.masked, start, end):
            return True
        if self.masked[start:end] == " (" and _ASIDE.match(self.masked, end):
            return True
        words = self.words(start, end)
        if any(w in COMPARISON for w in words) or (words[:1] == ["and"] and "versus" in words):
            return True
        return self._like(words, start, end) is not None


def read_sentence(text: str, masked: str, span: tuple[int, int], values: Sequence[Quantity]) -> FigureSentence:
    """`values` are the mentions inside `span`."""
    return FigureSentence(text, masked, *span, values, find_cues(masked, *span))
