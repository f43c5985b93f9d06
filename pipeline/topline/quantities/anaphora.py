"""Periods told by an earlier one: "the same quarter in 2002", "the prior-year period", "the preceding quarter"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import Reading, Rule, date_quantity, period_quantity
from topline.quantities.spans import (
    fiscal_quarter,
    fiscal_year,
    fiscal_year_of,
    months_ending,
    months_in,
    quarter_of,
    shift,
)
from topline.quantities.words import VOCABULARY, WORD_NUMBER, YEAR, alternation, compiled, number_of

__all__ = ["ANAPHORA_RULES"]

_QUARTERS: dict[str, int] = VOCABULARY["quarters"]
_PLAIN_YEARS = frozenset({"year", "fiscal_year", "month", "part", "season", "relative", "years", "days", "year_end"})
_SIZES = {"quarter": 3, "half": 6, "year": 12}
# Of the same quarter one is told by its calendar end, one by its last Saturday.
_SAME_END = timedelta(days=10)
_GAP = re.compile(r"^(?: periods?)?(?:,| and|, and| or)(?: the)? $")


def _interval(found: Quantity) -> Interval:
    """The interval of a period, which always has one."""
    return found.interval or Interval(date.min, date.min)


def _fits(interval: Interval, noun: str, months: int | None) -> bool:
    size = months or _SIZES.get(noun)
    return months_in(interval) == size if size else True


def _antecedents(reading: Reading, noun: str, months: int | None) -> list[Interval]:
    """The period meant, first, then those it is coordinated with; of all named that fit, the one that ends last.

    Stretches that are not over on the release day are outlooks and bare years are no reporting periods, so neither is
    meant unless nothing else was named. The period reported stands in when the text names none.
    """
    context, released = reading.context, reading.context.released_on
    named = [
        q
        for q in reading.periods()
        if (noun == "year" or q.rule not in _PLAIN_YEARS)
        and (released is None or _interval(q).end <= released)
        and _fits(_interval(q), noun, months)
    ]
    if named:
        end = max(_interval(q).end for q in named) - _SAME_END
        last = max((q for q in named if _interval(q).end >= end), key=lambda q: q.start)
        return [_interval(q) for q in (last, *_joined(last, reading))]
    reported = context.period
    if reported is None:
        return []
    if _fits(reported, noun, months):
        return [reported]
    size = months or _SIZES.get(noun)
    if size == 12:
        return [fiscal_year(fiscal_year_of(reported.end, context), context)]
    return [months_ending(reported.end, size)] if size and size < months_in(reported) else []


def _joined(last: Quantity, reading: Reading) -> list[Quantity]:
    """The periods that are coordinated with `last` and end with it, such as the quarter with the half."""
    out: list[Quantity] = []
    at = last
    for found in reversed([q for q in reading.periods() if q.start < last.start]):
        if _interval(found).end != _interval(last).end or not _GAP.match(reading.text[found.end : at.start]):
            break
        out.append(found)
        at = found
    return out


def _years_to(match: re.Match[str], base: Interval, reading: Reading) -> int | None:
    """How many years to move, None when the words name no other year."""
    printed = match["y1"] or match["y2"]
    if printed:
        fiscal = "fiscal" in match[0].lower() or reading.context.fiscal_year_end != (12, 31)
        own = fiscal_year_of(base.end, reading.context) if fiscal else base.end.year
        return int(printed) - own
    return -1 if match["py1"] or match["py2"] or match["ago"] else None


def _build_same(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    noun = match["noun"].lower()
    if noun in ("date", "day"):
        return _same_day(match, reading, rule)
    count = number_of(match["count"]) if match["count"] else None
    if count is not None and match["unit"].lower() == "week":
        count = Decimal(round(count / 52 * 12))
    bases = _antecedents(reading, noun, int(count) if count else None)
    if not bases:
        return ()
    years = _years_to(match, bases[0], reading) or 0
    moved = [shift(b, years) for b in bases]
    return (period_quantity(reading, match.span(), moved[0], rule, tuple(reversed(moved)) if moved[1:] else ()),)


def _same_day(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    days = [_interval(q) for q in reading.recent("DATE")]
    if not days:
        return ()
    moved = shift(days[-1], _years_to(match, days[-1], reading) or 0)
    return (date_quantity(reading, match.span(), moved.end, rule),)


def _build_prior_year(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "prior-year quarter", "year-ago period", "last year's second quarter"."""
    order = match["order"]
    if order:
        named = [_interval(q) for q in reading.periods()]
        reported = named[-1] if named else reading.context.period
        anchor = reported.end if reported is not None else reading.context.released_on
        if anchor is None:
            return ()
        year = fiscal_year_of(anchor, reading.context) - 1
        found = fiscal_quarter(year, _QUARTERS[order.lower()], reading.context)
        return (period_quantity(reading, match.span(), found, rule),)
    count = number_of(match["count"]) if match["count"] else None
    noun = match["noun"].lower()
    bases = _antecedents(reading, noun, int(count) if count and match["unit"].lower() == "month" else None)
    if not bases:
        return ()
    moved = [shift(b, -1) for b in bases]
    return (period_quantity(reading, match.span(), moved[0], rule, tuple(reversed(moved)) if moved[1:] else ()),)


