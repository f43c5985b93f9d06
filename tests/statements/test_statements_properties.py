"""What holds of all tables and of all text."""

from decimal import Decimal

import label_printer
import table_printer
from hypothesis import example, given, settings
from hypothesis import strategies as st
from statement_tables import BALANCE, LABELS, OPERATIONS, cells_hold, read

from topline.readers import read_source
from topline.statements import link_figures, read_statements

amounts = st.one_of(st.none(), st.integers(-9_999_999, 9_999_999))


def printed(amount: int | None) -> str:
    if amount is None:
        return "-- "
    text = f"{abs(amount):,}"
    return f"({text})" if amount < 0 else f"{text} "


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[tuple[str, list[int | None]]], list[int]]:
    """A table in the style of the wires, its rows and its years."""
    years = list(range(2004, 2004 - draw(st.integers(1, 4)), -1))
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=1, max_size=9, unique=True))
    rows = [(label, draw(st.lists(amounts, min_size=len(years), max_size=len(years)))) for label in labels]
    width, indent = draw(st.integers(14, 20)), draw(st.integers(0, 6))
    margin = indent + max(len(label) for label in labels) + 2
    dollars, leaders, blanks = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    lines = [" " * margin + "STATEMENTS OF OPERATIONS", " " * margin + "(in thousands)", ""]
    middle = margin + (width * len(years) - len("Years Ended June 30,")) // 2 + 4
    lines += [
        " " * max(middle, 18) + "Years Ended June 30,",
        " " * margin + "".join(f"{y} ".rjust(width) for y in years),
    ]
    for i, (label, figures) in enumerate(rows):
        start = (" " * indent + label).ljust(margin, "." if leaders else " ")
        cells = [("$" if dollars and i == 0 and f is not None else "") + printed(f) for f in figures]
        lines += [start + "".join(cell.rjust(width) for cell in cells), *([""] if blanks else [])]
    return "\n".join(lines) + "\n", rows, years


@settings(max_examples=150)
@given(tables())
def test_statements_properties_what_is_printed_is_read(
    table: tuple[str, list[tuple[str, list[int | None]]], list[int]],
) -> None:
    text, rows, years = table
    (statement,), problems = read(text)
    assert problems == []
    assert [row.label for row in statement.rows] == [label for label, _ in rows]
    for row, (_, figures) in zip(statement.rows, rows, strict=True):
        assert [Decimal(cell.value) for cell in row.cells] == [Decimal((f or 0) * 1000) for f in figures]
        assert [cell.nil for cell in row.cells] == [True if f is None else None for f in figures]
    assert [c.period and (c.period.start, c.period.end) for c in statement.columns] == [
        (f"{year - 1}-07-01", f"{year}-06-30") for year in years
    ]


pieces = st.sampled_from(
    ["STATEMENTS OF OPERATIONS", "BALANCE SHEETS", "(in thousands)", "Years Ended December 31,", "2003", "1999",
     "  ", "          ", "\n", "\n\n", "\t", "$", "(", ")", "--", "-", "1,234", "(5,678)", "12", "0.07", "%", "(1)",
     "Net loss", "Total", "Total assets", "ASSETS", "Operating expenses:", "<PAGE>", "----", "=====", "....", "\r\n",
     "\x00", "\x0c", "\u00a0", "é", "per share", "shares", "N/A", "and", "Three Months Ended", "June 30, 2003", "*",
     "1,2", "12,34", "€"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=400), st.lists(pieces, max_size=80).map("".join)))
@example("\x00\x00 2003  2002\nNet loss  1  2\n")
@example("STATEMENTS OF OPERATIONS\n  2003\nx" + "  9" * 45)
@example("  1,234\n" * 3)
def test_statements_properties_any_text(text: str) -> None:
    statements, problems = read(text)
    ids = [cell.id for s in statements for row in s.rows for cell in row.cells]
    assert len(ids) == len(set(ids))
    cells_hold(text, statements)
    for statement in statements:
        cells = {cell.id for row in statement.rows for cell in row.cells}
        assert all({check.total, *check.parts} <= cells for check in statement.checks)
    assert all(p.at is None or 0 <= p.at.start <= p.at.end <= len(text) for p in problems)
    assert link_figures([], statements) == []


@settings(max_examples=60)
@given(st.sampled_from([OPERATIONS, BALANCE]), st.integers(0, 2000), st.integers(0, 200))
def test_statements_properties_any_cut_of_a_table(table: str, start: int, length: int) -> None:
    text = table[:start] + table[start + length :]
    for statement in read(text)[0]:
        for row in statement.rows:
            assert all(text[cell.start : cell.end] == cell.raw for cell in row.cells)


@settings(max_examples=200)
@given(table_printer.tables())
def test_statements_properties_layouts_are_read(table: table_printer.Table) -> None:
    """Stacked heads, "$" apart, leaders, percentages, note marks, page ends, wrapped labels: all come back exactly."""
    (document,) = read_source(table.text, name="table.txt", input_format="text")
    statements, problems = read_statements(document.page, document.tables)
    assert problems == []
    rows = [(statement, row) for statement in statements for row in statement.rows]
    assert [row.label for _, row in rows] == [label for label, _ in table.rows]
    for (statement, row), (_, figures) in zip(rows, table.rows, strict=True):
        when = {c.id: c.period and (c.period.start, c.period.end) for c in statement.columns}
        assert [(when[cell.column], Decimal(cell.value)) for cell in row.cells if cell.unit != "pure"] == [
            (column.period, Decimal((figure or 0) * 1000))
            for column, figure in zip(table.columns, figures, strict=True)
            if not isinstance(figure, str)
        ]


@settings(max_examples=200)
@given(label_printer.labelled())
def test_statements_properties_labels_come_together(table: tuple[str, list[str]]) -> None:
    """Lines of a label are joined and headings are none of them, in capitals, title case and sentence case."""
    text, labels = table
    statements, _ = read(text)
    assert [row.label for statement in statements for row in statement.rows] == labels
