"""What year a quarter, half or month is of: "of 2003", "of fiscal 2004", "of last year", "of that year"."""

import re
from datetime import date

from topline.quantities.comparisons import compared_fiscal_year
from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import Reading
from topline.quantities.spans import fiscal_year_of
from topline.quantities.tense import fitting
from topline.quantities.words import VOCABULARY, YEAR, alternation, compiled, year_of

__all__ = ["SOFT", "named_year", "nearest_of", "reference_year", "year_ahead", "year_reference"]

_BEFORE = ("last", "prior", "previous")
# So many days off, a month is asked whether it suits the tense.
SOFT = 60


def year_reference(prefix: str = "") -> str:
    """A pattern for "of 2003", ", fiscal 2006", "'04", "of last year"; its groups carry the prefix."""
    p = prefix
    return (
        rf"(?:(?:,| of| in| for|,? of the)?(?: the| both)?"
        rf"(?: (?P<{p}fiscal>fiscal|calendar)(?: year)?,? ?| year |(?P<{p}fy> ?-? ?FY ?)|[ -])"
        rf"(?P<{p}year>{YEAR})(?![\w])(?: (?P<{p}tail>fiscal|calendar) year(?![\w-]))?"
        rf"|(?: ?FY ?| ?')(?P<{p}short>\d\d)(?![\d\w])"
        rf"|(?: of| in|,)?(?: the)? (?P<{p}which>this|last|next|current|prior|previous|that|same)"
        rf"(?: (?P<{p}kind>fiscal|calendar))? year(?![\w'-])"
        rf"|,? (?P<{p}ago>(?:a|one) year (?:ago|earlier)(?!\w)))"
    )


def named_year(reading: Reading) -> int | None:
    """The year that "that year" points back to."""
    named = [q for q in reading.seen[-20:] if q.interval is not None and q.label in ("PERIOD", "DATE")]
    if not named:
        return None
    last: Quantity = named[-1]
    reading.point_to((last.start, last.end))
    return last.interval.end.year if last.interval is not None else None


def reference_year(match: re.Match[str], reading: Reading, prefix: str = "") -> tuple[int | None, bool]:
    """The year that the groups of `year_reference(prefix)` name, and whether it is told to be a calendar year."""
    groups, context = match.groupdict(), reading.context
    kind = groups[prefix + "fiscal"] or groups[prefix + "tail"] or groups[prefix + "kind"] or ""
    calendar = kind.lower() == "calendar"
    if groups[prefix + "year"] or groups[prefix + "short"]:
        return year_of(groups[prefix + "year"] or groups[prefix + "short"]), calendar
    which = (groups[prefix + "which"] or "").lower()
    if which in ("that", "same"):
        return named_year(reading), calendar
    if groups[prefix + "ago"] is not None and context.period is not None:
        reading.infer("period")
        return fiscal_year_of(context.period.end, context) - 1, calendar
    if which in _BEFORE and not calendar and (year := compared_fiscal_year(reading, match.start())) is not None:
        return year, calendar
    if not which or context.released_on is None:
        return None, calendar
    step = -1 if which in _BEFORE else int(which == "next")
    reading.infer("released_on")
    year = context.released_on.year if calendar else fiscal_year_of(context.released_on, context)
    return year + step, calendar


_AHEAD_WORDS = (
    r"first|second|third|fourth|full|fiscal|calendar|year|quarters?|half|three|six|nine|twelve|months?|ended|ending|"
    r"and|of|in|the|for|q[1-4]|[1-4]q|h[12]|[12]h"
)
_AHEAD = compiled(
    r"(?:,?(?: |-)?(?:and|or|to|through|&|-|–|ended|ending)|[-–/](?:q[1-4]|[1-4]q|h[12]|[12]h)(?!\w))"
    rf"(?:[ -](?:{_AHEAD_WORDS}|{alternation(VOCABULARY['months'])}\.?|\d{{1,2}},?)){{0,9}},? (?P<year>{YEAR})(?!\w)"
)
_CODE_AHEAD = compiled(r"[-–/](?:q[1-4]|[1-4]q|h[12]|[12]h)'?(?P<year>\d\d)(?!\w)")


def year_ahead(reading: Reading, end: int) -> int | None:
    """The year that a quarter shares with the period coordinated with it ("third and fourth quarters of 1998")."""
    match = _AHEAD.match(reading.text, end) or _CODE_AHEAD.match(reading.text, end)
    if match is None:
        return None
    reading.point_to(match.span("year"))
    return year_of(match["year"])


def nearest_of(candidates: list[Interval], reading: Reading, way: int = 0, *, slack: int = SOFT) -> Interval | None:
    """The candidate nearest to the release day, else to the end of the period reported.

    One that is more than `slack` days off gives way to one that suits the tense of the sentence.
    """
    context = reading.context
    to: date | None = context.released_on or (context.period.end if context.period else None)
    if to is None:
        return None
    reading.infer("released_on" if context.released_on else "period")
    return fitting(candidates, to, way, slack=slack)
