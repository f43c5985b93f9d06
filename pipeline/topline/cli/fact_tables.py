"""Facts as a person reads them: a table a statement and length of time, a column a period, the latest first."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from textwrap import wrap
from typing import NamedTuple

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from topline.cli.fact_grid import Grid, grids
from topline.cli.words import printable, scale_words
from topline.exports import Companies, Named
from topline.records import Fact

__all__ = ["print_facts"]

_DERIVED, _DIFFERS = "*", "†"
_USUAL_LABEL, _LEAST_LABEL = 36, 28
# By how a note begins: what the dagger says.
_NOTES = {
    "earlier stated": "releases differ: the latest figure is shown",
    "restated: ": "releases differ: the latest figure is shown",
    "later stated": "restated since: a later release has another figure",
    "also stated": "stated otherwise elsewhere, and no date tells which is the later",
    "of figures that": "of figures that are stated otherwise elsewhere",
    "of two versions": "of two versions: one of the figures was stated a year later and may be reclassified",
    "printed as": "printed otherwise in another release",
}
# Of the gap one blank is the table's own border.
_MARGIN, _GAP, _INDENT = 2, 2, 2


class _Shown(NamedTuple):
    """A figure as it is written, and how."""

    text: str
    style: str = ""


def print_facts(facts: Sequence[Fact], console: Console, *, among: Sequence[Fact]) -> None:
    """Tables by company of some facts `among` all.

    A figure that is not printed has a star, one on which releases differ a dagger.
    """
    companies = Companies(map(_company, among))
    every = _by_company(among, companies)
    for company, members in _by_company(facts, companies).items():
        console.print(Text(_heading(every[company]), style="bold"), soft_wrap=True)
        for line in _releases(members):
            console.print(Text(f"  {line}", style="dim"), soft_wrap=True)
        console.print()
        for grid in grids(members, every[company]):
            _print_grid(grid, console)


def _by_company(facts: Iterable[Fact], companies: Companies) -> dict[tuple[str, str], list[Fact]]:
    groups: dict[tuple[str, str], list[Fact]] = {}
    for fact in facts:
        groups.setdefault(companies.key(_company(fact)), []).append(fact)
    return groups


def _company(fact: Fact) -> Named:
    return Named(fact.company, fact.cik, f"{fact.source} {fact.exhibit or ''}")


def _heading(facts: Sequence[Fact]) -> str:
    """The company's latest name and what else it goes by."""
    latest = max(facts, key=lambda f: f.released_on or "")
    cik = next((f.cik for f in facts if f.cik), None)
    ids = ", ".join(filter(None, (latest.ticker, f"CIK {cik}" if cik else None)))
    return printable(f"{latest.company or 'Unknown company'}{f' ({ids})' if ids else ''}")


def _releases(facts: Iterable[Fact]) -> list[str]:
    found = {(f.released_on or "unknown date", f.source, f.exhibit or "") for f in facts}
    return [printable(f"release of {day}  {source}  {exhibit}") for day, source, exhibit in sorted(found, reverse=True)]


def _print_grid(grid: Grid, console: Console) -> None:
    scale = min((f.scale for line in grid.lines for f in line.cells.values()), default=1)
    title = printable(", ".join(filter(None, (grid.title, _measure(scale, grid.currency)))))
    figures = [{column: _shown(fact, scale) for column, fact in line.cells.items()} for line in grid.lines]
    widths = [
        max(*(len(part) for part in head.split("\n")), *(len(row[column].text) for row in figures if column in row))
        + _GAP
        for column, head in enumerate(grid.heads)
    ]
    width = max(console.width - _MARGIN, 2 * _LEAST_LABEL)
    spare = width - sum(widths)
    label = min(
        max(len(line.label) for line in grid.lines) + _GAP + _INDENT, spare if spare >= _LEAST_LABEL else _USUAL_LABEL
    )
    for number, columns in enumerate(_pages(widths, width - label)):
        console.print(Text(f"  {title}{' (continued)' if number else ''}", style="bold"), soft_wrap=True)
        table = Padding(_table(grid, columns, figures, label), (0, 0, 0, _MARGIN), expand=False)
        _print_whole(table, console, width=_MARGIN + label + sum(widths[column] for column in columns))
        for note in _notes(grid, columns):
            for line in wrap(note, width, subsequent_indent="  "):
                console.print(Text(f"  {line}", style="dim"), soft_wrap=True)
        console.print()


