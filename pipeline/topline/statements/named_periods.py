"""Periods that column heads call by name: "Third Quarter 1998", "Q2 2009", "FY 2008", "9 Months 2004"."""

import re

from topline.quantities import ReleaseContext, find_quantities
from topline.records import Interval
from topline.statements.periods import When

__all__ = ["named_period"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|[’']\d\d\b|\d[HQ]\d\d\b|[HQ]\d[ -]?\d\d\b")
_FRONT = re.compile(r"^((?:19|20)\d\d) (.+)$")
_OF = re.compile(r"\b(months?|quarters?|half) ((?:19|20)\d\d)$", re.IGNORECASE)
_WHOLE = frozenset({"quarter", "half", "year", "span"})
_BARE = re.compile(r"(?:19|20)\d\d")


def named_period(label: str, context: ReleaseContext) -> When:
    """What the rules for prose make of a head; neither period nor day for a bare year or for what is not one period.

    A year of its own must be printed. A fiscal year that ends elsewhere is read by the context.
    """
    if _YEAR.search(label) is None or _BARE.fullmatch(label.strip()):
        return When()
    told = _OF.sub(r"\1 of \2", _FRONT.sub(r"\2 \1", label.strip()))
    text = f"In the {told}"
    found = [q for q in find_quantities(text, context) if q.label == "PERIOD"]
    if len(found) != 1 or found[0].precision not in _WHOLE or found[0].interval is None:
        return When()
    if any(char.isalnum() for char in text[len("In the ") : found[0].start] + text[found[0].end :]):
        return When()  # "Nine Months 1998" is not the year that was found in it
    start, end = found[0].interval
    return When(period=Interval(start=start.isoformat(), end=end.isoformat()))
