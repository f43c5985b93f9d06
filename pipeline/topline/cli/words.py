"""Dates, scales and text as people read them."""

from calendar import monthrange
from datetime import date

__all__ = ["printable", "scale_words", "when"]

_QUARTERS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4"}
_SCALES = {1000: "in thousands", 1_000_000: "in millions", 1_000_000_000: "in billions"}
_HALVES = {(1, 6): "H1", (7, 12): "H2"}


def printable(text: str) -> str:
    """One line without control characters: a release may hold escape codes that a terminal would obey."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def scale_words(scale: int) -> str:
    """Nothing for figures that are printed in full."""
    return _SCALES.get(scale, "")


def when(start: str, end: str) -> str:
    """An ISO interval as a day, a month, a quarter, a half, a year, or its two ends."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    if first == last:
        return start
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole or first.year != last.year:
        return f"{start} to {end}"
    months = (first.month, last.month)
    if months == (1, 12):
        return str(first.year)
    if first.month == last.month:
        return f"{first.year}-{first.month:02}"
    part = _QUARTERS.get(months) or _HALVES.get(months)
    return f"{first.year} {part}" if part else f"{start} to {end}"
