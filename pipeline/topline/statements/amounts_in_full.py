"""Amounts that the prose around the statements prints in full: "$147,250", not "$147.3 million"."""

import re
from collections.abc import Iterable
from decimal import Decimal

from topline.records import Statement

__all__ = ["amounts_in_full"]

# Amounts of less than ten thousand are as often prices, and stand in statements by chance.
_AMOUNT = re.compile(
    r"\$ ?(?P<digits>\d{2,3}(?:,\d{3}){1,3}|\d(?:,\d{3}){2,3})(?![\d,.]?\d)(?![ -](?:thousand|million|billion)\b)",
    re.IGNORECASE,
)


def amounts_in_full(source: str, statements: Iterable[Statement]) -> frozenset[Decimal]:
    """Those that stand outside of the statements, which are in order."""
    at = 0
    found: set[Decimal] = set()
    for start, end in [*((s.start, s.end) for s in statements), (len(source), len(source))]:
        found |= {Decimal(m["digits"].replace(",", "")) for m in _AMOUNT.finditer(source, at, max(start, at))}
        at = max(end, at)
    return frozenset(found)
