"""Lines of a region, the figures and the segments on them."""

import re
from collections.abc import Iterator, Sequence

from topline.readers import TableRegion
from topline.readers.lines import Line, split_lines
from topline.statements.currencies import SIGN, SIGN_APART
from topline.statements.numerals import ENGLISH, GROUPS, Numerals
from topline.statements.parts import Mark, Segment

__all__ = ["find_marks", "find_ranges", "find_segments", "region_lines"]

_GROUP = rf"[{GROUPS}](?=\d{{3}}(?!\d))"
_NOTE = r"(?:\([A-Za-z\d]{1,2}\)|\[[A-Za-z\d]{1,2}\]|/\(?[A-Za-z\d]{1,2}\)?/)"
_AFTER = rf"(?=[ \t]{{2}}|[ \t]*$|\t|[ ](?:{SIGN}|[(\d.])|[ ]-{{1,5}}(?:[\d ]|$)|[ ]?{_NOTE}{{1,4}}(?:[ ]|$)|[ ]?\*)"
# How a figure begins: told first, because most places of a line are blanks and letters.
_BEGINS = r"(?=[^\sa-z])"
# "$000" is a scale, "2023 EUR" a head, "31.12.2023" a day.
_PATTERN = (
    rf"(?<![^\s.]){_BEGINS}(?:{SIGN_APART}[ \t]{{0,24}}|{SIGN}[ ]?)?(?P<open>\([ \t]{{0,12}})?(?:{SIGN}[ \t]{{0,12}})?"
    rf"(?P<minus>[-–\u2212]\u202f?(?:{SIGN})?(?=[\d.,]))?"
    rf"(?!0{{3}}(?!\d)|(?:19|20)\d\d[ ]?(?!\$){SIGN}|\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d)"
    r"(?P<digits>[.,]?\d(?:(?:[\d,.]|%s){0,38}\d)?)"
    r"(?P<percent>[ ]?%%)?(?P<close>[ \t]{0,2}\))?(?P<percent_after>[ ]?%%)?"
    rf"(?:[ ]?(?!\$){SIGN}(?=[ \t]{{2}}|[ \t]*$|\)))?(?P<closed>(?<!\))\))?" + _AFTER
)
_FIGURE = re.compile(_PATTERN % _GROUP)
_SPACED = re.compile(_PATTERN % rf"{_GROUP}|[ ](?=\d{{3}}(?!\d))")
_DASH = re.compile(
    rf"(?<![^\s.])(?=[ ]?[^\s\da-z])(?:{SIGN_APART}[ \t]{{0,24}}|{SIGN}[ ]?)?(?:\((?=[-–—]+\)))?[ ]?"
    r"(?P<dash>-0-|-{1,5}|[–—])\)?%?" + _AFTER
)
_BOUND = r"[$(]{0,2}\.?\d[\d,.]{0,20}[)%]{0,2}"
_RANGE = re.compile(rf"(?<![^\s.]){_BOUND}(?:[ ](?:-|–|—|to)[ ]|[-–—]){_BOUND}(?![^\s])")
_TO = re.compile(r"[\d)%][ ]?(?:[-–—]|to[ ])[ ]?[$(.\d]")
_HYPHEN = re.compile(r"[-–—]")
_NOTE_NUMBER = re.compile(r"\(\d{1,2}\)")
_SEGMENT = re.compile(r"\S+(?:[ ]\S+)*")
_RULE_PART = re.compile(r"[^\s]+")
_LEADER = re.compile(r"\.[. ]*\.$")
_TAB = 8
_MOST_DIGITS = 24


def region_lines(source: str, region: TableRegion) -> Iterator[Line]:
    """The lines of a region with their places in the source."""
    for line in split_lines(source[region.start : region.end]):
        yield line._replace(start=line.start + region.start, end=line.end + region.start)


def find_marks(line: Line, numerals: Numerals = ENGLISH) -> tuple[Mark, ...]:
    """Figures and dashes of a line that could be cells, from left to right, their digits in English marks."""
    page = _Page(line.text)
    figure = _SPACED if numerals.spaced else _FIGURE
    found = [*figure.finditer(line.text), *(_DASH.finditer(line.text) if _HYPHEN.search(line.text) else ())]
    found.sort(key=re.Match.start)
    ranges = find_ranges(line.text)
    if ranges:
        found = [m for m in found if not any(m.start() < b and a < m.end() for a, b in ranges)]
    marks: list[Mark] = []
    at = 0
    for match in found:
        if match.start() < at:
            continue
        gap = line.text[at : match.start()] if marks else "x"
        marks.append(_mark(line, match, page, numerals, gap=gap))
        at = match.end()
    return tuple(marks[1:] if _labels_row(line, marks) else marks)


def _labels_row(line: Line, marks: Sequence[Mark]) -> bool:
    """A year that begins a row of amounts is its label: "1996      $2,100,000"."""
    first = marks[0] if marks else None
    if first is None or not first.year or line.text[: first.start - line.start].strip():
        return False
    return len(marks) > 1 and not any(mark.year for mark in marks[1:])


def find_ranges(text: str) -> list[tuple[int, int]]:
    """Places of "$0.20 to $0.22" and "44% - 45%": a cell holds one value."""
    return [match.span() for match in _RANGE.finditer(text)] if _TO.search(text) else []


def find_segments(text: str, *, rule: bool = False) -> tuple[Segment, ...]:
    """Words parted by single blanks, with their places on the page; a blank parts the pieces of a `rule`."""
    page = _Page(text)
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
        strong=not gap.strip() or _stands_apart(line.text, match.start()),
        sound=opened == closed and len(digits) <= _MOST_DIGITS and (not digits or reading.sound),
        certain=reading.certain,
        note=gap in {"", " "} and bool(_NOTE_NUMBER.fullmatch(raw)),
    )


def _stands_apart(text: str, start: int) -> bool:
    before = text[max(start - 12, 0) : start]
    return not before.strip() or before.endswith(("  ", "\t")) or bool(_LEADER.search(before.rstrip()))


class _Page:
    """Columns of the page for the characters of a line: they differ only where it has tabs."""

    __slots__ = ("_columns",)

    def __init__(self, text: str) -> None:
        self._columns: Sequence[int] | None = _expanded(text) if "\t" in text else None

    def column(self, at: int) -> int:
        return at if self._columns is None else self._columns[at]


def _expanded(text: str) -> list[int]:
    columns, column = [], 0
    for char in text:
        columns.append(column)
        column = column + _TAB - column % _TAB if char == "\t" else column + 1
    columns.append(column)
    return columns
