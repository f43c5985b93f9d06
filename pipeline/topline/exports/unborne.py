"""Printed quarters that two other printed figures do not bear out: the year less the nine months makes another sum."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from topline.exports.across import latest, of_latest, usable_cells
from topline.exports.releases import by_company, name_releases
from topline.exports.versions import Saying, Versions
from topline.records import ReleaseRecord
from topline.statements import Rest, Stated, rests

__all__ = ["Unborne", "unborne"]

_QUARTER_DAYS = 100


class Unborne(NamedTuple):
    """`printed` is not what `plus` less `minus` makes, by more than rounding."""

    printed: Saying
    rest: Rest
    plus: Saying
    minus: Saying


def unborne(records: Iterable[ReleaseRecord]) -> Iterator[Unborne]:
    """Each quarter that ends a longer period, in one release or across those of a company, once."""
    for releases in by_company(name_releases(records)):
        versions = Versions(releases)
        usable = usable_cells(releases)
        for element, periods in versions.elements():
            says = latest(periods, versions)
            for rest in rests(of_latest(says, usable), ()):
                plus, minus = says[rest.plus.cell], says[rest.minus.cell]
                printed = versions.printed(element, rest.period)
                if printed and printed.cell in says and _off(rest, printed, usable):
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
