"""A region into its statements: a new title or new column heads over rows begin a new one."""

from collections.abc import Sequence

from topline.statements.caption import is_annotation, names_statement
from topline.statements.dated_heading import dates_rows
from topline.statements.dates import is_date
from topline.statements.parts import COLUMNS_FROM, StatementDraft, TableLine
from topline.statements.title_lines import first_title, past_notes
from topline.statements.vocabulary import first_match

__all__ = ["split_statements"]

_HANG = 4


def split_statements(lines: Sequence[TableLine]) -> list[StatementDraft]:
    """Statements in order; lines before a title and after the last row belong to none."""
    rows = [i for i, line in enumerate(lines) if line.kind == "row"]
    drafts: list[StatementDraft] = []
    starts: list[tuple[int, int]] = []
    parts: set[int] = set()
    floor = 0
    for previous, row in zip([-1, *rows], rows, strict=False):
        head = _first_head(lines, previous + 1, row)
        if head is None and starts:
            head = next((i for i in range(previous + 1, row) if _dates_rows(lines[i], lines[row])), None)
            if head is None:
                continue
            parts.add(head)
        anchor = row if head is None else head
        first = first_title(lines, anchor, max(floor, previous + 1))
        starts.append((first, anchor))
        floor = row
    if not starts:
        return []
    ends = [first for first, _ in starts[1:]] + [len(lines)]
    for (first, anchor), end in zip(starts, ends, strict=True):
        drafts.append(_draft(lines, first, anchor, _last_row(lines, anchor, end)))
        drafts[-1].part = anchor in parts
    return drafts


def _first_head(lines: Sequence[TableLine], start: int, row: int) -> int | None:
    """The first column head, else the name of a statement, among the lines before a row."""
    heads = [i for i in range(start, row) if lines[i].kind == "head"]
    if heads:
        return _top(lines, heads[0], start)
    named = next((i + 1 for i in range(start, row) if lines[i].kind == "text" and _titles(lines[i])), None)
    if named is not None:
        return past_notes(lines, named, row)
    return next((i for i in range(start, row - 1) if _side_by_side(lines[i]) and _under_head(lines, i + 1, row)), None)


def _under_head(lines: Sequence[TableLine], at: int, row: int) -> bool:
    """A rule, or after blanks the heading that dates the rows, as stand under heads such as "Actual    Pro forma"."""
    first = next((i for i in range(at, row) if lines[i].kind != "blank"), at)
    return lines[at].kind == "rule" or _dates_rows(lines[first], lines[row])


def _top(lines: Sequence[TableLine], head: int, start: int) -> int:
    """Up over words such as "Cumulative" that stand over one of the columns, but not over titles and their notes."""
    left, right = lines[head].segments[0].left, lines[head].segments[-1].right
    while head > start and lines[head - 1].kind == "text" and len(lines[head - 1].segments) == 1:
        over = lines[head - 1].segments[0]
        if is_annotation(over.text) or first_match("title_words", over.text.lower()) is not None:
            break
        off = abs(over.left + over.right - left - right) / 2
        if off <= (right - left) / 4 or not (left - _HANG <= over.left and over.right <= right + _HANG):
            break
        head -= 1
    return head


def _dates_rows(line: TableLine, row: TableLine) -> bool:
    """A heading that gives the rows under it another time: "For the year ended June 30:", "At December 31:".

    Over a row "June 30, 2004" it begins the row's label.
    """
    return line.kind == "text" and dates_rows(line.text) and not (row.segments and is_date(row.segments[0].text))


def _titles(line: TableLine) -> bool:
    return len(line.segments) == 1 and names_statement(line.text)


def _last_row(lines: Sequence[TableLine], start: int, end: int) -> int:
    return next((i + 1 for i in range(end - 1, start - 1, -1) if lines[i].kind == "row"), start)


def _draft(lines: Sequence[TableLine], first: int, anchor: int, end: int) -> StatementDraft:
    """Titles up to the first column head, heads up to the last one before a row, then the body."""
    row = next((i for i in range(anchor, end) if lines[i].kind == "row"), end)
    heads = [i for i in range(anchor, row) if lines[i].kind == "head" or _side_by_side(lines[i])]
    start = heads[0] if heads and lines[heads[0]].kind != "head" else anchor
    while start > first and _side_by_side(lines[start - 1]):
        start -= 1
    last = _with_annotations(lines, heads[-1] + 1, row) if heads else anchor
    return StatementDraft(list(lines[first:start]), list(lines[start:last]), list(lines[last:end]))


def _side_by_side(line: TableLine) -> bool:
    """Words such as "As Restated" that stand side by side far from the labels."""
    return line.kind == "text" and len(line.segments) > 1 and all(s.left >= COLUMNS_FROM for s in line.segments)


def _with_annotations(lines: Sequence[TableLine], at: int, row: int) -> int:
    """Past rules and lines such as "(unaudited)" under the column heads; some take two lines."""
    end, inside = at, False
    while end < row and lines[end].kind == "rule":
        end += 1
    for i in range(end, row):
        line = lines[i]
        if line.kind == "text":
            if not inside and not all(is_annotation(s.text) for s in line.segments):
                break
            end, inside = i + 1, (inside or "(" in line.text) and ")" not in line.text
    return end