def _build_previous(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "preceding quarter", "previous year": the one that ends where the last one named begins."""
    noun = match["noun"].lower()
    bases = _antecedents(reading, noun, None)
    if not bases:
        return ()
    base = bases[0]
    if noun == "year":
        found = shift(base, -1)
    elif quarter_of(base) is not None and base.start.day == 1:
        found = months_ending(base.start - timedelta(days=1), 3)
    else:
        found = Interval(base.start - timedelta(days=91), base.start - timedelta(days=1))
    return (period_quantity(reading, match.span(), found, rule),)


def _build_ago(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "a year ago", "a year earlier" beside a period of the same text."""
    if not reading.periods() or not reading.before(match.start(), 4).endswith(("a ", "one ")):
        return ()
    bases = _antecedents(reading, "period", None)
    return (period_quantity(reading, match.span(), shift(bases[0], -1), rule),) if bases else ()


_PRIOR_YEAR = r"(?:prior|previous|preceding|last)[- ](?:fiscal[- ]|calendar[- ])?year(?:'s)?|year[- ](?:ago|earlier)"
_MEASURE = rf"(?:(?P<count>\d{{1,2}}|{WORD_NUMBER})[- ](?P<unit>month|week) )?"
_NOUN = r"(?P<noun>quarter|period|half|year|date|day)s?"
_NO_END = r"(?![\w-])(?!,? (?:ended|ending|then ended))"
_SAME = (
    rf"(?:same|comparable|corresponding|equivalent|like)(?: (?P<y1>{YEAR}))?(?: (?P<py1>{_PRIOR_YEAR}))? {_MEASURE}"
    rf"(?:fiscal |reporting |interim )?{_NOUN}{_NO_END}"
    rf"(?:(?: of| in| for| from|,| during)?(?: the)? (?:(?:fiscal |calendar )?(?:year )?(?P<y2>{YEAR})(?!\w)"
    rf"|(?P<py2>(?:prior|previous|preceding|last)(?: fiscal| calendar)? year)(?!\w)"
    r"|(?P<ago>(?:a|one) year (?:ago|earlier))))?"
)
_YEAR_FIRST = (
    rf"(?:{_PRIOR_YEAR})[- ](?:(?:comparable|corresponding|fiscal|same|reporting) )?"
    rf"(?:(?P<order>{alternation(_QUARTERS)})[- ])?{_MEASURE}(?:fiscal )?(?P<noun>quarter|period|half)s?{_NO_END}"
)
_PREVIOUS = (
    rf"(?:prior|previous|preceding|sequential) (?:fiscal |calendar )?(?P<noun>quarter|year)(?!'s)(?![- ]end){_NO_END}"
)
ANAPHORA_RULES = (
    Rule(
        "same", frozenset({"same", "comparable", "corresponding", "equivalent", "like"}), compiled(_SAME), _build_same
    ),
    Rule(
        "prior_year",
        frozenset({"prior", "previous", "preceding", "last", "year"}),
        compiled(_YEAR_FIRST),
        _build_prior_year,
    ),
    Rule("previous", frozenset({"prior", "previous", "preceding", "sequential"}), compiled(_PREVIOUS), _build_previous),
    Rule("ago", frozenset({"year"}), compiled(r"year (?:ago|earlier)(?!\w)"), _build_ago),
)
