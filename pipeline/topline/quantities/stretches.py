"""Stretches with one end that the release gives: "next twelve months", "year to date", "inception (May 2, 1997) to"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from topline.quantities.dates import FIRST_OF_DATE, date_source, read_date
from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import Reading, Rule, period_quantity
from topline.quantities.spans import fiscal_year, fiscal_year_of, month_later, shift
from topline.quantities.words import VOCABULARY, WORD_NUMBER, YEAR, alternation, compiled, number_of

__all__ = ["STRETCH_RULES"]


def _later(day: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return day + timedelta(days=count * (7 if unit == "week" else 1))
    return month_later(day, count * (12 if unit == "year" else 1))


def _build_next(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "next twelve months": from the release day to the same day so much later, the later one of a range.

    What patients were given "for the next four weeks" is counted from their own first day.
    """
    released, count = reading.context.released_on, number_of(match["high"] or match["low"])
    if released is None or count is None or not 1 <= count <= 100 or count != int(count):
        return ()
    unit = match["unit"].lower()
    if (unit in ("day", "week") or reading.modifier(match.start()) == "for") and _TREATED.search(
        reading.before(match.start(), 80)
    ):
        return ()
    reading.infer("released_on")
    end = _later(released, int(count), unit)
    return (period_quantity(reading, match.span(), Interval(released, end), rule),)


def _build_few(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "in the coming weeks": no number is told, so that it ends where the next longer unit would be told instead."""
    released = reading.context.released_on
    if released is None or _TREATED.search(reading.before(match.start(), 80)):
        return ()
    reading.infer("released_on")
    count, unit = _FEW_ENDS[(match["unit"] or match["unit2"]).lower()]
    interval = Interval(released, _later(released, count, unit))
    return (period_quantity(reading, match.span(), interval, rule, precision="part"),)


def _build_to_date(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """From the year's first day to the last one reported; where nothing is reported, to the release day."""
    context = reading.context
    last = context.period.end if context.period is not None else context.released_on
    if last is None:
        return ()
    reading.infer("period" if context.period is not None else "released_on")
    reading.infer_fiscal(match[0])
    own = fiscal_year_of(last, context)
    found = Interval(fiscal_year(own, context).start, last)
    if match["year"]:
        found = shift(found, int(match["year"]) - own)
    return (period_quantity(reading, match.span(), found, rule),)


def _build_inception(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    start, end = read_date(match, "s_", reading), read_date(match, "e_", reading, past=True)
    if start is None or end is None or start >= end:
        return ()
    reading.begin()
    return (period_quantity(reading, match.span(), Interval(start, end), rule),)


_TREATED = re.compile(rf"\b{alternation(VOCABULARY['treatment_words'])}\b")
_COUNT = rf"(?:\d{{1,3}}|{WORD_NUMBER})(?: \(\d{{1,3}}\))?"
_NEXT = (
    rf"(?:next|coming|upcoming) (?P<low>{_COUNT})(?:(?:-| to | or )(?P<high>{_COUNT}))?"
    r"(?:-|- | )(?:calendar |full )?(?P<unit>day|week|month|year)s?(?![\w-])"
)
# Of days not two weeks, of weeks not two months, of months not a year.
_FEW_ENDS = {"days": (2, "week"), "weeks": (2, "month"), "months": (1, "year")}
_FEW = (
    r"(?:(?:next|coming|upcoming)(?: (?:few|several))? (?P<unit>days|weeks|months)"
    r"|(?P<unit2>days|weeks|months) (?:ahead|to come))(?![\w-])"
)
_TO = r" ?,? (?:to|through|until|thru) "
STRETCH_RULES = (
    Rule("stretch", frozenset({"next", "coming", "upcoming"}), compiled(_NEXT), _build_next),
    Rule("vague", frozenset({"next", "coming", "upcoming", "days", "weeks", "months"}), compiled(_FEW), _build_few),
    Rule(
        "ytd",
        frozenset({"year"}),
        compiled(rf"year[- ]to[- ]date(?![\w-])(?:,? (?:of )?(?P<year>{YEAR})(?!\w))?"),
        _build_to_date,
    ),
    Rule(
        "inception",
        frozenset({"inception", "date"}),
        compiled(rf"(?:date of )?inception,? \(?{date_source('s_')}\)?{_TO}{date_source('e_')}"),
        _build_inception,
    ),
    Rule(
        "inception",
        FIRST_OF_DATE,
        compiled(rf"{date_source('s_')},? \(?(?:the )?(?:date of )?inception\)?{_TO}{date_source('e_')}"),
        _build_inception,
    ),
)
