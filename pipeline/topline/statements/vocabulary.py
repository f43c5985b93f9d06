"""This room's word lists and patterns, compiled once."""

import re
from functools import cache, lru_cache
from typing import Any

from topline.vocab.load import load_yaml

__all__ = ["first_match", "is_sentence", "normal", "patterns", "section_class", "singular", "words"]

_FILE = "statement_words.yaml"
_NOTE = re.compile(r"\((?:see )?notes?\b[^()]{0,40}\)|\((?:\d{1,2}|[a-z])\)|\*+")
_APOSTROPHE = re.compile(r"['`´’‘]")
_OTHER = re.compile(r"[^a-z0-9%]+")
_LONGEST = 2000
# A stop at the end, or one before a capital: not that of "Six Mos. Ended" nor of "Ltd. Balance Sheet".
_SENTENCE = re.compile(r"[a-z]{2}[.!?][\"”)]?$|[a-z](?<![Mm]os)(?<![Ww]ks)(?<![Yy]rs)(?<![Qq]tr)[.!?;][ ]+[A-Z]")


@cache
def patterns(name: str) -> tuple[tuple[re.Pattern[str], Any], ...]:
    """The list `name` of patterns and what each stands for, in order."""
    return tuple((re.compile(pattern), meaning) for meaning, pattern in load_yaml(_FILE)[name])


# Labels, heads and titles come again from row to row and from release to release.
@lru_cache(maxsize=8192)
def first_match(name: str, text: str) -> Any:
    """What the first pattern found in `text` stands for, None when there is none."""
    return next((meaning for pattern, meaning in patterns(name) if pattern.search(text[:_LONGEST])), None)


@cache
def words(name: str) -> frozenset[str]:
    return frozenset(load_yaml(_FILE)[name])


@cache
def _section_classes() -> dict[str, str]:
    listed: dict[str, list[str]] = load_yaml(_FILE)["section_classes"]
    return {heading: name for name, headings in listed.items() for heading in headings}


def section_class(section: str | None) -> str | None:
    """The class of a heading, such as current_assets."""
    return _section_classes().get(normal(section)) if section else None


def is_sentence(text: str) -> bool:
    """Whether words over a table or beside it are told in a sentence, as no title and no head is."""
    return _SENTENCE.search(text) is not None


@lru_cache(maxsize=8192)
def normal(label: str) -> str:
    """A label in the form that the vocabulary is written in: lower case, "and" for "&", no marks, no note numbers."""
    text = _NOTE.sub(" ", label[:_LONGEST].lower().replace("&", " and "))
    return _OTHER.sub(" ", _APOSTROPHE.sub("", text)).strip()


def singular(name: str) -> str:
    """Each word of a name in normal form without the s of a plural: of "tests" and "test", but not of "gross"."""
    return " ".join(map(_singular, name.split()))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
