"""Facts laid out in rows and columns: the lines of several releases' statements as one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from topline.cli.words import when
from topline.records import Fact, Interval
from topline.statements import Stretch, alike, qualifier_of, stretch_of

__all__ = ["Grid", "Line", "grids"]

_KINDS = {
    "operations": "Statements of operations",
    "balance_sheet": "Balance sheets",
    "cash_flows": "Statements of cash flows",
}
_BASES = {"gaap": "", "pro_forma": "pro forma or adjusted", "reconciliation": ""}
_MONTHS = {3: "three months", 6: "six months", 9: "nine months", 12: "year"}
_QUARTER, _YEAR = 3, 12
_MONTH_DAYS = 30.4

_Places = dict[str, Fact]


class Line(NamedTuple):
    """A row; `cells` by the number of their column."""

    section: str | None
    label: str
    cells: dict[int, Fact]


class Grid(NamedTuple):
    """A table: `origins` says of a column with derived figures what they are the difference of."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    origins: dict[int, str]


class _Key(NamedTuple):
    """What the figures of a table have in common; `months` is 0 for balances and -1 without a date."""

    kind: str
    basis: str
    own: str
    qualifier: str
    months: int

    @property
    def place(self) -> tuple[int, str, str, str, int]:
        kinds = [*_KINDS, self.kind]
        return kinds.index(self.kind), self.basis, self.own.lower(), self.qualifier, self.months

    def title(self, *, named: bool) -> str:
        length = f"{_MONTHS[self.months]}{'' if named else ' ended'}" if self.months in _MONTHS else ""
        kind = _KINDS.get(self.kind, self.own or "Other figures")
        return ", ".join(filter(None, (kind, _BASES[self.basis], self.qualifier, length)))


def grids(facts: Sequence[Fact], among: Sequence[Fact]) -> list[Grid]:
    """Tables by kind of statement, basis and length of time; `among` are also the figures that others derive from."""
    places = {f"{f.source}#{f.cell}": f for f in among if f.cell}
    tables: dict[_Key, list[Fact]] = {}
    for fact in sorted(facts, key=lambda f: f.released_on or "", reverse=True):
        if not _inner(fact, places):
            tables.setdefault(_key(fact, places), []).append(fact)
    calendar = all(_of_calendar(fact) for fact in among if not fact.derived_from)
    return [_grid(key, tables[key], places, calendar=calendar) for key in sorted(tables, key=lambda key: key.place)]


def _key(fact: Fact, places: _Places) -> _Key:
    own = fact.title.rsplit(" / ", 1)[-1] if fact.kind == "other" else ""
    printed = _plus(fact, places) or fact
    dated = printed.period or printed.instant
    return _Key(
        fact.kind, fact.basis, own, qualifier_of(fact.title, printed.column or "") if dated else "", _months(fact)
    )


def _grid(key: _Key, facts: Sequence[Fact], places: _Places, *, calendar: bool) -> Grid:
    columns = _columns(facts)
    ordered = sorted(set(columns.values()), reverse=True)
    names = [_name(column, key.months) for column in ordered]
    named = calendar and all(names)
    heads = [
        name if name and (named or key.months not in _MONTHS) else column[0]
        for name, column in zip(names, ordered, strict=True)
    ]
    numbers = {time: ordered.index(column) for time, column in columns.items()}
    lines = [
        Line(group[0].section, group[0].label or (group[0].section or "").rstrip(":"), _best(group, numbers))
        for group in _rows(facts)
    ]
    origins: dict[int, str] = {}
    for column, fact in ((c, f) for line in lines for c, f in line.cells.items() if f.derived_from):
        origins[column] = origins.get(column) or _origin(fact, places)
    return Grid(key.title(named=named), tuple(heads), tuple(lines), {c: told for c, told in origins.items() if told})


_Time = tuple[str, str]
"""The last day and the first one; of an undated column its head and nothing."""


def _time(fact: Fact) -> _Time:
    if fact.period:
        return fact.period.end, fact.period.start
    return fact.instant or fact.column or "", ""


