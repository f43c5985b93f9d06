"""The scale of statements that state none: that of another statement of the release with the same figures.

A table in thousands whose caption leaves that out would be a thousand times too small, and nothing would show it.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from topline.records import Cell, Problem, Span, Statement, StatementKind
from topline.statements.parts import Caption
from topline.statements.vocabulary import normal

__all__ = ["Read", "ToldScales"]

_FEWEST_DIGITS = 3
_FEWEST_CELLS = 3
_MAIN: frozenset[StatementKind] = frozenset({"operations", "balance_sheet", "cash_flows"})


class Read(NamedTuple):
    """A statement and what was told over it."""

    statement: Statement
    caption: Caption


class _Money(NamedTuple):
    """An amount of a statement: its row's label, its column's time, what is printed, and how many digits that has."""

    label: str
    time: str
    value: Decimal
    digits: str
    length: int


class ToldScales:
    """What the statements with a stated scale, all of one currency, print."""

    def __init__(self, told: Iterable[Read]) -> None:
        self._captions: dict[int, Caption] = {}
        self._cells: dict[tuple[str, str], set[tuple[str, Decimal, int]]] = {}
        self._rows: dict[tuple[str, ...], set[int]] = {}
        self._longest = 0
        for read in told:
            scale = read.caption.scale
            self._captions.setdefault(scale, read.caption)
            money = list(_money(read.statement))
            self._longest = max(self._longest, *(m.length for m in money), 0)
            for m in money:
                self._cells.setdefault((m.label, m.time), set()).add((m.digits, m.value, scale))
            for row in _rows(money):
                self._rows.setdefault(row, set()).add(scale)

    def inherited(self, read: Read) -> Caption | None:
        """The caption whose scale holds for a statement that states none, too. None where there is no such one.

        It stands over the same figures under the same labels; or there is one scale only, and the statement is the
        balance sheet, say, of the same release with figures no longer than those in that scale.
        """
        own = list(_money(read.statement))
        alike, refuted = self._compared(own)
        if not alike and not refuted and read.caption.kind in _MAIN and self._fits(own):
            alike = set(self._captions)
        alike -= refuted
        return self._captions[alike.pop()] if len(alike) == 1 else None

    def problem(self, read: Read) -> Problem | None:
        """What is to be said of a statement of money that states no scale, beside others that do."""
        own = list(_money(read.statement))
        if len(own) < _FEWEST_CELLS or not self._fits(own) or self._compared(own)[1]:
            return None
        return Problem(at=Span(start=read.statement.start, end=read.statement.end), what="scale not stated")

    def _fits(self, own: list[_Money]) -> bool:
        """Its figures are no longer than theirs, and not all in round thousands: figures in full would be."""
        if all(money.digits.endswith("000") for money in own):
            return False
        return max(money.length for money in own) <= self._longest

    def _compared(self, own: list[_Money]) -> tuple[set[int], set[int]]:
        """The scales of the same figures, and those of figures that this statement prints in full."""
        alike: set[int] = set()
        refuted: set[int] = set()
        for money in own:
            for digits, value, scale in self._cells.get((money.label, money.time), ()):
                if digits == money.digits:
                    alike |= {scale} if money.time and len(digits) >= _FEWEST_DIGITS else set()
                elif abs(money.value - value) < scale:
                    refuted.add(scale)
        for row in _rows(own):
            alike |= self._rows.get(row, set())
        return alike, refuted


def _money(statement: Statement) -> Iterator[_Money]:
    """Amounts that the statement's scale holds for, those of rows with a scale of their own left out."""
    times = {c.id: f"{c.period.start}/{c.period.end}" if c.period else c.instant or "" for c in statement.columns}
    for row in statement.rows:
        for cell in row.cells:
            printed = _printed(cell)
            amount = abs(Decimal(cell.value)) / statement.scale
            scaled = f"{amount:f}".replace(".", "").strip("0") == printed.strip("0")
            if cell.unit == statement.currency and scaled and amount:
                length = len(str(int(amount)))
                yield _Money(normal(row.label), times[cell.column], Decimal(cell.value), printed, length)


def _printed(cell: Cell) -> str:
    return "".join(char for char in cell.raw if char.isdigit())


def _rows(money: Iterable[_Money]) -> Iterator[tuple[str, ...]]:
    """Label and figures of each row with several, where the columns may tell no time."""
    rows: dict[str, list[str]] = {}
    for m in money:
        rows.setdefault(m.label, []).append(m.digits)
    for label, digits in rows.items():
        if len(digits) > 1 and sum(map(len, digits)) > _FEWEST_DIGITS:
            yield (label, *digits)
