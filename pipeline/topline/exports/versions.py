"""What several releases of a company say of one thing at one time."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import islice, takewhile
from typing import NamedTuple

from topline.exports.releases import NamedRelease
from topline.records import Column, Interval, Row, Statement, Unit
from topline.statements import WITHIN, Element, Stretch, alike, element_of, near, standing, stretch_of, time_of

__all__ = ["Saying", "Versions", "differ"]

_RESTATED = frozenset(["as", "restated"])
_COMPARISON = timedelta(days=270)


class Saying(NamedTuple):
    """A printed figure of a known element; `cell` is its name across releases."""

    release: NamedRelease
    statement: Statement
    row: Row
    element: Element
    cell: str
    period: Stretch
    value: Decimal

    @property
    def released_on(self) -> str:
        return self.release.record.release.released_on or ""


def differ(a: Saying, b: Saying) -> bool:
    """More than rounding apart; the same amount with the other sign is printed by another habit, and no other one."""
    return abs(abs(a.value) - abs(b.value)) > max(_place(a), _place(b))


def _place(saying: Saying) -> int:
    unit: Unit = saying.element.unit
    return 0 if "/" in unit or unit == "pure" else saying.statement.scale


class Versions:
    """All figures of a company's releases that have a concept and a date, the latest ones last."""

    def __init__(self, releases: Sequence[NamedRelease]) -> None:
        ordered = sorted(releases, key=lambda r: r.age)
        stand = {
            release.name: standing(release.record.statements, release.record.release.company) for release in releases
        }
        found = [saying for release in ordered for saying in _sayings(release, stand[release.name])]
        self._printed: dict[Element, list[Stretch]] = defaultdict(list)
        for saying in (s for r in releases for statement in r.record.statements for s in _of_statement(r, statement)):
            self._printed[saying.element].append(saying.period)
        self._by_cell = {saying.cell: saying for saying in found}
        self._said: dict[Element, dict[Stretch, list[Saying]]] = {}
        for element, sayings in _grouped(found, lambda saying: saying.element).items():
            same, periods = alike(s.period for s in sayings), self._said.setdefault(element, {})
            for saying in sayings:
                periods.setdefault(same[saying.period], []).append(saying)
        self._told = _by_time(found)
        self._heads = {element: sorted(periods, key=lambda head: head.end) for element, periods in self._said.items()}
        self._restated = _restatements(found)

    def elements(self) -> Iterable[tuple[Element, dict[Stretch, list[Saying]]]]:
        return self._said.items()

    def periods(self, element: Element) -> Sequence[Stretch]:
        """All for which a release prints the element, also in a statement whose figures are not used."""
        return self._printed[element]

    def later(self, cell: str) -> Saying | None:
        """The latest statement of what a cell states, if it differs."""
        own, others = self._of(cell)
        return others[-1] if own and others[-1].cell != cell and differ(own, others[-1]) else None

    def earlier(self, cell: str) -> Saying | None:
        """The last statement before the latest one that differs from it, if that is what the cell is."""
        own, others = self._of(cell)
        if own is None or others[-1].cell != cell:
            return None
        return next((other for other in reversed(others) if differ(own, other)), None)

    def comparable(self, a: Saying, b: Saying) -> bool:
        """False where something of their time was restated after the older of the two was released."""
        first, last = min(a.period.start, b.period.start), max(a.period.end, b.period.end)
        since = min(a.released_on, b.released_on)
        return a.release == b.release or not any(
            since < day and period.start <= last and first <= period.end
            for period, day in self._restated.get(_thing(a), ())
        )

    def fresh(self, saying: Saying) -> bool | None:
        """Whether a release states the amount for the first time, not for comparison a year later; None if undated."""
        says = [s for s in self._of(saying.cell)[1] if not differ(s, saying)]
        if not all(s.released_on for s in says):
            return None
        return any(date.fromisoformat(s.released_on) - s.period.end <= _COMPARISON for s in says)

    def printed(self, element: Element | None, period: Stretch) -> Saying | None:
        """The latest printed figure of an element and a period, whatever release it is of."""
        if element is None or element not in self._said:
            return None
        heads = self._heads[element]
        first = bisect_left(heads, period.end - WITHIN, key=lambda head: head.end)
        close = takewhile(lambda head: head.end <= period.end + WITHIN, islice(heads, first, None))
        found = [self._said[element][head][-1] for head in close if near(head, period)]
        return max(found, key=lambda saying: saying.release.age, default=None)

    def _of(self, cell: str) -> tuple[Saying | None, list[Saying]]:
        own = self._by_cell.get(cell)
        return own, self._told[_unrestated(own.element), own.period] if own else []


