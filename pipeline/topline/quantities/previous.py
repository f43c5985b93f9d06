"""Periods before another one: "the prior-year period", "last year's second quarter", "the preceding quarter"."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from topline.quantities.antecedents import POINTERS, Antecedent, antecedent, is_compared
from topline.quantities.comparisons import compared_period, sentence_start
from topline.quantities.model import Interval, Precision, Quantity
from topline.quantities.reading import Reading, Rule, period_quantity
from topline.quantities.spans import (
    fiscal_quarter,
    fiscal_year,
    fiscal_year_of,
    month,
    months_ending,
    months_in,
    quarter_of,
    shift,
)
from topline.quantities.tense import AHEAD, tense
from topline.quantities.words import VOCABULARY, WORD_NUMBER, alternation, compiled, number_of

__all__ = ["MEASURE", "NO_END", "PREVIOUS_RULES", "PRIOR_YEAR", "moved_quantity"]

_QUARTERS: dict[str, int] = VOCABULARY["quarters"]
_HALVES: dict[str, int] = VOCABULARY["halves"]
# What is itself told from another period is no anchor for "last year".
_NO_ANCHORS = POINTERS | {"relative"}
# Years of 52 weeks end so near to the month's end.
_FEW_DAYS = 10


def moved_quantity(span: tuple[int, int], reading: Reading, base: Antecedent, years: int, rule: str) -> Quantity:
    """The antecedent and what is coordinated with it, so many years on."""
    moved = [shift(b, years) for b in base.intervals]
    also = tuple(reversed(moved)) if moved[1:] else ()
    return period_quantity(reading, span, moved[0], rule, also, precision=base.precision)


def _build_prior_year(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "prior-year quarter", "year-ago period", "last year's second quarter"."""
    if match["order"]:
        return _ordered(match, reading, rule)
    count = number_of(match["count"]) if match["count"] else None
    noun = match["noun"].lower()
    several = match[0].lower().endswith("s")
    months = int(count) if count and match["unit"].lower() == "month" else None
    base = antecedent(reading, noun, months, several=several, start=match.start())
    return () if base is None else (moved_quantity(match.span(), reading, base, -1, rule),)


def _anchor(reading: Reading, start: int, of_year: Callable[[int], Interval]) -> date | None:
    """The end of what is compared: the same part of another year in the sentence, the period reported, or the last one.

    What is itself on the far side of a comparison is not compared with an earlier one.
    """
    reported, released = reading.context.period, reading.context.released_on
    named = [q for q in reading.periods() if q.rule not in _NO_ANCHORS and not is_compared(reading, q.start)]
    sentence = sentence_start(reading, start)
    own = [q for q in named if q.start >= sentence and _is_alike(q.interval, of_year, reading)]
    if not own and reported is not None:
        reading.infer("period")
        return reported.end
    past = [q for q in named if released is None or (q.interval is not None and q.interval.end <= released)]
    for last in (own or past)[-1:]:
        reading.point_to((last.start, last.end))
        return last.interval.end if last.interval is not None else None
    if released is not None:
        reading.infer("released_on")
    return released


def _is_alike(found: Interval | None, of_year: Callable[[int], Interval], reading: Reading) -> bool:
    """Whether a period is that part of its own year."""
    if found is None:
        return False
    part = of_year(fiscal_year_of(found.end, reading.context))
    return months_in(part) == months_in(found) and abs((part.end - found.end).days) <= _FEW_DAYS


def _before(reading: Reading, start: int, of_year: Callable[[int], Interval]) -> Interval | None:
    """That part of the fiscal year before the one that is compared."""
    anchor = _anchor(reading, start, of_year)
    return None if anchor is None else of_year(fiscal_year_of(anchor, reading.context) - 1)


