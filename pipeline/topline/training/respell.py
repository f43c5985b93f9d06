"""Invented words in the place of invented words: the same length class, case and, for drugs, the same stem.

A code keeps its shape ("KTV-0412" becomes "QRM-7385"), a word its case and its ending ("velmarsitide" becomes
"ostresitide"). One seed gives one spelling for a word, so that a name stays one name throughout a release.
"""

import random
import re
from collections.abc import Iterable

__all__ = ["Respeller", "distinctive"]

_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"
_ENDING = 4
_SHORTEST = 4
_TRIES = 20
_CODE = re.compile(r"(?=.*\d)[A-Za-z0-9./]+(?:-[A-Za-z0-9./]+)*")
# Words of names that say what kind of thing it is, or that are words of the language: they stay.
_PLAIN = re.compile(r"[a-z]+")


class Respeller:
    """Words to their new spellings, each made up when it is first asked for."""

    def __init__(self, seed: str, *, keep: Iterable[str] = ()) -> None:
        self._random = random.Random(seed)  # noqa: S311 - names, not secrets
        self._keep = frozenset(word.lower() for word in keep)
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """Case is followed: "RELOVA" and "Relova" are one word."""
        if word.lower() in self._keep or not any(c.isalpha() for c in word):
            return word
        if word.lower() not in self._known:
            self._known[word.lower()] = self._new(word)
        return _like(word, self._known[word.lower()])

    def _new(self, word: str) -> str:
        """A few tries for one that no other word has."""
        taken = set(self._known.values())
        make = self._code if _CODE.fullmatch(word) else self._word
        tries = [make(word)]
        while tries[-1] in taken and len(tries) < _TRIES:
            tries.append(make(word))
        return tries[-1]

    def _code(self, word: str) -> str:
        return "".join(
            self._random.choice("0123456789")
            if c.isdigit()
            else self._random.choice("abcdefghklmnpqrstvwxyz")
            if c.isalpha()
            else c
            for c in word.lower()
        )

    def _word(self, word: str) -> str:
        lower = word.lower()
        ending = lower[-_ENDING:] if len(lower) > 2 * _ENDING else ""
        wanted = len(lower) - len(ending)
        made = ""
        while len(made) < wanted:
            made += self._random.choice(_CONSONANTS) + self._random.choice(_VOWELS)
        return made[:wanted] + ending


def _like(old: str, new: str) -> str:
    if old.isupper():
        return new.upper()
    if old[:1].isupper():
        return new[:1].upper() + new[1:]
    return new


def distinctive(word: str, common: frozenset[str]) -> bool:
    """Whether a word of a name is the name's own: no common word of the corpus, no initial, no number."""
    return len(word) >= _SHORTEST and word.lower() not in common and any(c.isalpha() for c in word)
