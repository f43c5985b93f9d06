"""Small figures with decimals among whole amounts: money a share, or nothing that can be told."""

from collections.abc import Sequence
from itertools import groupby

from topline.statements.parts import Mark, TableRow
from topline.statements.vocabulary import first_match

__all__ = ["is_small", "prints_whole", "settle_small"]

_SMALL = 100
_PLACES = (2, 3)


def is_small(mark: Mark) -> bool:
    """A figure such as ".14" or "4.25", which in a table of whole thousands is no amount of thousands."""
    places = len(mark.digits.partition(".")[2])
    return mark.sound and not mark.percent and places in _PLACES and mark.number < _SMALL


def prints_whole(rows: Sequence[TableRow]) -> bool:
    """The rows that are known to be money print no decimals; small figures, be they in "$", are not known to be."""
    money = [row for row in rows if row.unit == "USD" and (row.analog or any("$" in m.raw for m in row.marks.values()))]
    figures = [[m.digits for m in row.marks.values() if m.digits and not m.percent] for row in money if not _small(row)]
    parts = [any("." in digits for digits in printed) for printed in figures if printed]
    return parts.count(False) > parts.count(True)


def settle_small(rows: Sequence[TableRow]) -> list[TableRow]:
    """Makes rows of small figures money a share where they say so or stand beside rows that are; these are returned.

    So are rows such as "Gross margin   61.2", which are percentages without their sign.
    """
    small = [_small(row) for row in rows]
    margins = [row for row in rows if _may_be_margin(row)]
    if not (any(small) or margins) or not prints_whole([row for row in rows if row not in margins]):
        return []
    found: list[TableRow] = []
    for beside, group in groupby(zip(rows, small, strict=True), key=lambda pair: _may_be(*pair)):
        run = list(group) if beside else []
        per_share = any(not is_small_row for _, is_small_row in run)
        found += [row for row, is_small_row in run if is_small_row and (per_share or _says(row))]
    for row in found:
        row.unit = "USD/shares"
    for row in margins:
        row.unit = "pure"
    return found + margins


def _small(row: TableRow) -> bool:
    return row.unit == "USD" and row.scale is None and _all_small(row)


def _may_be_margin(row: TableRow) -> bool:
    """Figures below a hundred with decimals and without a sign of money."""
    if row.unit != "USD" or first_match("margins", row.label.lower()) is None:
        return False
    marks = [mark for mark in row.marks.values() if mark.digits and not mark.percent]
    return bool(marks) and all(_is_part(mark.digits) and "$" not in mark.raw for mark in marks)


def _is_part(digits: str) -> bool:
    whole, point, _ = digits.partition(".")
    return bool(point) and len(whole) < 3


def _all_small(row: TableRow) -> bool:
    marks = [mark for mark in row.marks.values() if mark.digits]
    return bool(marks) and all(map(is_small, marks))


def _may_be(row: TableRow, small: bool) -> bool:
    """Per share, or a small figure that is no ratio."""
    return row.unit == "USD/shares" or (small and first_match("ratios", row.label.lower()) is None)


def _says(row: TableRow) -> bool:
    return first_match("per_share_items", row.label.lower()) is not None
