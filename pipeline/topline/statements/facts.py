"""Cells as facts that prose figures are compared with, and what finds them quickly."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from topline.quantities import FigureBasis, Interval
from topline.records import Cell, Column, Row, Statement, Unit
from topline.records import Interval as Stretch
from topline.statements.balances import edge_of, time_of
from topline.statements.basis import bare_label, cell_basis, columns_apart
from topline.statements.concepts import concept_of
from topline.statements.stretches import stretch_of
from topline.statements.vocabulary import normal
from topline.vocab.load import load_yaml

__all__ = ["Fact", "Facts", "family_of", "is_cash_figure", "is_gain_or_loss", "is_money", "parts_of", "same_time"]

# A year of 52 or 53 weeks ends up to a week and a day off the same day of the year before.
_NEAR = 8
_CENT = Decimal("0.01")
_DIGIT = re.compile(r"[0-9]")


class Fact(NamedTuple):
    """A cell with what it means; `concept` is also set where a pro forma row only resembles the element.

    `basis` is None for an adjustment that leads from one basis to the other.
    """

    cell: Cell
    value: Decimal
    concept: str | None
    basis: FigureBasis | None
    time: Interval | None
    place: Decimal
    column: tuple[str, str]
    cash: bool
    rank: int

    @property
    def gaap(self) -> bool:
        return self.basis == "gaap"


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = load_yaml("statement_links.yaml")
    return data


@cache
def _families() -> dict[str, str]:
    return {concept: name for name, members in _data()["families"].items() for concept in members}


@cache
def _cash_label() -> re.Pattern[str]:
    return re.compile(_data()["cash_label"])


def family_of(concept: str) -> str:
    """The family of an element; one that has none is its own."""
    return _families().get(concept, concept)


def is_money(unit: Unit) -> bool:
    """Amounts of a currency, but not per share."""
    return unit not in {"shares", "pure"} and not unit.endswith("/shares")


def parts_of(concept: str) -> tuple[str, ...]:
    """The elements that make up a total which some statements do not print, none for any other element."""
    return tuple(_data()["sums"].get(concept, ()))


def is_gain_or_loss(concept: str) -> bool:
    """Elements whose sign a sentence tells by its words: "net income of", "net loss of"."""
    return family_of(concept) in _data()["gain_or_loss"]


def is_cash_figure(concept: str | None) -> bool:
    return concept in _data()["cash_figures"]


def same_time(told: Interval, fact: Interval | None) -> bool:
    """Periods of one length that end within days of each other: fiscal quarters seldom end with a month.

    A balance is also told of the period that ends on its day.
    """
    if fact is None:
        return False
    ends = abs((told.end - fact.end).days) <= _NEAR
    return ends and (fact.start == fact.end or abs((told.start - fact.start).days) <= _NEAR)


class Facts:
    """All cells of a release by element family, by amount, and the cash-like ones by column."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._by_family: dict[tuple[Unit, str], list[Fact]] = defaultdict(list)
        self._by_amount: dict[tuple[Unit, Decimal], list[Fact]] = defaultdict(list)
        self._cash: dict[tuple[str, str], list[Fact]] = defaultdict(list)
        self._labelled: list[tuple[Fact, str]] = []
        self._count = 0
        for statement in statements:
            columns = {column.id: (column, _time(column)) for column in statement.columns}
            apart = columns_apart(statement)
            for row in statement.rows:
                self._add_row(statement, row, columns, apart)

    def _add_row(
        self,
        statement: Statement,
        row: Row,
        columns: dict[str, tuple[Column, Interval | None]],
        apart: frozenset[str],
    ) -> None:
        edge = edge_of(row.label)
        cash = _is_cash(row)
        for cell in row.cells:
            of_column, time = columns[cell.column]
            time = _edge_time(row, of_column) if edge else time
            value, column = Decimal(cell.value), (statement.id, cell.column)
            basis = cell_basis(statement, row, cell.column)
            by_rules = basis == "gaap" and cell.column not in apart
            concept = row.concept if by_rules else _analog(statement, row, cell.unit)
            place = _place(cell, statement)
            fact = Fact(cell, value, concept, basis, time, place, column, cash, self._count)
            self._count += 1
            self._labelled.append((fact, row.label))
            if concept is not None:
                self._by_family[cell.unit, family_of(concept)].append(fact)
            self._by_amount[cell.unit, abs(fact.value)].append(fact)
            if cash and fact.value and is_money(cell.unit) and time is not None and time.start == time.end:
                self._cash[column].append(fact)

    def labelled(self) -> Iterable[tuple[Fact, str]]:
        """Every fact with the label of its row."""
        return self._labelled

    def of_concept(self, concept: str, unit: Unit) -> list[Fact]:
        return self._by_family.get((unit, family_of(concept)), [])

    def of_amount(self, amount: Decimal, unit: Unit) -> list[Fact]:
        return self._by_amount.get((unit, amount), [])

    def cash_columns(self) -> Iterable[list[Fact]]:
        return self._cash.values()


def _analog(statement: Statement, row: Row, unit: Unit) -> str | None:
    """The element that a row resembles which is set on two bases, or on another than the rules.

    It is what the row's label means without the words that tell its basis.
    """
    if row.concept is not None:
        return row.concept
    kinds = (statement.kind,) if statement.kind != "other" else ("operations", "reconciliation")
    label = bare_label(row.label)
    found = {concept_of(label, kind=kind, section=row.section, unit=unit) for kind in kinds} - {None}
    return found.pop() if len(found) == 1 else None


def _place(cell: Cell, statement: Statement) -> Decimal:
    """One in the last place that the cell prints, scaled as its value is: the value by the number its digits make."""
    digits = Decimal("".join(_DIGIT.findall(cell.raw)) or 0)
    if cell.nil or not digits:
        return Decimal(statement.scale) if is_money(cell.unit) else _CENT
    return abs(Decimal(cell.value)) / digits


def _is_cash(row: Row) -> bool:
    if row.concept is not None:
        return row.concept in _data()["cash_rows"]
    return bool(_cash_label().search(normal(row.label)))


def _time(column: Column) -> Interval | None:
    return _interval(column.period, column.instant)


def _edge_time(row: Row, column: Column) -> Interval | None:
    """Of cash "at end of period" the day, whose balance it is."""
    return _interval(*time_of(row, column))


def _interval(period: Stretch | None, instant: str | None) -> Interval | None:
    if period is not None:
        return Interval(*stretch_of(period))
    if instant is not None:
        day = date.fromisoformat(instant)
        return Interval(day, day)
    return None
