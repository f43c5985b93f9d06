"""Columns of one statement that state one element and time with different amounts, where nothing tells them apart."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

from topline.records import Cell, Column, Row, Statement
from topline.statements.basis import cell_basis, told_apart
from topline.statements.derived_words import patterns
from topline.statements.vocabulary import normal

__all__ = ["rivals", "unsure_columns"]


def rivals(statement: Statement) -> dict[str, Cell]:
    """By cell the first one beside it that has another amount for the same element and time.

    Heads that say their basis or their version ("as restated") are told apart. A column that does say so has no rival
    itself, but is one of those that do not.
    """
    return {cell.id: other for _, cell, other in _pairs(statement)}


def unsure_columns(statement: Statement) -> frozenset[str]:
    """Columns with a rival: of what their figures are is not known."""
    return frozenset(column for column, _, _ in _pairs(statement))


def _pairs(statement: Statement) -> Iterator[tuple[str, Cell, Cell]]:
    columns = {c.id: c for c in statement.columns if c.period or c.instant}
    unsaid = {name for name, c in columns.items() if not (told_apart(statement, name) or _versioned(c.label))}
    times: dict[object, list[str]] = defaultdict(list)
    for column in columns.values():
        times[column.period or column.instant].append(column.id)
    shared = {name for names in times.values() if len(names) > 1 for name in names}
    if not shared & unsaid:
        return
    for row in statement.rows:
        yield from _in_row(statement, row, columns, shared, unsaid)


def _in_row(
    statement: Statement, row: Row, columns: dict[str, Column], shared: set[str], unsaid: set[str]
) -> Iterator[tuple[str, Cell, Cell]]:
    if row.concept is None:
        return
    cells = [c for c in row.cells if c.column in shared and cell_basis(statement, row, c.column) == "gaap"]
    seen: set[str] = set()
    for cell, other in permutations(cells, 2):
        one, two = columns[cell.column], columns[other.column]
        rival = (one.period, one.instant, cell.unit) == (two.period, two.instant, other.unit)
        if cell.column not in unsaid or cell.id in seen or _versioned(two.label):
            continue
        if rival and cell.value != other.value:
            seen.add(cell.id)
            yield cell.column, cell, other


def _versioned(head: str) -> bool:
    return any(pattern.search(normal(head)) for pattern in patterns("title_words"))
