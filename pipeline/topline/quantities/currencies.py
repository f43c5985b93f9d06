"""Currencies of prose: patterns of what stands before and behind a number, and the currency that each tells."""

import re
from functools import lru_cache
from typing import Any

from topline.quantities.words import VOCABULARY, alternation
from topline.vocab import CODES, CODES_BESIDE_AMOUNTS, SIGNS, load_yaml

__all__ = [
    "BARE",
    "BEFORE",
    "CODE",
    "FIRST_WORDS",
    "HUNDREDTHS",
    "NAME",
    "NO_NOUN",
    "currency_of",
    "is_currency",
    "is_dollar",
    "is_sure",
]

_DATA: dict[str, Any] = load_yaml("currencies.yaml")
_IN_PROSE: dict[str, str] = _DATA["signs_in_prose"]
_LETTERS = CODES | CODES_BESIDE_AMOUNTS
_PLAIN = frozenset(_DATA["codes_before_any_number"])
_RARE = frozenset(_LETTERS) - _PLAIN
_SCALED_NAMES = frozenset(_DATA["names_of_scaled"])
_BARE_NAMES: dict[str, str] = _DATA["names_in_prose"]
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((code, re.compile(p)) for code, p in _DATA["names"])

BARE = "$"
HUNDREDTHS: dict[str, str] = _DATA["hundredths"]
# A sign or a code before a number.
BEFORE = rf"(?:{alternation([*SIGNS, *_IN_PROSE, *_PLAIN])}|(?-i:{alternation(_RARE)}))"
# A name behind it; no \b at its begin, which may touch the number.
_NAMES = "|".join(re.sub(r"(^|\|)\\b", r"\1", pattern) for _, pattern in _DATA["names"])
_WEIGHED = rf" {alternation(_DATA['no_names_before'])}(?!\w)"
_NO_NAME = "".join(rf"(?!(?<={name}){_WEIGHED})" for name in sorted(_SCALED_NAMES))
NAME = rf"(?:(?:{_NAMES}|{alternation(_BARE_NAMES)})(?!\w){_NO_NAME})"
# A code behind it; "CAD patients" and "a $2 million CAD market" speak of a disease.
NO_NOUN = rf"(?![ -](?!{alternation(VOCABULARY['noun_stops'])}(?!\w))[a-z])"
CODE = rf"(?:(?-i:{alternation(_PLAIN)})(?!\w)|(?-i:{alternation(_RARE)})(?!\w){NO_NOUN})"
_FIRST = re.compile(r"[a-z]+")
_SIGNS = {sign.lower(): code for sign, code in {**SIGNS, **_LETTERS, **_IN_PROSE}.items()}
# What a mention with a currency before its number may begin with, beside a symbol.
FIRST_WORDS = frozenset(m[0] for sign in _SIGNS if (m := _FIRST.match(sign)))


@lru_cache(maxsize=512)
def currency_of(printed: str) -> str:
    """The currency of what BEFORE, NAME, CODE or one of HUNDREDTHS matched."""
    word = printed.lower()
    for known in (_SIGNS, HUNDREDTHS, _BARE_NAMES):
        if word in known:
            return known[word]
    return next(code for code, pattern in _PATTERNS if pattern.fullmatch(word))


def is_currency(printed: str, *, scaled: bool, shaped: bool) -> bool:
    """Whether letters beside a number are a currency; `shaped` where the number is that of an amount, scaled or not."""
    if printed in CODES_BESIDE_AMOUNTS or printed.lower() in _SCALED_NAMES:
        return scaled
    return shaped or printed not in _RARE


def is_sure(code: str) -> bool:
    """Whether a code is one beside any number."""
    return code in _PLAIN


def is_dollar(currency: str) -> bool:
    """Whether its sign may be a bare "$"."""
    return currency in _DATA["dollars"]
