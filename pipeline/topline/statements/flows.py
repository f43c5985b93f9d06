"""Rows of flows with the cells that may be subtracted from each other."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from topline.quantities import FigureBasis
from topline.records import Basis, Cell, Column, Row, Statement, StatementKind, Unit
from topline.statements.basis import cell_basis, concept_by_the_rules, fact_basis
from topline.statements.concepts import concept_entries
from topline.statements.derived_words import listed, patterns
from topline.statements.facts import is_money
from topline.statements.rivals import unsure_columns
from topline.statements.sides import Side, plain_name, side_of
from topline.statements.stretches import Stretch, stretch_of
from topline.statements.vocabulary import normal
from topline.vocab.load import load_yaml

__all__ = ["Element", "Flow", "Stated", "element_of", "find_flows", "qualifier_of"]

_NUMBER = re.compile(r"\d+")
_LONGEST = 500

_Columns = dict[str, tuple[str, Stretch]]


class Element(NamedTuple):
    """What a figure is of, wherever it stands; `qualifier` holds words such as "as restated"."""

    kind: StatementKind
    basis: Basis
    qualifier: str
    concept: str
    unit: Unit


class Stated(NamedTuple):
    """A sound cell, its row and its period; `scale` is one in its last printed place.

    `side` is what its label says it is, gain or loss, or that the sign tells which; `name` is of what.
    """

    cell: str
    row: str
    period: Stretch
    value: Decimal
    scale: int
    side: Side
    name: str


class Flow(NamedTuple):
    """The cells of a row under heads of one kind. `printed` are also the periods of cells that are in doubt.

    `element` is None where what the cells are of is known within their row alone.
    """

    statement: Statement
    row: Row
    unit: Unit
    element: Element | None
    stated: tuple[Stated, ...]
    printed: tuple[Stretch, ...]


def element_of(statement: Statement, row: Row, column: Column, unit: Unit) -> Element | None:
    """None for a row without a concept, and for a figure that is not by the accounting rules."""
    concept = concept_by_the_rules(statement, row, column.id)
    if concept is None:
        return None
    basis = fact_basis(statement, row, column.id)
    return Element(statement.kind, basis, qualifier_of(statement.title, column.label), concept, unit)


def find_flows(statements: Sequence[Statement], doubtful: frozenset[str]) -> Iterator[Flow]:
    """Rows of money that flows in a period: no balances, no figures per share, no counts, no rates."""
    for statement in statements:
        if statement.kind in listed("kinds"):
            columns = _dated(statement)
            for row in statement.rows:
                if not _no_flow(statement, row, columns):
                    yield from _flows(statement, row, columns, doubtful)


def qualifier_of(title: str, head: str) -> str:
    """What a statement's title and a column's head say besides names and times: "as restated"; empty for most."""
    found = (p.search(normal(title)) for p in (*patterns("title_words"), *patterns("part_words")))
    words = [m.group() for m in found if m]
    words += [w for w in normal(head[:_LONGEST]).split() if not _NUMBER.fullmatch(w) and w not in _time_words()]
    return " ".join(words)


def _flows(statement: Statement, row: Row, columns: _Columns, doubtful: frozenset[str]) -> Iterator[Flow]:
    parts: dict[tuple[FigureBasis, str, Unit], list[Cell]] = {}
    for cell in row.cells:
        basis = cell_basis(statement, row, cell.column)
        if cell.column in columns and is_money(cell.unit) and basis is not None:
            parts.setdefault((basis, columns[cell.column][0], cell.unit), []).append(cell)
    heads = {column.id: column for column in statement.columns}
    for (_, _, unit), cells in parts.items():
        own = statement.scale, side_of(row.label), plain_name(row.label)
        stated = tuple(
            Stated(c.id, f"{statement.id}.{row.id}", columns[c.column][1], Decimal(c.value), *own)
            for c in cells
            if c.id not in doubtful
        )
        printed = tuple(columns[c.column][1] for c in cells)
        yield Flow(statement, row, unit, element_of(statement, row, heads[cells[0].column], unit), stated, printed)


def _dated(statement: Statement) -> _Columns:
    """Columns with a period; two that speak of one period in the same words are told apart by something unread, and so
    are two that have different amounts for one element.

    None where a heading over rows says "(as restated)": it was printed under some of the column heads.
    """
    if any(p.search(normal(row.section or "")) for row in statement.rows for p in patterns("title_words")):
        return {}
    unsure = unsure_columns(statement)
    found = {
        c.id: (qualifier_of(statement.title, c.label), stretch_of(c.period))
        for c in statement.columns
        if c.period and c.id not in unsure
    }
    counts = Counter(found.values())
    return {name: key for name, key in found.items() if counts[key] == 1}


def _no_flow(statement: Statement, row: Row, columns: _Columns) -> bool:
    if row.concept in _balances() or not (row.label or row.concept):
        return True
    label, section = normal(row.label), normal(row.section or "")
    if any(p.search(label) for p in patterns("no_flows")) or any(
        p.search(section) for p in patterns("no_flow_sections")
    ):
        return True
    return statement.kind == "operations" and row.concept is None and _is_balance(label, row, columns)


def _is_balance(label: str, row: Row, columns: _Columns) -> bool:
    """A row among operations that balance sheets have, or whose figures do not grow with the length of the time."""
    if label in _balance_labels() or any(p.search(label) for p in patterns("no_flows_of_operations")):
        return True
    days: dict[tuple[str, Unit, date], set[Decimal]] = {}
    lengths: Counter[tuple[str, Unit, date]] = Counter()
    for cell in row.cells:
        if cell.column in columns:
            qualifier, period = columns[cell.column]
            days.setdefault((qualifier, cell.unit, period.end), set()).add(Decimal(cell.value))
            lengths[qualifier, cell.unit, period.end] += 1
    values = [days[key] for key, count in lengths.items() if count > 1]
    return bool(values) and all(len(same) == 1 for same in values) and any(same != {0} for same in values)


@cache
def _balances() -> frozenset[str]:
    return frozenset(entry.concept for entry in concept_entries() if entry.kind == "balance_sheet")


@cache
def _balance_labels() -> frozenset[str]:
    """Labels that mean nothing but a balance."""
    entries = [entry for entry in concept_entries() if entry.concept in _balances() or entry.kind == "operations"]
    flows = {entry.label for entry in entries if entry.kind == "operations"}
    return frozenset(entry.label for entry in entries if entry.label not in flows)


@cache
def _time_words() -> frozenset[str]:
    told = load_yaml("quantities.yaml")
    sizes = (told[kind][size] for kind in ("numbers", "ordinals") for size in ("ones", "teens", "tens"))
    return frozenset({*listed("time_words"), *told["months"], *(word for words in sizes for word in words)})
