"""A statement in columns of a fixed pitch."""

from dataclasses import dataclass
from textwrap import wrap

from release_parts import captions, head_rows, printed
from release_source import Row, Statement

_GAP = 3
_LABEL_MIN, _LABEL_MAX = 18, 44


@dataclass(frozen=True, slots=True)
class Style:
    """`tagged` puts in the tags that EDGAR wanted around a table of an ASCII exhibit."""

    width: int
    indent: int
    leaders: bool
    dollar_apart: bool
    rules: bool
    tagged: bool


def statement_lines(statement: Statement, style: Style) -> list[str]:
    label, column = _widths(statement, style)
    count = sum(len(head.columns) for head in statement.heads)
    width = label + count * column
    heads = [_head_line(row, label, column) for row in head_rows(statement)]
    lines = [*(text.center(width).rstrip() for text in captions(statement)), ""]
    if style.tagged:
        marks = "<S>".ljust(label) + "".join("<C>".rjust(column - 1) + " " for _ in range(count))
        lines = ["<TABLE>", "<CAPTION>", *lines, *heads, marks.rstrip()]
    else:
        lines += [*heads, ""]
    for row in statement.rows:
        found = _row_lines(row, statement, style, label, column)
        lines += found if lines[-1] or found[0] else found[1:]
    lines += ["</TABLE>"] if style.tagged else []
    for note in statement.notes:
        lines += ["", *wrap(note, style.width, break_long_words=False, break_on_hyphens=False)]
    return lines


def _cell(text: tuple[str, str, str], number_width: int, style: Style) -> str:
    dollar, number, close = text
    if style.dollar_apart:
        return f"{dollar or ' '} {number.rjust(number_width)}{close or ' '}"
    return dollar + number + (close or " ")


def _number_width(statement: Statement) -> int:
    numbers = [printed(value, row, statement).number for row in statement.rows for value in row.values]
    return max(map(len, numbers), default=1)


def _widths(statement: Statement, style: Style) -> tuple[int, int]:
    """Of the labels and of one column, its gap included."""
    columns = [line for head in statement.heads for column in head.columns for line in column]
    spans = [-(-len(line) // len(head.columns)) for head in statement.heads for line in head.span]
    wanted = max(_number_width(statement) + 3, *(len(line) + 1 for line in columns), *spans, 0) + _GAP
    left = style.width - wanted * sum(len(head.columns) for head in statement.heads)
    return max(_LABEL_MIN, min(_LABEL_MAX, left)), wanted


def _head_line(row: tuple[tuple[str, int], ...], label: int, column: int) -> str:
    line = " " * label
    for text, span in row:
        area = span * column - _GAP
        line += " " * _GAP + (text.center(area) if span > 1 else text.rjust(area - 1) + " ")
    return line.rstrip()


def _row_lines(row: Row, statement: Statement, style: Style, label: int, column: int) -> list[str]:
    start = " " * (style.indent + 2 * row.indent)
    room = max(12, label - len(start) - 2)
    pieces = wrap(row.label, room, break_long_words=False, break_on_hyphens=False)
    names = [start + pieces[0], *(f"{start} {piece}" for piece in pieces[1:])]
    if not row.values:
        return ["", *names] if row.indent == 0 else names
    last = names.pop()
    if style.leaders and len(last) < label - 2:
        last = f"{last} ".ljust(label, ".")
    width = _number_width(statement)
    texts = [printed(value, row, statement) for value in row.values]
    cells = [_cell((t.dollar, t.number, t.close), width, style).rjust(column) for t in texts]
    lines = [*names, (last.ljust(label) + "".join(cells)).rstrip()]
    if row.is_total and style.rules:
        lines.insert(0, _rule("-", label, column, len(cells)))
        lines += [_rule("=", label, column, len(cells))] if row.has_dollars else [""]
    return lines


def _rule(sign: str, label: int, column: int, count: int) -> str:
    return (" " * label + (" " * _GAP + sign * (column - _GAP - 1) + " ") * count).rstrip()
