"""A table drawn as HTML of either era, in any style, has the cells that it has as text."""

from dataclasses import replace

import html_2000s_tables
import html_today_tables
import text_tables
from hypothesis import given, settings
from hypothesis import strategies as st
from release_source import Head, Row, Statement
from statement_tables import LABELS

from topline.extraction.tables import read_tables
from topline.readers import Document, read_source

LENGTHS = ["Three Months Ended", "Six Months Ended", "Nine Months Ended"]
numbers = st.decimals(-9_999_999, 9_999_999, places=0, allow_nan=False)
amounts = st.one_of(st.none(), numbers)
per_share = st.one_of(st.none(), st.decimals("-9.99", "9.99", places=2, allow_nan=False))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """Of one to two lengths of time and one to three years each, with or without lines for the sections."""
    years = [(str(year),) for year in range(2012, 2012 - draw(st.integers(1, 3)), -1)]
    lengths = draw(st.lists(st.sampled_from(LENGTHS), min_size=1, max_size=2, unique=True))
    two_lines = draw(st.booleans())
    heads = tuple(Head((n, "June 30,") if two_lines else (f"{n} June 30,",), tuple(years)) for n in lengths)
    count = len(years) * len(heads)
    rows = [
        Row(label, tuple(draw(numbers if c == 0 else amounts) for c in range(count)), has_dollars=i == 0)
        for i, label in enumerate(draw(st.lists(st.sampled_from(LABELS), min_size=3, max_size=9, unique=True)))
    ]
    figures = tuple(draw(st.lists(per_share, min_size=count, max_size=count)))
    rows.append(Row("Net income (loss) per share", figures, has_dollars=draw(st.booleans()), is_per_share=True))
    if draw(st.booleans()):
        rows.insert(1, Row("Operating expenses:"))
    titles = ("NORDVALE BIOSCIENCES, INC.", "CONDENSED STATEMENTS OF OPERATIONS")
    scale = "(in thousands, except per share data)"
    return Statement(
        titles, scale, heads, tuple(rows), draw(st.booleans()), nil=draw(st.sampled_from(["--", "—", "-"]))
    )


def words(text: str, weight: int = 400) -> str:
    return f'<span style="font-weight:{weight}">{text}</span>'


todays = st.builds(
    html_today_tables.Style,
    words=st.just(words),
    block=st.sampled_from(["p", "div"]),
    split=st.sampled_from(["three cells", "two cells", "one cell"]),
    spacers=st.booleans(),
    head_lines=st.booleans(),
    row_spans=st.booleans(),
    titles_inside=st.booleans(),
)
styles_2000s = st.builds(
    html_2000s_tables.Style,
    text=st.just(str),
    head_cells=st.booleans(),
    dollar_cells=st.booleans(),
    rules=st.booleans(),
)
TEXT = text_tables.Style(width=150, indent=2, leaders=False, dollar_apart=False, rules=False, tagged=True)


def facts(document: Document) -> list[tuple[object, ...]]:
    found, problems = read_tables(document)
    assert problems == []
    return [
        (
            s.kind, s.scale, s.currency,
            [(c.period, c.instant) for c in s.columns],
            [(r.label, r.section, r.concept, [(c.column, c.value, c.unit, c.nil) for c in r.cells]) for r in s.rows],
        )
        for s in found
    ]  # fmt: skip


def as_html(lines: list[str]) -> Document:
    return read_source("<html><body><p>Figures follow.</p>\n" + "\n".join(lines) + "</body></html>")[0]


def as_text(statement: Statement) -> Document:
    """With heads on one line: over narrow columns two lines of a typist leave open what they span."""
    heads = tuple(replace(head, span=(" ".join(head.span),)) for head in statement.heads)
    statement = replace(statement, heads=heads)
    return read_source("Figures follow.\n\n" + "\n".join(text_tables.statement_lines(statement, TEXT)) + "\n")[0]


@settings(max_examples=60)
@given(statements(), todays)
def test_statements_html_of_today_has_the_cells_of_text(statement: Statement, style: html_today_tables.Style) -> None:
    assert facts(as_html(html_today_tables.statement_lines(statement, style))) == facts(as_text(statement))


@settings(max_examples=60)
@given(statements(), styles_2000s)
def test_statements_html_of_the_2000s_has_the_cells_of_text(
    statement: Statement, style: html_2000s_tables.Style
) -> None:
    assert facts(as_html(html_2000s_tables.statement_lines(statement, style))) == facts(as_text(statement))


@settings(max_examples=60)
@given(statements(), todays)
def test_statements_html_has_the_cells_that_were_written(statement: Statement, style: html_today_tables.Style) -> None:
    (found,), problems = read_tables(as_html(html_today_tables.statement_lines(statement, style)))
    assert problems == []
    heads = [" ".join((*head.span, *column)) for head in statement.heads for column in head.columns]
    assert [column.label for column in found.columns] == heads
    written = [row for row in statement.rows if row.values]
    assert [row.label for row in found.rows] == [row.label for row in written]
    for row, want in zip(found.rows, written, strict=True):
        scale = 1 if want.is_per_share else 1000
        assert [float(cell.value) for cell in row.cells] == [float(value or 0) * scale for value in want.values]
        assert [cell.nil for cell in row.cells] == [True if value is None else None for value in want.values]
