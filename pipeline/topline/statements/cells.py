"""Marks into cells: values scaled and signed."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from topline.records import Cell, Problem, Span, Unit
from topline.statements.currencies import of_row
from topline.statements.parts import Caption, Mark, TableRow
from topline.statements.small_figures import is_small, prints_whole
from topline.statements.units import in_hundredths
from topline.statements.unsigned_losses import sign_losses

__all__ = ["Place", "plain", "read_cells"]

_COUNT_OF_SHARES = Decimal(1_000_000)


def plain(value: Decimal) -> str:
    """Plain notation without an exponent, "0" for zero of either sign and of any places."""
    text = format(value, "f")
    return "0" if not value else text


class Place(NamedTuple):
    """A column that holds cells: shares where it `counts`, percentages where it is in `percent`, else money.

    That is money `per_share` under "Diluted EPS", not per share beside such a column, and None where no column is of
    that kind. `currency` is None where it is not certain.
    """

    statement: str
    id: str
    counts: bool
    currency: str | None
    percent: bool = False
    label: str = ""
    per_share: bool | None = None


class _Scales(NamedTuple):
    money: Decimal
    shares: Decimal


def read_cells(rows: Sequence[TableRow], caption: Caption, places: Sequence[Place], at: Span) -> list[Problem]:
    """Fills each row's cells; a mark that is not sound becomes a problem, and so does money of no certain currency."""
    problems: list[Problem] = []
    shares = 1 if any(_plainly_shares(row) for row in rows) else caption.share_scale
    scales = _Scales(Decimal(caption.scale), Decimal(shares))
    small = caption.scale > 1 and prints_whole(rows)
    unknown: dict[int, None] = {}
    for number, row in enumerate(rows, start=1):
        for index, mark in sorted(row.marks.items()):
            place = places[index]
            unit = _unit(row, mark, place)
            scaled = unit == place.currency and row.scale is None
            if not _is_read(mark, place, unit) or (small and scaled and is_small(mark)):
                what = f"cell not read: {mark.raw.strip()[:40]!r}"
                problems.append(Problem(at=Span(start=mark.start, end=mark.end), what=what))
            elif unit is None:
                unknown[index] = None
            else:
                _fill(row, index, mark, f"{place.statement}.r{number}.{place.id}", place.id, unit, scales)
    sign_losses(rows, caption)
    return problems + [_unknown(places[index], at) for index in unknown]


def _is_read(mark: Mark, place: Place, unit: Unit | None) -> bool:
    """Neither a dollar sign among percentages nor one of cents on anything but money a share."""
    cents = "¢" in mark.raw and unit is not None and not unit.endswith("/shares")
    return mark.sound and mark.certain and not (place.percent and "$" in mark.raw) and not cents


def _unknown(place: Place, at: Span) -> Problem:
    named = f" of the column {place.label[:80]!r}" if place.label else ""
    return Problem(at=at, what=f"amounts{named} not read: their currency is not certain")


def _unit(row: TableRow, mark: Mark, place: Place) -> Unit | None:
    """None for an amount whose unit is not certain."""
    if place.percent or mark.percent:
        return "pure"
    if row.unit not in {"USD", "USD/shares"}:
        return row.unit
    by_column = place.per_share is not None and not is_small(mark)  # "Basic earnings" of income, shares and per share
    if place.counts and (row.unit == "USD" or by_column):
        return "shares"
    currency = place.currency if of_row(row.label) in (None, place.currency) else None
    unit = "USD/shares" if place.per_share else "USD" if by_column else row.unit
    return None if currency is None else unit.replace("USD", currency)


def _fill(row: TableRow, index: int, mark: Mark, cell_id: str, column: str, unit: Unit, scales: _Scales) -> None:
    scale = Decimal(1)
    if unit == "shares":
        scale = scales.shares
    elif unit.endswith("/shares"):
        scale = Decimal("0.01") if in_hundredths(row.label, mark.raw, row.section) else scale
    elif unit != "pure":
        scale = scales.money
    if row.scale is not None and not unit.endswith("/shares") and not (unit == "pure" and row.unit != "pure"):
        scale = Decimal(row.scale)
    value = _value(mark, scale)
    row.cells[index] = _cell(mark, cell_id, column, value, unit)
    if (unit != "pure" or row.unit == "pure") and row.scale != 1:
        row.values[index] = value
        row.place[index] = _place(mark) * scale


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
    return any(mark.number >= _COUNT_OF_SHARES for mark in marks)


def _value(mark: Mark, scale: Decimal) -> Decimal:
    value = mark.number * scale
    return -value if mark.negative else value


def _place(mark: Mark) -> Decimal:
    """One in the last printed place, before scaling."""
    places = len(mark.digits.partition(".")[2])
    return Decimal(1).scaleb(-places)
