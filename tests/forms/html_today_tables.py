"""A statement as a table of today: values split over cells, spacer columns, a row of widths, shaded rows."""

from dataclasses import dataclass
from typing import Literal, Protocol

from release_parts import Printed, captions, head_rows, printed
from release_source import Row, Statement

Split = Literal["three cells", "two cells", "one cell"]
_CELL = "padding:2px 1pt;vertical-align:bottom"


class Words(Protocol):
    """The markup of a cell's words, of a font weight."""

    def __call__(self, text: str, weight: int = 400) -> str: ...


@dataclass(frozen=True, slots=True)
class Style:
    """`split`: "$", number and ")" in cells of their own; "$" and number in one where there is no "$"; all in one.

    `head_lines` puts each line of a head into a row of its own. `row_spans` lets the cell beside the heads span them.
    `titles_inside`: titles and notes are rows of the table.
    """

    words: Words
    block: str
    split: Split
    spacers: bool
    head_lines: bool
    row_spans: bool
    titles_inside: bool

    @property
    def width(self) -> int:
        """Of a value, in columns of the grid, its spacer apart."""
        return {"three cells": 3, "two cells": 2, "one cell": 1}[self.split]


def statement_lines(statement: Statement, style: Style) -> list[str]:
    heads = [row for row in _heads(statement, style) if any(text for text, _ in row)]
    rows = [_head_row(row, i, len(heads), style) for i, row in enumerate(heads)]
    rows += [_row(row, number, statement, style) for number, row in enumerate(statement.rows)]
    titles = [style.words(text, 700) for text in captions(statement)]
    notes = [style.words(note) for note in statement.notes]
    opening = '<table style="border-collapse:collapse;display:inline-table;width:100%">'
    if style.titles_inside:
        over = [_whole_row(markup, statement, style, "text-align:center") for markup in titles]
        under = [_whole_row(markup, statement, style, "") for markup in notes]
        return [f"<div>{opening}", _widths(statement, style), *over, *rows, *under, "</table></div>"]
    over = [_block(markup, style, "text-align:center") for markup in titles]
    under = [_block(markup, style, "") for markup in notes]
    return [*over, f"<div>{opening}", _widths(statement, style), *rows, "</table></div>", *under]


def _block(markup: str, style: Style, css: str) -> str:
    return f'<{style.block} style="{css}">{markup}</{style.block}>'


def _count(statement: Statement, style: Style) -> int:
    return 1 + sum(len(head.columns) for head in statement.heads) * (style.width + style.spacers)


def _widths(statement: Statement, style: Style) -> str:
    return "<tr>" + '<td style="width:1.0%"></td>' * _count(statement, style) + "</tr>"


def _whole_row(markup: str, statement: Statement, style: Style, css: str) -> str:
    return f'<tr><td colspan="{_count(statement, style)}" style="{_CELL};{css}">{markup}</td></tr>'


def _spacer(style: Style) -> str:
    return '<td style="padding:0 1pt"></td>' if style.spacers else ""


def _heads(statement: Statement, style: Style) -> list[tuple[tuple[str, int], ...]]:
    if style.head_lines:
        return list(head_rows(statement))
    spans = tuple(("\n".join(head.span), len(head.columns)) for head in statement.heads)
    columns = tuple(("\n".join(column), 1) for head in statement.heads for column in head.columns)
    return [spans, columns]


def _head_row(heads: tuple[tuple[str, int], ...], number: int, count: int, style: Style) -> str:
    cells = []
    for text, span in heads:
        width = style.width * span + style.spacers * (span - 1)
        markup = "<br>".join(style.words(line, 700) for line in text.split("\n")) if text else ""
        css = f"{_CELL};text-align:center" + (";border-bottom:1pt solid #000000" if text else "")
        cells.append(f'{_spacer(style)}<td colspan="{width}" style="{css}">{markup}</td>')
    left = '<td style="padding:0 1pt"></td>'
    if style.row_spans and count > 1:
        left = f'<td rowspan="{count}" style="padding:0 1pt">&#160;</td>' if number == 0 else ""
    return f"<tr>{left}{''.join(cells)}</tr>"


def _row(row: Row, number: int, statement: Statement, style: Style) -> str:
    color = "#cceeff" if number % 2 else "#ffffff"
    label = (
        f'<td style="background-color:{color};padding:2px 1pt 2px {1 + 9 * row.indent}pt">{style.words(row.label)}</td>'
    )
    total = ";border-top:1pt solid #000000" if row.is_total else ""
    css = f"background-color:{color};padding:2px 0;text-align:right{total}"
    cells = [_spacer(style) + _value(printed(value, row, statement), css, style) for value in row.values]
    columns = sum(len(head.columns) for head in statement.heads)
    empty = f'{_spacer(style)}<td colspan="{style.width}" style="{css}">&#160;</td>' * (0 if cells else columns)
    return f"<tr>{label}{''.join(cells)}{empty}</tr>"


def _value(value: Printed, css: str, style: Style) -> str:
    if style.split == "one cell":
        return f'<td style="{css}">{style.words(str(value))}</td>'
    close = f'<td style="{css}">{style.words(value.close) if value.close else ""}</td>'
    if style.split == "two cells":
        return f'<td style="{css}">{style.words(value.dollar + value.number)}</td>{close}'
    if value.dollar:
        return (
            f'<td style="{css}">{style.words("$")}</td><td style="{css}">{style.words(value.number)}&#160;</td>{close}'
        )
    return f'<td colspan="2" style="{css}">{style.words(value.number)}&#160;</td>{close}'
