"""Figures that two releases of a company state differently, and years that come out below their nine months."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from topline.exports.across import Compared
from topline.exports.versions import Saying
from topline.statements import impossible

__all__ = ["Against", "differing", "shrunk"]


class Against(NamedTuple):
    """`figure` does not go with `other`."""

    figure: Saying
    other: Saying


def differing(companies: Iterable[Compared]) -> Iterator[Against]:
    """The latest figure of each element and time, with the last one of another release that differs from it."""
    for versions in (company.versions for company in companies):
        for _, periods in versions.elements():
            for saying in (s for says in periods.values() for s in says):
                other = versions.earlier(saying.cell)
                if other and other.release != saying.release:
                    yield Against(saying, other)


def shrunk(companies: Iterable[Compared]) -> Iterator[Against]:
    """Revenues and costs of a longer period that are below those of a part of it, which they cannot be."""
    for company in companies:
        versions = company.versions
        for found in company.differences():
            rest, longer, part = found.rest, found.plus, found.minus
            below = impossible(found.element.concept, rest) and abs(rest.value) > rest.plus.scale
            alike = versions.fresh(longer) == versions.fresh(part)
            if below and alike and versions.comparable(longer, part):
                yield Against(longer, part)