def _measure(scale: int, currency: str) -> str:
    told = scale_words(scale)
    if not currency:
        return told
    return f"{told} of {currency}" if told else f"in {currency}"


def _print_whole(table: Padding, console: Console, *, width: int) -> None:
    """On a terminal that is too narrow the lines run over its edge: a figure without its last digits is a wrong one."""
    seen = console.width
    console.width = max(seen, width)
    console.print(table)
    console.width = seen


def _pages(widths: Sequence[int], room: int) -> list[list[int]]:
    """Columns that fit side by side, at least one."""
    pages: list[list[int]] = []
    left = 0
    for column, width in enumerate(widths):
        if not pages or width > left:
            pages.append([])
            left = room
        pages[-1].append(column)
        left -= width
    return pages


def _table(grid: Grid, columns: Sequence[int], figures: Sequence[dict[int, _Shown]], label: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, _GAP - 1, 0, 0), show_edge=False)
    table.add_column("", width=label - _GAP)
    for column in columns:
        table.add_column(
            Text("\n".join(printable(part) for part in grid.heads[column].split("\n"))), justify="right", no_wrap=True
        )
    section: str | None = None
    for line, row in zip(grid.lines, figures, strict=True):
        if not any(column in row for column in columns):
            continue
        if line.section and line.section != section:
            table.add_row(Text(printable(line.section.rstrip(":")), style="dim"))
        section = line.section
        name = Padding(Text(printable(line.label)), (0, 0, 0, _INDENT if section else 0))
        cells = [row.get(column, _Shown("")) for column in columns]
        table.add_row(name, *(Text(cell.text, style=cell.style) for cell in cells))
    return table


def _shown(fact: Fact, scale: int) -> _Shown:
    mark = _DERIVED if fact.derived_from else ""
    mark += _DIFFERS if fact.note else ""
    style = "cyan" if fact.derived_from else ""
    if fact.nil:
        return _Shown(f"— {mark or ' '}", style)
    if fact.unit == "pure":
        return _Shown(f"{printable(fact.raw or fact.value)} {mark or ' '}", style)
    value = Decimal(fact.value)
    if "/" in fact.unit:
        text = f"{abs(value):,.{max(2, len(fact.value.partition('.')[2]))}f}"
    else:
        text = _plain(abs(value) / scale, whole=fact.unit == "shares" and "." not in (fact.raw or ""))
    return _Shown(f"({text}){mark or ' '}" if value < 0 else f"{text} {mark or ' '}", style)


def _plain(value: Decimal, *, whole: bool) -> str:
    if whole or value == value.to_integral_value():
        return f"{value.quantize(Decimal(1), ROUND_HALF_UP):,}"
    return f"{value:,f}"


def _notes(grid: Grid, columns: Sequence[int]) -> list[str]:
    facts = [f for line in grid.lines for column, f in line.cells.items() if column in columns]
    notes = []
    if any(f.derived_from for f in facts):
        how = "; ".join(dict.fromkeys(grid.origins[column] for column in columns if column in grid.origins))
        notes.append(f"{_DERIVED} not printed: {how or 'the difference of two printed figures'}")
    parts = [part for f in facts if f.note for part in f.note.split("; ")]
    told = [said for begin, said in _NOTES.items() if any(part.startswith(begin) for part in parts)]
    if told:
        notes.append(f"{_DIFFERS} {'; '.join(dict.fromkeys(told))} (`note` of CSV and JSON has the cells)")
    return notes
