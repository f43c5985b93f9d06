"""The scale of statements that state none: that of another statement of the release that it bears out.

A table in thousands whose caption leaves that out would be a thousand times too small, and nothing would show it.
"""

from collections.abc import Iterable, Iterator, Set
from decimal import Decimal
from typing import NamedTuple

from topline.records import Cell, Column, Problem, Row, Span, Statement, StatementKind
from topline.statements.parts import Caption
from topline.statements.vocabulary import first_match, normal

__all__ = ["Read", "ToldScales"]

_FEWEST_DIGITS = 3
_FEWEST_CELLS = 3
_MAIN: frozenset[StatementKind] = frozenset({"operations", "balance_sheet", "cash_flows"})
# Balances and cash outgrow the results of a quarter, but hardly by so much.
_OUTGROWN: frozenset[StatementKind] = frozenset({"balance_sheet", "cash_flows"})
_MOST_LARGER = 100
_LONGER_IN_FULL = 3
# A smaller figure may be near the rounded one by chance.
_FEWEST_ROUNDED = 10


class Read(NamedTuple):
    """A statement and what was told over it."""

    statement: Statement
    caption: Caption


class _Money(NamedTuple):
    """An amount of a statement: what its row and column are called, what is printed, and its digits."""

    label: str
    names: frozenset[tuple[str, str]]
    value: Decimal
    digits: str
    printed: Decimal

    @property
    def length(self) -> int:
        return len(str(int(self.printed)))


class ToldScales:
    """What the statements with a stated scale, all of one currency, print.

    `in_full` are the amounts that the prose prints without a scale of their own.
    """

    def __init__(self, told: Iterable[Read], in_full: Set[Decimal] = frozenset()) -> None:
        self._in_full = in_full
        self._captions: dict[int, Caption] = {}
        self._cells: dict[tuple[str, str], set[tuple[str, Decimal, int]]] = {}
        self._rows: dict[tuple[str, ...], set[int]] = {}
        self._longest = 0
        self._largest = Decimal(0)
        for read in told:
            scale = read.caption.scale
            self._captions.setdefault(scale, read.caption)
            money = list(_money(read.statement))
            self._longest = max(self._longest, *(m.length for m in money), 0)
            if read.statement.kind in _MAIN:
                self._largest = max(self._largest, *(m.printed for m in money), Decimal(0))
            for m in money:
                for name in m.names:
                    self._cells.setdefault(name, set()).add((m.digits, m.value, scale))
            for row in _rows(money):
                self._rows.setdefault(row, set()).add(scale)

    def inherited(self, read: Read) -> Caption | None:
        """The caption whose scale holds for a statement that states none, too. None where there is no such one.

        It stands over the same figures under the same labels; or there is one scale only, and the statement is the
        balance sheet, say, of the same release with figures that would be too small in full.
        """
        own = list(_money(read.statement))
        alike, refuted = self._compared(own)
        if not alike and not refuted and self._small_in_full(read.caption.kind, own):
            alike = set(self._captions)
        alike -= refuted
        return self._captions[alike.pop()] if len(alike) == 1 else None

    def problem(self, read: Read) -> Problem | None:
        """What is to be said of a statement of money that states no scale, beside others that do."""
        own = list(_money(read.statement))
        if len(own) < _FEWEST_CELLS or not (read.statement.kind in _MAIN or read.statement.currency):
            return None
        if _round(own) or self._large_enough(read.statement.kind, own) or self._compared(own)[1]:
            return None
        return Problem(at=Span(start=read.statement.start, end=read.statement.end), what="scale not stated")

    def _small_in_full(self, kind: StatementKind | None, own: list[_Money]) -> bool:
        """Its figures are no longer than theirs, or those of balances not so much larger as figures in full would be.

        Figures all in round thousands are in full, and those that the prose repeats may be.
        """
        if kind not in _MAIN or not own or _round(own) or any(money.printed in self._in_full for money in own):
            return False
        if max(money.length for money in own) <= self._longest:
            return True
        return kind in _OUTGROWN and max(money.printed for money in own) < _MOST_LARGER * self._largest

    def _large_enough(self, kind: StatementKind, own: list[_Money]) -> bool:
        """In full its figures go well with theirs: balances, say, that are larger than the results of a quarter."""
        if kind in _MAIN and self._largest:
            return max(money.printed for money in own) >= min(self._captions) * self._largest
        longer = max(money.length for money in own) - self._longest
        return longer >= (_LONGER_IN_FULL if kind in _MAIN else 1)

    def _compared(self, own: list[_Money]) -> tuple[set[int], set[int]]:
        """The scales of the same figures, and those of figures that this statement prints in full."""
        alike: set[int] = set()
        refuted: set[int] = set()
        for money in own:
            for name in money.names:
                for digits, value, scale in self._cells.get(name, ()):
                    if digits == money.digits:
                        alike |= {scale} if name[1] and len(digits) >= _FEWEST_DIGITS else set()
                    elif abs(money.value - value) < scale and abs(money.value) >= _FEWEST_ROUNDED * scale:
                        refuted.add(scale)
        for row in _rows(own):
            alike |= self._rows.get(row, set())
        return alike, refuted


def _round(own: list[_Money]) -> bool:
    """All in round thousands."""
    return all(money.digits.endswith("000") for money in own)


def _money(statement: Statement) -> Iterator[_Money]:
    """Amounts that the statement's scale holds for, those of rows with a scale of their own left out."""
    columns = {column.id: column for column in statement.columns}
    for row in statement.rows:
        for cell in row.cells:
            digits = _printed(cell)
            amount = abs(Decimal(cell.value)) / statement.scale
            scaled = f"{amount:f}".replace(".", "").strip("0") == digits.strip("0")
            if cell.unit == (statement.currency or "USD") and scaled and amount:
                names = frozenset(_names(row, columns[cell.column]))
                yield _Money(normal(row.label), names, Decimal(cell.value), digits, amount)


def _names(row: Row, column: Column) -> Iterator[tuple[str, str]]:
    """What a figure is of and when, by its row's label and by its element; cash at a period's end is of that day."""
    time = f"{column.period.start}/{column.period.end}" if column.period else column.instant or ""
    yield normal(row.label), time
    if row.concept and time:
        end = column.period is not None and first_match("cash_at_end", normal(row.label)) is not None
        yield row.concept, column.period.end if column.period is not None and end else time


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
