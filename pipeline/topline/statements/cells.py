"""Marks into cells: values scaled and signed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from topline.records import Cell, Problem, Span, Unit
from topline.statements.parts import Caption, Mark, TableRow

__all__ = ["Place", "plain", "read_cells"]

_COUNT_OF_SHARES = Decimal(1_000_000)


def plain(value: Decimal) -> str:
    """Plain notation without an exponent, "0" for zero of either sign and of any places."""
    text = format(value, "f")
    return "0" if not value else text


class Place(NamedTuple):
    """A column that holds cells; `counts` when its head says that they are shares."""

    statement: str
    id: str
    counts: bool


def read_cells(rows: Sequence[TableRow], caption: Caption, columns: dict[int, Place]) -> list[Problem]:
    """Fills each row's cells; a mark that is not sound becomes a problem."""
    problems: list[Problem] = []
    shares = 1 if any(_plainly_shares(row) for row in rows) else caption.share_scale
    scales = {"USD": caption.scale, "shares": shares, "USD/shares": 1, "pure": 1}
    for number, row in enumerate(rows, start=1):
        for index, mark in sorted(row.marks.items()):
            if index not in columns or (mark.percent and row.unit != "pure"):
                continue
            if not mark.sound:
                what = f"cell not read: {mark.raw.strip()[:40]!r}"
                problems.append(Problem(at=Span(start=mark.start, end=mark.end), what=what))
                continue
            place = columns[index]
            unit: Unit = "shares" if place.counts and row.unit == "USD" else row.unit
            scale = scales[unit] if row.scale is None or unit == "USD/shares" else row.scale
            row.values[index] = _value(mark, scale)
            row.place[index] = _place(mark) * scale
            row.cells[index] = _cell(mark, f"{place.statement}.r{number}.{place.id}", place.id, row.values[index], unit)
    return problems


def _cell(mark: Mark, cell_id: str, column: str, value: Decimal, unit: Unit) -> Cell:
    return Cell(
        id=cell_id,
        column=column,
        raw=mark.raw,
        value=plain(value),
        unit=unit,
        nil=None if mark.digits else True,
        start=mark.start,
        end=mark.end,
    )


def _plainly_shares(row: TableRow) -> bool:
    """A count of a million and more is printed in full, whatever the heading says of thousands."""
    marks = [mark for mark in row.marks.values() if mark.digits and mark.sound] if row.unit == "shares" else []
    return any(abs(_number(mark)) >= _COUNT_OF_SHARES for mark in marks)


def _number(mark: Mark) -> Decimal:
    return Decimal(mark.digits.replace(",", "")) if mark.digits else Decimal(0)


def _value(mark: Mark, scale: int) -> Decimal:
    value = _number(mark) * scale
    return -value if mark.negative else value


def _place(mark: Mark) -> Decimal:
    """One in the last printed place, before scaling."""
    places = len(mark.digits.partition(".")[2])
    return Decimal(1).scaleb(-places)
