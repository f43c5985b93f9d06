"""References to a year, alone or as the tail of a quarter or half, and what a missing year is taken to be."""

import re
from collections.abc import Sequence
from datetime import date

from topline.quantities.model import Interval, Quantity, ReleaseContext
from topline.quantities.reading import NUMERAL, Reading, Rule, date_quantity, period_quantity
from topline.quantities.spans import fiscal_year, fiscal_year_of, month, nearest, shift
from topline.quantities.words import VOCABULARY, YEAR, alternation, compiled, year_of

__all__ = ["YEAR_REFERENCE", "YEAR_RULES", "nearest_of", "reference_year", "year_ahead", "year_reference"]

_NAMES = tuple(f" {w}" for w in VOCABULARY["year_labels"])
_NAME_HEAD = re.compile(
    rf" (?:[A-Z][\w&.-]{{0,30}} ){{0,4}}{alternation(w.title() for w in VOCABULARY['year_name_heads'])}\b"
)
_GROUP_BEFORE = re.compile(r"(?:[\d)] |[\d)]|[$€£#] ?|[\w]/)$")
_GROUP_AFTER = re.compile(r"(?:[ -]\d{3}|-[A-Za-z\d]|\.\d|/\d|:\d|%|,\d)")
_ELIDED = re.compile(r"^(?:,? and(?: of| in)?|,| versus| vs\.?| or| to| compared (?:to|with)|-|–) ?$")


def year_reference(prefix: str = "") -> str:
    """A pattern for "of 2003", ", fiscal 2006", "'04", "of last year"; its groups carry the prefix."""
    p = prefix
    return (
        rf"(?:(?:,| of| in| for|,? of the)?(?: the)?"
        rf"(?: (?P<{p}fiscal>fiscal|calendar)(?: year)?,? ?| year | ?-? ?FY ?|[ -])"
        rf"(?P<{p}year>{YEAR})(?![\w])"
        rf"|(?: ?FY ?| ?')(?P<{p}short>\d\d)(?![\d\w])"
        rf"|(?: of| in|,)?(?: the)? (?P<{p}which>this|last|next|current|prior|previous)"
        rf"(?: (?:fiscal|calendar))? year(?![\w'-]))"
    )


YEAR_REFERENCE = year_reference()


def reference_year(match: re.Match[str], context: ReleaseContext, prefix: str = "") -> tuple[int | None, bool]:
    """The year that the groups of `year_reference(prefix)` name, and whether it is told to be a calendar year."""
    groups = match.groupdict()
    calendar = (groups[prefix + "fiscal"] or "").lower() == "calendar"
    if groups[prefix + "year"] or groups[prefix + "short"]:
        return year_of(groups[prefix + "year"] or groups[prefix + "short"]), calendar
    which = groups[prefix + "which"]
    if which is None or context.released_on is None:
        return None, calendar
    step = {"next": 1, "last": -1, "prior": -1, "previous": -1}.get(which.lower(), 0)
    return fiscal_year_of(context.released_on, context) + step, calendar


_AHEAD_WORDS = (
    r"first|second|third|fourth|full|fiscal|calendar|year|quarters?|half|three|six|nine|twelve|months?|ended|ending|"
    r"and|of|in|the|for"
)
_AHEAD = compiled(
    rf",?(?: |-)?(?:and|or|to|through|&|-|–|ended|ending)(?:[ -](?:{_AHEAD_WORDS}|"
    rf"{alternation(VOCABULARY['months'])}\.?|\d{{1,2}},?)){{0,9}},? (?P<year>{YEAR})(?!\w)"
)


def year_ahead(text: str, end: int) -> int | None:
    """The year that a quarter shares with the period coordinated with it ("third and fourth quarters of 1998")."""
    match = _AHEAD.match(text, end)
    return int(match["year"]) if match else None


def _is_name(match: re.Match[str], reading: Reading) -> bool:
    text, start, end = match.string, match.start(), match.end()
    left = " " + reading.before(start, 16).rstrip(" .")
    return (
        left.endswith(_NAMES)
        or _GROUP_BEFORE.search(text[max(0, start - 2) : start]) is not None
        or _GROUP_AFTER.match(text, end) is not None
        or _NAME_HEAD.match(text, end) is not None
    )


def _elided(match: re.Match[str], reading: Reading, year: int) -> Quantity | None:
    """ "... ended June 30, 2004 and 2003": the second year repeats the stretch or the day of the first."""
    last = reading.seen[-1] if reading.seen else None
    if last is None or last.interval is None or last.rule == "year":
        return None
    gap = match.string[last.end : match.start()]
    if len(gap) > 24 or not _ELIDED.match(gap) or not 0 < abs(last.interval.end.year - year) <= 5:
        return None
    moved = shift(last.interval, year - last.interval.end.year)
    if last.label == "DATE":
        return date_quantity(reading, match.span(), moved.end, "elided_year")
    return period_quantity(reading, match.span(), moved, "elided_year") if last.label == "PERIOD" else None


