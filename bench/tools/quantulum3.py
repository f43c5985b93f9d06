"""quantulum3: quantities with units. Without its classifier, which topline does not install either."""

import warnings
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from tools.model import Found, money

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # says that there is no classifier
    from quantulum3 import parser

NAME = "quantulum3"
PACKAGES = ("quantulum3",)

_CURRENCIES = {"dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "japanese yen": "JPY", "cent": "USc"}
_PERIODS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_TIMES = {"hour": "H", "minute": "M", "second": "S"}


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    return [[_found(quantity) for quantity in parser.parse(text)] for text in texts]


def _found(quantity: Any) -> Found:
    start, end = quantity.span
    number, unit = Decimal(str(round(quantity.value, 6))).normalize(), quantity.unit
    if unit.entity.name == "currency":
        return Found(start, end, "money", money(number, _CURRENCIES.get(unit.name, unit.name)))
    if unit.name in _PERIODS:
        return Found(start, end, "duration", f"P{number:f}{_PERIODS[unit.name]}")
    if unit.name in _TIMES:
        return Found(start, end, "duration", f"PT{number:f}{_TIMES[unit.name]}")
    return Found(start, end, "number", f"{number:f}")
