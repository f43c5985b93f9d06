"""Quarters, halves and month counts, with or without their year."""

import re
from collections.abc import Sequence

from topline.quantities.dates import date_source, read_date
from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, period_quantity
from topline.quantities.spans import (
    fiscal_quarter,
    fiscal_year,
    fiscal_year_of,
    month,
    months_ending,
    months_in,
)
from topline.quantities.words import VOCABULARY, YEAR, alternation, compiled, number_of, year_of
from topline.quantities.years import nearest_of, reference_year, year_ahead, year_reference

__all__ = ["QUARTER_RULES"]

_QUARTERS: dict[str, int] = VOCABULARY["quarters"]
_HALVES: dict[str, int] = VOCABULARY["halves"]
_ORDER = rf"(?P<order>{alternation(_QUARTERS)})"
# Rules whose periods are what something else is set against.
_COMPARED = frozenset({"same", "prior_year", "previous", "ago"})
_AGAINST = re.compile(
    r"\b(?:from(?! operations| continuing)|versus|vs\.?|compared (?:to|with)|than|against)\b(?:[^.;]|\.\d)*$"
)
_FISCAL = r"(?:(?P<kind>fiscal|calendar)(?: year)?[ -])?"
_FRONT = rf"(?:(?:(?P<frontkind>fiscal|calendar)(?: year)? )?(?P<front>{YEAR})(?:'s)? (?:fiscal )?)?"
_NAMED = rf"{_FRONT}{_FISCAL}{_ORDER}[ -](?:fiscal |calendar )?quarter(?:'s|s)?(?!\w)"
_CODED = (
    rf"(?:(?:(?P<cfrontkind>FY|fiscal|calendar)[ -]?)?(?P<cfront>{YEAR})[ -/]?)?"
    rf"(?:(?:(?P<ckind>fiscal|calendar) )?Q(?P<corder>[1-4])|(?P<corder2>[1-4])Q)"
    rf"(?:(?:(?:, |[ -/])?(?:of )?(?:the )?(?:FY|fiscal|calendar)?[ -/]?)"
    rf"'?(?P<cyear>{YEAR}|\d\d(?![\d,.]\d))(?![\w%]))?(?![\w])"
)
_ENDED = rf"(?:,? \(?(?:which )?(?:ended|ending)(?: on)? {date_source('e_')})"


