"""Cells as facts that prose figures are compared with, and what finds them quickly."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from topline.quantities import Interval
from topline.records import Cell, Column, Row, Statement, Unit
from topline.statements.caption import basis_of
from topline.statements.concepts import concept_of
from topline.statements.vocabulary import normal
from topline.vocab.load import load_yaml

__all__ = ["Fact", "Facts", "family_of", "is_cash_figure", "same_time"]

_NEAR = 6
_CENT = Decimal("0.01")


class Fact(NamedTuple):
    """A cell with what it means; `concept` is also set where a pro forma row only resembles the element."""

    cell: Cell
    value: Decimal
    concept: str | None
    gaap: bool
    time: Interval | None
    place: Decimal
    column: tuple[str, str]
    cash: bool
    rank: int


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
        self._count = 0
        for statement in statements:
            columns = {column.id: column for column in statement.columns}
            gaap = basis_of(statement.title) != "pro_forma"
            for row in statement.rows:
                self._add_row(statement, row, columns, gaap=gaap)

    def _add_row(self, statement: Statement, row: Row, columns: dict[str, Column], *, gaap: bool) -> None:
        concept = row.concept
        if concept is None and not gaap and row.cells:
            concept = concept_of(row.label, kind=statement.kind, section=row.section, unit=row.cells[0].unit)
        cash = _is_cash(row, concept)
        for cell in row.cells:
            time = _time(columns[cell.column])
            value, column = Decimal(cell.value), (statement.id, cell.column)
            place = (
                Decimal(statement.scale) if cell.unit == "USD" else _CENT if cell.nil or not value else _place(value)
            )
            fact = Fact(cell, value, concept, gaap, time, place, column, cash, self._count)
            self._count += 1
            if concept is not None:
                self._by_family[cell.unit, family_of(concept)].append(fact)
            self._by_amount[cell.unit, abs(fact.value)].append(fact)
            if cash and fact.value and cell.unit == "USD" and time is not None and time.start == time.end:
                self._cash[column].append(fact)

    def of_concept(self, concept: str, unit: Unit) -> list[Fact]:
        return self._by_family.get((unit, family_of(concept)), [])

    def of_amount(self, amount: Decimal, unit: Unit) -> list[Fact]:
        return self._by_amount.get((unit, amount), [])

    def cash_columns(self) -> Iterable[list[Fact]]:
        return self._cash.values()


def _place(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)


def _is_cash(row: Row, concept: str | None) -> bool:
    if concept is not None:
        return concept in _data()["cash_rows"]
    return bool(_cash_label().search(normal(row.label)))


def _time(column: Column) -> Interval | None:
    if column.period is not None:
        return Interval(date.fromisoformat(column.period.start), date.fromisoformat(column.period.end))
    if column.instant is not None:
        day = date.fromisoformat(column.instant)
        return Interval(day, day)
    return None
