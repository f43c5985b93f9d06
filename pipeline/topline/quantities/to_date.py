"""Months up to the end of the period reported: "for the nine months", "nine-month revenue"."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.quantities.measures import NUMBER_FIRST
from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, period_quantity
from topline.quantities.spans import fiscal_year, fiscal_year_of, month, months_ending, months_in
from topline.quantities.words import WORD_NUMBER, compiled, number_of

__all__ = ["TO_DATE_RULES", "follows_for", "reported_first"]


def reported_first(size: int, reading: Reading) -> int | None:
    """The fiscal year whose first months the period reported ends."""
    reported = reading.context.period
    if reported is None:
        return None
    year = fiscal_year_of(reported.end, reading.context)
    first = fiscal_year(year, reading.context).start
    reading.infer("period")
    return year if abs((month(first.year, first.month, size).end - reported.end).days) <= 7 else None


def follows_for(reading: Reading, start: int) -> bool:
    """Whether "for the" or its like leads to what begins at `start`."""
    return reading.before(start, 12).endswith(
        ("for the ", "in the ", "during the ", "of the ", "ended the ", "throughout the ")
    )


def _to_date(count: Decimal | None, reading: Reading) -> Interval | None:
    """So many months, where the period reported ends them as the first of a fiscal year."""
    reported = reading.context.period
    if count not in (6, 9, 12) or reported is None or reported_first(int(count), reading) is None:
        return None
    return months_ending(reported.end, int(count))


def _build_months(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "for the six months", where the period reported ends so many months of a fiscal year.

    "Expenses for the three months were" tells of the quarter reported; patients are treated for three months, too.
    """
    count, reported = number_of(match["count"]), reading.context.period
    if not follows_for(reading, match.start()):
        return ()
    said = match.string[match.end() : match.end() + 1] == " "
    if count == 3 and said and reported is not None and months_in(reported) == 3:
        reading.infer("period")
        return (period_quantity(reading, match.span(), reported, rule),)
    found = _to_date(count, reading)
    return () if found is None else (period_quantity(reading, match.span(), found, rule),)


def _build_two_lengths(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "for the three- and nine-month periods": the quarter reported and the fiscal year up to its end."""
    if not follows_for(reading, match.start()):
        return ()
    longer = _to_date(number_of(match["long"]), reading)
    if longer is None:
        return ()
    quarter = months_ending(longer.end, 3)
    spans = ((quarter, match.span("short")), (longer, (match.start("long"), match.end())))
    return [period_quantity(reading, span, found, rule) for found, span in spans]


def _build_months_of(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """ "nine-month revenue was $5 million"."""
    found = _to_date(number_of(match["count"]), reading)
    return () if found is None else (period_quantity(reading, match.span(), found, rule),)


_SAID = r"(?=[,;.]| (?:was|were|rose|fell|totaled|totalled|increased|decreased|net|revenues?)\b)"
_MONTHS = rf"(?P<count>\d{{1,2}}|{WORD_NUMBER})[ -]months?(?: period)?{_SAID}"
_TWO_LENGTHS = (
    r"(?P<short>3|three)(?:-|[ -]months?)?(?: periods?)?,? and (?:the )?"
    rf"(?P<long>\d{{1,2}}|{WORD_NUMBER})[ -]months?(?: periods?)?(?!,? (?:ended|ending|then)\b){_SAID}"
)
_MONTHS_OF = (
    r"(?P<count>6|9|12|six|nine|twelve)-month"
    r"(?= (?:(?:net|total|product|operating) )*(?:revenues?|sales|loss|income|earnings|expenses?)(?![\w-]))"
)
TO_DATE_RULES = (
    Rule("first_months", NUMBER_FIRST, compiled(_MONTHS), _build_months),
    Rule("first_months", frozenset({NUMERAL, "three"}), compiled(_TWO_LENGTHS), _build_two_lengths),
    Rule("first_months", frozenset({NUMERAL, "six", "nine", "twelve"}), compiled(_MONTHS_OF), _build_months_of),
)
