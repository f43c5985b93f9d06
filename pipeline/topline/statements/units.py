"""What a row counts: money, money a share, shares, or pure numbers."""

from topline.records import Unit
from topline.statements.currencies import currencies_in
from topline.statements.parts import TableRow
from topline.statements.vocabulary import first_match

__all__ = ["unit_of"]

_SHARE_DIGITS = 6


def unit_of(row: TableRow) -> Unit:
    """From the label, then from the heading over it; money ("USD", of whichever currency) when neither tells."""
    told: Unit | None = first_match("units", " ".join(row.label.lower().split()))
    under: Unit | None = first_match("units", " ".join((row.section or "").lower().rstrip(":").split()))
    if told is None and under in {"USD/shares", "shares"}:
        told = under
    if told == "USD/shares" and _counts(row, least=_SHARE_DIGITS if under != "shares" else 1):
        told = "shares"
    if any(mark.percent for mark in row.marks.values()) and all(m.percent or not m.digits for m in row.marks.values()):
        return "pure"
    if told == "pure" and any(_in_money(mark.raw) for mark in row.marks.values()):
        return "USD"
    return told or "USD"


def _in_money(raw: str) -> bool:
    return "$" in raw or bool(currencies_in(raw))


def _counts(row: TableRow, *, least: int) -> bool:
    """Whole numbers of many digits under a heading such as "Net loss per share" are the shares."""
    digits = [mark.digits for mark in row.marks.values() if mark.digits]
    whole = all("." not in d and len(d.replace(",", "")) >= least for d in digits)
    return bool(digits) and whole and not any("$" in mark.raw for mark in row.marks.values())
