"""Prints random tables in the layouts of releases, for what is printed to be read back."""

from dataclasses import dataclass
from datetime import date, timedelta

import statement_tables
from hypothesis import strategies as st

LABELS = [
    *statement_tables.LABELS,
    "Cost of goods sold, including buying and occupancy",
    "Provision for doubtful accounts",
]
TITLES = ["                 HARWELL DIAGNOSTICS, INC.", "          CONSOLIDATED STATEMENTS OF OPERATIONS"]
SPANS = {3: "Three Months Ended", 6: "Six Months Ended", 9: "Nine Months Ended", 12: "Year Ended"}
WEEKS = {13: "Thirteen Weeks Ended", 26: "26 Weeks Ended", 14: "14 Weeks Ended"}
BLANK = ""
Amount = int | str | None
amounts: st.SearchStrategy[Amount] = st.one_of(
    st.none(), st.just(BLANK), st.integers(-9_999, 9_999), st.integers(-999_999, 999_999), st.integers(-99, 99)
)


@dataclass(frozen=True)
class Column:
    """What is printed over a column, from top to bottom, and the period that it stands for."""

    span: str
    day: str
    year: str
    period: tuple[str, str]


@dataclass(frozen=True)
class Layout:
    """How a table is set."""

    width: int
    shift: int
    margin: int
    wrap: int
    indent: int
    dollars: str
    nil: str
    minus: str
    leaders: bool
    gaps: bool
    percents: str
    notes: bool
    page: str
    rules: bool
    tags: bool


@dataclass(frozen=True)
class Table:
    """A printed table and what it says."""

    text: str
    rows: list[tuple[str, list[Amount]]]
    columns: list[Column]


@st.composite
def columns(draw: st.DrawFn) -> list[Column]:
    """One or two spans of time with two years each, in months of the calendar or in weeks."""
    weekly = draw(st.booleans())
    lengths = draw(st.lists(st.sampled_from(sorted(WEEKS if weekly else SPANS)), min_size=1, max_size=2, unique=True))
    year = draw(st.integers(1996, 2008))
    month = draw(st.sampled_from([3, 6, 9, 12]))
    found = []
    for length in lengths:
        for back in (0, 1):
            end = _month_end(year - back, month)
            end -= timedelta(days=(end.weekday() - 5) % 7 if weekly else 0)
            start = end - timedelta(days=7 * length - 1) if weekly else _months_before(end, length)
            span = WEEKS[length] if weekly else SPANS[length]
            day = f"{end:%B} {end.day},"
            found.append(Column(span, day, str(end.year), (start.isoformat(), end.isoformat())))
    return found


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _months_before(end: date, count: int) -> date:
    months = end.year * 12 + end.month - count
    return date(months // 12, months % 12 + 1, 1)


layouts = st.builds(
    Layout,
    width=st.integers(13, 20),
    shift=st.integers(-2, 1),
    margin=st.integers(2, 8),
    wrap=st.integers(24, 52),
    indent=st.integers(0, 5),
    dollars=st.sampled_from(["none", "tight", "apart"]),
    nil=st.sampled_from(["--", "-", "---", "-0-", "—"]),
    minus=st.sampled_from(["(", "( ", "-"]),
    leaders=st.booleans(),
    gaps=st.booleans(),
    percents=st.sampled_from(["none", "none", "all", "first"]),
    notes=st.booleans(),
    page=st.sampled_from(["none", "none", "number", "heads"]),
    rules=st.booleans(),
    tags=st.booleans(),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    over, layout = draw(columns()), draw(layouts)
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=2, max_size=9, unique=True))
    figures = st.lists(amounts, min_size=len(over), max_size=len(over))
    rows = [(label, draw(figures)) for label in labels]
    full: list[Amount] = [12_345 + n for n in range(len(over))]
    rows[0] = (rows[0][0], full)
    rows = [(label, full if all(figure == BLANK for figure in figures) else figures) for label, figures in rows]
    return Table(printed(rows, over, layout), rows, over)


def printed(rows: list[tuple[str, list[Amount]]], over: list[Column], layout: Layout) -> str:
    start = layout.indent + layout.wrap + layout.margin
    head = [*TITLES, " " * 20 + "(in thousands)", " " * 22 + "(unaudited)", "", *_heads(over, start, layout)]
    body: list[str] = []
    middle = len(rows) // 2 if len(rows) > 3 else 0
    for number, (label, figures) in enumerate(rows):
        if middle and number == middle and layout.page != "none":
            body += ["", " " * 36 + "- 4 -", "", *(["", *head] if layout.page == "heads" else [])]
        body += [*_row(label, figures, number, start, layout), *([""] if layout.gaps else [])]
    tagged = ["<TABLE>", "<CAPTION>"] if layout.tags else []
    return "\n".join([*tagged, *head, *body, *(["</TABLE>"] if layout.tags else [])]) + "\n"


def _heads(over: list[Column], start: int, layout: Layout) -> list[str]:
    """Spans centred over their columns, then days, then years; percentages have a head of their own."""
    cell = layout.width + (8 if layout.percents != "none" else 0)
    spans = list(dict.fromkeys(column.span for column in over))
    line = " " * start
    for span in spans:
        count = sum(column.span == span for column in over)
        line += span.center(cell * count)
    lines = [line.rstrip()]
    for words in ([c.day for c in over], [c.year for c in over]):
        edge = layout.width - 1 + layout.shift
        parts = [word.rjust(edge) + " " * (cell - edge) for word in words]
        lines.append((" " * start + "".join(parts)).rstrip())
    if layout.percents != "none":
        years = [column.year.rjust(layout.width - 1) + "%".rjust(cell - layout.width + 1) for column in over]
        lines[-1] = (" " * start + "".join(years)).rstrip()
    if layout.rules:
        lines.append(" " * start + "".join(("-" * (layout.width - 4)).rjust(layout.width).ljust(cell) for _ in over))
    return lines


def _row(label: str, figures: list[Amount], number: int, start: int, layout: Layout) -> list[str]:
    lines = _wrapped(label, layout.wrap)
    filled = [(" " * (layout.indent + (2 if n else 0)) + text) for n, text in enumerate(lines)]
    last = filled[-1] + " "
    last = last.ljust(start - 2, ".") + "  " if layout.leaders else last.ljust(start)
    cells = "".join(_cell(figure, number, column, layout) for column, figure in enumerate(figures))
    return [*filled[:-1], (last + cells).rstrip()]


def _wrapped(label: str, width: int) -> list[str]:
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width - 2:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _cell(figure: Amount, row: int, column: int, layout: Layout) -> str:
    if isinstance(figure, str):
        text = figure
    elif figure is None:
        text = layout.nil + " "
    elif figure < 0:
        text = f"-{-figure:,} " if layout.minus == "-" else f"{layout.minus}{-figure:,})"
    else:
        text = f"{figure:,} "
    if layout.dollars == "tight" and row == 0:
        text = "$" + text
    room = layout.width
    cell = ("$" + text.rjust(room - 4)).rjust(room) if layout.dollars == "apart" and row == 0 else text.rjust(room)
    if layout.notes and layout.width > 16 and row == 1 and isinstance(figure, int):
        cell = f"{cell.rstrip()} ({column + 1})".ljust(room)
        cell = cell[len(cell) - room :] if cell.startswith("    ") else cell
    if layout.percents != "none":
        sign = "%" if layout.percents == "all" or row == 0 else " "
        cell += f"{(row * 7 + column) % 90 + 1.5}{sign}".rjust(8)
    return cell
