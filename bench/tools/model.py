"""What a tool finds, in the shapes of the gold: one `Found` a mention, one `FoundCell` a cell of a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

__all__ = ["Figure", "Finder", "Found", "FoundCell", "FoundLink", "Grid", "Kind", "Value", "moment", "money", "tight"]

Kind = Literal["date", "period", "duration", "money", "number"]
Value = str | dict[str, str | None]
Grid = list[list[str]]


@dataclass(frozen=True, slots=True)
class Figure:
    """What an amount of the prose is said of; `period` is first and last day."""

    concept: str | None
    sign: int
    period: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Found:
    """`value` is an ISO date or time, `{start, end}` with both days, an ISO duration, or `{amount, currency, per}`.

    It is None where the tool marks the place and says nothing of its meaning.
    """

    start: int
    end: int
    kind: Kind
    value: Value | None
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A typed cell; `labels` are the ways in which the tool's answer can be put together to the full label."""

    id: str
    start: int
    end: int
    value: Decimal
    unit: str
    period: tuple[str, str] | None
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A figure at `[start, end)` and the ids of the cells that state it."""

    start: int
    end: int
    cells: tuple[str, ...]


Finder = Callable[[Sequence[str], datetime | None], list[list[Found]]]


def moment(when: datetime) -> str:
    """A day if it is midnight of no zone: tools that know days only answer so."""
    if when.tzinfo is None and (when.hour, when.minute, when.second) == (0, 0, 0):
        return when.date().isoformat()
    return when.isoformat(timespec="minutes")


def money(amount: Decimal, currency: str | None, per: str | None = None) -> Value:
    return {"amount": format(amount.normalize(), "f"), "currency": currency, "per": per}


def tight(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())
