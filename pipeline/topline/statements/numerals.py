"""Which marks a table prints in its numbers: "1,250.5" or "1.250,5" or "1 250,5", told by all of its figures."""

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from topline.vocab import CURRENCY_SIGN, SYMBOLS

__all__ = ["ENGLISH", "GROUPS", "Numerals", "Reading", "numerals_of"]

# Blanks that do not break never part two columns; they and apostrophes can only group digits.
GROUPS = "\u202f\u2009'’"
_NUMBER = re.compile(
    rf"(?:(?<=[ \t]{{2}})|(?<=[({SYMBOLS}–\u2212-])|(?<=[{SYMBOLS}–\u2212-][ \u202f])|(?<=[A-Z]{{3}} )|^)"
    rf"[.,]?\d(?>(?:[\d.,]|[{GROUPS} ](?=\d{{3}}(?![\d%])))*)"
    rf"(?=[ ]?[)%{SYMBOLS}*]{{0,4}}(?:[ \t]{{2}}|[ \t]*$|\t|[ ](?:{CURRENCY_SIGN}|[(\d–-]))"
    rf"|\)?(?:{CURRENCY_SIGN}|\(){{1,2}}[ \t]{{0,12}}[.,]?\d{{1,3}}[.,]\d)",
    re.MULTILINE,
)
_GROUPED = re.compile(rf"[{GROUPS} ]")
_SPACED = re.compile(
    rf"(?:(?<=[ \t]{{2}})|(?<=[({SYMBOLS}]))\d{{1,3}}(?: \d{{3}})+(?:[.,]\d+)?(?=[ \t]{{2}}|[ \t]*$|[)%])", re.MULTILINE
)
# Without these all figures are English whatever they are: most tables have none.
_DOUBTFUL = re.compile(
    rf"\d,?[{GROUPS} ]\d{{3}}(?!\d)|\d\.\d{{3}}|\d,\d{{1,2}}(?!\d)|\d,\d{{4}}|(?<!\d)0?,\d|[.,]\d*[.,]\d*[.,]"
)
_SOUND = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+")
_SWAPPED = str.maketrans(".,", ",.")
# Of a number in English marks; one in the marks of the continent is looked up with the two swapped.
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|0?\.\d+")
_DECIMALS = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})|\d{4,}\.\d{3}")
_LONE = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d\d){1,2}")
_FEWEST = 2


class Reading(NamedTuple):
    """A number in English marks; `certain` unless the table leaves open what its marks mean."""

    digits: str
    sound: bool
    certain: bool


class Numerals(NamedTuple):
    """`decimal` is "." or ",", or empty where the figures contradict each other.

    `points` and `commas`: whether a number with one mark before three digits, as "1.250" or "1,250", is certain.
    `spaced`: plain blanks group digits, as in "1 250".
    """

    decimal: str = "."
    points: bool = True
    commas: bool = True
    spaced: bool = False

    def read(self, printed: str) -> Reading:
        if self == ENGLISH and _SOUND.fullmatch(printed):
            return Reading(printed, sound=True, certain=True)
        number = _GROUPED.sub("", printed)
        grouped = number != printed
        marked = "." in number or "," in number
        if self.decimal == ",":
            number = number.translate(_SWAPPED)
        lone = _LONE.fullmatch(printed)
        open_ = lone is not None and not (self.points if lone[1] == "." else self.commas)
        sound = _SOUND.fullmatch(number) is not None and not (grouped and "," in number)
        return Reading(number, sound, certain=not open_ and (bool(self.decimal) or not marked))


ENGLISH = Numerals()


def numerals_of(text: str, *, foreign: Callable[[str], bool]) -> Numerals:
    """From all figures of a table. `foreign` says whether it speaks of another currency than the dollar.

    A single figure such as "12,5" among English ones is a slip and does not speak for the rest.
    """
    if _DOUBTFUL.search(text) is None:
        return ENGLISH
    kinds = Counter(_kind(number) for number in _NUMBER.findall(text))
    spaced = not kinds["lone ,"] and len(_SPACED.findall(text)) >= _FEWEST and foreign(text)
    continental = kinds["continental"] > 0 or (kinds["decimal ,"] >= _FEWEST and not kinds["lone ,"])
    english = kinds["english"] + kinds["decimal ."] > 0
    if continental and english:
        return Numerals("" if kinds["continental"] else ".", spaced=spaced)
    if continental:
        return Numerals(",", commas=not kinds["lone ,"], spaced=spaced)
    return Numerals(".", points=english or not kinds["lone ."] or not foreign(text), spaced=spaced)


def _kind(printed: str) -> str:
    """What a number speaks for; "" for one without marks, or with marks that say nothing."""
    if printed.isdecimal():
        return ""
    number = _GROUPED.sub("", printed)
    if _DAY.fullmatch(number):
        return ""
    if number != printed and "," in number:
        return "continental" if "." not in number else ""
    if lone := _LONE.fullmatch(printed):
        return f"lone {lone[1]}"
    for mark, name, text in ((".", "english", number), (",", "continental", number.translate(_SWAPPED))):
        if _ENGLISH.fullmatch(text):
            return name
        if _DECIMALS.fullmatch(text):
            return f"decimal {mark}"
    return ""
