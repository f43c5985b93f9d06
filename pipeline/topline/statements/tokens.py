"""Lines of a region, the figures and the segments on them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from topline.readers import TableRegion
from topline.readers.lines import Line, split_lines
from topline.statements.figures import DASH, FIGURE, NOTES, OPENINGS, SPACED
from topline.statements.numerals import ENGLISH, Numerals
from topline.statements.parts import NOTE_NUMBER, Mark, Segment
from topline.statements.unread import find_unread
from topline.vocab import CURRENCY_SIGN

__all__ = ["find_marks", "find_ranges", "find_segments", "has_digits", "region_lines"]

_BOUND = rf"(?:{CURRENCY_SIGN}|\(){{0,2}}\.?\d[\d,.]{{0,20}}[)%]{{0,2}}"
_RANGE = re.compile(rf"(?<![^\s.]){_BOUND}(?:[ ](?:-|–|—|to)[ ]|[-–—]){_BOUND}(?![^\s])")
_TO = re.compile(rf"[\d)%][ ]?(?:[-–—]|to[ ])[ ]?[{OPENINGS}.\d]")
_HYPHEN = re.compile(r"[-–—]")
_DIGIT = re.compile(r"\d")
_SEGMENT = re.compile(r"\S+(?:[ ]\S+)*")
_RULE_PART = re.compile(r"[^\s]+")
_LEADER = re.compile(r"\.[. ]*\.$")
# A title or a note that Markdown sets as a heading, bold or slanted: "**Balance Sheets**", "## Balance Sheets".
_SET_APART = re.compile(r"(\s*+)(\*{1,3}|_{1,3})(?=\S)([^*_]*[^*_\s])\2|(\s*+)(#{1,6})( .*)")
_TAB = 8
_MOST_DIGITS = 24
# What stands right before a figure that touches it, when it is the end of a label: "(loss)", "income", "costs(1)".
_WORDS_END = re.compile(r"[^\s\d]*(?:\(\d{1,2}\))?$")
_LONGEST_WORD = 30


def region_lines(source: str, region: TableRegion) -> Iterator[Line]:
    """The lines of a region with their places in the source."""
    for line in split_lines(source[region.start : region.end]):
        text = _plain(line.text) if "*" in line.text or "_" in line.text or "#" in line.text else line.text
        yield line._replace(start=line.start + region.start, end=line.end + region.start, text=text)


def _plain(text: str) -> str:
    """Without the marks of a heading around it, in as many characters."""
    found = _SET_APART.fullmatch(text)
    if found is None:
        return text
    lead, mark, words = (found[1], found[2], found[3]) if found[2] else (found[4], found[5], found[6])
    return f"{lead}{' ' * len(mark)}{words}".ljust(len(text))


def find_marks(line: Line, numerals: Numerals = ENGLISH, columns: Sequence[int] | None = None) -> tuple[Mark, ...]:
    """Figures and dashes of a line that could be cells, from left to right, their digits in English marks.

    `columns` are those of the page for its characters, where stops of eight do not tell them.
    """
    found = _figures(line.text, numerals)
    if not found and not _DIGIT.search(line.text):
        return ()
    page = _Page(line.text, columns)
    found = _clear_of(find_ranges(line.text), found)
    marks = [_mark(line, match, page, numerals, gap=gap) for match, gap in _in_row(line.text, found)]
    if unread := _left(line.text, [(mark.start - line.start, mark.end - line.start) for mark in marks]):
        marks = sorted([*marks, *(_unread(line, match, page) for match in unread)], key=lambda mark: mark.start)
    return tuple(marks[1:] if _labels_row(line, marks) else marks)


def _figures(text: str, numerals: Numerals) -> Sequence[re.Match[str]]:
    figure = SPACED if numerals.spaced else FIGURE
    # Most lines are words.
    figures = figure.finditer(text) if _DIGIT.search(text) else ()
    found = [*figures, *(DASH.finditer(text) if _HYPHEN.search(text) else ())]
    return sorted(found, key=re.Match.start)


def _clear_of(places: Sequence[tuple[int, int]], found: Sequence[re.Match[str]]) -> Sequence[re.Match[str]]:
    """Those that overlap none of the places, which are in order."""
    ends = [end for _, end in places]
    after = ((m, bisect_right(ends, m.start())) for m in found)
    return [m for m, i in after if i == len(ends) or places[i][0] >= m.end()] if places else found


def _left(text: str, taken: Sequence[tuple[int, int]]) -> Sequence[re.Match[str]]:
    """What could not be read; most lines have no digits but those of their figures."""
    return _clear_of(taken, find_unread(text)) if has_digits(text, taken) else []


def has_digits(text: str, taken: Sequence[tuple[int, int]], start: int = 0) -> bool:
    """Whether digits stand behind `start` and outside of the places, which are in order."""
    ends, starts = [start, *(max(b, start) for _, b in taken)], [*(a for a, _ in taken), len(text)]
    return any(_DIGIT.search(text, a, b) for a, b in zip(ends, starts, strict=True))


def _in_row(text: str, found: Sequence[re.Match[str]]) -> Iterator[tuple[re.Match[str], str]]:
    """The figures that do not overlap, each with what stands between it and the one before it."""
    at: int | None = None
    for match in found:
        start = match.start()
        if at is not None and start < at:
            continue
        gap = "x" if at is None else text[at:start]
        if _touches_digits(text, start) and not NOTES.fullmatch(gap):
            continue
        yield match, gap
        at = match.end()


def _touches_digits(text: str, start: int) -> bool:
    """Right behind something with digits that is no figure, as in "$(15,O20)$(2,775)": no figure of its own."""
    if not start or text[start - 1].isspace() or text[start] not in OPENINGS:
        return False
    word = text[max(start - _LONGEST_WORD, 0) : start].split()[-1]
    return _WORDS_END.fullmatch(word) is None or word[-1] in "-–—"


def _labels_row(line: Line, marks: Sequence[Mark]) -> bool:
    """A year that begins a row of amounts is its label: "1996      $2,100,000"."""
    first = marks[0] if marks else None
    if first is None or not first.year or line.text[: first.start - line.start].strip():
        return False
    return len(marks) > 1 and not any(mark.year for mark in marks[1:])


def find_ranges(text: str) -> list[tuple[int, int]]:
    """Places of "$0.20 to $0.22" and "44% - 45%": a cell holds one value."""
    return [match.span() for match in _RANGE.finditer(text)] if _TO.search(text) else []


def find_segments(text: str, *, rule: bool = False, columns: Sequence[int] | None = None) -> tuple[Segment, ...]:
    """Words parted by single blanks, with their places on the page; a blank parts the pieces of a `rule`."""
    page = _Page(text, columns)
    pieces = (_RULE_PART if rule else _SEGMENT).finditer(text)
    return tuple(Segment(m.group(), page.column(m.start()), page.column(m.end())) for m in pieces)


def _mark(line: Line, match: re.Match[str], page: "_Page", numerals: Numerals, *, gap: str) -> Mark:
    """`gap` is what stands between the figure and the one before it."""
    groups = match.groupdict()
    digits = groups.get("digits") or ""
    name = "digits" if digits else "dash"
    opened, closed = bool(groups.get("open")), bool(groups.get("close") or groups.get("closed"))
    reading = numerals.read(digits)
    raw = match.group().lstrip()
    return Mark(
        start=line.start + match.end() - len(raw),
        end=line.start + match.end(),
        left=page.column(match.start(name)),
        right=page.column(match.end(name)),
        raw=raw,
        digits=reading.digits,
        negative=bool(digits) and (opened or bool(groups.get("minus"))),
        percent=bool(groups.get("percent") or groups.get("percent_after")),
        strong=bool(NOTES.fullmatch(gap)) or _stands_apart(line.text, match.start()),
        sound=opened == closed
        and len(digits) <= _MOST_DIGITS
        and (not digits or reading.sound)
        and not ("¢" in raw and "$" in raw),
        certain=reading.certain,
        note=gap in {"", " "} and bool(NOTE_NUMBER.fullmatch(raw)),
    )


def _unread(line: Line, match: re.Match[str], page: "_Page") -> Mark:
    start, end = match.span()
    return Mark(
        start=line.start + start,
        end=line.start + end,
        left=page.column(start),
        right=page.column(end),
        raw=match.group(),
        digits="",
        negative=False,
        percent=False,
        strong=True,
        sound=False,
    )


def _stands_apart(text: str, start: int) -> bool:
    before = text[max(start - 12, 0) : start]
    return not before.strip() or before.endswith(("  ", "\t")) or bool(_LEADER.search(before.rstrip()))


class _Page:
    """Columns of the page for the characters of a line: they differ only where it has tabs."""

    __slots__ = ("_columns",)

    def __init__(self, text: str, columns: Sequence[int] | None = None) -> None:
        self._columns = _expanded(text) if columns is None and "\t" in text else columns

    def column(self, at: int) -> int:
        return at if self._columns is None else self._columns[at]


def _expanded(text: str) -> list[int]:
    columns, column = [], 0
    for char in text:
        columns.append(column)
        column = column + _TAB - column % _TAB if char == "\t" else column + 1
    columns.append(column)
    return columns
