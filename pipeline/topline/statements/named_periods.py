"""Periods that column heads call by name: "Third Quarter 1998", "Q2 2009", "FY 2008", "9 Months 2004"."""

import re
from collections.abc import Sequence

from topline.quantities import ReleaseContext, find_quantities
from topline.records import Interval
from topline.statements.dates import date_parts
from topline.statements.head_codes import in_words, leaves_year_open, month_range, to_date
from topline.statements.periods import When
from topline.statements.vocabulary import first_match

__all__ = ["named_periods"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|[’']\d\d\b|\d[HQ]\d\d\b|[HQ]\d[ -]?\d\d\b")
_FRONT = re.compile(r"^((?:19|20)\d\d) (.+)$")
_OF = re.compile(r"\b(months?|quarters?|half) ((?:19|20)\d\d)$", re.IGNORECASE)
_WHOLE = frozenset({"quarter", "half", "year", "span"})
_TIMES = frozenset({"PERIOD", "DATE", "DURATION"})
_BARE = re.compile(r"(?:19|20)\d\d")


def named_periods(labels: Sequence[str], whens: Sequence[When], context: ReleaseContext) -> list[When]:
    """The times of columns, with those by name of columns that have none yet."""
    open_ones = [leaves_year_open(label.strip()) for label in labels]
    named = [
        when if when.period or when.instant else _named(label.strip(), context)
        for label, when in zip(labels, whens, strict=True)
    ]
    # "Q3 FY25" in a release of 2024: the fiscal year ends elsewhere than is known, and "Q3 FY24" is as open.
    unsure = any(is_open and _to_come(when, context) for when, is_open in zip(named, open_ones, strict=True))
    found = [When() if is_open and unsure else when for when, is_open in zip(named, open_ones, strict=True)]
    periods = [when.period for when in found]
    return [
        when if when.period or when.instant else When(period=to_date(label.strip(), labels, periods))
        for label, when in zip(labels, found, strict=True)
    ]


def _named(label: str, context: ReleaseContext) -> When:
    """What the rules for prose make of a head; neither period nor day for a bare year or for what is not one period.

    A year of its own must be printed. A fiscal year that ends elsewhere is read by the context.
    """
    if (between := month_range(label)) is not None:
        return When(period=between)
    words = in_words(label)
    if _YEAR.search(words) is None or _BARE.fullmatch(words):
        return When()
    told = _OF.sub(r"\1 of \2", _FRONT.sub(r"\2 \1", words))
    text = f"In the {told}"
    found = [q for q in find_quantities(text, context) if q.label in _TIMES]
    if len(found) != 1 or found[0].precision not in _WHOLE or found[0].interval is None:
        return When()
    start, end = found[0].interval
    when = When(period=Interval(start=start.isoformat(), end=end.isoformat()))
    beside = (text[len("In the ") : found[0].start], text[found[0].end :])
    if any(char.isalnum() for words in beside for char in words):
        # "Nine Months 1998" is not the year that was found in it, and what is told apart of a year may be a quarter's.
        apart = found[0].precision != "year" and all(map(_sets_apart, beside)) and not _to_come(when, context)
        return when if apart else When()
    return when


def _to_come(when: When, context: ReleaseContext) -> bool:
    day = context.released_on
    return when.period is not None and day is not None and when.period.end > day.isoformat()


def _sets_apart(words: str) -> bool:
    """Words beside a period that tell columns of it apart: "Q3 '06 U.S.", "Q3 '06 Non-GAAP", but no "Outlook"."""
    return first_match("not_of_period", words.lower()) is None and not date_parts(words)
