"""The vocabulary that values are written with, as lookups and as pieces of patterns."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from topline.vocab.load import load_yaml

__all__ = [
    "DAY",
    "MONTH",
    "NUMBER",
    "ORDINAL",
    "SAME_AS",
    "VOCABULARY",
    "WEEKDAY",
    "WORD_NUMBER",
    "YEAR",
    "alternation",
    "compiled",
    "evened",
    "lowered",
    "month_of",
    "number_of",
    "ordinal_of",
    "plain",
    "year_of",
]

VOCABULARY: dict[str, Any] = load_yaml("quantities.yaml")

_EVEN = str.maketrans(
    dict.fromkeys("\xa0\u2007\u2009\u202f\t\n\r", " ") | dict.fromkeys("\u2010\u2011", "-") | dict.fromkeys("‘’", "'")
)


def alternation(words: Iterable[str]) -> str:
    """The words as one group, the longest first, so that no word hides a longer one."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"


def compiled(source: str) -> re.Pattern[str]:
    """The pattern without regard to case. It is meant for text that went through `evened`."""
    return re.compile(source, re.IGNORECASE)


def evened(text: str) -> str:
    """The text with plain blanks, hyphens and apostrophes, of the same length."""
    return text if text.isascii() and "\n" not in text and "\t" not in text else text.translate(_EVEN)


def lowered(text: str) -> str:
    """The text in small letters, of the same length: the few letters that would grow stay as they are."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _counting(kind: str) -> tuple[dict[str, int], str]:
    table = VOCABULARY[kind]
    cardinal = VOCABULARY["numbers"]["tens"]
    lookup: dict[str, int] = {**table["ones"], **table["teens"], **table["tens"]}
    lookup |= {f"{t}-{o}": v + w for t, v in cardinal.items() for o, w in table["ones"].items()}
    pattern = f"(?:{alternation(cardinal)}[ -]{alternation(table['ones'])}|{alternation(lookup)})"
    return lookup, pattern


_NUMBERS, _NUMBER_WORDS = _counting("numbers")
_ORDINALS, _ORDINAL_WORDS = _counting("ordinals")
_MONTHS: dict[str, int] = VOCABULARY["months"]

_SHORT = [m for m in _MONTHS if len(m) <= 4 and m not in ("may", "june", "july")]
MONTH = rf"(?:{alternation(m for m in _MONTHS if m not in _SHORT)}(?![a-z])|{alternation(_SHORT)}(?![a-z])\.?)"
WEEKDAY = rf"{alternation(VOCABULARY['weekdays'])}(?![a-z])\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])(?!,\d{3}(?!\d))(?!\.\d)"
YEAR = r"(?:(?:19|20)\d\d(?![\d%])(?!,\d{3})(?!\.\d))"
WORD_NUMBER = (
    rf"(?:{_NUMBER_WORDS}(?: hundred)?(?: thousand)?(?![a-z])(?!-(?:half|third|quarter|fourth|fifth|tenth)s?(?![a-z])))"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}(?!\d|,\d{3})(?:\.\d{1,8})?|\d{1,15}(?!,\d)(?:\.\d{1,8})?|\.\d{1,8})(?!\d)"
# Atomic: no rule is to try a part of a number when what follows the whole does not fit.
NUMBER = rf"(?>{DIGITS}|{WORD_NUMBER})"
# "flat with": what follows is another time's amount, as after "compared with".
SAME_AS = alternation(VOCABULARY["sameness_words"])
ORDINAL = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{_ORDINAL_WORDS})(?![a-z])"


def plain(value: Decimal) -> str:
    """A decimal string without exponent and without zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_of(text: str) -> Decimal | None:
    """The value of digits with commas, or of a number in words up to ninety-nine thousand."""
    bare = text.replace(",", "").lower()
    if bare[:1].isdigit() or bare[:1] == ".":
        return Decimal(bare)
    scale = 1
    for word, factor in (("thousand", 1000), ("hundred", 100)):
        if bare.endswith(word):
            bare, scale = bare[: -len(word)].strip(), scale * factor
    value = _NUMBERS.get(re.sub(r"\s", "-", bare.strip()))
    return None if value is None else Decimal(value * scale)


def ordinal_of(text: str) -> int | None:
    """The value of "26th" or "twenty-sixth"."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else _ORDINALS.get(re.sub(r"\s", "-", text.lower()))


def month_of(text: str) -> int | None:
    """The month's number, None for small letters, which are more often a verb than a month."""
    return None if text.islower() else _MONTHS.get(text.rstrip(".").lower())


def year_of(text: str) -> int:
    """The year of "2004", "'04" or "04"; two digits below 60 are of this century."""
    digits = int(text.lstrip("'"))
    if digits >= 100:
        return digits
    return digits + (2000 if digits < 60 else 1900)