def _pick(reading: Reading, order: int, size: int, *, calendar: bool) -> Interval | None:
    """The quarter or half of that number: the one reported or last named, else the one nearest to the release day."""
    context = reading.context

    def of(year: int) -> Interval:
        start = fiscal_quarter(year, (order - 1) * size // 3 + 1, context, calendar=calendar).start
        return month(start.year, start.month, size)

    reported = context.period
    if reported is not None:
        mine = of(fiscal_year_of(reported.end, context))
        same_size = months_in(reported) == size and abs((mine.end - reported.end).days) <= 10
        if same_size or (months_in(reported) == 12 and mine.end <= reported.end):
            return mine
    anchor = context.released_on or (reported.end if reported is not None else None)
    return nearest_of([of(anchor.year + d) for d in (-1, 0, 1, 2)], context) if anchor is not None else None


def _numbered(reading: Reading, order: int, size: int, year: int | None, *, calendar: bool) -> Interval | None:
    if year is None:
        return _pick(reading, order, size, calendar=calendar)
    start = fiscal_quarter(year, (order - 1) * size // 3 + 1, reading.context, calendar=calendar).start
    return month(start.year, start.month, size)


def _one(reading: Reading, span: tuple[int, int], found: Interval | None, rule: str) -> Sequence[Quantity]:
    return () if found is None else (period_quantity(reading, span, found, rule),)


def _build_named(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    order = _QUARTERS[match["order"].lower()]
    year, calendar = reference_year(match, reading.context, "q_")
    if match["e_month"] or match["e_month2"] or match["e_slashed"]:
        end = read_date(match, "e_", reading.context, past=True)
        return () if end is None else _one(reading, match.span(), months_ending(end, 3), rule)
    if match["q_which"] and year is None:
        return ()
    if year is None and match["front"]:
        year = int(match["front"])
    if year is None:
        year = year_ahead(match.string, match.end())
    calendar = calendar or "calendar" in ((match["kind"] or "") + (match["frontkind"] or "")).lower()
    return _one(reading, match.span(), _numbered(reading, order, 3, year, calendar=calendar), rule)


def _build_coded(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    order = int(match["corder"] or match["corder2"])
    printed = match["cfront"] or match["cyear"]
    calendar = "calendar" in match[0].lower()
    year = year_of(printed) if printed else year_ahead(match.string, match.end())
    return _one(reading, match.span(), _numbered(reading, order, 3, year, calendar=calendar), rule)


def _build_elided(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The "third" of "third and fourth quarters of fiscal 1998"."""
    year = year_ahead(match.string, match.end("order"))
    order = _QUARTERS[match["order"].lower()]
    return _one(reading, match.span("order"), _numbered(reading, order, 3, year, calendar=False), "quarter")


def _build_half(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    code = match["code"] or match["code2"]
    order = int(code) if code else _HALVES[match["order"].lower()]
    year, calendar = reference_year(match, reading.context, "q_")
    if match["hyear"] or match["front"]:
        year = year_of(match["hyear"] or match["front"])
    elif year is None:
        year = year_ahead(match.string, match.end())
    if match["order"] and year is None and match["the_year"] is None and reading.modifier(match.start()) is None:
        return ()
    return _one(reading, match.span(), _numbered(reading, order, 6, year, calendar=calendar), rule)


def _build_first_months(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "first nine months of 2004": counted from the edge of a year; without a year, of the one reported."""
    count = number_of(match["count"])
    if count is None or not 1 <= count * (3 if match["unit"].lower().startswith("q") else 1) <= 12:
        return ()
    size = int(count) * (3 if match["unit"].lower().startswith("q") else 1)
    year, calendar = reference_year(match, reading.context, "q_")
    anchor = reading.context.period.end if reading.context.period else reading.context.released_on
    if year is None:
        if anchor is None or not match["the_year"]:
            return ()
        year = fiscal_year_of(anchor, reading.context)
    whole = fiscal_year(year, reading.context, calendar=calendar)
    first = match["edge"].lower() in ("first", "initial")
    found = month(whole.start.year, whole.start.month, size) if first else months_ending(whole.end, size)
    return _one(reading, match.span(), found, rule)


def _is_compared(found: Quantity, reading: Reading) -> bool:
    """Whether a period was only named to set something against it ("up from revenues in the fourth quarter")."""
    return found.rule in _COMPARED or _AGAINST.search(reading.before(found.start, 60)) is not None


def _build_bare(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "the quarter", "the year": the one the text last spoke of, not one it compared that with; else the reported."""
    size = 3 if match["unit"].lower() == "quarter" else 12
    left = reading.before(match.start(), 12)
    if not left.endswith(("for the ", "in the ", "during the ", "of the ", "ended the ", "throughout the ")):
        return ()
    spoken_of = [q.interval for q in reading.periods() if q.interval and not _is_compared(q, reading)]
    named = [interval for interval in spoken_of if months_in(interval) == size]
    reported = reading.context.period
    if named:
        return _one(reading, match.span(), named[-1], rule)
    if reported is None:
        return ()
    if size == 12 and months_in(reported) != 12:
        year = fiscal_year(fiscal_year_of(reported.end, reading.context), reading.context)
        return _one(reading, match.span(), year, rule) if year.end <= reported.end else ()
    return _one(
        reading, match.span(), reported if months_in(reported) == size else months_ending(reported.end, size), rule
    )


_YEAR_FIRST = frozenset({NUMERAL, "fiscal", "calendar", "fy"})
_THE_YEAR = r"(?P<the_year>,? of the (?:fiscal |calendar )?year)"
_ELIDED_QUARTER = (
    rf"{_ORDER}(?=(?:,|,? and|,? or| through| to|-)(?: the)? (?:fiscal )?{alternation(_QUARTERS)}"
    rf"[ -](?:fiscal )?quarters?\b)"
)
_HALF = (
    rf"(?:(?P<front>{YEAR}) )?(?P<order>{alternation(_HALVES)})[- ]half(?!\w)"
    rf"(?:{year_reference('q_')}|{_THE_YEAR}|(?! of (?:the )?(?!20|19|fiscal|this|next|last)))"
    rf"|(?:H(?P<code>[12])|(?P<code2>[12])H)(?:[ -/]?(?:of )?(?:FY ?|fiscal )?'?(?P<hyear>{YEAR}|\d\d(?!\d)))?(?!\w)"
)
QUARTER_RULES = (
    Rule(
        "quarter",
        frozenset(_QUARTERS) | _YEAR_FIRST,
        compiled(rf"{_NAMED}(?:{_ENDED}|{year_reference('q_')})?"),
        _build_named,
    ),
    Rule("quarter", frozenset({"q"}) | _YEAR_FIRST, compiled(_CODED), _build_coded),
    Rule("quarter", frozenset(_QUARTERS) | {NUMERAL}, compiled(_ELIDED_QUARTER), _build_elided),
    Rule("half", frozenset(_HALVES) | {NUMERAL, "h"}, compiled(_HALF), _build_half),
    Rule(
        "first_months",
        frozenset({"first", "last", "final", "initial"}),
        compiled(
            rf"(?P<edge>first|last|final|initial) (?P<count>\w+)[ -](?P<unit>month|quarter)s?"
            rf"(?:{year_reference('q_')}|{_THE_YEAR})"
        ),
        _build_first_months,
    ),
    Rule(
        "quarter",
        frozenset({"quarter", "year"}),
        compiled(r"(?P<unit>quarter|year)(?![\w'-])(?! (?:end|ended))"),
        _build_bare,
    ),
)
