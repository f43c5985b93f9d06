"""Quarters: "third quarter of 2004", "Q3 FY25", "3Q04", "fiscal fourth quarter"."""

import re
from collections.abc import Sequence

from topline.quantities.antecedents import is_told_before
from topline.quantities.dates import date_source, read_date
from topline.quantities.halves import CODE_HEAD, HALF_RULES
from topline.quantities.model import Quantity
from topline.quantities.numbered import THE_YEAR, elided, numbered_quantity, year_of_the_year
from topline.quantities.reading import NUMERAL, Reading, Rule, period_quantity
from topline.quantities.spans import fiscal_quarter, months_ending
from topline.quantities.words import VOCABULARY, YEAR, alternation, compiled, year_of
from topline.quantities.year_references import reference_year, year_ahead, year_reference

__all__ = ["QUARTER_RULES"]

_QUARTERS: dict[str, int] = VOCABULARY["quarters"]
_ORDER = rf"(?P<order>{alternation(_QUARTERS)})"
_FISCAL = r"(?:(?P<kind>fiscal|calendar)(?: year)?[ -])?"
_FRONT = rf"(?:(?:(?P<frontkind>fiscal|calendar)(?: year)? )?(?P<front>{YEAR})(?:'s)? (?:fiscal )?)?"
_NAMED = (
    rf"{_FRONT}{_FISCAL}{_ORDER}[ -](?P<midkind>fiscal |calendar )?quarter(?:'s|s)?"
    r"(?!\w|-[a-z])(?! (?:after|following|of operations)\b)"
)
# A year of two digits that is not joined to the code must end the phrase: "in Q3 12 patients" tells of no year.
_CODED = (
    rf"(?:(?:(?P<cfrontkind>FY|fiscal|calendar)[ -]?)?(?P<cfront>{YEAR})[ /-]?)?"
    rf"(?:(?:(?P<ckind>fiscal|calendar) )?Q(?P<corder>[1-4])|(?P<corder2>[1-4])Q)"
    rf"(?:(?:,? |-|/)?(?:of )?(?:the )?(?:(?:FY|fiscal|calendar)(?: year)?)?[ -]?'?(?P<cyear>{YEAR})(?![\w%])"
    rf"|(?:[/-]| ?FY ?| ?'| (?=\d\d(?:$|[.,;:)]| (?-i:[A-Z])| (?:results|earnings|revenues?|sales)\b)))?"
    rf"'?(?P<cshort>\d\d)(?![\w%]|[,.]\d)|{year_reference('c_')})?(?!\w)"
)
_ENDED = rf"(?:,? \(?(?:which )?(?:ended|ending)(?: on)? {date_source('e_')})"


def _build_named(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    order = _QUARTERS[match["order"].lower()]
    if match["e_month"] or match["e_month2"] or match["e_slashed"]:
        end = read_date(match, "e_", reading, past=True)
        return () if end is None else (period_quantity(reading, match.span(), months_ending(end, 3), rule),)
    year, calendar = reference_year(match, reading, "q_")
    if (match["q_which"] or match["q_ago"]) and year is None:
        return ()
    if year is not None and (match["q_which"] or "").lower() == "last" and _is_told(reading, match, order, year):
        year -= 1
    if match["the_year"]:
        year = year_of_the_year(reading, match.span())
    if year is None and match["front"]:
        year = int(match["front"])
    if year is None:
        year = year_ahead(reading, match.end())
    kinds = (match["the_year"] or "") + (match["kind"] or "") + (match["frontkind"] or "") + (match["midkind"] or "")
    calendar = calendar or "calendar" in kinds.lower()
    return numbered_quantity(reading, match.span(), order, 3, year, rule, calendar=calendar)


def _is_told(reading: Reading, match: re.Match[str], order: int, year: int) -> bool:
    """Whether the quarter has been named: "for the fourth quarter it was ..., in the fourth quarter of last year"."""
    return is_told_before(reading, match.start(), fiscal_quarter(year, order, reading.context))


def _build_coded(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    order = int(match["corder"] or match["corder2"])
    printed = match["cfront"] or match["cyear"] or match["cshort"]
    if not printed and CODE_HEAD.match(reading.text, match.end()):
        return ()
    calendar = "calendar" in match[0].lower()
    year, other = reference_year(match, reading, "c_")
    if year is None and match["c_which"]:
        return ()
    calendar = calendar or other
    year = year_of(printed) if printed else year or year_ahead(reading, match.end())
    return numbered_quantity(reading, match.span(), order, 3, year, rule, calendar=calendar)


def _build_shared(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The "2004" of "the 2004 and 2003 third quarters"."""
    order = _QUARTERS[match["order"].lower()]
    return numbered_quantity(reading, match.span(), order, 3, int(match["year"]), rule, calendar=False)


def _build_elided(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    return elided(match, reading, _QUARTERS, 3, rule)


_YEAR_FIRST = frozenset({NUMERAL, "fiscal", "calendar", "fy"})
_ELIDED_QUARTER = (
    rf"{_ORDER}(?=(?:,|,? and|,? or| through| to|-)(?: the)? (?:fiscal )?{alternation(_QUARTERS)}"
    rf"[ -](?:fiscal )?quarters?\b)"
)
_SHARED_QUARTER = (
    rf"(?P<year>{YEAR})(?=(?:,? and| or| versus| vs\.?) (?:the )?(?:fiscal )?{YEAR} (?:fiscal )?{_ORDER}"
    r"[ -](?:fiscal )?quarters(?!\w))"
)
QUARTER_RULES = (
    Rule(
        "quarter",
        frozenset(_QUARTERS) | _YEAR_FIRST,
        compiled(rf"{_NAMED}(?:{_ENDED}|{THE_YEAR}|{year_reference('q_')})?"),
        _build_named,
    ),
    Rule("quarter", frozenset({"q"}) | _YEAR_FIRST, compiled(_CODED), _build_coded),
    Rule("quarter", frozenset(_QUARTERS) | {NUMERAL}, compiled(_ELIDED_QUARTER), _build_elided),
    Rule("quarter", frozenset({NUMERAL}), compiled(_SHARED_QUARTER), _build_shared),
    *HALF_RULES,
)
