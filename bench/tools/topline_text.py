"""topline's values of texts without a release around them: its quantities, no other room."""

from collections.abc import Sequence
from datetime import datetime

from tools.model import Figure, Found, Kind
from topline.quantities import Quantity, ReleaseContext, find_quantities

__all__ = ["KINDS", "find", "find_in", "found_of"]

KINDS: dict[str, Kind] = {"DATE": "date", "PERIOD": "period", "DURATION": "duration", "MONEY": "money"}
KINDS |= {"PER_SHARE": "money"}
"""What topline's labels are called here; all others are numbers."""


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    context = ReleaseContext(released_on=reference.date() if reference is not None else None)
    return [find_in(text, context) for text in texts]


def find_in(text: str, context: ReleaseContext) -> list[Found]:
    return [found_of(q, q.start, q.end) for q in find_quantities(text, context)]


def found_of(quantity: Quantity, start: int, end: int) -> Found:
    kind, figure = KINDS.get(quantity.label, "number"), None
    if kind == "money":
        period = quantity.figure.period
        days = (period.start.isoformat(), period.end.isoformat()) if period else None
        figure = Figure(quantity.figure.concept, quantity.figure.sign, days)
    return Found(start, end, kind, quantity.value, figure)
