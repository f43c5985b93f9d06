"""Lines to paragraphs, bullets and headings."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from topline.readers.dateline import DATELINE
from topline.readers.folded import single_spaced, unfolded
from topline.readers.headings import find_run_in, heading_kind, looks_like_heading, names_section
from topline.readers.lines import Line
from topline.readers.markers import Marker, find_marker
from topline.vocab import load_yaml

__all__ = ["Layout", "Paragraph", "split_paragraphs"]

_WORDS = load_yaml("wire.yaml")
_TRAILER = re.compile(rf"\s*(?:{'|'.join(_WORDS['trailer'])}|(?:{'|'.join(_WORDS['codes'])}):\s)")
_LABEL = re.compile(rf"\s*(?:{'|'.join(_WORDS['labels'])})\W*$", re.IGNORECASE)
_END = re.compile(r"[.!?:;][\"”’')]*$")
_LONGEST_HEADING = 150
_LONGEST_KNOWN = 70
_SENTENCE = 8
# Hard-wrapped text has no longer lines: behind one, a line break ends the paragraph.
_WRAPPED = 160
_GOES_ON = 40
_FIRST = 20
_DASHES = ("-", "–", "—", "...", "…")
_INDENTED = 5
_OFF_AXIS = 6


@dataclass(frozen=True, slots=True)
class Layout:
    """What a page tells of its lines, by their starts: those set as headings, page furniture, and where pages end."""

    headings: frozenset[int] = frozenset()
    furniture: frozenset[int] = frozenset()
    breaks: Sequence[int] = ()


@dataclass(slots=True)
class Paragraph:
    """`pieces` are `[start, end)` runs of the page, one a line, that make up the text; markers are left out.

    `furniture` may lie between two pieces of a paragraph that goes on from one page of paper to the next.
    """

    start: int
    pieces: list[tuple[int, int]]
    indent: int
    marker: str | None = None
    heading: bool = False
    furniture: bool = False
    lines: list[Line] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


def split_paragraphs(lines: Sequence[Line], layout: Layout = Layout()) -> list[Paragraph]:
    """Prose lines (no table lines among them) to paragraphs, in the order of their first lines."""
    splitter = _Splitter(layout, start=lines[0].start if lines else 0)
    for line in single_spaced([part for folded in lines for part in unfolded(folded)]):
        splitter.add(line)
    for paragraph in splitter.paragraphs:
        if len(paragraph.lines) == 1 and _may_be_heading(paragraph):
            words = paragraph.lines[0].words
            paragraph.heading = paragraph.heading or looks_like_heading(words) or names_section(words)
    _find_numbered_headings(splitter.paragraphs)
    return [part for paragraph in splitter.paragraphs for part in _without_run_in(paragraph)]


def _find_numbered_headings(paragraphs: Sequence[Paragraph]) -> None:
    """A short title behind a number, with no other item of its list right under it."""
    for paragraph, following in pairwise(paragraphs):
        if paragraph.marker is None or not paragraph.marker[0].isdigit() or len(paragraph.lines) > 1:
            continue
        start, end = (at - paragraph.lines[0].start for at in paragraph.pieces[0])
        words = paragraph.lines[0].text[start:end]
        if len(words) < _LONGEST_KNOWN and not (following.marker or " ")[0].isdigit() and looks_like_heading(words):
            paragraph.heading = True


def _without_run_in(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A heading that runs in as a paragraph of its own, then the rest."""
    if paragraph.heading or not _may_be_heading(paragraph):
        yield paragraph
        return
    line = paragraph.lines[0]
    run_in = find_run_in(line.text[paragraph.start - line.start :])
    if run_in is not None:
        start, end = paragraph.start + run_in.start, paragraph.start + run_in.end
        yield Paragraph(start, [(start, end)], paragraph.indent, heading=True, lines=[line])
        paragraph.start += run_in.rest
        paragraph.pieces[0] = (paragraph.start, paragraph.pieces[0][1])
    yield paragraph


