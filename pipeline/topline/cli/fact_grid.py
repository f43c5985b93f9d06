"""Facts laid out in rows and columns: the lines of several releases' statements as one."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from topline.cli.fact_items import MONTHS, Item, Places, Time, items_of, months_of, qualifier
from topline.cli.fact_rows import RowKey, Rows, label_of
from topline.cli.words import when
from topline.records import Fact, Interval
from topline.statements import Stretch, alike, other_owner, statement_kind, stretch_of

__all__ = ["Grid", "Line", "grids"]

_KINDS = {
    "operations": "Statements of operations",
    "balance_sheet": "Balance sheets",
    "cash_flows": "Statements of cash flows",
}
_BASES = {"gaap": "", "pro_forma": "pro forma or adjusted", "reconciliation": ""}
_QUARTER, _YEAR = 3, 12
_DOLLARS = "USD"


class Line(NamedTuple):
    """A row; `cells` by the number of their column."""

    section: str | None
    label: str
    cells: dict[int, Fact]


class Grid(NamedTuple):
    """A table: `origins` says of a column with derived figures what they are the difference of.

    `currency` is empty where all tables of the company are in dollars.
    """

    title: str
    currency: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    origins: dict[int, str]


class _Key(NamedTuple):
    """What the figures of a table have in common."""

    kind: str
    basis: str
    own: str
    words: str
    part: int
    currency: str
    months: int

    @property
    def place(self) -> tuple[int, str, str, str, int, str, int]:
        kinds = [*_KINDS, self.kind]
        return kinds.index(self.kind), self.basis, self.own.lower(), self.words, self.part, self.currency, self.months

    def title(self, *, named: bool) -> str:
        length = f"{MONTHS[self.months]}{'' if named else ' ended'}" if self.months in MONTHS else ""
        kind = _KINDS.get(self.kind, self.own or "Other figures")
        other = (self.own if self.kind in _KINDS else "") or (f"other table {self.part}" if self.part else "")
        return ", ".join(filter(None, (kind, other, _BASES[self.basis], self.words, length)))


def grids(facts: Sequence[Fact], among: Sequence[Fact]) -> list[Grid]:
    """Tables by kind of statement, basis and length of time; `among` are also the figures that others derive from."""
    places = Places(among)
    tables: dict[_Key, list[Item]] = {}
    dollars = {fact.unit.partition("/")[0] for fact in among} <= {_DOLLARS, "shares", "pure"}
    for item in sorted(items_of(facts, among), key=lambda item: item.fact.released_on or "", reverse=True):
        if not _inner(item.fact, places):
            tables.setdefault(_key(item, places), []).append(item)
    calendar = all(_of_calendar(fact) for fact in among if not fact.derived_from)
    rows = Rows(among)
    return [
        _grid(key, tables[key], places, rows, calendar=calendar)._replace(currency="" if dollars else key.currency)
        for key in sorted(tables, key=lambda key: key.place)
    ]


def _key(item: Item, places: Places) -> _Key:
    fact = item.fact
    title = fact.title.rsplit(" / ", 1)[-1]
    own = title if fact.kind == "other" or (item.part and statement_kind(title) is None) else ""
    own = own or (other_owner(fact.title, fact.company) or "")
    printed = _plus(fact, places) or fact
    words = qualifier(fact.title, printed.column or "") if item.months >= 0 else ""
    return _Key(fact.kind, fact.basis, own, words, item.part, item.currency, item.months)


def _grid(key: _Key, items: Sequence[Item], places: Places, known: Rows, *, calendar: bool) -> Grid:
    columns = _columns(items)
    ordered = list(dict.fromkeys(columns.values()))
    if key.months >= 0:
        ordered.sort(reverse=True)
    names = [_name(column, key.months) for column in ordered]
    named = calendar and all(names)
    heads = [
        name if name and (named or key.months not in MONTHS) else column.end
        for name, column in zip(names, ordered, strict=True)
    ]
    at = {column: number for number, column in enumerate(ordered)}
    numbers = {time: at[column] for time, column in columns.items()}
    lines = [
        Line(
            row[0].fact.section,
            label_of([item.fact for item in row]) or (row[0].fact.section or "").rstrip(":"),
            _best(row, numbers),
        )
        for row in _rows(items, known)
    ]
    origins: dict[int, str] = {}
    for number, fact in ((n, f) for line in lines for n, f in line.cells.items() if f.derived_from):
        origins[number] = origins.get(number) or _origin(fact, places, calendar=calendar)
    return Grid(
        key.title(named=named),
        key.currency,
        tuple(heads),
        tuple(lines),
        {n: told for n, told in origins.items() if told},
    )


def _columns(items: Sequence[Item]) -> dict[Time, Time]:
    """For each time the column it stands in: times that mean one period stand where the latest release prints it."""
    stretches = {
        item.time: stretch_of(Interval(start=item.time.start or item.time.end, end=item.time.end))
        for item in items
        if not item.time.place
    }
    same = alike(stretches.values())
    column: dict[Stretch, Time] = {}
    for item in sorted(items, key=_rank):
        if item.time in stretches:
            column[same[stretches[item.time]]] = item.time
    times = [item.time for item in items]
    return {time: column[same[stretches[time]]] if time in stretches else time for time in times}


def _rank(item: Item) -> tuple[bool, str]:
    """A printed figure goes before a derived one, then that of the latest release: the last one is the best."""
    return not item.fact.derived_from, item.fact.released_on or ""


def _best(items: Iterable[Item], numbers: dict[Time, int]) -> dict[int, Fact]:
    return {numbers[item.time]: item.fact for item in sorted(items, key=_rank)}


def _name(column: Time, months: int) -> str:
    """A period's name by the calendar, nothing where it has none; both ends where no title tells the length."""
    if not column.start:
        return column.end
    name = when(column.start, column.end)
    return name if " to " not in name else "" if months in MONTHS else name.replace(" to ", "\nto ")


