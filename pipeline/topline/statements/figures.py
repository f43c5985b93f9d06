"""How figures and dashes are printed in the columns of a text: regular expressions for one line."""

import re

from topline.statements.currencies import SIGN, SIGN_APART
from topline.statements.numerals import GROUPS
from topline.vocab import CURRENCY_SIGN, SIGN_STARTS

__all__ = ["DASH", "FIGURE", "NOTES", "OPENINGS", "SPACED"]

_NOTE = r"(?:\([A-Za-z\d]{1,2}\)|\[[A-Za-z\d]{1,2}\]|/\(?[A-Za-z\d]{1,2}\)?/)"
# What a figure begins with that touches the one before it, for the inside of [...].
OPENINGS = f"({SIGN_STARTS}"
# In narrow columns a figure begins right behind the one before it: "$(1,202)$(1,050)", "1,234(5,678)". What could be
# the mark of a note, as "(12)", is one.
_TOUCHING = (
    rf"(?=[{OPENINGS}])(?=(?:{CURRENCY_SIGN}[ \t]{{0,24}}(?:\([ \t]{{0,12}})?(?:[-–\u2212]?[.,]?\d|-0-|-{{1,5}}|[–—])"
    rf"|\([ \t]{{0,12}}(?:{CURRENCY_SIGN}[ \t]{{0,12}}[.,]?\d"
    r"|(?!(?:19|20)\d\d\))(?:\d{0,12}\.\d|\d{1,3},\d{3}|\d{3})))"
    r"[\d,.]{0,38}+[ \t]{0,2}\)?+%?+"
    rf"(?:[\s(*)]|$|{CURRENCY_SIGN}))"
)
_AFTER = (
    rf"(?=[ \t]{{2}}|[ \t]*$|\t|[ ](?:{SIGN}|[(\d.])|[ ]-{{1,5}}(?:[\d ]|$)"
    rf"|[ ]?{_NOTE}{{1,4}}(?:[ ]|$|{_TOUCHING})|[ ]?\*|{_TOUCHING})"
)
_BEFORE = rf"(?:(?<![^\s.])|(?<=[\d)%–—-]){_TOUCHING})"
# How a figure begins: told first, because most places of a line are blanks and letters.
_BEGINS = r"(?=[^\sa-z])"
_GROUP = rf"[{GROUPS}](?=\d{{3}}(?!\d))"


def _figure(group: str) -> re.Pattern[str]:
    """`group` parts the thousands, beside "," and "."."""
    # "$000" is a scale, "2023 EUR" a head, "31.12.2023" a day.
    return re.compile(
        rf"{_BEGINS}{_BEFORE}(?:{SIGN_APART}[ \t]{{0,24}}|{SIGN}[ ]?)?"
        rf"(?P<open>\([ \t]{{0,12}})?(?:{SIGN}[ \t]{{0,12}})?"
        rf"(?P<minus>[-–\u2212]\u202f?(?:{SIGN})?(?=[\d.,]))?"
        rf"(?!0{{3}}(?!\d)|(?:19|20)\d\d[ ]?(?!\$){SIGN}|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d)"
        rf"(?P<digits>[.,]?\d(?:(?:[\d,.]|{group}){{0,38}}\d)?)"
        r"(?P<percent>[ ]?%)?(?:[ ]?¢)?(?P<close>[ \t]{0,2}\))?(?P<percent_after>[ ]?%)?(?:[ ]?¢)?"
        rf"(?:[ ]?(?!\$){SIGN}(?=[ \t]{{2}}|[ \t]*$|\)))?(?P<closed>(?<!\))\))?{_AFTER}"
    )


FIGURE = _figure(_GROUP)
SPACED = _figure(rf"{_GROUP}|[ ](?=\d{{3}}(?!\d))")
DASH = re.compile(
    rf"(?=[ ]?[^\s\da-z]){_BEFORE}(?:{SIGN_APART}[ \t]{{0,24}}|{SIGN}[ ]?)?(?:\((?=[-–—]+\)))?[ ]?"
    rf"(?P<dash>-0-|-{{1,5}}|[–—])\)?%?{_AFTER}"
)
# Marks of notes and blanks between two figures.
NOTES = re.compile(rf"\s*+(?:{_NOTE}{{1,4}}\s*+)?")
