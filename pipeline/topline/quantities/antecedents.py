"""Which period of the text, or else of the release, an expression points back to."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from topline.quantities.model import Interval, Precision, Quantity
from topline.quantities.reading import Reading
from topline.quantities.spans import fiscal_year, fiscal_year_of, months_ending, months_in
from topline.quantities.words import VOCABULARY, alternation

__all__ = ["POINTERS", "Antecedent", "antecedent", "is_compared", "is_told_before"]

_PLAIN_YEARS = frozenset(
    {"year", "fiscal_year", "month", "part", "season", "relative", "years", "days", "year_end", "stretch"}
)
# Expressions that point back name what something is compared with, which nothing else points back to.
POINTERS = frozenset({"same", "prior_year", "previous", "ago"})
_COMPARED = re.compile(rf"\b{alternation([*VOCABULARY['comparison_words'], *VOCABULARY['sameness_words']])}\b[^,;.]*$")
_SENTENCE = re.compile(r"[.!?] (?=[A-Z])")
_LONGEST = 500
_NUMBER_DOT = re.compile(r"(?<=\d)[.,](?=\d)")
# Of the same quarter one is told by its calendar end, one by its last Saturday.
_SAME_END = timedelta(days=10)
_SIZES = {"quarter": 3, "half": 6, "year": 12}
_NAMES: dict[int, Precision] = {1: "month", 3: "quarter", 6: "half", 12: "year"}
_OF_A_PERIOD = frozenset({"for", "in", "during"})
_AND_FOUND = re.compile(r"(?:quarters?|periods?|ths?|[\d)])(?:,| and|, and| &)(?: the)? $")
_GAP = re.compile(r"^(?: periods?)?(?:,| and|, and| or)(?: the)? $")


class Antecedent(NamedTuple):
    """The period meant, first, then those it is coordinated with."""

    intervals: list[Interval]
    precision: Precision


def _interval(found: Quantity) -> Interval:
    """The interval of a period, which always has one."""
    return found.interval or Interval(date.min, date.min)


def _fits(interval: Interval, noun: str, months: int | None) -> bool:
    size = months or _SIZES.get(noun)
    return months_in(interval) == size if size else True


def is_compared(reading: Reading, start: int) -> bool:
    """Whether the mention stands on the far side of a comparison ("up from $3 million in the first quarter")."""
    return _COMPARED.search(_NUMBER_DOT.sub("", reading.before(start, 60))) is not None


def is_told_before(reading: Reading, start: int, interval: Interval) -> bool:
    """Whether the sentence has named that very period before the mention at `start`."""
    same = [q for q in reading.periods() if q.interval == interval]
    return bool(same) and not _is_parted(reading, same[-1].end, start)


def _is_parted(reading: Reading, end: int, start: int) -> bool:
    """Whether a sentence ends between two mentions; none is taken to be longer than a few hundred letters."""
    return start - end > _LONGEST or _SENTENCE.search(reading.text, end, start) is not None


def antecedent(
    reading: Reading, noun: str, months: int | None, *, several: bool = False, start: int | None = None
) -> Antecedent | None:
    """Of all periods named that fit, the one that ends last; the period reported stands in when the text names none.

    Stretches that are not over on the release day are outlooks and bare years are no reporting periods, so neither is
    meant unless nothing else was named. What others are compared with is meant only where nothing is reported.
    `several` are meant by a plural: those that its sentence names apart from each other and that end on the same day.
    An expression that begins at `start`, in a later sentence than a quarter and its year, points back to the quarter.
    """
    released, periods = reading.context.released_on, reading.periods()
    fitting = [
        q
        for q in periods
        if (noun == "year" or q.rule not in _PLAIN_YEARS or _is_reported_year(q, periods, reading))
        and (released is None or _interval(q).end <= released)
        and _fits(_interval(q), noun, months)
    ]
    named = [q for q in fitting if q.rule not in POINTERS and not is_compared(reading, q.start)]
    if not named and (reported := _reported(reading, noun, months)) is not None:
        return reported
    named = named or fitting
    if named:
        end = max(_interval(q).end for q in named) - _SAME_END
        last = max((q for q in named if _interval(q).end >= end), key=lambda q: q.start)
        if start is not None and not several and _is_parted(reading, last.end, start):
            last = min((last, *_apart(last, named, reading)), key=lambda q: months_in(_interval(q)))
        reading.point_to((last.start, last.end))
        joined = _joined(last, reading)
        if several and not joined:
            joined = _apart(last, named, reading)
        return Antecedent([_interval(q) for q in (last, *joined)], last.precision or "span")
    return None


def _is_reported_year(found: Quantity, periods: list[Quantity], reading: Reading) -> bool:
    """Whether a fiscal year that ends with a period named is told of as one ("$5 million for full year 2022")."""
    if found.rule != "fiscal_year" or is_compared(reading, found.start):
        return False
    ends = [_interval(q).end for q in periods if q.rule not in _PLAIN_YEARS and q.start < found.start]
    if reading.context.period is not None:
        ends.append(reading.context.period.end)
    if not any(abs(_interval(found).end - end) <= _SAME_END for end in ends):
        return False
    return found.modifier in _OF_A_PERIOD or bool(_AND_FOUND.search(reading.before(found.start, 12)))


def _reported(reading: Reading, noun: str, months: int | None) -> Antecedent | None:
    reported = reading.context.period
    if reported is None:
        return None
    size = months or _SIZES.get(noun)
    if _fits(reported, noun, months):
        found = reported
    elif size == 12:
        found = fiscal_year(fiscal_year_of(reported.end, reading.context), reading.context)
    elif size and size < months_in(reported):
        found = months_ending(reported.end, size)
    else:
        return None
    reading.infer("period")
    return Antecedent([found], "span" if months else _NAMES.get(months_in(found), "span"))


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


def _apart(last: Quantity, named: list[Quantity], reading: Reading) -> list[Quantity]:
    """The other periods of its sentence that end with `last`, the nearest first."""
    before = [q for q in named if q.start < last.start and _interval(q).end == _interval(last).end]
    out: list[Quantity] = []
    for found in reversed(before):
        if _SENTENCE.search(reading.text, found.end, last.start):
            break
        if _interval(found) not in [_interval(q) for q in (last, *out)]:
            out.append(found)
    return out
