"""What follows from the figures of two releases: the year of one less the nine months of the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from topline.exports.releases import NamedRelease, by_company, name_releases
from topline.exports.versions import Saying, Versions, differ
from topline.records import ReleaseRecord
from topline.statements import Element, Rest, Stated, Stretch, doubtful_cells, find_flows, impossible, rests

__all__ = ["Compared", "Following", "compared", "follow"]


class Following(NamedTuple):
    """A difference with its two figures, of which the latest release's are taken, and what else was stated of them."""

    rest: Rest
    plus: Saying
    minus: Saying
    note: str | None


class Difference(NamedTuple):
    """A longer figure of an element less a shorter one; `latest` are all of its latest figures, by their cells."""

    element: Element
    rest: Rest
    latest: Mapping[str, Saying]

    @property
    def plus(self) -> Saying:
        return self.latest[self.rest.plus.cell]

    @property
    def minus(self) -> Saying:
        return self.latest[self.rest.minus.cell]


class Compared:
    """The releases of one company side by side: what they say, and which cells may be subtracted from each other."""

    def __init__(self, releases: Sequence[NamedRelease]) -> None:
        self.versions = Versions(releases)
        self.usable = _usable_cells(releases)

    def differences(self) -> Iterator[Difference]:
        """All that two of the latest figures make, be it printed or not."""
        for element, periods in self.versions.elements():
            says = _latest(periods, self.versions)
            yield from (Difference(element, rest, says) for rest in rests(_of_latest(says, self.usable), ()))


def compared(records: Iterable[ReleaseRecord]) -> list[Compared]:
    """One a company."""
    return [Compared(releases) for releases in by_company(name_releases(records))]


def follow(
    releases: Sequence[NamedRelease], versions: Versions, derived: Mapping[Element, Sequence[Stretch]]
) -> Iterator[Following]:
    """All that is neither printed nor `derived` within one release.

    Where one element comes out with a sign that it cannot have, nothing follows from that pair of statements.
    """
    usable = _usable_cells(releases)
    found = [
        following
        for element, periods in versions.elements()
        for following in _of_element(element, periods, usable, versions, derived)
    ]
    torn = {_pair(f) for f in found if impossible(f.plus.element.concept, f.rest)}
    yield from (f for f in found if _pair(f) not in torn)


def _pair(following: Following) -> tuple[str, str, str, str]:
    plus, minus = following.plus, following.minus
    return plus.release.name, plus.statement.id, minus.release.name, minus.statement.id


def _of_element(
    element: Element, periods: Mapping[Stretch, Sequence[Saying]], usable: Mapping[str, Stated], versions: Versions,
    derived: Mapping[Element, Sequence[Stretch]],
) -> Iterator[Following]:  # fmt: skip
    if any(_signs_differ(each) for each in periods.values()):
        return
    says = _latest(periods, versions)
    for rest in rests(_of_latest(says, usable), [*versions.periods(element), *derived.get(element, ())]):
        plus, minus = says[rest.plus.cell], says[rest.minus.cell]
        if versions.comparable(plus, minus):
            yield Following(rest, plus, minus, _note(plus, minus, versions))


def _latest(periods: Mapping[Stretch, Sequence[Saying]], versions: Versions) -> dict[str, Saying]:
    """The latest figure of each period, by its cell, where it is certain which one that is."""
    return {says[-1].cell: says[-1] for says in periods.values() if _certain(says, versions)}


def _of_latest(latest: Mapping[str, Saying], usable: Mapping[str, Stated]) -> list[Stated]:
    """Those of the latest figures that may be subtracted, by their names across releases."""
    return [usable[cell]._replace(cell=cell, period=s.period) for cell, s in latest.items() if cell in usable]


def _usable_cells(releases: Sequence[NamedRelease]) -> dict[str, Stated]:
    """The cells that may be subtracted from each other, by their names across releases."""
    return {
        release.ref(s.cell): s._replace(row=f"{release.name}#{s.row}") for release in releases for s in _sound(release)
    }


def _sound(release: NamedRelease) -> Iterator[Stated]:
    record = release.record
    doubtful = doubtful_cells(record.statements, record.links)
    return (stated for flow in find_flows(record.statements, doubtful) for stated in flow.stated)


def _signs_differ(says: Sequence[Saying]) -> bool:
    return any(s.value and s.value == -says[-1].value for s in says)


def _certain(says: Sequence[Saying], versions: Versions) -> bool:
    """Which of several amounts is the latest must be told by the releases' dates, and none be restated elsewhere."""
    others = [s for s in says if differ(s, says[-1])]
    told = all(s.released_on and s.released_on < says[-1].released_on for s in others)
    return told and versions.later(says[-1].cell) is None


def _note(plus: Saying, minus: Saying, versions: Versions) -> str | None:
    before = [(own, versions.earlier(own.cell)) for own in (plus, minus)]
    notes = [f"restated: {own.cell} was {e.value:f} in {e.cell}" for own, e in before if e]
    fresh = [versions.fresh(own) for own in (plus, minus)]
    if plus.release != minus.release and False in fresh and True in fresh:
        late = (plus, minus)[fresh.index(False)]
        notes.append(f"of two versions: {late.cell} was stated a year later and may be reclassified")
    return "; ".join(notes) or None
