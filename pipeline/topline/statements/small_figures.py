"""Small figures with decimals among whole amounts: money a share, or nothing that can be told."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from topline.statements.parts import Mark, TableRow
from topline.statements.vocabulary import first_match

__all__ = ["is_small", "prints_whole", "settle_small"]

_SMALL = 100
_PLACES = (2, 3)


def is_small(mark: Mark) -> bool:
    """A figure such as ".14" or "4.25", which in a table of whole thousands is no amount of thousands."""
    places = len(mark.digits.partition(".")[2])
    return not mark.percent and places in _PLACES and Decimal(mark.digits.replace(",", "")) < _SMALL


def prints_whole(rows: Sequence[TableRow]) -> bool:
    """The rows that are known to be money print no decimals."""
    money = [row for row in rows if row.unit == "USD" and (row.analog or any("$" in m.raw for m in row.marks.values()))]
    parts = [any("." in mark.digits for mark in row.marks.values() if not mark.percent) for row in money]
    return parts.count(False) > parts.count(True)


def settle_small(rows: Sequence[TableRow]) -> list[TableRow]:
    """Makes rows of small figures money a share where they say so or stand beside rows that are; these are returned."""
    small = [row.unit == "USD" and row.scale is None and _all_small(row) for row in rows]
    if not any(small) or not prints_whole(rows):
        return []
    found: list[TableRow] = []
    for beside, group in groupby(zip(rows, small, strict=True), key=lambda pair: _may_be(*pair)):
        run = list(group) if beside else []
        per_share = any(not is_small_row for _, is_small_row in run)
        found += [row for row, is_small_row in run if is_small_row and (per_share or _says(row))]
    for row in found:
        row.unit = "USD/shares"
    return found


def _all_small(row: TableRow) -> bool:
    marks = [mark for mark in row.marks.values() if mark.digits]
    return bool(marks) and all(map(is_small, marks))


def _may_be(row: TableRow, small: bool) -> bool:
    """Per share, or a small figure that is no ratio."""
    return row.unit == "USD/shares" or (small and first_match("ratios", row.label.lower()) is None)


def _says(row: TableRow) -> bool:
    return first_match("per_share_items", row.label.lower()) is not None
