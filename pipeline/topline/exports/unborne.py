"""Printed quarters that two other printed figures do not bear out: the year less the nine months makes another sum."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from topline.exports.across import Compared
from topline.exports.versions import Saying
from topline.statements import Rest, Stated

__all__ = ["Unborne", "unborne"]

_QUARTER_DAYS = 100


class Unborne(NamedTuple):
    """`printed` is not what `plus` less `minus` makes, by more than rounding."""

    printed: Saying
    rest: Rest
    plus: Saying
    minus: Saying


def unborne(companies: Iterable[Compared]) -> Iterator[Unborne]:
    """Each quarter that ends a longer period, in one release or across those of a company, once."""
    for company in companies:
        versions = company.versions
        for found in company.differences():
            rest, plus, minus = found.rest, found.plus, found.minus
            printed = versions.printed(found.element, rest.period)
            if printed and printed.cell in found.latest and _off(rest, printed, company.usable):
                three = (printed, plus, minus)
                alike = len({versions.fresh(saying) for saying in three}) == 1
                if alike and all(versions.comparable(*pair) for pair in combinations(three, 2)):
                    yield Unborne(printed, rest, plus, minus)


def _off(rest: Rest, printed: Saying, usable: Mapping[str, Stated]) -> bool:
    """The quarter that ends the longer period, of a row of the same name, with another amount."""
    own = usable.get(printed.cell)
    if own is None or own.name != rest.plus.name or own.scale != rest.plus.scale:
        return False
    last = rest.period.end == rest.plus.period.end and rest.period.days <= _QUARTER_DAYS
    return last and abs(abs(own.value) - abs(rest.value)) > 2 * own.scale
