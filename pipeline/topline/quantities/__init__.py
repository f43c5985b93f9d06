"""Text to typed values: dates, periods, lengths of time, money, counts. Pure functions of a text and its release."""

from topline.quantities.dates import parse_partial_date
from topline.quantities.find import find_dates, find_quantities
from topline.quantities.model import (
    FigureBasis,
    FigureContext,
    Inference,
    Interval,
    Precision,
    Quantity,
    QuantityLabel,
    ReleaseContext,
)
from topline.quantities.spans import quarter_of

__all__ = [
    "FigureBasis",
    "FigureContext",
    "Inference",
    "Interval",
    "Precision",
    "Quantity",
    "QuantityLabel",
    "ReleaseContext",
    "find_dates",
    "find_quantities",
    "parse_partial_date",
    "quarter_of",
]
