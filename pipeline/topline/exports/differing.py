"""Figures that two releases of a company state differently, and years that come out below their nine months."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from topline.exports.across import latest, of_latest, usable_cells
from topline.exports.releases import by_company, name_releases
from topline.exports.versions import Saying, Versions
from topline.records import ReleaseRecord
from topline.statements import impossible, rests

__all__ = ["Against", "differing", "shrunk"]


class Against(NamedTuple):
    """`figure` does not go with `other`."""

    figure: Saying
    other: Saying


def differing(records: Iterable[ReleaseRecord]) -> Iterator[Against]:
    """The latest figure of each element and time, with the last one of another release that differs from it."""
    for releases in by_company(name_releases(records)):
        versions = Versions(releases)
        for _, periods in versions.elements():
            for saying in (s for says in periods.values() for s in says):
                other = versions.earlier(saying.cell)
                if other and other.release != saying.release:
                    yield Against(saying, other)


def shrunk(records: Iterable[ReleaseRecord]) -> Iterator[Against]:
    """Revenues and costs of a longer period that are below those of a part of it, which they cannot be."""
    for releases in by_company(name_releases(records)):
        versions = Versions(releases)
        usable = usable_cells(releases)
        for element, periods in versions.elements():
            says = latest(periods, versions)
            for rest in rests(of_latest(says, usable), ()):
                longer, part = says[rest.plus.cell], says[rest.minus.cell]
                below = impossible(element.concept, rest) and abs(rest.value) > rest.plus.scale
                alike = versions.fresh(longer) == versions.fresh(part)
                if below and alike and versions.comparable(longer, part):
                    yield Against(longer, part)
