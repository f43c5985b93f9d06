"""Stretches told by their days: "June 5-8, 2004", and the further ends of "quarters ended June 30, ... and ..."."""

import re
from collections.abc import Sequence
from itertools import pairwise

from topline.quantities.dates import END, FIRST_OF_DATE, date_source, inferred_day, read_date
from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, date_quantity, period_quantity
from topline.quantities.spans import day, months_ending, months_in, shift
from topline.quantities.words import MONTH, WEEKDAY, YEAR, compiled, month_of

__all__ = ["DAY_RANGE_RULES"]


def _build_days(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "June 5-8, 2004", "5 to 8 June 2004": one stretch of days."""
    month_, first, last = month_of(match["month"]), int(match["first"]), int(match["last"])
    if month_ is None or first >= last or (match["joint"].strip() in ("and", "&") and last != first + 1):
        return ()
    if match["year"]:
        start = day(int(match["year"]), month_, first)
    else:
        start = inferred_day(month_, first, None, reading, match.span())
    end = day(start.year, month_, last) if start is not None else None
    return () if start is None or end is None else (period_quantity(reading, match.span(), Interval(start, end), rule),)


def _build_list(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "December 3, 4 and 5": one stretch where each day follows the other, else several days."""
    month_ = month_of(match["month"])
    places = [match.span("first"), *(m.span() for m in _DIGITS.finditer(match.string, *match.span("rest")))]
    days = [int(match.string[a:b]) for a, b in places]
    if month_ is None or any(a >= b for a, b in pairwise(days)):
        return ()
    if match["year"]:
        start = day(int(match["year"]), month_, days[0])
    else:
        start = inferred_day(month_, days[0], None, reading, match.span())
    dates = [day(start.year, month_, d) for d in days] if start is not None else []
    told = [d for d in dates if d is not None]
    if not told or len(told) < len(days):
        return ()
    if days[-1] - days[0] == len(days) - 1:
        return (period_quantity(reading, match.span(), Interval(told[0], told[-1]), rule),)
    spans = [(match.start(), places[0][1]), *places[1:-1], (places[-1][0], match.end())]
    return [date_quantity(reading, span, when, "date") for span, when in zip(spans, told, strict=True)]


def _build_elided(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The second day of "quarters ended June 30, 2004 and June 30, 2003" ends a stretch like the first."""
    last = reading.seen[-1] if reading.seen else None
    if last is None or last.rule not in ("ended", "elided_end") or last.interval is None:
        return ()
    if not _AND.fullmatch(match.string, last.end, match.start()):
        return ()
    when = read_date(match, "", reading)
    head = next((q for q in reversed(reading.seen[-8:]) if q.rule == "ended"), None)
    if when is None or head is None or head.interval is None:
        return ()
    same = abs((shift(head.interval, when.year - head.interval.end.year).end - when).days) <= 7
    if not same and not _PLURAL.search(reading.text[head.start : head.end]):
        return ()
    reading.point_to((head.start, head.end))
    found = months_ending(when, months_in(head.interval))
    if (found.end - found.start).days == (head.interval.end - head.interval.start).days or found.start.day == 1:
        return (period_quantity(reading, match.span(), found, rule, precision=head.precision),)
    return ()


_PLURAL = compiled(r"\b(?:quarters|periods|years)\b")
_AND = compiled(r",? (?:and|or|versus|vs\.?|compared (?:to|with)|to) (?:the )?|, ")
_JOINT = r"(?P<joint> ?[-–—] ?| to | through | and | ?& ?)"
_BARE_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_ORDINAL_END = r"(?:st|nd|rd|th)?"
_DAYS = (
    rf"(?:{WEEKDAY}(?: ?[-–] ?{WEEKDAY})?,? )?(?P<month>{MONTH}) (?P<first>{_BARE_DAY}){_ORDINAL_END}{_JOINT}"
    rf"(?P<last>{_BARE_DAY}){_ORDINAL_END}(?![\d%])(?:,? ?(?P<year>{YEAR}))?{END}(?! (?:percent|patients|million))"
)
_DIGITS = re.compile(r"\d+")
_LIST = (
    rf"(?:{WEEKDAY},? )?(?P<month>{MONTH}) (?P<first>{_BARE_DAY})(?P<rest>(?:, {_BARE_DAY}){{1,4}},? (?:and|&) "
    rf"{_BARE_DAY})(?![\d%])(?:,? (?P<year>{YEAR}){END}|(?=[.;:)]|,? (?:in|at|to|during|for|from|as|with)\b|$))"
)
_DAYS_FIRST = (
    rf"(?P<first>{_BARE_DAY}){_ORDINAL_END}{_JOINT}(?P<last>{_BARE_DAY}){_ORDINAL_END}(?: of)? (?P<month>{MONTH})"
    rf"(?:,? (?P<year>{YEAR}))?{END}"
)


DAY_RANGE_RULES = (
    Rule("elided_end", FIRST_OF_DATE, compiled(date_source()), _build_elided),
    Rule("days", FIRST_OF_DATE, compiled(_DAYS), _build_days),
    Rule("days", FIRST_OF_DATE, compiled(_LIST), _build_list),
    Rule("days", frozenset({NUMERAL}), compiled(_DAYS_FIRST), _build_days),
)
