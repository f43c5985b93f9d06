"""TIMEX3 values to the values of the gold: a quarter, half, month or year is a period with both its days."""

import re
from calendar import monthrange
from datetime import date, timedelta

from tools.model import Kind, Value

__all__ = ["period_of_months", "read_timex"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_YEAR = re.compile(r"(?:FY)?(\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_PARTS = {"Q": (3, 4), "H": (6, 2)}
_WEEKS = 52


def read_timex(value: str) -> tuple[Kind, Value | None]:
    """`(kind, value)`; what is no whole value ("XXXX-W03", "PAST_REF") has None."""
    if value.startswith("P") and not value.endswith("_REF"):
        return "duration", value
    if _DAY.fullmatch(value):
        return "date", value.removesuffix("T00:00:00")
    return ("period", _period(value)) if value[:1].isdigit() or value.startswith("FY") else ("date", None)


def period_of_months(year: int, month: int, months: int) -> Value:
    last = month + months - 1
    return {"start": f"{year:04}-{month:02}-01", "end": f"{year:04}-{last:02}-{monthrange(year, last)[1]}"}


def _period(value: str) -> Value | None:
    if match := _YEAR.fullmatch(value):
        return period_of_months(int(match[1]), 1, 12) if int(match[1]) else None
    if match := _PART.fullmatch(value):
        months, most = _PARTS[match[2]]
        number = int(match[3])
        return period_of_months(int(match[1]), (number - 1) * months + 1, months) if 1 <= number <= most else None
    if (match := _WEEK.fullmatch(value)) and 1 <= int(match[2]) <= _WEEKS:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return {"start": monday.isoformat(), "end": (monday + timedelta(days=6)).isoformat()}
    match = _MONTH.fullmatch(value)
    return period_of_months(int(match[1]), int(match[2]), 1) if match and 1 <= int(match[2]) <= 12 else None
