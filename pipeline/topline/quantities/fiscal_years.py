"""Fiscal and full years, and the end of a year: "fiscal 2006", "FY07", "full year", "year-end 2005", "mid-year"."""

import re
from collections.abc import Sequence
from datetime import date

from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, period_quantity
from topline.quantities.spans import fiscal_year, fiscal_year_of, month, slice_of
from topline.quantities.tense import AHEAD, PAST, tense
from topline.quantities.words import VOCABULARY, YEAR, alternation, compiled, year_of
from topline.quantities.year_references import nearest_of, year_ahead

__all__ = ["FISCAL_RULES"]

_NAME_HEAD = re.compile(
    rf" (?:[A-Z][\w&.-]{{0,30}} ){{0,4}}{alternation(w.title() for w in VOCABULARY['year_name_heads'])}\b"
)


def _build_fiscal(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    year = year_of(match["year"] or match["short"] or match["front"])
    if _NAME_HEAD.match(match.string, match.end()):
        return ()
    calendar = match[0].lower().startswith("cy") or "calendar" in match[0].lower()
    if not calendar:
        reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), fiscal_year(year, reading.context, calendar=calendar), rule),)


def _current_year(reading: Reading) -> Interval | None:
    """The fiscal year that the release day lies in."""
    released = reading.context.released_on
    if released is None:
        return None
    reading.infer("released_on")
    return fiscal_year(fiscal_year_of(released, reading.context), reading.context)


def _reported_year(reading: Reading) -> Interval | None:
    """The fiscal year of the period reported, if that period is its end, else the year of the release day."""
    context = reading.context
    if context.period is not None:
        year = fiscal_year(fiscal_year_of(context.period.end, context), context)
        if context.period.end >= year.end or context.released_on is None:
            reading.infer("period")
            return year
    return _current_year(reading)


def _year_of_quarter(match: re.Match[str], reading: Reading) -> Interval | None:
    """The year that a quarter coordinated with "full year" ends ("fourth quarter and full year")."""
    last = reading.seen[-1] if reading.seen else None
    if last is None or last.interval is None or not _AND.fullmatch(match.string, last.end, match.start()):
        return None
    year = fiscal_year(fiscal_year_of(last.interval.end, reading.context), reading.context)
    if year.end != last.interval.end:
        return None
    reading.point_to((last.start, last.end))
    return year


def _build_full(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    if "indicative" in reading.before(match.start(), 60):
        return ()
    year = year_ahead(reading, match.end())
    found = fiscal_year(year, reading.context) if year else _year_of_quarter(match, reading) or _reported_year(reading)
    reading.infer_fiscal(match[0])
    return () if found is None else (period_quantity(reading, match.span(), found, rule),)


def _looks_ahead(match: re.Match[str], reading: Reading) -> bool:
    return reading.modifier(match.start()) in _AHEAD_MODIFIERS or tense(reading, *match.span()) == AHEAD


def _build_year_end(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The last month of the year; without a year the end that lies ahead after "by", else that last reported."""
    printed = match["year"] or match["front"]
    if printed:
        span: Interval | None = fiscal_year(int(printed), reading.context)
    elif reading.modifier(match.start()) not in _END_MODIFIERS:
        return ()
    elif reading.context.period is None or _looks_ahead(match, reading):
        span = _current_year(reading)
    else:
        span = _reported_year(reading)
    if span is None or (not printed and not _looks_ahead(match, reading) and _not_yet(match, reading, span.end)):
        return ()
    reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), month(span.end.year, span.end.month), rule),)


def _not_yet(match: re.Match[str], reading: Reading, end: date) -> bool:
    """Whether the past is told of a year that is not over, so that another one must be meant."""
    released = reading.context.released_on
    return released is not None and end > released and tense(reading, *match.span()) == PAST


def _build_end_of(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "end of the year": the one that lies ahead, else that reported if the period reported ends it."""
    span = _current_year(reading) if _looks_ahead(match, reading) else _reported_year(reading)
    last = match["edge"].lower() != "beginning"
    if span is None or (last and not _looks_ahead(match, reading) and _not_yet(match, reading, span.end)):
        return ()
    reading.infer_fiscal(match[0])
    edge = month(span.end.year, span.end.month) if last else month(span.start.year, span.start.month)
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


_AND = re.compile(r"(?:,? and|,| &|/)(?: the| its)? ?", re.IGNORECASE)
_END_MODIFIERS = frozenset(
    {"by", "at", "before", "until", "through", "as of", "since", "prior to", "after", "from", "around", "in", "to"}
    | {"no later than", "throughout", "following", "about", "on or before", "till", "for"}
)
_AHEAD_MODIFIERS = frozenset({"by", "before", "until", "through", "prior to", "no later than", "throughout"})
_NOT_RESULTS = r"(?! (?:financial|results|business))"
_FISCAL_FIRST = frozenset({"fiscal", "fy", "cy", "calendar", "year", "full", NUMERAL})
FISCAL_RULES = (
    Rule(
        "fiscal_year",
        _FISCAL_FIRST,
        compiled(
            rf"(?:(?:full[- ])?(?:fiscal|calendar)(?:[ -]year)?[ -]|[FC]Y ?|(?:full[- ])?year )(?P<year>{YEAR})(?!\w)"
            rf"|(?:[FC]Y ?|fiscal )'?(?P<short>\d\d)(?!\w|,\d|\.\d|/\d| weeks?\b)"
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
    Rule(
        "part",
        frozenset({"end", "close", "beginning"}),
        compiled(
            r"(?P<edge>end|close|beginning) of (?:(?:the|our|its) )?(?:current )?(?:fiscal |calendar )?year"
            r"(?![\w'-])(?! end)"
        ),
        _build_end_of,
    ),
    Rule(
        "part", frozenset({"mid", "midyear"}), compiled(rf"mid-?year(?![\w-])(?:,? (?P<year>{YEAR}))?"), _build_middle
    ),
)
