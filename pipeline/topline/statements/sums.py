"""Printed totals against the figures over them, one printed step of difference a part allowed."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from topline.statements.parts import TableRow

__all__ = ["Sum", "agrees", "exact_in_all", "signed_sum", "signs_for", "trailing_sum"]

_MOST_TRAILING = 60
_MOST_SIGNED = 6


class Sum(NamedTuple):
    """A total and its parts; `signs` are 1 or -1."""

    total: TableRow
    parts: tuple[TableRow, ...]
    signs: tuple[int, ...]


def signed_sum(found: Sum, column: int) -> Decimal | None:
    """The sum of the parts that are printed in a column, None when none is."""
    values = [
        part.values[column] * sign for part, sign in zip(found.parts, found.signs, strict=True) if column in part.values
    ]
    return sum(values, Decimal(0)) if values else None


def agrees(found: Sum, column: int) -> bool:
    """The printed total is the sum, give or take one in the last place for each part."""
    computed = signed_sum(found, column)
    stated = found.total.values.get(column)
    return computed is not None and stated is not None and abs(stated - computed) <= _slack(found, column)


def _slack(found: Sum, column: int) -> Decimal:
    printed = [part for part in found.parts if part.values.get(column)]
    if len(printed) < 2:
        return Decimal(0)
    return max(row.place[column] for row in (found.total, *printed)) * len(printed)


def exact_in_all(found: Sum) -> bool:
    return all(signed_sum(found, c) == found.total.values[c] for c in found.total.values)


def _agrees_in_all(found: Sum) -> bool:
    return bool(found.total.values) and all(agrees(found, c) for c in found.total.values)


def trailing_sum(total: TableRow, rows: Sequence[TableRow], *, bound: int, least: int) -> Sum | None:
    """The run of rows right over a total that adds up to it in every column: the `bound` last ones if they do."""
    most = min(len(rows), _MOST_TRAILING)
    lengths = [bound] if least <= bound <= most else []
    lengths += [n for n in range(least, most + 1) if n != bound]
    candidates = [Sum(total, tuple(rows[len(rows) - n :]), (1,) * n) for n in lengths]
    exact = next((s for s in candidates if total.values and exact_in_all(s)), None)
    return exact or next((s for s in candidates[:1] if bound in lengths and _agrees_in_all(s)), None)


def signs_for(total: TableRow, parts: Sequence[TableRow], *, preferred: Sequence[int]) -> Sum | None:
    """The signs with which parts add up to a result in every column; `preferred` ones may be off by rounding."""
    first = Sum(total, tuple(parts), tuple(preferred))
    if exact_in_all(first):
        return first
    if len(parts) <= _MOST_SIGNED:
        for signs in _by_likeness(len(parts), preferred):
            found = Sum(total, tuple(parts), signs)
            if exact_in_all(found):
                return found
    return first if _agrees_in_all(first) else None


def _by_likeness(count: int, preferred: Sequence[int]) -> Iterable[tuple[int, ...]]:
    """All signs, those most like the preferred ones first."""
    every = product((1, -1), repeat=count)
    return sorted(every, key=lambda signs: sum(a != b for a, b in zip(signs, preferred, strict=True)))
