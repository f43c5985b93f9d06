"""The rows of an HTML table as printed: spans resolved, "$" and ")" cells joined to their numbers."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from topline.readers.html_figures import FIGURE, GROUPED, NUMBER_BODY, OPENING, TAIL
from topline.readers.html_model import Cell, Flow, Line, Run, Table

__all__ = ["BULLET", "MARKER", "YEAR", "Piece", "is_figure_table", "is_marked", "pieces_of", "runs_of", "text_of"]

BULLET = re.compile(r"[•·▪◦‣●■○□➢➤✓\uf0a7\uf0b7\uf0d8]$")
MARKER = re.compile(
    r"(?:[*•·▪◦‣●■○□➢➤✓§→►▶⁃–—\uf0a7\uf0b7\uf0d8-]|--|o|[⁰¹²³⁴-⁹]{1,2}|\(?\d{1,2}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])$"
)
_NOTE = re.compile(r"(.*[\d)])\s+(\(\w\))$")
_NUMBER_OF_NOTE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
YEAR = re.compile(r"(?:19|20)\d\d$")
_NUMERIC = re.compile(r"[\d–—-]")
_MOST_COLUMNS = 400
_FEWEST_ROWS = 2
_FEWEST_FIGURES = 3


class Piece(NamedTuple):
    """Cells that are printed as one, over the columns from `first` to `last`; a figure has one line.

    `body` is how many characters of a figure come before what hangs over to the right: ")", "%", a note. The lines of
    a `whole` piece are not broken further.
    """

    first: int
    last: int
    lines: list[list[Run]]
    cells: list[Cell]
    text: str
    figure: bool = False
    body: int = 0
    whole: bool = False

    @property
    def width(self) -> int:
        return self.body or max((len(text_of(line)) for line in self.lines), default=0)


def text_of(runs: Sequence[Run]) -> str:
    return "".join(f" {r.text}" if r.apart and i else r.text for i, r in enumerate(runs))


def runs_of(flow: Flow) -> list[list[Run]]:
    """All lines of a cell, those of tables in it too."""
    found: list[list[Run]] = []
    for item in flow.items:
        if isinstance(item, Line):
            found.append(item.runs)
        elif isinstance(item, Table):
            found += [runs for row in item.rows for cell in row for runs in runs_of(cell.flow)]
    return found


def pieces_of(table: Table) -> list[list[Piece]]:
    """What each row prints, from left to right, blank cells left out."""
    taken: dict[int, int] = {}
    rows = []
    for row in table.rows:
        pieces: list[Piece] = []
        column = 0
        below: dict[int, int] = {}
        for cell in row:
            while taken.get(column, 0) > 0:
                column += 1
            last = min(column + cell.columns, _MOST_COLUMNS) - 1
            if lines := [_noted(line) for line in runs_of(cell.flow)]:
                pieces.append(_piece(min(column, last), last, lines, [cell]))
            if cell.rows > 1:
                below.update(dict.fromkeys(range(column, last + 1), cell.rows))
            column = last + 1
        taken = {c: n - 1 for c, n in {**taken, **below}.items() if n > 1}
        rows.append([_figure(piece) for piece in _joined(pieces)])
    return _lowered(rows) if is_figure_table(rows) else rows


def _lowered(rows: list[list[Piece]]) -> list[list[Piece]]:
    """Column heads that span rows stand on the last of them, as far as these are rows of heads."""
    heads = next((number for number, row in enumerate(rows) if _has_figures(row)), 0)
    for number, row in enumerate(rows[:heads]):
        for piece in [p for p in row if p.first and not p.figure and p.cells[0].rows > 1]:
            last = min(number + piece.cells[0].rows, heads) - 1
            if last > number:
                row.remove(piece)
                rows[last] = sorted([*rows[last], piece], key=lambda p: p.first)
    return rows


def _has_figures(row: Sequence[Piece]) -> bool:
    return any(p.figure and not YEAR.match(p.text) for p in row)


def _piece(first: int, last: int, lines: list[list[Run]], cells: list[Cell]) -> Piece:
    return Piece(first, last, lines, cells, " ".join(map(text_of, lines)))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Currency signs and opening brackets joined to the number after them, closing ones to the number before."""
    held: Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
        elif (
            OPENING.match(held.text) and FIGURE.match(f"{held.text}{piece.text}".replace(" ", "") + _missing(held))
        ) or (_is_tail(piece) and _is_number(held.text) and not _is_head(held, piece)):
            tail = _is_tail(piece) and not OPENING.match(held.text)
            runs = [*_flat(held.lines), *(r._replace(apart=False) for r in _flat(piece.lines))]
            held = _piece(held.first, held.last if tail else piece.last, [_noted(runs)], [*held.cells, *piece.cells])
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _noted(line: Sequence[Run]) -> list[Run]:
    """The mark of a note sticks to its number, as "2024(1)": apart from it, it would be a figure of its own."""
    found: list[Run] = []
    for run in line:
        marked = run.raised or (run.text[0] == "(" and _NOTE.match(f"0 {run.text}"))
        if marked and found and found[-1].text[-1] in "0123456789)":
            text = run.text.translate(_NUMBER_OF_NOTE)
            found.append(run._replace(text=_in_brackets(text), apart=False))
        elif run.text[-1] == ")" and len(run.text) == run.length and (match := _NOTE.match(run.text)):
            found.append(run._replace(text=match[1], length=len(match[1])))
            found.append(
                run._replace(text=match[2], source=run.source + match.start(2), length=len(match[2]), apart=False)
            )
        else:
            found.append(run)
    return found


