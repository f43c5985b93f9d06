"""Records to facts: the printed figures, what follows from them in one release, and what follows across releases."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from topline.exports.across import follow
from topline.exports.releases import NamedRelease, by_company, name_releases
from topline.exports.versions import Saying, Versions
from topline.records import Cell, Column, Derived, Fact, ReleaseRecord, Row, Statement
from topline.statements import (
    Element,
    Stretch,
    concept_by_the_rules,
    element_of,
    fact_basis,
    plain,
    rivals,
    stretch_of,
    time_of,
)

__all__ = ["facts"]


def facts(records: Iterable[ReleaseRecord]) -> tuple[Fact, ...]:
    """One fact a printed cell, in the order of the releases and their rows, then what follows from two of them.

    What follows within a release stands after its cells; what follows across the releases of a company (the year of
    one less the nine months of another) after all of them. Of a figure that two releases state differently the latest
    counts, and `note` says so. A release that is given twice counts once.
    """
    releases = name_releases(records)
    groups = [(group, Versions(group)) for group in by_company(releases)]
    versions = {release.name: known for group, known in groups for release in group}
    own = [fact for release in releases for fact in _of_release(release, versions[release.name])]
    return (*own, *(fact for group, known in groups for fact in _across(group, known)))


def _of_release(release: NamedRelease, versions: Versions) -> Iterator[Fact]:
    for statement in release.record.statements:
        columns, against = {column.id: column for column in statement.columns}, rivals(statement)
        for row in statement.rows:
            yield from _printed(_Line(release, statement, row), columns, against, versions)
    lines = _lines(release)
    for derived in release.record.derived:
        yield _derived(lines[derived.statement, derived.row], derived, versions)


def _across(releases: Sequence[NamedRelease], versions: Versions) -> Iterator[Fact]:
    """Each stands under the row of the later of its two releases, in the order of rows and of time."""
    derived: dict[Element, list[Stretch]] = defaultdict(list)
    places: dict[tuple[str, str, str], int] = {}
    for release in releases:
        lines = _lines(release)
        places |= {(release.name, *line): at for at, line in enumerate(lines, len(places))}
        for one in release.record.derived:
            element = _element(lines[one.statement, one.row], one)
            if element and not _outdated(release, one, versions):
                derived[element].append(stretch_of(one.period))
    found = [(max(f.plus, f.minus, key=lambda s: s.release.age), f) for f in follow(releases, versions, derived)]
    found.sort(key=lambda of: (places[of[0].release.name, of[0].statement.id, of[0].row.id], of[1].rest.period))
    for own, following in found:
        unaudited = False in (following.plus.statement.audited, following.minus.statement.audited)
        line = _Line(own.release, own.statement, own.row)
        yield line.fact(
            _column(line, own.cell.rpartition("#")[2]),
            period=following.rest.period.interval,
            value=plain(following.rest.value),
            unit=own.element.unit,
            audited=False if unaudited else None,
            derived_from=(f"+{following.plus.cell}", f"-{following.minus.cell}"),
            note=following.note,
        )


class _Line(NamedTuple):
    """A row of a statement of a release."""

    release: NamedRelease
    statement: Statement
    row: Row

    def fact(self, under: Column, /, **own: object) -> Fact:
        """`under` is the column of its cell, or of the cell that it is derived for; `own` is what it has for itself."""
        record, statement = self.release.record, self.statement
        of_row = {
            "source": self.release.source,
            "exhibit": record.source.document.type if record.source.document else None,
            "company": record.release.company,
            "ticker": record.release.ticker,
            "cik": self.release.cik,
            "released_on": record.release.released_on,
            "statement": statement.id,
            "kind": statement.kind,
            "title": statement.title,
            "scale": statement.scale,
            "audited": statement.audited,
            "section": self.row.section,
            "label": self.row.label,
            "basis": fact_basis(statement, self.row, under.id),
            "concept": concept_by_the_rules(statement, self.row, under.id),
        }
        return Fact.model_validate(of_row | own)


def _lines(release: NamedRelease) -> dict[tuple[str, str], _Line]:
    return {(s.id, row.id): _Line(release, s, row) for s in release.record.statements for row in s.rows}


def _printed(line: _Line, columns: dict[str, Column], against: dict[str, Cell], versions: Versions) -> Iterator[Fact]:
    """`against` are the cells of other columns that have another amount for the same thing."""
    for cell in line.row.cells:
        column, rival = columns[cell.column], against.get(cell.id)
        period, instant = time_of(line.row, column)
        beside = f"in another column {rival.value}: {line.release.ref(rival.id)}" if rival else None
        yield line.fact(
            column,
            column=column.label,
            period=period,
            instant=instant,
            value=cell.value,
            unit=cell.unit,
            raw=cell.raw,
            nil=bool(cell.nil),
            start=cell.start,
            end=cell.end,
            cell=cell.id,
            note="; ".join(filter(None, (_versions_note(line.release, cell, versions), beside))) or None,
        )


def _versions_note(release: NamedRelease, cell: Cell, versions: Versions) -> str | None:
    if later := versions.later(release.ref(cell.id)):
        told = "later" if _before(release, later.release) else "also"
        return f"{told} stated as {later.value:f}: {later.cell}"
    if earlier := versions.earlier(release.ref(cell.id)):
        told = "earlier" if _before(earlier.release, release) else "also"
        return f"{told} stated as {earlier.value:f}: {earlier.cell}"
    return None


def _before(one: NamedRelease, other: NamedRelease) -> bool:
    """Their dates tell so: order on the command line or in a file tells nothing."""
    days = one.record.release.released_on, other.record.release.released_on
    return all(days) and str(days[0]) < str(days[1])


def _derived(line: _Line, derived: Derived, versions: Versions) -> Fact:
    release, note = line.release, None
    printed = versions.printed(_element(line, derived), stretch_of(derived.period))
    if later := _outdated(release, derived, versions):
        told = "were restated" if _before(release, later.release) else "are stated otherwise"
        note = f"of figures that {told}: {later.cell}"
    elif printed and abs(abs(printed.value) - abs(Decimal(derived.value))) > 2 * line.statement.scale:
        note = f"printed as {printed.value:f}: {printed.cell}"
    return line.fact(
        _column(line, derived.plus[0]),
        period=derived.period,
        value=derived.value,
        unit=derived.unit,
        cell=derived.id,
        derived_from=(
            *(f"+{release.ref(cell)}" for cell in derived.plus),
            *(f"-{release.ref(cell)}" for cell in derived.minus),
        ),
        note=note,
    )


def _outdated(release: NamedRelease, derived: Derived, versions: Versions) -> Saying | None:
    """What a later release, or one that no date puts before, has else for a cell that the figure follows from."""
    later = (versions.later(release.ref(cell)) for cell in (*derived.plus, *derived.minus))
    return next((saying for saying in later if saying), None)


def _element(line: _Line, derived: Derived) -> Element | None:
    return element_of(line.statement, line.row, _column(line, derived.plus[0]), derived.unit)


def _column(line: _Line, cell: str) -> Column:
    own = next(each.column for each in line.row.cells if each.id == cell)
    return next(column for column in line.statement.columns if column.id == own)
