"""Whether a text is what this package reads at all: a release, in English."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from topline.readers.document import Document
from topline.records import Problem
from topline.vocab import load_yaml, month_names

__all__ = ["judged"]

_WORD = re.compile(r"[^\W\d_]+")
_PHRASE = re.compile(r"(?:^|\s)[^\W\d_][\w’'-]+,?\s[\w’'$-]+,?\s[^\W\d_][\w’'-]+")
_WIRE = load_yaml("wire.yaml")
_MONTHS = "|".join(month_names())
_NAMED = re.compile(
    rf"\b(?:{'|'.join(_WIRE['exchanges'])})\s?:|,? (?:{'|'.join(_WIRE['company_forms'])})\b"
    rf"|\b(?:{_MONTHS}) \d{{1,2}}, (?:19|20)\d\d"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+")
_LOOK = 6_000
# Below these counts of words nothing is said of the language: a short note may have no function word.
_FEW = 12
_MANY = 60
_OTHER_SHARE = 0.08
_ENGLISH_SHARE = 0.04
_FEWEST_WORDS = 2
_FEWEST_LETTERS = 20


def judged(document: Document) -> Document:
    """With `is_release` false, and a problem that says why, for a text that is none or is not English."""
    prose = document.prose[:_LOOK]
    language = _language(prose)
    if language is not None:
        what = f"not in English (it looks like {language}): only English releases are read, no events were looked for"
    elif document.tables or _is_release(document, prose):
        return document
    else:
        what = (
            "no release: neither a dateline, a company, a ticker or a date nor words in a row were found, and no "
            "events were looked for"
        )
    return replace(document, is_release=False, problems=(*document.problems, Problem(what=what)))


def _is_release(document: Document, prose: str) -> bool:
    named = any(zone.kind == "dateline" for zone in document.zones) or _NAMED.search(prose)
    return bool(named) or any(_PHRASE.search(document.text_of(b)) for b in document.blocks)


def _language(prose: str) -> str | None:
    """Which other language a text is written in; None for English, and where there is too little to tell."""
    words = [word.lower() for word in _WORD.findall(prose)]
    letters = sum(len(word) for word in words)
    if letters >= _FEWEST_LETTERS and sum(map(len, _LATIN.findall(prose))) < letters / 2:
        return "one with letters of its own"
    if len(words) < _FEW:
        return None
    known = _languages()
    counts = Counter(language for word in words if word in known for language in known[word])
    english = counts.pop("English", 0)
    other, most = max(counts.items(), key=lambda item: item[1], default=("", 0))
    if most > max(2 * english, _OTHER_SHARE * len(words), _FEWEST_WORDS):
        return other
    return "another language" if len(words) >= _MANY and english < _ENGLISH_SHARE * len(words) else None


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """For each word the languages that have it."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in load_yaml("language.yaml").items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found