class _Splitter:
    def __init__(self, layout: Layout, *, start: int) -> None:
        self.paragraphs: list[Paragraph] = []
        self._layout = layout
        self._breaks = iter(layout.breaks[bisect_left(layout.breaks, start) :])
        self._break = next(self._breaks, None)
        self._current: Paragraph | None = None
        self._after_blank = True
        self._turned = False

    def add(self, line: Line) -> None:
        while self._break is not None and self._break <= line.start:
            self._turned, self._break = True, next(self._breaks, None)
        if line.blank:
            self._after_blank = True
        elif line.start in self._layout.furniture:
            self._furniture(line)
        else:
            self._text(line)
            self._after_blank = self._turned = False

    def _furniture(self, line: Line) -> None:
        last = self.paragraphs[-1] if self.paragraphs else None
        if last is not None and last.furniture:
            _extend(last, line)
        else:
            self.paragraphs.append(_begin(line, None))
            self.paragraphs[-1].furniture = True
        self._after_blank = True
        self._turned = self._turned or any(map(str.isalnum, line.text))

    def _text(self, line: Line) -> None:
        current = self._current
        if current is not None and self._after_blank and not _goes_on(current, line, turned=self._turned):
            current = self._cut_by_address(line)
        announced = current is not None and (current.marker is not None or current.lines[-1].words.endswith(":"))
        marker = find_marker(line.text, first=self._after_blank or announced)
        if current is None or marker is not None or self._starts_new(line, current):
            current = _begin(line, marker)
            self.paragraphs.append(current)
            self._mark_heading(current, line)
        else:
            _extend(current, line)
        self._current = None if self._is_complete(current) else current

    def _starts_new(self, line: Line, current: Paragraph) -> bool:
        if line.start in self._layout.headings:
            return current.lines[-1].start not in self._layout.headings
        if current.heading and current.lines[0].start in self._layout.headings:
            return True
        early = len(self.paragraphs) < _FIRST and current.marker is None
        return _starts_new(line, current) or (early and _is_dateline(line.words))

    def _cut_by_address(self, line: Line) -> Paragraph | None:
        """The paragraph that goes on behind a page's foot which nothing marks: lines set apart, then small letters."""
        if len(self.paragraphs) < 2 or not line.words[0].islower():
            return None
        before, foot = self.paragraphs[-2:]
        apart = all(part.indent > _INDENTED and len(part.words) < _LONGEST_KNOWN for part in foot.lines)
        if foot.marker or not apart or len(foot.lines) > 3 or not _goes_on(before, line, turned=False):
            return None
        foot.furniture = True
        return before

    def _mark_heading(self, paragraph: Paragraph, line: Line) -> None:
        """A line that the format sets as a heading, unless it is a sentence in bold letters."""
        if line.start in self._layout.headings and paragraph.marker is None:
            words = line.words
            sentence = words.endswith(".") and len(words.split()) > _SENTENCE
            paragraph.heading = paragraph.heading or (len(words) <= _LONGEST_HEADING and not sentence)

    def _is_complete(self, paragraph: Paragraph) -> bool:
        """Nothing is added to a label or to a heading of a known kind."""
        if len(paragraph.lines) > 1 or not _may_be_heading(paragraph):
            return False
        words = paragraph.lines[0].words
        if _LABEL.match(words):
            return True
        if len(words) < _LONGEST_KNOWN and looks_like_heading(words) and heading_kind(words) is not None:
            paragraph.heading = True
        return paragraph.heading and paragraph.lines[0].start not in self._layout.headings


def _is_dateline(words: str) -> bool:
    """Set off by its dash, and with a text behind: a sentence may have a place and a date at its line's start, too."""
    match = DATELINE.match(words) if len(words) > _GOES_ON else None
    return match is not None and match.end() < len(words) and match[0].rstrip().endswith(_DASHES)


def _begin(line: Line, marker: Marker | None) -> Paragraph:
    lead = marker.length if marker else len(line.text) - len(line.text.lstrip())
    end = line.end - (marker.closing if marker else 0)
    paragraph = Paragraph(line.start + lead, [(line.start + lead, end)], line.indent, lines=[line])
    if marker is not None:
        paragraph.marker, paragraph.heading = marker.sign, marker.sign is None
    return paragraph


def _extend(paragraph: Paragraph, line: Line) -> None:
    lead = len(line.text) - len(line.text.lstrip())
    paragraph.pieces.append((line.start + lead, line.end))
    paragraph.lines.append(line)


def _may_be_heading(paragraph: Paragraph) -> bool:
    return paragraph.marker is None and not paragraph.furniture and not _TRAILER.match(paragraph.lines[0].text)


def _starts_new(line: Line, current: Paragraph) -> bool:
    """A trailer or label, or an indent after a full line that ended a sentence: wire text may have no blank lines."""
    if _TRAILER.match(line.text) or _LABEL.match(line.text):
        return True
    previous = current.lines[-1]
    if len(previous.words) > _WRAPPED:
        return True
    if _centred_under(line, previous) or (line.words[0].islower() and not _END.search(previous.words)):
        return False
    deeper = line.indent >= previous.indent + 2
    same_as_first = line.indent == current.indent and previous.indent < line.indent
    if len(current.lines) == 1:
        return line.indent == current.indent >= 2 and bool(_END.search(previous.words)) and len(previous.words) < 50
    return (deeper or same_as_first) and current.marker is None


def _centred_under(line: Line, previous: Line) -> bool:
    """Two lines of a title set around one axis."""
    if min(line.indent, previous.indent) < _INDENTED or len(previous.words) > _LONGEST_KNOWN:
        return False
    return abs(2 * line.indent + len(line.words) - 2 * previous.indent - len(previous.words)) <= _OFF_AXIS


def _goes_on(current: Paragraph, line: Line, *, turned: bool) -> bool:
    """A sentence that a page's end, or a stray blank line, has cut."""
    previous = current.lines[-1].words
    if current.heading or len(previous) < _GOES_ON or _END.search(previous):
        return False
    if len(current.lines) == 1 and looks_like_heading(previous):
        return False
    if turned:
        return not looks_like_heading(line.words)
    return line.words[0].islower() and find_marker(line.text, first=True) is None
