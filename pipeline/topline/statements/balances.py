"""Balances among flows: "Cash at beginning of period" is of a day, though its column is of a period."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from topline.records import Column, Interval, Row
from topline.statements.derived_words import pattern
from topline.statements.vocabulary import normal

__all__ = ["edge_of", "time_of"]

_WEEKS = re.compile(r"\bweeks?\b", re.IGNORECASE)
_DAY = timedelta(days=1)


def time_of(row: Row, column: Column) -> tuple[Interval | None, str | None]:
    """The period or the day that a cell is of.

    The first balance is of the day before the period, which is known where that begins with a month or is told in
    weeks: a quarter that ends on another day may begin a week earlier or later than reckoned.
    """
    edge = edge_of(row.label) if column.period else None
    if column.period is None or edge is None:
        return column.period, column.instant
    if edge == "end":
        return None, column.period.end
    start = date.fromisoformat(column.period.start)
    certain = start.day == 1 or _WEEKS.search(column.label)
    return None, (start - _DAY).isoformat() if certain else None


@lru_cache(maxsize=8192)
def edge_of(label: str) -> Literal["beginning", "end"] | None:
    """Whether a label tells of the begin or the end of its column's period; None where it names both or neither."""
    name = normal(label)
    first, last = (bool(pattern("balances", edge).search(name)) for edge in ("beginning", "end"))
    if first == last:
        return None
    return "beginning" if first else "end"
