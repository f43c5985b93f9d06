"""Line breaks that were lost or doubled: text pasted into one line, and text with every second line blank."""

import re
from collections.abc import Iterator, Sequence

from topline.readers.lines import Line
from topline.vocab import load_yaml

__all__ = ["single_spaced", "unfolded"]

_GAP = re.compile(r"(?<=\S)( {2,})(?=\S)")
_GLUED = re.compile(rf"(?<=[\w.!?)\]\"”’])(?={'|'.join(load_yaml('boilerplate.yaml')['openings'])})")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?( +)(?=\S)")
_WRAPPED = 160
_FOLDED = 1000
_FEWEST_GAPS = 3
_TYPIST = 0.8
_SPACED = 50
_FEWEST_SPACED = 4
_END = re.compile(r"[.!?:;][\"”’')]*$")


def unfolded(line: Line) -> list[Line]:
    """The paragraphs of a line with blank lines between them; all other lines as they are.

    They stand two blanks apart, or the first words of a known section stick to the last of the one before. Where
    most sentences are followed by two blanks, these are a typist's habit and part nothing.
    """
    if len(line.text) < _WRAPPED:
        return [line]
    lines: list[Line] = []
    at = 0
    for end, start in sorted({*_gaps(line.text), *((m.start(), m.start()) for m in _GLUED.finditer(line.text))}):
        lines.append(_part(line, at, end))
        lines.append(_part(line, end, end))
        at = start
    return [*lines, _part(line, at, len(line.text))] if lines else [line]


def _gaps(text: str) -> Iterator[tuple[int, int]]:
    if len(text) < _FOLDED:
        return
    gaps = [match.span(1) for match in _GAP.finditer(text)]
    ends = _SENTENCE_END.findall(text)
    if len(gaps) >= _FEWEST_GAPS and sum(len(blanks) > 1 for blanks in ends) <= _TYPIST * len(ends):
        yield from gaps


def _part(line: Line, start: int, end: int) -> Line:
    return Line(line.start + start, line.start + end, line.text[start:end], 0 if start else line.indent)


def single_spaced(lines: Sequence[Line]) -> Sequence[Line]:
    """Without the blank lines of text in which every second line is blank; there, two of them part paragraphs."""
    open_lines = [
        i for i, line in enumerate(lines[:-2]) if _SPACED <= len(line.words) <= _WRAPPED and not _END.search(line.words)
    ]
    spaced = [i for i in open_lines if lines[i + 1].blank and not lines[i + 2].blank]
    written = sum(not line.blank for line in lines)
    if len(spaced) < _FEWEST_SPACED or len(spaced) < 0.8 * len(open_lines) or len(spaced) < 0.4 * written:
        return lines
    kept = range(len(lines))
    return [
        lines[i]
        for i in kept
        if not lines[i].blank or lines[i - 1 if i else 0].blank or (i + 1 < len(lines) and lines[i + 1].blank)
    ]
