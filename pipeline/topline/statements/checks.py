"""Checks of printed totals and results, and of earnings per share."""

from collections.abc import Iterator, Sequence

from topline.records import Basis, Check, StatementKind
from topline.statements.cells import plain
from topline.statements.eps import eps_checks
from topline.statements.parts import TableRow
from topline.statements.sums import Sum, agrees, signed_sum, signs_for, trailing_sum
from topline.statements.vocabulary import first_match, normal

__all__ = ["find_checks", "find_sums"]


def find_sums(rows: Sequence[TableRow], *, kind: StatementKind, basis: Basis) -> list[Sum]:
    """Totals and results with the rows that they add up, where that can be told."""
    money = [row for row in rows if row.unit == "USD" and row.values]
    return _Walk(kind).run(money) if kind != "other" or basis == "reconciliation" else []


def find_checks(
    sums: Sequence[Sum], rows: Sequence[TableRow], columns: Sequence[int], *, kind: StatementKind
) -> list[Check]:
    """Sums that hold, those that do not where the parts are certain, and earnings per share that hold."""
    checks = [check for found in sums for check in _checks(found, columns)]
    return checks + (list(eps_checks(rows, columns)) if kind == "operations" else [])


def _checks(found: Sum, columns: Sequence[int]) -> Iterator[Check]:
    for column in columns:
        computed, total = signed_sum(found, column), found.total.cells.get(column)
        if computed is None or total is None:
            continue
        parts = tuple(part.cells[column].id for part in found.parts if column in part.cells)
        holds = agrees(found, column)
        if holds or len(parts) == len(found.parts):
            yield Check(total=total.id, parts=parts, stated=total.value, computed=plain(computed), holds=holds)


class _Walk:
    """Goes down the rows with those in hand that no total has taken up yet."""

    def __init__(self, kind: StatementKind) -> None:
        self._kind = kind
        self._open: list[TableRow] = []
        self._since_heading = 0
        self._pure = True
        self._heading: str | None = None
        self._assets: TableRow | None = None
        self._found: list[Sum] = []

    def run(self, rows: Sequence[TableRow]) -> list[Sum]:
        for row in rows:
            self._enter(row)
            if not (self._total(row) or self._result(row)):
                self._open.append(row)
                self._since_heading += 1
            if row.analog == "us-gaap:Assets":
                self._assets, self._open, self._since_heading = row, [], 0
        return self._found

    def _enter(self, row: TableRow) -> None:
        """Counts the rows since the last heading; nested headings make it unclear what a total is of."""
        if row.section_start:
            self._pure = True
            self._heading = row.section
            self._since_heading = 0
        elif row.section != self._heading:
            self._pure = False

    def _total(self, row: TableRow) -> bool:
        name = normal(row.label)
        says_total = name.startswith("total") or _sums_up(name)
        if name and not says_total:
            return False
        found = trailing_sum(row, self._open, bound=self._since_heading, least=1 if name else 2)
        if found is None and says_total and self._certain(name):
            found = Sum(row, tuple(self._open[-self._since_heading :]), (1,) * self._since_heading)
            self._found.append(found)
        elif found is not None:
            self._found.append(found)
        if row.analog == "us-gaap:LiabilitiesAndStockholdersEquity" and self._assets is not None:
            self._found.append(Sum(row, (self._assets,), (1,)))
        if found is None:
            return False
        self._close(row, len(found.parts))
        return True

    def _certain(self, name: str) -> bool:
        """A total that names its section, over two or more rows of it and nothing else."""
        of = name.removeprefix("total").strip()
        plain_run = self._pure and 2 <= self._since_heading <= len(self._open) and of == normal(self._heading or "")
        return plain_run and _alike(self._open[-self._since_heading :])

    def _result(self, row: TableRow) -> bool:
        if self._kind == "balance_sheet" or not self._open or not _is_result(row):
            return False
        preferred = [1 if self._kind == "other" else _sign(part) for part in self._open]
        found = signs_for(row, self._open, preferred=preferred)
        if found is not None:
            self._found.append(found)
        self._open, self._since_heading = [row], 1
        return True

    def _close(self, row: TableRow, count: int) -> None:
        del self._open[len(self._open) - count :]
        self._open.append(row)
        self._since_heading = max(self._since_heading - count, 0) + 1
        self._pure = False


def _alike(rows: Sequence[TableRow]) -> bool:
    """Rows that count once and in full: no subtotals, no breakdowns set further in, no deductions without a sign."""
    indents = {row.indent for row in rows if row.label}
    names = [normal(row.label) for row in rows]
    deducted = any(_has("deductions", normal(row.label)) and max(row.values.values()) > 0 for row in rows)
    return len(indents) <= 1 and not deducted and not any(map(_sums_up, names))


def _sums_up(name: str) -> bool:
    return _has("sums", name)


def _is_result(row: TableRow) -> bool:
    return _has("results", normal(row.label))


def _sign(row: TableRow) -> int:
    """Costs are printed without a sign and count against the result."""
    return -1 if _has("costs", normal(row.label)) else 1


def _has(name: str, text: str) -> bool:
    return first_match(name, text) is not None
