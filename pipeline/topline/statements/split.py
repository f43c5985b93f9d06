"""A region into its statements: a new title or new column heads over rows begin a new one."""

import re
from collections.abc import Sequence

from topline.statements.caption import is_annotation, names_statement
from topline.statements.parts import COLUMNS_FROM, StatementDraft, TableLine
from topline.statements.vocabulary import first_match, is_sentence, words
from topline.vocab import load_yaml

__all__ = ["split_statements"]

_NOT_TITLE = re.compile(
    r"^(?:SOURCE|CONTACT|NOTES?)\b|^[*/(]?\(?\d+\)|^[-\d\s]+$|^page \d|^[*/]|^[-–•o] |^see (?:accompanying )?notes",
    re.IGNORECASE,
)
_FORMS = [*load_yaml("wire.yaml")["company_forms"], *words("further_company_forms")]
_COMPANY = re.compile(rf" (?:{'|'.join(_FORMS)})\.$")
_CAPITALS = re.compile(r"[A-Z(&$]")
_LONGEST_TITLE = 110
_MOST_TITLE_LINES = 12
_MOST_BLANKS = 5
_MOST_WRAPPED = 4
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
            head = next((i for i in range(previous + 1, row) if _dates_rows(lines[i])), None)
            if head is None:
                continue
            parts.add(head)
        anchor = row if head is None else head
        first = _first_title(lines, anchor, max(floor, previous + 1))
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
        return named
    return next((i for i in range(start, row - 1) if _side_by_side(lines[i]) and lines[i + 1].kind == "rule"), None)


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


def _dates_rows(line: TableLine) -> bool:
    """A heading that gives the rows under it another time: "For the year ended June 30:", "At December 31:"."""
    text = " ".join(line.text.lower().split())
    return line.kind == "text" and first_match("dated_headings", text) is not None


def _titles(line: TableLine) -> bool:
    return len(line.segments) == 1 and names_statement(line.text)


def _first_title(lines: Sequence[TableLine], anchor: int, floor: int) -> int:
    """Walks up from the column heads over what looks like titles."""
    first, blanks, taken, i = anchor, 0, 0, anchor - 1
    while i >= floor and blanks <= _MOST_BLANKS and taken < _MOST_TITLE_LINES:
        if lines[i].kind == "blank":
            blanks += 1
        elif lines[i].kind not in {"tag", "rule"}:
            begin = _begin_of(lines, i, floor)
            text = " ".join(" ".join(line.text for line in lines[begin : i + 1]).split())
            if not _is_title(text, lines[begin], near=blanks == 0 and taken > 0):
                break
            first, blanks, taken, i = begin, 0, taken + 1, begin
        i -= 1
    return first


def _begin_of(lines: Sequence[TableLine], at: int, floor: int) -> int:
    """Of a line that closes a parenthesis the line that opened it: "(in thousands, except / per share data)"."""
    open_ones = lines[at].text.count(")") - lines[at].text.count("(")
    for i in range(at - 1, max(floor, at - _MOST_WRAPPED) - 1, -1):
        if open_ones <= 0 or lines[i].kind != "text":
            break
        open_ones += lines[i].text.count(")") - lines[i].text.count("(")
        if open_ones <= 0:
            return i
    return at


def _is_title(text: str, line: TableLine, *, near: bool) -> bool:
    if len(text) > _LONGEST_TITLE or _NOT_TITLE.search(text) or (is_sentence(text) and not _is_name(text)):
        return False
    if is_annotation(text) or text.isupper() or text.startswith("("):
        return True
    before, bracket, _ = text.partition("(")
    if names_statement(before) or (bracket and first_match("scales", text.lower())):
        return True
    if first_match("title_words", text.lower()) or first_match("scales", text.lower()):
        return _capital_share(text) >= 0.5 or line.indent >= 6
    return (line.indent >= 6 or near) and _capital_share(text) >= 0.6


def _is_name(text: str) -> bool:
    """Ends in the legal form of a company, whose stop ends no sentence."""
    return _COMPANY.search(text) is not None


def _capital_share(text: str) -> float:
    long = [word for word in text.split() if len(word) > 3 and not word.strip(",.").isdigit()]
    return sum(bool(_CAPITALS.match(word)) for word in long) / len(long) if long else 1.0


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
