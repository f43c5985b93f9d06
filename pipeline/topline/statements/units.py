"""What a row counts: money, money a share, shares, or pure numbers."""

from collections.abc import Sequence

from topline.records import Unit
from topline.statements.currencies import currencies_in
from topline.statements.parts import Band, TableRow
from topline.statements.vocabulary import first_match

__all__ = ["in_money", "unit_of"]

_SHARE_DIGITS = 6


def unit_of(row: TableRow, bands: Sequence[Band]) -> Unit:
    """From the label, then from the heading over it; money ("USD", of whichever currency) when neither tells.

    Figures in a column of percentages beside amounts say nothing of the row.
    """
    amounts = {i for i, band in enumerate(bands) if not band.percent} or set(range(len(bands)))
    told: Unit | None = first_match("units", " ".join(row.label.lower().split()))
    under: Unit | None = first_match("units", " ".join((row.section or "").lower().rstrip(":").split()))
    if told is None and under in {"USD/shares", "shares"}:
        told = under
    if told == "USD/shares" and _counts(row, least=_SHARE_DIGITS if under != "shares" else 1):
        told = "shares"
    marks = [mark for index, mark in row.marks.items() if index in amounts]
    if any(mark.percent for mark in marks) and all(mark.percent or not mark.digits for mark in marks):
        return "pure"
    if told == "pure" and any(in_money(mark.raw) for mark in row.marks.values()):
        return "USD"
    return told or "USD"


def in_money(raw: str) -> bool:
    return "$" in raw or bool(currencies_in(raw))


def _counts(row: TableRow, *, least: int) -> bool:
    """Whole numbers of many digits under a heading such as "Net loss per share" are the shares."""
    digits = [mark.digits for mark in row.marks.values() if mark.digits]
    whole = all("." not in d and len(d.replace(",", "")) >= least for d in digits)
    return bool(digits) and whole and not any("$" in mark.raw for mark in row.marks.values())
