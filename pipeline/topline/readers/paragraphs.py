"""Lines to paragraphs, bullets and headings."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from topline.readers.headings import heading_kind, looks_like_heading
from topline.readers.lines import Line
from topline.vocab import load_yaml

__all__ = ["Paragraph", "split_paragraphs"]

# Sure bullets stand anywhere; the others are also dashes and list marks: they count after a blank line, a colon or
# another bullet.
_SURE = re.compile(r"\s*([*•·▪◦‣●■])\s*(?=[^\s*])")
_UNSURE = re.compile(r"\s*(--|[-–—]|o(?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z][.)](?=\s\s))\s+(?=\S)")
_MARKDOWN = re.compile(r"\s*#{1,6}\s+(?=\S)")
_WORDS = load_yaml("wire.yaml")
_TRAILER = re.compile(rf"\s*(?:{'|'.join(_WORDS['trailer'])}|(?:{'|'.join(_WORDS['codes'])}):\s)")
_END = re.compile(r"[.!?:][\"”’)]*$")


@dataclass(slots=True)
class Paragraph:
    """`pieces` are `[start, end)` runs of the source, one a line, that make up the text; markers are left out."""

    start: int
    pieces: list[tuple[int, int]]
    indent: int
    marker: str | None = None
    heading: bool = False
    lines: list[Line] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.pieces[-1][1]


def split_paragraphs(lines: Sequence[Line], headings: frozenset[int] = frozenset()) -> list[Paragraph]:
    """Prose lines (no table lines among them) to paragraphs, in order; `headings` are starts of lines set as such."""
    paragraphs: list[Paragraph] = []
    current: Paragraph | None = None
    after_blank = True
    for line in lines:
        if line.blank:
            current, after_blank = None, True
            continue
        marker = _marker(line, after_blank, current)
        if current is None or marker is not None or _starts_new(line, current):
            current = _begin(line, marker)
            paragraphs.append(current)
        else:
            _extend(current, line)
        if _is_known_heading(current):
            current.heading, current = True, None
        after_blank = False
    for paragraph in paragraphs:
        if len(paragraph.lines) == 1 and paragraph.marker is None and not _TRAILER.match(paragraph.lines[0].text):
            paragraph.heading = paragraph.heading or looks_like_heading(paragraph.lines[0].words)
    return paragraphs


def _marker(line: Line, after_blank: bool, current: Paragraph | None) -> re.Match[str] | None:
    if (sure := _SURE.match(line.text)) is not None:
        return sure
    unsure = _UNSURE.match(line.text)
    announced = current is not None and (current.marker is not None or current.lines[-1].words.endswith(":"))
    if unsure and (after_blank or announced or unsure[1] == "o"):  # no sentence has a lone "o"
        return unsure
    return _MARKDOWN.match(line.text)


def _begin(line: Line, marker: re.Match[str] | None) -> Paragraph:
    lead = marker.end() if marker else len(line.text) - len(line.text.lstrip())
    sign = marker[1] if marker and marker.re is not _MARKDOWN else None
    paragraph = Paragraph(line.start + lead, [(line.start + lead, line.end)], line.indent, sign, lines=[line])
    paragraph.heading = marker is not None and marker.re is _MARKDOWN
    return paragraph


def _extend(paragraph: Paragraph, line: Line) -> None:
    lead = len(line.text) - len(line.text.lstrip())
    paragraph.pieces.append((line.start + lead, line.end))
    paragraph.lines.append(line)


def _starts_new(line: Line, current: Paragraph) -> bool:
    """A trailer mark, or an indent after a full line that ended a sentence: wire text has no blank lines between."""
    if _TRAILER.match(line.text):
        return True
    previous = current.lines[-1]
    deeper = line.indent >= previous.indent + 2
    same_as_first = line.indent == current.indent and previous.indent < line.indent
    if len(current.lines) == 1:
        return line.indent == current.indent >= 2 and bool(_END.search(previous.words)) and len(previous.words) < 50
    return (deeper or same_as_first) and current.marker is None


def _is_known_heading(paragraph: Paragraph) -> bool:
    if len(paragraph.lines) != 1 or paragraph.marker is not None or _TRAILER.match(paragraph.lines[0].text):
        return False
    words = paragraph.lines[0].words
    return len(words) < 70 and looks_like_heading(words) and heading_kind(words) is not None
