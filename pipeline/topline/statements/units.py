"""What a row counts: money, money a share, shares, or pure numbers."""

import re
from collections.abc import Sequence
from decimal import Decimal

from topline.records import Unit
from topline.statements.currencies import currencies_in
from topline.statements.parts import Band, TableRow
from topline.statements.vocabulary import first_match, normal, words

__all__ = ["in_hundredths", "in_money", "settle_capital", "unit_of"]

_SHARE_DIGITS = 6
_FEWEST_WHOLE = 3
_HIGHEST_PRICE = 100
_FAR = 50
_HUNDREDTHS = re.compile(r"\b(?:cents|pence)\b", re.IGNORECASE)


def unit_of(row: TableRow, bands: Sequence[Band]) -> Unit:
    """From the label, then from the heading over it; money ("USD", of whichever currency) when neither tells.

    Figures in a column of percentages beside amounts say nothing of the row.
    """
    amounts = {i for i, band in enumerate(bands) if not band.percent} or set(range(len(bands)))
    told: Unit | None = first_match("units", " ".join(row.label.lower().split()))
    under = _under(row)
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


def _under(row: TableRow) -> Unit | None:
    """What the heading says; "except per share data" says nothing, and so does "Net loss per share:" of whole amounts.

    A row that names no item but "Basic" may be printed in whole yen; "EBITDA" is no count of shares.
    """
    section = " ".join((row.section or "").lower().rstrip(":").split())
    told: Unit | None = first_match("units", section) if "except" not in section else None
    if told == "USD/shares" and normal(row.label) not in words("variants"):
        whole = _whole(row, least=_FEWEST_WHOLE) and not _counts(row, least=_SHARE_DIGITS)
        return None if whole or (_is_money(row) and _largest(row) >= _HIGHEST_PRICE) else told
    return None if told == "shares" and _is_money(row) else told


def _is_money(row: TableRow) -> bool:
    """An item that is an amount, be it under a heading of shares."""
    return first_match("money_items", row.label.lower()) is not None


def settle_capital(rows: Sequence[TableRow]) -> None:
    """ "Common shares" in a balance sheet is capital, unless the label or the heading speaks of a count.

    Figures far beyond all others are a count that is printed in full under a scale.
    """
    most = max((_largest(row) for row in rows if row.unit == "USD"), default=Decimal(0))
    for row in rows:
        if row.unit == "shares" and _capital(row) and _largest(row) <= most * _FAR:
            row.unit = "USD"


def _capital(row: TableRow) -> bool:
    label, section = row.label.lower(), (row.section or "").lower()
    if first_match("share_counts", label):
        return False
    if first_match("units", section) == "shares":  # "Weighted average shares:", or "Common shares:" over classes
        return first_match("share_counts", section) is None and first_match("capital", section) is not None
    return first_match("capital", label) is not None


def _largest(row: TableRow) -> Decimal:
    return max((mark.number for mark in row.marks.values()), default=Decimal(0))


def in_hundredths(label: str, raw: str, section: str | None = None) -> bool:
    """Whether a price is printed in cents, by its own sign, by the label of its row or by the line over it."""
    told = _HUNDREDTHS.search(label) or _HUNDREDTHS.search(section or "")
    return "$" not in raw and ("¢" in raw or told is not None)


def in_money(raw: str) -> bool:
    return "$" in raw or bool(currencies_in(raw))


def _counts(row: TableRow, *, least: int) -> bool:
    """Whole numbers of many digits under a heading such as "Net loss per share" are the shares."""
    return _whole(row, least=least) and not any("$" in mark.raw for mark in row.marks.values())


def _whole(row: TableRow, *, least: int) -> bool:
    digits = [mark.digits for mark in row.marks.values() if mark.digits]
    return bool(digits) and all("." not in d and len(d.replace(",", "")) >= least for d in digits)