def _build_year(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    year = int(match["year"])
    if not 1990 <= year <= 2045 or _is_name(match, reading):
        return ()
    found = _elided(match, reading, year) or period_quantity(reading, match.span("year"), month(year, 1, 12), rule)
    return (found,)


def _build_years(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    first, last = (
        int(match["first"]),
        int(match["last"] if len(match["last"]) == 4 else match["first"][:2] + match["last"]),
    )
    if not 1990 <= first < last <= 2060 or _GROUP_BEFORE.search(reading.before(match.start(), 2)):
        return ()
    spans = ((first, match.span("first")), (last, match.span("last")))
    return [period_quantity(reading, span, month(y, 1, 12), "year") for y, span in spans]


def _build_fiscal(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    year = year_of(match["year"] or match["short"] or match["front"])
    if _NAME_HEAD.match(match.string, match.end()):
        return ()
    calendar = match[0].lower().startswith("cal")
    return (period_quantity(reading, match.span(), fiscal_year(year, reading.context, calendar=calendar), rule),)


def _reported_year(reading: Reading) -> Interval | None:
    """The fiscal year of the period reported, if that period is its end, else the year of the release day."""
    context = reading.context
    if context.period is not None:
        year = fiscal_year(fiscal_year_of(context.period.end, context), context)
        if context.period.end >= year.end or context.released_on is None:
            return year
    if context.released_on is None:
        return None
    return fiscal_year(fiscal_year_of(context.released_on, context), context)


def _build_full(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    year = year_ahead(match.string, match.end())
    found = fiscal_year(year, reading.context) if year else _reported_year(reading)
    return () if found is None else (period_quantity(reading, match.span(), found, rule),)


def _build_year_end(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The last month of the year; without a year the end that lies ahead after "by", else that last reported."""
    context, printed = reading.context, match["year"] or match["front"]
    modifier = reading.modifier(match.start())
    if printed:
        span = fiscal_year(int(printed), context)
    elif modifier in ("by", "before", "until", "through") or context.period is None:
        if context.released_on is None:
            return ()
        span = fiscal_year(context.released_on.year + context.fiscal_year_shift, context)
    else:
        reported = _reported_year(reading)
        if reported is None:
            return ()
        span = reported
    last = month(span.end.year, span.end.month)
    return (period_quantity(reading, match.span(), last, rule),)


def nearest_of(candidates: list[Interval], context: ReleaseContext) -> Interval | None:
    """The candidate nearest to the release day, else to the end of the period reported."""
    to: date | None = context.released_on or (context.period.end if context.period else None)
    return nearest(candidates, to) if to is not None else None


_NOT_RESULTS = r"(?! (?:financial|results|business))"
_FISCAL_FIRST = frozenset({"fiscal", "fy", "calendar", "year", "full", NUMERAL})
YEAR_RULES = (
    Rule("year", frozenset({NUMERAL}), compiled(rf"(?P<year>{YEAR})(?!\w)"), _build_year),
    Rule(
        "years", frozenset({NUMERAL}), compiled(rf"(?P<first>{YEAR})[-–](?P<last>{YEAR}|\d\d)(?![\w-])"), _build_years
    ),
    Rule(
        "fiscal_year",
        _FISCAL_FIRST,
        compiled(
            rf"(?:(?:full[- ])?(?:fiscal|calendar)(?: year)?[ -]|FY ?|(?:full[- ])?year )(?P<year>{YEAR})(?!\w)"
            rf"|(?:FY ?|fiscal )'?(?P<short>\d\d)(?!\w|,\d|\.\d)"
            rf"|(?P<front>{YEAR}) (?:full|fiscal|calendar)[ -]year(?!\w)"
        ),
        _build_fiscal,
    ),
    Rule("full_year", frozenset({"full"}), compiled(r"full[- ]year(?![\w-])"), _build_full),
    Rule(
        "year_end",
        frozenset({"year", "fiscal", "calendar", NUMERAL}),
        compiled(
            rf"(?:(?:fiscal|calendar)[ -])?year[- ]end(?!\w|-)(?:,? (?:of )?(?P<year>{YEAR}))?{_NOT_RESULTS}"
            rf"|(?P<front>{YEAR}) year[- ]end(?!\w|-){_NOT_RESULTS}"
        ),
        _build_year_end,
    ),
)
