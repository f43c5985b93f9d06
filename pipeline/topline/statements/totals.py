"""A figure as the sum of rows of one column: of two or three of cash, or of all that make a total not printed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from topline.statements.facts import Fact
from topline.statements.printed import Printed

__all__ = ["find_total", "whole_total"]

_MOST_ROWS = 12
_CASH = "Cash"


def find_total(columns: Sequence[Sequence[Fact]], printed: Printed) -> list[Fact]:
    """The first rows of cash and investments that add up to the figure, two before three; one of them is of cash."""
    for count in (2, 3):
        for column in columns:
            for parts in combinations(column[:_MOST_ROWS], count):
                total = sum((fact.value for fact in parts), Decimal(0))
                if _has_cash(parts) and printed.fits(total, parts[0].place):
                    return list(parts)
    return []


def whole_total(parts: Iterable[Fact], printed: Printed) -> list[Fact]:
    """The facts of the first column in which all of them together make the figure, two at least."""
    columns: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in parts:
        columns[fact.column].append(fact)
    for column in columns.values():
        total = sum((fact.value for fact in column), Decimal(0))
        if len(column) > 1 and printed.fits(total, column[0].place):
            return column
    return []


def _has_cash(parts: Sequence[Fact]) -> bool:
    return any(fact.concept is None or _CASH in fact.concept for fact in parts)