def _of_calendar(fact: Fact) -> bool:
    """False for nine months and years that end elsewhere than the calendar's: "2005 Q1" may be a third quarter then."""
    end = {9: "-09-30", 12: "-12-31"}.get(months_of(fact))
    return end is None or fact.period is None or fact.period.end.endswith(end)


def _rows(items: Sequence[Item], known: Rows) -> list[list[Item]]:
    """Items by row as the latest statement has them; a row of another stands after what it follows there."""
    rows: dict[tuple[RowKey, int], list[Item]] = {}
    after: dict[tuple[RowKey, int] | None, list[tuple[RowKey, int]]] = {}
    for statement in _statements(items):
        counts: dict[RowKey, int] = {}
        before: tuple[RowKey, int] | None = None
        for own in statement:
            key = known.key(own[0].fact)
            counts[key] = counts.get(key, 0) + 1
            numbered = key, counts[key]
            if numbered not in rows:
                after.setdefault(before, []).append(numbered)
            rows.setdefault(numbered, []).extend(own)
            before = numbered
    order, waiting = [], [*reversed(after.get(None, []))]
    while waiting:
        order.append(waiting.pop())
        waiting += after.get(order[-1], [])
    return [rows[key] for key in order]


def _statements(items: Sequence[Item]) -> list[list[list[Item]]]:
    """Items by statement and row, in their order."""
    found: dict[tuple[str, str | None, str], dict[tuple[str | None, str, str], list[Item]]] = {}
    for item in items:
        fact = item.fact
        rows = found.setdefault((fact.source, fact.exhibit, fact.statement), {})
        rows.setdefault((fact.section, fact.label, fact.unit), []).append(item)
    return [list(rows.values()) for rows in found.values()]


def _plus(fact: Fact, places: Places) -> Fact | None:
    return places.of(fact)[0] if fact.derived_from else None


def _inner(fact: Fact, places: Places) -> bool:
    """The second and third quarter in one, less the first of nine months: nobody looks for that."""
    plus = _plus(fact, places)
    if plus is None or plus.period is None or fact.period is None:
        return False
    tail = fact.period.end == plus.period.end
    return tail and months_of(fact) > _QUARTER and (months_of(plus) < _YEAR or months_of(fact) > _YEAR // 2)


def _origin(fact: Fact, places: Places, *, calendar: bool) -> str:
    """ "2003 Q4 is 2003 less nine months to 2003-09-30", or nothing where the cells are not at hand."""
    known = places.of(fact)
    if fact.period is None or not all(f and f.period for f in known):
        return ""
    parts = [_spoken(f.period, months_of(f), calendar=calendar) for f in known if f and f.period]
    return f"{_spoken(fact.period, months_of(fact), calendar=calendar)} is {' less '.join(parts)}"


def _spoken(period: Interval, months: int, *, calendar: bool) -> str:
    """By the calendar's name only where the company goes by the calendar: its third quarter may be another one."""
    name = when(period.start, period.end)
    named = calendar and " to " not in name
    return name if named else f"{MONTHS.get(months, f'{months} months')} to {period.end}"
