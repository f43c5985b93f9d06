"""Losses that a table prints without a sign."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.statements.concepts import kind_by_rows, signed_results
from topline.statements.parts import Caption, TableRow
from topline.statements.vocabulary import first_match, normal

__all__ = ["sign_losses"]

_NET = ("us-gaap:NetIncomeLoss", "us-gaap:ProfitLoss", "us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic")
_LOSS = re.compile(r"\bloss(?:es)?\b")
_GAIN = re.compile(r"\b(?:income|profit|earnings|gains?|surplus)\b|\([^()]{0,40}loss")
_TAXES = re.compile(r"\bincome tax(?:es)?\b")


def sign_losses(rows: Sequence[TableRow], caption: Caption) -> None:
    """Makes results negative whose rows speak of a loss only, where no row of the statement gives a loss a sign.

    Not in reconciliations and cash flows, where rows that are added back or taken off may have no sign either.
    """
    kind = caption.kind or kind_by_rows(rows)
    losses = [row for row in rows if _is_loss(row)]
    if not losses or kind not in {"operations", "other"} or caption.basis == "reconciliation":
        return
    if any(_speaks_of_result(row) and any(mark.negative for mark in row.marks.values()) for row in rows):
        return
    if any(_proves_gain(row, rows[:i]) for i, row in enumerate(rows) if _is_loss(row)):
        return
    net_loss = any(row.analog in _NET for row in losses)
    for row in rows:
        if _is_loss(row) or (net_loss and _says_neither(row)):
            _negate(row)


def _is_loss(row: TableRow) -> bool:
    text = _told(row)
    return row.analog in signed_results() and bool(_LOSS.search(text)) and not _GAIN.search(text)


def _says_neither(row: TableRow) -> bool:
    """Earnings per share that are called "Per share" or "EPS" have the sign of the result."""
    return row.analog in signed_results() and row.unit == "USD/shares" and not _told(row)


def _told(row: TableRow) -> str:
    """What the label says of a result, else what the heading says: "Basic" under "Net loss per share"."""
    texts = (_TAXES.sub("", text.lower()) for text in (row.label, row.section or ""))
    return next((text for text in texts if _LOSS.search(text) or _GAIN.search(text)), "")


def _speaks_of_result(row: TableRow) -> bool:
    return row.analog in signed_results() or bool(_LOSS.search(_told(row)))


def _proves_gain(row: TableRow, above: Sequence[TableRow]) -> bool:
    """All rows over it, costs taken off, add up to the unsigned figures: then they are a profit."""
    parts = [part for part in above if part.unit == "USD" and part.values]
    if row.unit != "USD" or len(parts) < 2 or not row.values:
        return False
    sums = {c: sum(_counted(part, c) for part in parts) for c in row.values}
    return any(row.values.values()) and all(sums[c] == value for c, value in row.values.items())


def _counted(part: TableRow, column: int) -> Decimal:
    value = part.values.get(column, Decimal(0))
    return value if first_match("costs", normal(part.label)) is None else -value


def _negate(row: TableRow) -> None:
    for index, cell in row.cells.items():
        if cell.unit != "pure" and Decimal(cell.value):
            row.cells[index] = cell.model_copy(update={"value": f"-{cell.value}"})
            row.values[index] = -row.values[index]
