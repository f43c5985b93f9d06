"""A statement as a table of the early 2000s: cells for the "$", the digits and the ")" of one value."""

from collections.abc import Callable
from dataclasses import dataclass

from release_parts import Printed, captions, head_rows, printed
from release_source import Row, Statement


@dataclass(frozen=True, slots=True)
class Style:
    """`text` makes the markup of a cell's words. Without `dollar_cells` the "$" stands beside its digits."""

    text: Callable[[str], str]
    head_cells: bool
    dollar_cells: bool
    rules: bool


_SPACER = "<TD>&nbsp;</TD>"


def statement_lines(statement: Statement, style: Style) -> list[str]:
    return [
        *(f'<P ALIGN="CENTER"><B>{style.text(text)}</B></P>' for text in captions(statement)),
        '<TABLE BORDER="0" CELLPADDING="0" CELLSPACING="0" WIDTH="100%">',
        *(_cells_of_heads(statement, style) if style.head_cells else _lines_of_heads(statement, style)),
        *(line for row in statement.rows for line in _row(row, statement, style)),
        "</TABLE>",
        *(f"<P>{style.text(note)}</P>" for note in statement.notes),
    ]


def _head_row(texts: list[tuple[str, int]], style: Style) -> str:
    """A value takes three cells and a spacer before them; the spacer of a span's first column is not the span's."""
    cells = []
    for markup, span in texts:
        width = 3 + 4 * (span - 1)
        rule = '<HR SIZE="1" NOSHADE>' if style.rules and markup.strip("&nbsp;") else ""
        cells.append(f'{_SPACER}<TD COLSPAN="{width}" ALIGN="CENTER" VALIGN="BOTTOM" NOWRAP>{markup}{rule}</TD>')
    return "<TR>" + _SPACER + "".join(cells) + "</TR>"


def _lines_of_heads(statement: Statement, style: Style) -> list[str]:
    rows = [row for row in head_rows(statement) if any(text for text, _ in row)]
    return [_head_row([(_bold(text, style), span) for text, span in row], style) for row in rows]


def _cells_of_heads(statement: Statement, style: Style) -> list[str]:
    spans = [("<BR>".join(_bold(line, style) for line in head.span), len(head.columns)) for head in statement.heads]
    columns = [("<BR>".join(_bold(t, style) for t in column), 1) for head in statement.heads for column in head.columns]
    return [_head_row(row, style) for row in (spans, columns) if any(text for text, _ in row)]


def _bold(text: str, style: Style) -> str:
    return f"<B>{style.text(text)}</B>" if text else "&nbsp;"


def _row(row: Row, statement: Statement, style: Style) -> list[str]:
    label = "&nbsp;" * (2 + 3 * row.indent) + style.text(row.label)
    count = len(row.values)
    cells = "".join(_value(printed(value, row, statement), style) for value in row.values)
    lines = [f'<TR VALIGN="BOTTOM"><TD ALIGN="LEFT">{label}</TD>{cells}</TR>']
    if row.is_total and style.rules:
        lines.insert(0, _rule(1, count))
        lines += [_rule(3, count)] if row.has_dollars else []
    return lines


def _value(value: Printed, style: Style) -> str:
    close = f'<TD NOWRAP ALIGN="LEFT">{style.text(value.close) if value.close else "&nbsp;"}</TD>'
    if style.dollar_cells:
        dollar = style.text(value.dollar) if value.dollar else "&nbsp;"
        pieces = f'<TD ALIGN="RIGHT">{dollar}</TD><TD ALIGN="RIGHT" NOWRAP>{style.text(value.number)}</TD>'
    else:
        pieces = f'<TD COLSPAN="2" ALIGN="RIGHT" NOWRAP>{style.text(value.dollar + value.number)}</TD>'
    return _SPACER + pieces + close


def _rule(size: int, count: int) -> str:
    cells = f'{_SPACER}<TD COLSPAN="2"><HR SIZE="{size}" NOSHADE></TD>{_SPACER}'
    return f"<TR>{_SPACER}{cells * count}</TR>"
