"""Property, plant and equipment over several rows: what it cost, what is depreciated, and what is left."""

from collections.abc import Sequence

from topline.statements.parts import TableRow
from topline.statements.vocabulary import normal

__all__ = ["name_property"]

_NET = "us-gaap:PropertyPlantAndEquipmentNet"
_GROSS = "us-gaap:PropertyPlantAndEquipmentGross"
_DEPRECIATION = "us-gaap:AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"
_MOST_PARTS = 12


def name_property(rows: Sequence[TableRow]) -> None:
    """The row over the depreciation is the cost where both together make the row below; rows that are only parts of
    the cost have no element.
    """
    for i, row in enumerate(rows):
        if row.analog == _DEPRECIATION:
            _settle(rows[max(i - _MOST_PARTS, 0) : i], row, rows[i + 1] if i + 1 < len(rows) else None)


def _settle(above: Sequence[TableRow], depreciation: TableRow, below: TableRow | None) -> None:
    cost = above[-1] if above else None
    left = below if below is not None and (not below.label or below.analog == _NET) else None
    parts = [row for row in above if row.analog == _NET and "net" not in normal(row.label).split()]
    for row in parts:  # nothing over the depreciation is net of it
        row.analog = None
    if cost is not None and left is not None and _adds_up(cost, depreciation, left):
        cost.analog, left.analog = _GROSS, _NET
    elif left is not None and not left.label and left.analog is None and cost is not None:
        left.analog = _NET if _adds_up_from(above, depreciation, left) else None


def _adds_up(cost: TableRow, depreciation: TableRow, left: TableRow) -> bool:
    columns = left.values.keys() & cost.values.keys() & depreciation.values.keys()
    return bool(columns) and all(cost.values[c] - abs(depreciation.values[c]) == left.values[c] for c in columns)


def _adds_up_from(above: Sequence[TableRow], depreciation: TableRow, left: TableRow) -> bool:
    """The last rows above together are the cost, which is not printed."""
    columns = left.values.keys() & depreciation.values.keys()
    sums = {c: left.values[c] + abs(depreciation.values[c]) for c in columns}
    for row in reversed(above):
        sums = {c: rest - row.values.get(c, 0) for c, rest in sums.items()}
        if sums and not any(sums.values()):
            return True
    return False
