"""Quarters and halves told by their number, with the year they are taken to be of when none is printed."""

import re
from collections.abc import Mapping, Sequence

from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import Reading, period_quantity
from topline.quantities.results_ahead import results_to_come
from topline.quantities.spans import fiscal_quarter, fiscal_year_of, month, months_in
from topline.quantities.tense import AHEAD, PAST, is_measured, is_outlook, tense, told_of_results
from topline.quantities.year_references import nearest_of, year_ahead

__all__ = ["THE_YEAR", "elided", "numbered_quantity", "year_of_the_year"]

THE_YEAR = r"(?P<the_year>,? of (?:the|our|its) (?:current )?(?:fiscal |calendar )?year(?![\w'-]))"
# Results of a quarter are told of when it is over, or a little before.
_SOON = 20


def _of(reading: Reading, order: int, size: int, year: int, *, calendar: bool) -> Interval:
    start = fiscal_quarter(year, (order - 1) * size // 3 + 1, reading.context, calendar=calendar).start
    return month(start.year, start.month, size)


def _pick(reading: Reading, span: tuple[int, int], order: int, size: int, *, calendar: bool) -> Interval | None:
    """The one reported, unless the sentence looks ahead, else the one nearest to the release day."""
    context, reported = reading.context, reading.context.period
    anchor = context.released_on or (reported.end if reported is not None else None)
    if anchor is None:
        return None
    choices = [_of(reading, order, size, anchor.year + d, calendar=calendar) for d in (-1, 0, 1, 2)]
    to_come, found = results_to_come(choices, reading, *span)
    if to_come:
        return found
    ahead = is_outlook(reading, *span)
    if reported is not None:
        mine = _of(reading, order, size, fiscal_year_of(reported.end, context), calendar=calendar)
        same_size = months_in(reported) == size and abs((mine.end - reported.end).days) <= 10
        meant = same_size or (months_in(reported) == 12 and mine.end <= reported.end)
        if meant and not (ahead and mine.end < anchor):
            reading.infer("period")
            return mine
    if ahead:
        return nearest_of(choices, reading, AHEAD, slack=0)
    way = tense(reading, *span)
    found = nearest_of(choices, reading, min(way, 0) if told_of_results(reading, span[1]) else way)
    if found is None or context.released_on is None or (found.end - anchor).days <= _SOON:
        return found
    if told_of_results(reading, span[1]) or (reported is not None and is_measured(reading, *span)):
        return max((c for c in choices if (c.end - anchor).days <= _SOON), default=None)
    return None if way == PAST and reading.modifier(span[0]) == "for" else found


def numbered_quantity(
    reading: Reading, span: tuple[int, int], order: int, size: int, year: int | None, rule: str, *, calendar: bool
) -> Sequence[Quantity]:
    """The quarter (size 3) or half (size 6) of that number."""
    if not calendar:
        reading.infer_fiscal(reading.text[span[0] : span[1]])
    if year is None:
        found = _pick(reading, span, order, size, calendar=calendar)
    else:
        found = _of(reading, order, size, year, calendar=calendar)
    return () if found is None else (period_quantity(reading, span, found, rule),)


def elided(
    match: re.Match[str], reading: Reading, table: Mapping[str, int], size: int, rule: str
) -> Sequence[Quantity]:
    """The "third" of "third and fourth quarters of fiscal 1998", the "first" of "first or second half of 2020"."""
    year = year_ahead(reading, match.end("order"))
    order = table[match["order"].lower()]
    return numbered_quantity(reading, match.span("order"), order, size, year, rule, calendar=False)


def year_of_the_year(reading: Reading, span: tuple[int, int]) -> int | None:
    """ "of the year": that of the release day when the sentence looks ahead, else that of the period reported."""
    context, calendar = reading.context, "calendar" in reading.text[span[0] : span[1]].lower()
    if context.period is None or is_outlook(reading, *span):
        anchor = context.released_on
        reading.infer("released_on")
    else:
        anchor = context.period.end
        reading.infer("period")
    if anchor is None:
        return None
    return anchor.year if calendar else fiscal_year_of(anchor, context)
