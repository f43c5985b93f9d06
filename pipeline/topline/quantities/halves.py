"""Halves of a year, months counted from its edge, and "the quarter" or "the year" that was named before."""

import re
from collections.abc import Sequence
from datetime import date

from topline.quantities.antecedents import Antecedent, antecedent
from topline.quantities.fiscal_years import year_of_quarter
from topline.quantities.model import Interval, Quantity
from topline.quantities.numbered import THE_YEAR, elided, numbered_quantity, year_of_the_year
from topline.quantities.reading import NUMERAL, Reading, Rule, period_quantity
from topline.quantities.spans import fiscal_year, month, months_ending, months_in
from topline.quantities.tense import AHEAD, tense, told_of_results
from topline.quantities.to_date import TO_DATE_RULES, follows_for, reported_first
from topline.quantities.words import VOCABULARY, WORD_NUMBER, YEAR, alternation, compiled, number_of, year_of
from topline.quantities.year_references import reference_year, year_ahead, year_reference

__all__ = ["CODE_HEAD", "HALF_RULES"]

CODE_HEAD = compiled(rf"[ -](?:receptor )?{alternation(VOCABULARY['code_heads'])}(?!\w)")

_HALVES: dict[str, int] = VOCABULARY["halves"]


def _build_half(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    code = match["code"] or match["code2"]
    order = int(code) if code else _HALVES[match["order"].lower()]
    year, calendar = reference_year(match, reading, "c_" if code else "q_")
    if match["hyear"] or match["front"]:
        year = year_of(match["hyear"] or match["front"])
    elif match["the_year"]:
        year = year_of_the_year(reading, match.span())
        calendar = "calendar" in match["the_year"].lower()
    elif year is None and not (match["q_which"] or match["c_which"]):
        year = year_ahead(reading, match.end())
    if code and year is None and not _is_half(match, reading):
        return ()
    if year is None and (
        match["q_which"] or match["c_which"] or (match["order"] and reading.modifier(match.start()) is None)
    ):
        return ()
    return numbered_quantity(reading, match.span(), order, 6, year, rule, calendar=calendar)


def _build_half_year(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "Half-Year 2019 Results": the first half, unless the second is named."""
    order, year = match["order"] or "first", year_of(match["year"])
    if _HALF_MORE.search(reading.before(match.start(), 8)):
        return ()
    return numbered_quantity(reading, match.span(), _HALVES[order.lower()], 6, year, rule, calendar=False)


def _is_half(match: re.Match[str], reading: Reading) -> bool:
    """Whether "H2" without a year is a time: "in H2", "H1 results", not "H2 blockers"."""
    if CODE_HEAD.match(reading.text, match.end()):
        return False
    return reading.modifier(match.start()) is not None or told_of_results(reading, match.end())


def _build_elided(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    return elided(match, reading, _HALVES, 6, rule)


def _build_first_months(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "first nine months of 2004": counted from the edge of a year; without a year, of the one reported."""
    count = number_of(match["count"])
    if count is None or not 1 <= count * (3 if match["unit"].lower().startswith("q") else 1) <= 12:
        return ()
    size = int(count) * (3 if match["unit"].lower().startswith("q") else 1)
    year, calendar = reference_year(match, reading, "q_")
    first = match["edge"].lower() in ("first", "initial")
    if year is None and match["the_year"]:
        year = year_of_the_year(reading, match.span())
        calendar = "calendar" in match["the_year"].lower()
    elif year is None and first and match["q_which"] is None:
        year = reported_first(size, reading) if size > 2 else None
    if year is None:
        return ()
    if not calendar:
        reading.infer_fiscal(match[0])
    whole = fiscal_year(year, reading.context, calendar=calendar)
    found = month(whole.start.year, whole.start.month, size) if first else months_ending(whole.end, size)
    return (period_quantity(reading, match.span(), found, rule),)


def _named_ahead(reading: Reading, size: int) -> Antecedent | None:
    """The last period of that length named, where it is not over on the release day: an outlook is told of it."""
    released = reading.context.released_on
    last = next((q for q in reversed(reading.periods()) if months_in(q.interval or _NEVER) == size), None)
    if last is None or last.interval is None or released is None or last.interval.end <= released:
        return None
    reading.point_to((last.start, last.end))
    return Antecedent([last.interval], last.precision or "span")


def _build_coded_months(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "9M 2006", "9M06": the first nine months of that fiscal year."""
    whole = fiscal_year(year_of(match["year"] or match["short"]), reading.context)
    reading.infer_fiscal(match[0])
    return (
        period_quantity(reading, match.span(), month(whole.start.year, whole.start.month, int(match["count"])), rule),
    )


def _build_bare(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "the quarter", "the entire fiscal year": the one last named in the text, else the one reported."""
    yearly = match["unit"].lower() == "year"
    size = 12 if yearly else 3
    if yearly and (joined := year_of_quarter(match, reading)) is not None:
        return (period_quantity(reading, match.span(), joined, rule, precision="year"),)
    if not follows_for(reading, match.start()):
        return ()
    if tense(reading, *match.span()) == AHEAD and _named_ahead(reading, size) is None:
        return ()
    meant = _named_ahead(reading, size) or antecedent(reading, match["unit"].lower(), None)
    if meant is None:
        return ()
    found, reported = meant.intervals[0], reading.context.period
    if months_in(found) != size or ("period" in reading.inferred and reported and found.end > reported.end):
        return ()
    return (period_quantity(reading, match.span(), found, rule, precision="year" if yearly else "quarter"),)


_NEVER = Interval(date.min, date.min)
_HALF = (
    rf"(?:(?P<front>{YEAR}) )?(?P<order>{alternation(_HALVES)})[- ]half(?!\w)"
    rf"(?:{year_reference('q_')}|{THE_YEAR}|(?! of (?:the )?(?!20|19|fiscal|this|next|last)))"
    rf"|(?:H(?P<code>[12])|(?P<code2>[12])H)(?:[ /-]?(?:of )?(?:FY ?|fiscal )?'?(?P<hyear>{YEAR}|\d\d(?!\d))"
    rf"|{year_reference('c_')})?(?!\w)"
)
# "two and a half year 2019 study"
_HALF_MORE = re.compile(r"(?:\ba|\bone|\band|\d)[- ]$")
_HALF_YEAR = (
    rf"(?:(?P<order>{alternation(_HALVES)})[- ])?half[- ]year(?:ly)?"
    r"(?: (?:(?:financial|interim) )?(?:results|report|figures))?(?: for| of| in|,)?(?: the)?"
    rf"(?: fiscal(?: year)?| FY)?[ -](?P<year>{YEAR})(?!\w)"
)
_ELIDED_HALF = rf"(?P<order>{alternation(_HALVES)})(?=(?:,? and|,? or| to)(?: the)? {alternation(_HALVES)}[ -]half\b)"
_FIRST_MONTHS = (
    rf"(?P<edge>first|last|final|initial) (?P<count>\d{{1,2}}|{WORD_NUMBER})[ -](?P<unit>month|quarter)s?(?: periods?)?"
    rf"(?:{year_reference('q_')}|{THE_YEAR}"
    r"|(?![\w-])(?! (?:of|after|following|on|post|from|in which|end|ending|ended)\b))"
)
_CODED_MONTHS = (
    rf"(?P<count>3|6|9|12)(?-i:M)(?:[ /-]?(?:of )?(?:FY ?|fiscal )?(?P<year>{YEAR})|'?(?P<short>\d\d))(?!\w|[.,]\d)"
)
HALF_RULES = (
    Rule("first_months", frozenset({NUMERAL}), compiled(_CODED_MONTHS), _build_coded_months),
    *TO_DATE_RULES,
    Rule("half", frozenset(_HALVES) | {NUMERAL, "h"}, compiled(_HALF), _build_half),
    Rule("half", frozenset(_HALVES) | {"half"}, compiled(_HALF_YEAR), _build_half_year),
    Rule("half", frozenset(_HALVES) | {NUMERAL}, compiled(_ELIDED_HALF), _build_elided),
    Rule(
        "first_months", frozenset({"first", "last", "final", "initial"}), compiled(_FIRST_MONTHS), _build_first_months
    ),
    Rule(
        "quarter",
        frozenset({"quarter", "year", "fiscal", "entire", "whole"}),
        compiled(
            r"(?:(?:entire|whole)[ -])?(?:fiscal[ -])?(?P<unit>quarter|year)(?![\w'-])"
            r"(?! (?:end|ended|ending|in which|for which|when|that|of )\b)"
        ),
        _build_bare,
    ),
)
