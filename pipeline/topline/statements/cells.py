"""Marks into cells: values scaled and signed."""

from collections.abc import Sequence
from decimal import Decimal

from topline.records import Cell, Problem, Span
from topline.statements.parts import Caption, Mark, TableRow

__all__ = ["plain", "read_cells"]

_COUNT_OF_SHARES = Decimal(1_000_000)


def plain(value: Decimal) -> str:
    """Plain notation without an exponent, "0" for zero of either sign and of any places."""
    text = format(value, "f")
    return "0" if not value else text


def read_cells(rows: Sequence[TableRow], caption: Caption, *, statement: str, columns: dict[int, str]) -> list[Problem]:
    """Fills each row's cells; `columns` are the ids by index of those columns that hold cells at all."""
    problems: list[Problem] = []
    shares = 1 if any(_plainly_shares(row) for row in rows) else caption.share_scale
    for number, row in enumerate(rows, start=1):
        scale = _scale(row, caption, shares)
        for index, mark in sorted(row.marks.items()):
            if index not in columns or (mark.percent and row.unit != "pure"):
                continue
            if not mark.sound:
                problems.append(
                    Problem(at=Span(start=mark.start, end=mark.end), what=f"cell not read: {mark.raw.strip()!r}")
                )
                continue
            row.values[index] = _value(mark, scale)
            row.place[index] = _place(mark) * scale
            row.cells[index] = Cell(
                id=f"{statement}.r{number}.{columns[index]}",
                column=columns[index],
                raw=mark.raw,
                value=plain(row.values[index]),
                unit=row.unit,
                nil=None if mark.digits else True,
                start=mark.start,
                end=mark.end,
            )
    return problems


def _scale(row: TableRow, caption: Caption, shares: int) -> int:
    if row.unit in {"USD/shares", "pure"}:
        return 1
    return shares if row.unit == "shares" else caption.scale


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
