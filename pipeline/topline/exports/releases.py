"""Releases side by side: each once, by a name of its own, and those of one company together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from topline.exports.companies import Companies, Named
from topline.records import ReleaseRecord

__all__ = ["NamedRelease", "by_company", "name_releases"]


class NamedRelease(NamedTuple):
    """`source` is the file's name, `name` what its cells are called by: "<name>#<cell>"."""

    record: ReleaseRecord
    source: str
    name: str
    order: int

    @property
    def age(self) -> tuple[str, int]:
        """Later releases compare greater; one without a date is older than all others."""
        return self.record.release.released_on or "", self.order

    @property
    def cik(self) -> str | None:
        filing = self.record.source.filing
        return filing.cik if filing else None

    @property
    def company(self) -> Named:
        return Named(self.record.release.company, self.cik, self.name)

    def ref(self, cell: str) -> str:
        return f"{self.name}#{cell}"


def name_releases(records: Iterable[ReleaseRecord]) -> list[NamedRelease]:
    """A release that is given twice counts once. Of files with one name the second is called "<name>~2".

    Only where a file holds several releases does the name of each also tell its exhibit.
    """
    unique: dict[tuple[str, int | None], ReleaseRecord] = {}
    for record in records:
        exhibit = record.source.document
        unique.setdefault((record.source.sha256, exhibit.start if exhibit else None), record)
    shas: dict[str, list[str]] = {}
    sources = []
    for record in unique.values():
        same_name = shas.setdefault(record.source.name, [])
        if record.source.sha256 not in same_name:
            same_name.append(record.source.sha256)
        number = same_name.index(record.source.sha256) + 1
        sources.append(record.source.name if number == 1 else f"{record.source.name}~{number}")
    releases = Counter(sources)
    named = []
    for order, (record, source) in enumerate(zip(unique.values(), sources, strict=True)):
        exhibit = record.source.document
        own = f"{source}:{exhibit.type}-{exhibit.start}" if exhibit and releases[source] > 1 else source
        named.append(NamedRelease(record, source, own, order))
    return named


def by_company(releases: Sequence[NamedRelease]) -> list[list[NamedRelease]]:
    companies = Companies(release.company for release in releases)
    groups: dict[tuple[str, str], list[NamedRelease]] = {}
    for release in releases:
        groups.setdefault(companies.key(release.company), []).append(release)
    return list(groups.values())
