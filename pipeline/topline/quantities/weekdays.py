"""Weekdays that stand alone: "on Tuesday", "this Friday", "next Monday"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from topline.quantities.model import Quantity
from topline.quantities.reading import Reading, Rule, date_quantity
from topline.quantities.tense import AHEAD, PAST, tense
from topline.quantities.words import DAY, MONTH, VOCABULARY, alternation, compiled

__all__ = ["FULL_WEEKDAY", "WEEKDAY_RULES", "weekday_meant"]

_WEEKDAYS: dict[str, int] = VOCABULARY["weekdays"]
_FULL = [name for name in _WEEKDAYS if name.endswith("day")]
FULL_WEEKDAY = rf"{alternation(_FULL)}(?![\w-])"


def weekday_meant(reading: Reading, span: tuple[int, int], name: str, which: str = "") -> date | None:
    """The day of that name the sentence means, None where it may be one of two.

    "next Friday" of a Wednesday is the day after tomorrow to some and a week later to others; "last Monday" likewise.
    """
    released = reading.context.released_on
    if released is None:
        return None
    reading.infer("released_on", "weekday")
    ahead = (_WEEKDAYS[name.lower()] - released.weekday()) % 7
    behind = (released.weekday() - _WEEKDAYS[name.lower()]) % 7
    if which in ("this", "this coming", "coming"):
        return released + timedelta(days=ahead)
    if which in ("this past", "past"):
        return released - timedelta(days=behind or 7)
    if which == "next":
        return released + timedelta(days=ahead) if released.weekday() + ahead >= 7 else None
    if which == "last":
        return released - timedelta(days=behind) if behind > released.weekday() else None
    if ahead == 0:
        return released
    way = tense(reading, *span)
    if way == AHEAD:
        return released + timedelta(days=ahead)
    return released - timedelta(days=behind) if way == PAST else None


def _build_weekday(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    which = (match["which"] or "").lower()
    if not which and reading.modifier(match.start()) != "on" and not _VERB.search(reading.before(match.start(), 24)):
        return ()
    when = weekday_meant(reading, match.span(), match["day"], which)
    return () if when is None else (date_quantity(reading, match.span(), when, rule),)


_VERB = re.compile(rf"\b{alternation(VOCABULARY['weekday_verbs'])} $")
_WHICH = r"(?:(?P<which>this past|this coming|this|next|last|past|coming) )?"
_NOT_DATED = (
    rf"(?!,? (?:the )?(?:{MONTH} ?\d|{DAY} (?:of )?{MONTH}|\d{{1,2}}/))"
    rf"(?! ?(?:-|–|through|to|and|or|thru) ?{alternation(_FULL)})(?! (?:morning|evening|night|afternoon)s)"
)
WEEKDAY_RULES = (
    Rule(
        "weekday",
        frozenset({*_FULL, "this", "next", "last", "past", "coming"}),
        compiled(rf"{_WHICH}(?P<day>{FULL_WEEKDAY}){_NOT_DATED}"),
        _build_weekday,
    ),
)
