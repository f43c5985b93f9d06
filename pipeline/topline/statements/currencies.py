"""In which currency a statement, a column or a row is: stated in words, by a code or by a sign."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from topline.vocab import CODES, CODES_BESIDE_AMOUNTS, CURRENCY_CODE, CURRENCY_SIGN, NAMED_CODES, SIGNS, load_yaml

__all__ = [
    "SIGN",
    "SIGN_APART",
    "currencies_in",
    "is_dollar",
    "names_currency",
    "of_row",
    "speaks_foreign",
    "stated_throughout",
]

_DATA: dict[str, Any] = load_yaml("currencies.yaml")
_BY_SIGN: dict[str, str] = {**SIGNS, **CODES, **CODES_BESIDE_AMOUNTS}
_SIGNS = "|".join(map(re.escape, SIGNS))
_BESIDE = "|".join(CODES_BESIDE_AMOUNTS)
_SCALED = "|".join(_DATA["scaled_codes"])
_PRINTED = re.compile(
    rf"(?<![A-Za-z])(?P<sign>{_SIGNS})|(?<![A-Za-z])(?:{_SCALED})?(?P<code>{NAMED_CODES})(?:[mk]n?)?(?![A-Za-z])"
    rf"|(?<!\w)(?P<beside>{_BESIDE})"
    r"(?=[ ]{0,24}\(?[-–]?(?:\d{1,3}[.,]\d|\d{1,15}\)?$)|[ ](?i:thousand|million|['’]000))"
    rf"|(?:(?<=[Ii]n )(?P<told>{_BESIDE})(?=[),])|(?:(?<=ands of )|(?<=ions of ))(?P<said>{_BESIDE})(?!\w))"
)
_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple((code, re.compile(p)) for code, p in _DATA["names"])
_STEMS = re.compile("|".join(map(re.escape, _DATA["name_stems"])))
_SPEAKS = re.compile(_DATA["speaks"])
_CODED = re.compile(rf"[-–—] ?(?:{NAMED_CODES}) ?\(")
_THROUGHOUT = re.compile(_DATA["throughout"], re.IGNORECASE)
_OF_ROW = re.compile(rf"\((?:in |expressed in )?([^()]{{1,24}})\)|\bin ((?:{_SIGNS}|(?:{NAMED_CODES})\b))")
_LONGEST = 4000

# A currency's sign beside a figure, the bare "$" included: a regular expression without groups.
SIGN = rf"(?:{CURRENCY_SIGN}|{CURRENCY_CODE})"
# One that may stand far from its figure: a code does only where blanks part it from the label.
SIGN_APART = rf"(?:{CURRENCY_SIGN}|(?<=[ \t]{{2}}){CURRENCY_CODE})"


# Digits, blanks and ASCII marks, as in most figures.
_SILENT = re.compile(r"[ -@\[-`{-~]*")


def currencies_in(text: str) -> list[str]:
    """The currencies that a text names, each once, signs and codes before names; a bare "$" names none."""
    return [] if _SILENT.fullmatch(text) else list(dict.fromkeys(_named(text[:_LONGEST])))


def names_currency(line: str) -> list[str]:
    """Currencies of a line over a statement; a company's name may hold the word for one and says nothing."""
    words = " ".join(line.split())
    if words.startswith(("(", "[")) or _SPEAKS.search(words.lower()) or _CODED.search(words):
        return currencies_in(words)
    return currencies_in(words) if len(words) <= 8 else []


def speaks_foreign(text: str) -> bool:
    """Whether a table names another currency than the US dollar anywhere."""
    return any(code != "USD" for code in _named(text))


def _named(text: str) -> Iterable[str]:
    lowered = text.lower()
    yield from (_BY_SIGN[m[m.lastgroup or "sign"]] for m in _PRINTED.finditer(text))
    if _STEMS.search(lowered):
        yield from (code for code, pattern in _NAMES if pattern.search(lowered))


def is_dollar(currency: str) -> bool:
    return currency in _DATA["dollars"]


def same_sign(signs: Iterable[str], named: Iterable[str]) -> list[str]:
    """What the signs beside figures stand for where words name currencies; a shared sign alone names none for sure."""
    told = set(named)
    found: list[str] = []
    for code in signs:
        other = _DATA["same_sign"].get(code)
        found += [code] if other is None else [c for c in (code, other) if c in told] or [code, other]
    return found


@cache
def of_row(label: str) -> str | None:
    """The currency that a row's label puts into parentheses or at "in", as "Loss per share (US$)"."""
    found = {code for m in _OF_ROW.finditer(label[:200]) for code in currencies_in(m[1] or m[2])}
    return found.pop() if len(found) == 1 else None


def stated_throughout(page: str) -> str | None:
    """The currency of a sentence such as "All amounts are in Canadian dollars unless otherwise noted"."""
    found: set[str] = set()
    for match in _THROUGHOUT.finditer(page):
        found.update(currencies_in(page[match.start() : match.end() + 60]))
    return found.pop() if len(found) == 1 else None
