"""Parts of a year that are named for it: "year-end 2005", "end of the year", "mid-year"."""

import re
from collections.abc import Sequence
from datetime import date

from topline.quantities.antecedents import is_compared
from topline.quantities.fiscal_years import current_year, reported_year
from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, period_quantity
from topline.quantities.spans import fiscal_year, month, shift, slice_of
from topline.quantities.tense import AHEAD, PAST, tense
from topline.quantities.words import VOCABULARY, YEAR, compiled
from topline.quantities.year_references import nearest_of

__all__ = ["YEAR_END_RULES"]


def _calendar_year(reading: Reading) -> Interval | None:
    released = reading.context.released_on
    if released is None:
        return None
    reading.infer("released_on")
    return month(released.year, 1, 12)


def _looks_ahead(match: re.Match[str], reading: Reading) -> bool:
    return reading.modifier(match.start()) in _AHEAD_MODIFIERS or tense(reading, *match.span()) == AHEAD


def _build_year_end(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The last month of the year; without a year the end that lies ahead after "by", else that last reported."""
    printed, calendar = match["year"] or match["front"], "calendar" in match[0].lower()
    if _is_either(match, reading):
        return ()
    if printed:
        span: Interval | None = fiscal_year(int(printed), reading.context, calendar=calendar)
    elif reading.modifier(match.start()) not in _END_MODIFIERS:
        return ()
    elif calendar:
        span = _calendar_year(reading)
    elif reading.context.period is None or _looks_ahead(match, reading):
        span = current_year(reading)
    else:
        span = reported_year(reading)
    if span is not None and not printed and not _looks_ahead(match, reading) and _is_running(reading, span.end):
        span = shift(span, -1) if is_compared(reading, match.start()) else None
    if span is None:
        return ()
    if not calendar:
        reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), month(span.end.year, span.end.month), rule),)


def _is_either(match: re.Match[str], reading: Reading) -> bool:
    """Whether the end of the fiscal or of the calendar year may be meant, which are not the same."""
    told = "fiscal" in match[0].lower() or "calendar" in match[0].lower()
    return reading.context.fiscal_year_end != (12, 31) and not told


def _is_running(reading: Reading, end: date) -> bool:
    """Whether a year is not over, so that an amount of its end is one of another year's."""
    released = reading.context.released_on
    return released is not None and end > released


def _not_yet(match: re.Match[str], reading: Reading, end: date) -> bool:
    """Whether the past is told of a year that is not over, so that another one must be meant."""
    return _is_running(reading, end) and tense(reading, *match.span()) == PAST


def _build_end_of(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "end of the year": the one that lies ahead, else that reported if the period reported ends it."""
    if _looks_ahead(match, reading) and _is_either(match, reading):
        return ()
    ahead, last, calendar = _looks_ahead(match, reading), match["edge"].lower() != "beginning", bool(match["calendar"])
    of_day = _calendar_year if calendar else current_year if ahead else reported_year
    span = of_day(reading)
    if span is None or (last and not ahead and (calendar or _not_yet(match, reading, span.end))):
        return ()
    if not calendar:
        reading.infer_fiscal(match[0])
    edge = month(span.end.year, span.end.month) if last else month(span.start.year, span.start.month)
    if ahead and not _is_running(reading, edge.end):
        edge = shift(edge, 1)
    return (period_quantity(reading, match.span(), edge, "part"),)


def _build_middle(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    if match["year"]:
        middle: Interval | None = slice_of(month(int(match["year"]), 1, 12), "mid")
    elif reading.context.released_on is None:
        return ()
    else:
        year = reading.context.released_on.year
        way = AHEAD if _looks_ahead(match, reading) else tense(reading, *match.span())
        middle = nearest_of([slice_of(month(year + d, 1, 12), "mid") for d in (-1, 0, 1)], reading, way)
    return () if middle is None else (period_quantity(reading, match.span(), middle, "part"),)


_END_MODIFIERS = frozenset(VOCABULARY["year_end_modifiers"])
_AHEAD_MODIFIERS = frozenset(VOCABULARY["year_end_modifiers_ahead"])
_NOT_RESULTS = r"(?! (?:financial|results|business))"
YEAR_END_RULES = (
    Rule(
        "year_end",
        frozenset({"year", "fiscal", "calendar", NUMERAL}),
        compiled(
            rf"(?:(?:fiscal|calendar)[ -])?year[- ]end(?!\w|-)(?:,? (?:of )?(?P<year>{YEAR}))?{_NOT_RESULTS}"
            rf"|(?P<front>{YEAR}) year[- ]end(?!\w|-){_NOT_RESULTS}"
        ),
        _build_year_end,
    ),
    Rule(
        "part",
        frozenset({"end", "close", "beginning"}),
        compiled(
            r"(?P<edge>end|close|beginning) of (?:(?:the|our|its) )?(?:current )?"
            rf"(?:fiscal |(?P<calendar>calendar ))?year(?![\w'-])(?! end|,? {YEAR})"
        ),
        _build_end_of,
    ),
    Rule(
        "part", frozenset({"mid", "midyear"}), compiled(rf"mid-?year(?![\w-])(?:,? (?P<year>{YEAR}))?"), _build_middle
    ),
)