def _ordered(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "last year's second quarter", "the prior year's first half"."""
    order, noun = match["order"].lower(), match["noun"].lower()
    number = (_HALVES if noun == "half" else _QUARTERS).get(order)
    if noun == "period" or number is None:
        return ()
    first, size = (number, 3) if noun == "quarter" else (2 * number - 1, 6)

    def of_year(year: int) -> Interval:
        begin = fiscal_quarter(year, first, reading.context).start
        return month(begin.year, begin.month, size)

    found = _before(reading, match.start(), of_year)
    if found is None:
        return ()
    reading.infer_fiscal(match[0])
    precision: Precision = "half" if noun == "half" else "quarter"
    return (period_quantity(reading, match.span(), found, rule, precision=precision),)


def _build_first_of_prior(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "last year's first nine months"."""
    count, size = number_of(match["count"]), 3 if match["unit"].lower() == "quarter" else 1
    if count is None or not 1 <= count * size <= 12:
        return ()

    def of_year(year: int) -> Interval:
        begin = fiscal_year(year, reading.context).start
        return month(begin.year, begin.month, int(count) * size)

    found = _before(reading, match.start(), of_year)
    reading.infer_fiscal(match[0])
    return () if found is None else (period_quantity(reading, match.span(), found, rule),)


def _build_previous(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "preceding quarter", "previous year": the one that ends where the last one named begins."""
    noun = match["noun"].lower()
    if match[0].lower().startswith("sequential") and reading.before(match.start(), 4) != "the ":
        return ()
    meant = antecedent(reading, noun, None) if tense(reading, *match.span()) != AHEAD else None
    if meant is None:
        return ()
    base = meant.intervals[0]
    if noun == "year":
        found = shift(base, -1)
    elif quarter_of(base) is not None and base.start.day == 1:
        found = months_ending(base.start - timedelta(days=1), 3)
    else:
        found = Interval(base.start - timedelta(days=91), base.start - timedelta(days=1))
    precision: Precision = "year" if noun == "year" else "quarter"
    return (period_quantity(reading, match.span(), found, rule, precision=precision),)


def _build_ago(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "a year ago", "a year earlier" beside a period of the same text, or of an amount set against another one."""
    if match["one"] is None and not reading.before(match.start(), 4).endswith("a "):
        return ()
    if not reading.periods():
        compared = compared_period(reading, match.start())
        found = shift(compared, -1) if compared is not None else None
        return () if found is None else (period_quantity(reading, match.span(), found, rule),)
    base = antecedent(reading, "period", None)
    if base is None:
        return ()
    return (moved_quantity(match.span(), reading, base._replace(intervals=base.intervals[:1]), -1, rule),)


PRIOR_YEAR = r"(?:prior|previous|preceding|last)[- ](?:fiscal[- ]|calendar[- ])?year(?:'s)?|year[- ](?:ago|earlier)"
MEASURE = rf"(?:(?P<count>\d{{1,2}}|{WORD_NUMBER})[- ](?P<unit>month|week) )?"
NO_END = r"(?![\w-])(?!,? (?:ended|ending|then ended))"
_YEAR_FIRST = (
    rf"(?:{PRIOR_YEAR})[- ](?:(?:comparable|corresponding|fiscal|same|reporting) )?"
    rf"(?:(?P<order>{alternation({**_QUARTERS, **_HALVES})})[- ])?{MEASURE}"
    rf"(?:fiscal )?(?P<noun>quarter|period|half)s?{NO_END}"
)
_FIRST_OF_PRIOR = (
    rf"(?:{PRIOR_YEAR})[- ](?:fiscal )?first (?P<count>\d{{1,2}}|{WORD_NUMBER})[- ](?P<unit>month|quarter)s?{NO_END}"
)
_PREVIOUS = (
    rf"(?:prior|previous|preceding|sequential) (?:fiscal |calendar )?(?P<noun>quarter|year)(?!'s)(?![- ]end)"
    rf"(?! (?:\d|{WORD_NUMBER}[- ]|fiscal|first|second|third|fourth|full|quarter|period)){NO_END}"
)
_PRIOR = frozenset({"prior", "previous", "preceding", "last", "year"})
PREVIOUS_RULES = (
    Rule("prior_year", _PRIOR, compiled(_YEAR_FIRST), _build_prior_year),
    Rule("prior_year", _PRIOR, compiled(_FIRST_OF_PRIOR), _build_first_of_prior),
    Rule("previous", frozenset({"prior", "previous", "preceding", "sequential"}), compiled(_PREVIOUS), _build_previous),
    Rule("ago", frozenset({"year", "one"}), compiled(r"(?P<one>one )?year (?:ago|earlier)(?!\w)"), _build_ago),
)
