"""Fiscal and full years: "fiscal 2006", "FY07", "calendar 2025", "full year"."""

import re
from collections.abc import Sequence

from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, period_quantity
from topline.quantities.spans import fiscal_year, fiscal_year_of
from topline.quantities.tense import AHEAD, tense
from topline.quantities.words import VOCABULARY, YEAR, alternation, compiled, year_of
from topline.quantities.year_references import year_ahead

__all__ = ["FISCAL_RULES", "NAME_HEAD", "current_year", "reported_year", "year_of_quarter"]

NAME_HEAD = re.compile(
    rf" (?:[A-Z][\w&.-]{{0,30}} ){{0,4}}{alternation(w.title() for w in VOCABULARY['year_name_heads'])}\b"
)


def _build_fiscal(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    year = year_of(match["year"] or match["short"] or match["front"])
    if NAME_HEAD.match(match.string, match.end()):
        return ()
    calendar = match[0].lower().startswith("cy") or "calendar" in match[0].lower()
    if not calendar:
        reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), fiscal_year(year, reading.context, calendar=calendar), rule),)


def current_year(reading: Reading) -> Interval | None:
    """The fiscal year that the release day lies in."""
    released = reading.context.released_on
    if released is None:
        return None
    reading.infer("released_on")
    return fiscal_year(fiscal_year_of(released, reading.context), reading.context)


def reported_year(reading: Reading) -> Interval | None:
    """The fiscal year of the period reported, if that period is its end, else the year of the release day."""
    context = reading.context
    if context.period is not None:
        year = fiscal_year(fiscal_year_of(context.period.end, context), context)
        if context.period.end >= year.end or context.released_on is None:
            reading.infer("period")
            return year
    return current_year(reading)


def year_of_quarter(match: re.Match[str], reading: Reading) -> Interval | None:
    """The year that a quarter coordinated with it ends ("fourth quarter and full year", "quarter and year")."""
    last = reading.seen[-1] if reading.seen else None
    if last is None or last.interval is None or not _AND.fullmatch(match.string, last.end, match.start()):
        return None
    year = fiscal_year(fiscal_year_of(last.interval.end, reading.context), reading.context)
    if year.end != last.interval.end:
        return None
    reading.point_to((last.start, last.end))
    return year


def _build_full(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    if _NO_YEAR.search(reading.before(match.start(), 60)):
        return ()
    year = year_ahead(reading, match.end())
    found = fiscal_year(year, reading.context) if year else year_of_quarter(match, reading) or reported_year(reading)
    if found is None or (match["fiscal"] and year is None and _is_over(match, reading, found)):
        return ()
    reading.infer_fiscal(match[0])
    return (period_quantity(reading, match.span(), found, rule),)


def _is_over(match: re.Match[str], reading: Reading, year: Interval) -> bool:
    """Whether something is to come in a year that is over, so that the next one may be meant."""
    released = reading.context.released_on
    return released is not None and year.end <= released and tense(reading, *match.span()) == AHEAD


_NO_YEAR = re.compile(alternation(VOCABULARY["no_full_year_after"]))
_AND = re.compile(r"(?:,? and|,| &|/)(?: the| its)? ?", re.IGNORECASE)
_FULL = r"full[- ](?:year|(?P<fiscal>fiscal[- ]year)(?! (?:end|ended|ending|of)\b))(?![\w-])"
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
    Rule("full_year", frozenset({"full"}), compiled(_FULL), _build_full),
)