def _thing(saying: Saying) -> Element:
    """The element whatever the head says: a column "as restated" tells of the plain one, too."""
    return saying.element._replace(qualifier="")


def _unrestated(element: Element) -> Element:
    """A column or title "restated" tells of what the plain one of before told, and only that."""
    qualifier = " ".join(word for word in element.qualifier.split() if word not in _RESTATED)
    return element._replace(qualifier=qualifier) if set(element.qualifier.split()) & {"restated"} else element


def _grouped(sayings: Iterable[Saying], key: Callable[[Saying], Element]) -> dict[Element, list[Saying]]:
    found: dict[Element, list[Saying]] = defaultdict(list)
    for saying in sayings:
        found[key(saying)].append(saying)
    return found


def _by_time(sayings: Sequence[Saying]) -> dict[tuple[Element, Stretch], list[Saying]]:
    """By thing and each of its periods all that is said of that period, whichever way its days were reckoned."""
    found: dict[tuple[Element, Stretch], list[Saying]] = {}
    for thing, said in _grouped(sayings, lambda saying: _unrestated(saying.element)).items():
        same = alike(s.period for s in said)
        for saying in said:
            found.setdefault((thing, same[saying.period]), []).append(saying)
        found |= {(thing, period): found[thing, head] for period, head in same.items()}
    return found


def _restatements(found: Sequence[Saying]) -> dict[Element, list[tuple[Stretch, str]]]:
    """Periods of a thing that were stated with another amount than before, and the day when that was."""
    restated: dict[Element, list[tuple[Stretch, str]]] = defaultdict(list)
    for thing, sayings in _grouped(found, _thing).items():
        same = alike(saying.period for saying in sayings)
        last: dict[Stretch, Saying] = {}
        for saying in sayings:
            before = last.setdefault(same[saying.period], saying)
            if differ(before, saying):
                restated[thing].append((saying.period, saying.released_on))
                last[same[saying.period]] = saying
    return restated


def _sayings(release: NamedRelease, stand: frozenset[str]) -> Iterator[Saying]:
    """Each element and period of a release once; a statement in which two rows mean one element says nothing of it.

    The balance at the end of the quarter and of the nine months that end with it is one.
    """
    seen: set[tuple[Element, Stretch]] = set()
    for statement in release.record.statements:
        sayings = list(_of_statement(release, statement)) if statement.id in stand else []
        counts = Counter((s.element, s.period) for s in {_of_its_day(s): s for s in sayings}.values())
        told = {key for key, count in counts.items() if count == 1} - seen
        seen |= told
        yield from (saying for saying in sayings if (saying.element, saying.period) in told)


def _of_its_day(saying: Saying) -> object:
    """What is said twice of one day by one row is the same; all else is something by itself."""
    day = saying.period.start == saying.period.end
    return (saying.row.id, saying.element, saying.period, saying.value) if day else saying.cell


def _of_statement(release: NamedRelease, statement: Statement) -> Iterator[Saying]:
    columns = {column.id: column for column in statement.columns}
    for row in statement.rows:
        for cell in row.cells if row.concept else ():
            period = _time(row, columns[cell.column])
            element = element_of(statement, row, columns[cell.column], cell.unit)
            if element is not None and period is not None:
                yield Saying(release, statement, row, element, release.ref(cell.id), period, Decimal(cell.value))


def _time(row: Row, column: Column) -> Stretch | None:
    period, instant = time_of(row, column)
    if period is not None:
        return stretch_of(period)
    return stretch_of(Interval(start=instant, end=instant)) if instant else None
