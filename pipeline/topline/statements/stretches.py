"""Stretches of time that are left over when one printed period is taken from another."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import NamedTuple

from topline.records import Interval

__all__ = ["WITHIN", "Stretch", "alike", "differences", "near", "stretch_of"]

# A start is seldom printed: of fiscal quarters it is reckoned from their weeks or months, a week off at most.
_NEAR = 7
_QUARTER = 91
_LONGEST = 378
_SHORTEST = 4 * _NEAR
_DAY = timedelta(days=1)

WITHIN = timedelta(days=_NEAR)
"""How far the ends of periods that are `near` each other may be apart."""


class Stretch(NamedTuple):
    """First and last day, both inclusive."""

    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def interval(self) -> Interval:
        return Interval(start=self.start.isoformat(), end=self.end.isoformat())


def stretch_of(period: Interval) -> Stretch:
    return Stretch(date.fromisoformat(period.start), date.fromisoformat(period.end))


def near(a: Stretch, b: Stretch) -> bool:
    """One period, though a start or an end was told by the calendar here and by the week there."""
    return abs((a.start - b.start).days) <= _NEAR and abs((a.end - b.end).days) <= _NEAR


def alike(stretches: Iterable[Stretch]) -> dict[Stretch, Stretch]:
    """For each stretch the first one that is near it: what all that mean one period have in common."""
    heads: list[Stretch] = []
    found: dict[Stretch, Stretch] = {}
    for stretch in sorted(set(stretches), key=lambda s: (s.end, s.start)):
        heads = [head for head in heads if (stretch.end - head.end).days <= _NEAR]
        head = next((head for head in heads if near(head, stretch)), None)
        if head is None:
            heads.append(stretch)
        found[stretch] = head or stretch
    return found


def differences(periods: Iterable[Stretch]) -> Iterator[tuple[Stretch, Stretch, Stretch]]:
    """Each (longer, shorter, what is left of the longer one) where one to three quarters of a year or less are left.

    The two end on the same day, or start on the same one, give or take what reckoning a start may be off.
    """
    known = sorted(set(periods))
    ends: dict[date, list[Stretch]] = {}
    for period in known:
        ends.setdefault(period.end, []).append(period)
    for group in ends.values():
        for long, short in combinations(group, 2):
            yield from _left(long, short, Stretch(long.start, short.start - _DAY))
    for i, first in enumerate(known):
        for j in range(i + 1, len(known)):
            other = known[j]
            if (other.start - first.start).days > _NEAR:
                break
            short, long = sorted((first, other), key=lambda p: p.end)
            if short.end < long.end:
                yield from _left(long, short, Stretch(short.end + _DAY, long.end))


def _left(long: Stretch, short: Stretch, rest: Stretch) -> Iterator[tuple[Stretch, Stretch, Stretch]]:
    if long.days <= _LONGEST and short.days > _SHORTEST and _in_quarters(rest):
        yield long, short, rest


def _in_quarters(stretch: Stretch) -> bool:
    """Three, six or nine months, or as many weeks: 12 to 14, 25 to 27, 38 to 40."""
    return any(abs(stretch.days - quarters * _QUARTER) <= _NEAR for quarters in (1, 2, 3))
