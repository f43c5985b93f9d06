"""What does not agree in a release: sums that do not add up, prose figures that no cell bears out."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from topline.cli.words import printable, when
from topline.readers import Document
from topline.records import Cell, Check, Column, Link, Mention, ReleaseRecord, Row, Statement
from topline.statements import contradictions

__all__ = ["Alarm", "find_alarms", "line_starts", "place", "print_alarms"]

_BEFORE, _AFTER = 90, 60


class Alarm(NamedTuple):
    """`quote` is what is printed there, `told` what speaks against it."""

    source: str
    line: int
    offset: int
    what: str
    quote: str
    told: tuple[str, ...]


class _Printed(NamedTuple):
    """A cell where it stands."""

    cell: Cell
    row: Row
    column: Column
    statement: Statement

    def __str__(self) -> str:
        """ "Net loss, 2003 Q3: $(7,917)"."""
        column, label = self.column, self.row.label or self.row.section or "row without a label"
        time = when(column.period.start, column.period.end) if column.period else column.instant or column.label
        return printable(f"{label}, {time}: {self.cell.raw}")


def find_alarms(record: ReleaseRecord, document: Document) -> Iterator[Alarm]:
    """In the order of the text."""
    starts = line_starts(document.source)
    cells = {
        cell.id: _Printed(cell, row, next(c for c in s.columns if c.id == cell.column), s)
        for s in record.statements
        for row in s.rows
        for cell in row.cells
    }
    mentions = {mention.id: mention for mention in record.mentions}
    sums = (_sum(check, cells) for s in record.statements for check in s.checks if not check.holds)
    against = contradictions(record.statements, record.links)
    prose = (_prose(link, mentions[link.mention], cells, document) for link in against)
    source = printable(record.source.name)
    for offset, what, quote, told in sorted([*sums, *prose]):
        yield Alarm(source, place(starts, offset), offset, what, quote, told)


def line_starts(source: str) -> list[int]:
    return [0, *(i + 1 for i, char in enumerate(source) if char == "\n")]


def place(starts: Sequence[int], offset: int) -> int:
    """The number of the line, from 1, that a character stands in."""
    return bisect_right(starts, offset)


def _sum(check: Check, cells: dict[str, _Printed]) -> tuple[int, str, str, tuple[str, ...]]:
    total = cells[check.total]
    return (
        total.cell.start,
        "sum that does not add up",
        str(total),
        (
            f"its parts make {_amount(check.computed, total.statement.scale)}, "
            f"{_amount(check.stated, total.statement.scale)} is printed",
            *(f"  {cells[part]}" for part in check.parts),
        ),
    )


def _prose(
    link: Link, mention: Mention, cells: dict[str, _Printed], document: Document
) -> tuple[int, str, str, tuple[str, ...]]:
    before = document.seen(max(mention.start - _BEFORE, 0), mention.start) if mention.start else ""
    after = document.seen(mention.end, min(mention.end + _AFTER, len(document.source)))
    words = f"{before.partition(' ')[2]}[{mention.text}]{after.rpartition(' ')[0]}"
    quote = f"…{printable(words)}…"
    made = _amount(link.computed or "0", 1)
    return (
        mention.start,
        "figure in the text that its table does not bear out",
        quote,
        (f"{_amount(link.stated, 1)} is said, the table has {made}", *(f"  {cells[cell]}" for cell in link.cells)),
    )


def _amount(value: str, scale: int) -> str:
    return f"{Decimal(value) / scale:,f}"


def print_alarms(alarms: list[Alarm], releases: int, console: Console) -> None:
    for alarm in alarms:
        head = Text(f"{alarm.source}:{alarm.line}", style="bold")
        head.append(f"  {alarm.what}  (character {alarm.offset})", style="red")
        console.print(head, soft_wrap=True)
        console.print(Text(f"    {alarm.quote}"), soft_wrap=True)
        for line in alarm.told:
            console.print(Text(f"    {line}", style="dim"), soft_wrap=True)
        console.print()
    found = f"{len(alarms)} alarm{'s' * (len(alarms) != 1)}" if alarms else "no alarms"
    console.print(f"{found} in {releases} release{'s' * (releases != 1)}")
