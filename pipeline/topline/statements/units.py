"""What a row counts: dollars, dollars a share, shares, or pure numbers."""

from topline.records import Unit
from topline.statements.parts import TableRow
from topline.statements.vocabulary import first_match

__all__ = ["unit_of"]


def unit_of(row: TableRow) -> Unit:
    """From the label, then from the heading over it; dollars when neither tells."""
    label = " ".join(row.label.lower().split())
    told: Unit | None = first_match("units", label)
    if told is None and row.section:
        section = " ".join(row.section.lower().rstrip(":").split())
        told = first_match("units", section)
        told = told if told in {"USD/shares", "shares"} else None
    if told == "USD/shares" and _counts(row):
        told = "shares"
    if any(mark.percent for mark in row.marks.values()) and all(m.percent or not m.digits for m in row.marks.values()):
        return "pure"
    return told or "USD"


def _counts(row: TableRow) -> bool:
    """Whole numbers of six digits and more under a heading such as "Net loss per share" are the shares."""
    digits = [mark.digits for mark in row.marks.values() if mark.digits]
    return bool(digits) and all("." not in d and len(d.replace(",", "")) >= 6 for d in digits) and not row.label.count("$")
