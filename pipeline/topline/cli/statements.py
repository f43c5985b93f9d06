"""Statements of a record as tables, with what was checked below them."""

from collections import Counter

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from topline.cli.words import printable, scale_words
from topline.records import Cell, Check, ReleaseRecord, Row, Statement

__all__ = ["print_statements"]


def print_statements(record: ReleaseRecord, console: Console) -> None:
    """Cells as printed, one table a statement."""
    for statement in record.statements:
        console.print(Padding(_table(statement), (0, 0, 0, 2), expand=False))
        console.print(Text(f"  {_checks(statement)}", style="dim" if all(c.holds for c in statement.checks) else "red"))
        for check in statement.checks:
            if not check.holds:
                console.print(Text(f"    {_failed(check, statement)}", style="red"))
        console.print()
    if record.links:
        console.print(Text(f"  {_links(record)}\n", style="dim"))


def _table(statement: Statement) -> Table:
    title = ", ".join(filter(None, (statement.title, scale_words(statement.scale))))
    table = Table(
        title=printable(title),
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    table.add_column("")
    for column in statement.columns:
        table.add_column(column.label, justify="right")
    for row in statement.rows:
        cells = {cell.column: cell for cell in row.cells}
        table.add_row(_label(row), *(_raw(cells.get(c.id)) for c in statement.columns))
    return table


def _label(row: Row) -> str:
    whole = row.label[:1].isupper() or not row.section
    return printable(row.label if whole else f"{str(row.section).rstrip(':')}: {row.label}")


def _raw(cell: Cell | None) -> str:
    return "" if cell is None else "".join(printable(cell.raw).split())


def _checks(statement: Statement) -> str:
    held = sum(c.holds for c in statement.checks)
    return f"{held} of {len(statement.checks)} totals add up" if statement.checks else "no totals to check"


def _failed(check: Check, statement: Statement) -> str:
    row = next(r for r in statement.rows if any(c.id == check.total for c in r.cells))
    return f"{row.label}: {check.stated} is printed, its parts make {check.computed}"


def _links(record: ReleaseRecord) -> str:
    relations = Counter(
        "no cell" if link.relation == "none" else "disagree" if link.relation == "disagrees" else "tied"
        for link in record.links
    )
    return (
        f"{len(record.links)} figures in the prose: {relations['tied']} tied to cells, "
        f"{relations['no cell']} without a cell, {relations['disagree']} that disagree"
    )