def _columns(facts: Sequence[Fact]) -> dict[_Time, _Time]:
    """For each time the column it stands in: times that mean one period stand where the latest release prints it."""
    stretches = {_time(f): _stretch(f) for f in facts if f.period or f.instant}
    same = alike(stretches.values())
    column: dict[Stretch, _Time] = {}
    for fact in sorted(facts, key=lambda f: (not f.derived_from, f.released_on or "")):
        if _time(fact) in stretches:
            column[same[stretches[_time(fact)]]] = _time(fact)
    return {time: column[same[stretches[time]]] if time in stretches else time for time in map(_time, facts)}


def _stretch(fact: Fact) -> Stretch:
    return stretch_of(fact.period or Interval(start=fact.instant or "", end=fact.instant or ""))


def _name(column: _Time, months: int) -> str:
    """A period's name by the calendar, nothing where it has none; both ends where no title tells the length."""
    end, start = column
    if not start:
        return end
    name = when(start, end)
    return name if " to " not in name else "" if months in _MONTHS else name.replace(" to ", "\nto ")


def _months(fact: Fact) -> int:
    if fact.period is None:
        return 0 if fact.instant else -1
    return round(stretch_of(fact.period).days / _MONTH_DAYS)


def _of_calendar(fact: Fact) -> bool:
    """False for nine months and years that end elsewhere than the calendar's: "2005 Q1" may be a third quarter then."""
    end = {9: "-09-30", 12: "-12-31"}.get(_months(fact))
    return end is None or fact.period is None or fact.period.end.endswith(end)


def _rows(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Facts by row as the latest statement has them; a row of another stands after what it follows there."""
    rows: dict[tuple[str, str, str, int], list[Fact]] = {}
    after: dict[tuple[str, str, str, int] | None, list[tuple[str, str, str, int]]] = {}
    for statement in _statements(facts):
        counts: dict[tuple[str, str, str], int] = {}
        before = None
        for own in statement:
            fact = own[0]
            key = (fact.concept or fact.label.lower(), "" if fact.concept else fact.section or "", fact.unit)
            counts[key] = counts.get(key, 0) + 1
            full = (*key, counts[key])
            if full not in rows:
                after.setdefault(before, []).append(full)
            rows.setdefault(full, []).extend(own)
            before = full
    order, waiting = [], [*reversed(after.get(None, []))]
    while waiting:
        order.append(waiting.pop())
        waiting += after.get(order[-1], [])
    return [rows[key] for key in order]


def _statements(facts: Sequence[Fact]) -> list[list[list[Fact]]]:
    """Facts by statement and row, in their order."""
    found: dict[tuple[str, str | None, str], dict[tuple[str | None, str, str], list[Fact]]] = {}
    for fact in facts:
        rows = found.setdefault((fact.source, fact.exhibit, fact.statement), {})
        rows.setdefault((fact.section, fact.label, fact.unit), []).append(fact)
    return [list(rows.values()) for rows in found.values()]


def _best(facts: Iterable[Fact], numbers: dict[_Time, int]) -> dict[int, Fact]:
    """A printed figure before a derived one, then that of the latest release."""
    best: dict[int, Fact] = {}
    for fact in sorted(facts, key=lambda f: (not f.derived_from, f.released_on or "")):
        best[numbers[_time(fact)]] = fact
    return best


def _plus(fact: Fact, places: _Places) -> Fact | None:
    return places.get(fact.derived_from[0][1:]) if fact.derived_from else None


def _inner(fact: Fact, places: _Places) -> bool:
    """The second and third quarter in one, less the first of nine months: nobody looks for that."""
    plus = _plus(fact, places)
    if plus is None or plus.period is None or fact.period is None:
        return False
    tail = fact.period.end == plus.period.end
    return tail and _months(fact) > _QUARTER and (_months(plus) < _YEAR or _months(fact) > _YEAR // 2)


def _origin(fact: Fact, places: _Places) -> str:
    """ "2003 Q4 is 2003 less nine months to 2003-09-30", or nothing where the cells are not at hand."""
    known = [places.get(cell[1:]) for cell in fact.derived_from]
    if fact.period is None or not all(f and f.period for f in known):
        return ""
    parts = [_spoken(f.period, _months(f)) for f in known if f and f.period]
    return f"{_spoken(fact.period, _months(fact))} is {' less '.join(parts)}"


def _spoken(period: Interval, months: int) -> str:
    name = when(period.start, period.end)
    return name if " to " not in name else f"{_MONTHS.get(months, f'{months} months')} to {period.end}"