def _in_brackets(text: str) -> str:
    """ "1" and "a,b" as marks of notes; what may be an ordinal, as "th", as it is."""
    marks = [mark.strip() for mark in text.split(",")]
    noted = all(mark.isdigit() or (len(mark) == 1 and mark.isalpha()) for mark in marks)
    return "".join(f"({mark})" for mark in marks) if noted else text


def _is_tail(piece: Piece) -> bool:
    raised = len(piece.lines) == 1 and all(run.raised for run in piece.lines[0])
    return raised or TAIL.match(piece.text) is not None


def _is_head(held: Piece, piece: Piece) -> bool:
    """A year beside "%" is the head of the column before one of percentages: "2023", "2022", "%"."""
    return "%" in piece.text and YEAR.match(held.text) is not None


def _missing(held: Piece) -> str:
    return ")" if held.text.endswith("(") else ""


def _is_number(text: str) -> bool:
    return any(c.isdigit() or c in "-–—" for c in text) and bool(FIGURE.match(f"{text})") or FIGURE.match(text))


def _flat(lines: Sequence[Sequence[Run]]) -> list[Run]:
    return [run._replace(apart=run.apart or i == 0 < n) for n, line in enumerate(lines) for i, run in enumerate(line)]


def _figure(piece: Piece) -> Piece:
    text = piece.text
    if len(text) > 40 or not _NUMERIC.search(text) or (not FIGURE.match(text) and not FIGURE.match(f"{text})")):
        return piece
    runs = _unparted(_flat(piece.lines))
    text = text_of(runs)
    body = NUMBER_BODY.match(re.sub(r"\s?(?:(?:\(\w\)){1,4}|\*+)$", "", text))
    return piece._replace(lines=[runs], text=text, figure=True, body=len(body[0]) if body else len(text))


def _unparted(runs: Sequence[Run]) -> list[Run]:
    """The runs of one figure. Blanks inside its number, on the page ones that do not break, do not part it."""
    found: list[Run] = []
    for run in runs:
        inside = found and run.apart and GROUPED.search(f"{found[-1].text[-1]} {run.text[0]}")
        text = GROUPED.sub("\u202f", run.text)
        found.append(run._replace(text=f"\u202f{text}" if inside else text, apart=run.apart and not found))
    return found


def is_figure_table(rows: Sequence[Sequence[Piece]]) -> bool:
    """Whether it prints figures in columns: at least three in two rows, years and list numbers not counted."""
    counts = [
        0 if is_marked(row) else sum(p.figure and not YEAR.match(p.text) and any(map(str.isdigit, p.text)) for p in row)
        for row in rows
    ]
    return sum(n > 0 for n in counts) >= _FEWEST_ROWS and sum(counts) >= _FEWEST_FIGURES


def is_marked(row: Sequence[Piece]) -> bool:
    """A bullet or a note: its sign in the first cell, words in the other one."""
    return len(row) == 2 and not row[1].figure and len(row[0].lines) == 1 and bool(MARKER.match(row[0].text))
