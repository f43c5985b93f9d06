"""What each line of a region is: a row of figures, a column head, words, a rule."""

import re
from collections.abc import Iterable

from topline.readers.lines import Line
from topline.statements.dates import speaks_of_time
from topline.statements.numerals import ENGLISH, Numerals
from topline.statements.parts import COLUMNS_FROM, NOTE_NUMBER, LineKind, Mark, Segment, TableLine
from topline.statements.tokens import find_marks, find_segments
from topline.statements.vocabulary import is_sentence
from topline.vocab.load import load_yaml

__all__ = ["classify"]

_RULE = re.compile(r"[-=_*\s]+")
_LONG_RULE = re.compile(r"-{4}|[=_]{2}")
_TAG = re.compile(r"\s*</?[A-Za-z]")
_NOTES = re.compile(
    r"[\s*]*(?:\((?:un)?audited\)|\(\d{1,2}\)|\(restated\)|\(note \d{1,2}\)|[\s*]){1,40}", re.IGNORECASE
)
_FOLIO = re.compile("|".join(load_yaml("wire.yaml")["page_numbers"]), re.IGNORECASE)
_LONGEST_FOLIO = 30
_HEAD_WORDS = 12


def classify(lines: Iterable[Line], numerals: Numerals = ENGLISH) -> list[TableLine]:
    return [_table_line(line, numerals) for line in lines]


def _table_line(line: Line, numerals: Numerals) -> TableLine:
    plain = _plain_kind(line)
    if plain is not None:
        return TableLine(line.start, line.end, line.text, line.indent, plain, (), _segments(line, plain))
    marks = find_marks(line, numerals)
    segments = find_segments(line.text)
    if _is_head(marks, segments):
        kind: LineKind = "head"
    else:
        kind = "row" if any(_is_figure(m) for m in marks) and not _only_notes(line.text, marks) else "text"
    return TableLine(line.start, line.end, line.text, line.indent, kind, marks, segments)


def _plain_kind(line: Line) -> LineKind | None:
    if line.blank:
        return "blank"
    if _TAG.match(line.text) or _is_folio(line.words):
        return "tag"
    if _RULE.fullmatch(line.text) and _LONG_RULE.search(line.text):
        return "rule"
    return None


def _is_folio(words: str) -> bool:
    """The number of a page of paper; a bare number may be a figure."""
    return len(words) <= _LONGEST_FOLIO and bool(_FOLIO.fullmatch(words)) and not words.lstrip("- ").isdigit()


def _segments(line: Line, kind: LineKind) -> tuple[Segment, ...]:
    return find_segments(line.text, rule=True) if kind == "rule" else ()


def _is_figure(mark: Mark) -> bool:
    return mark.strong and not mark.year and not mark.note


def _only_notes(text: str, marks: tuple[Mark, ...]) -> bool:
    """Numbers of notes beside words such as "(unaudited)"."""
    notes = all(NOTE_NUMBER.fullmatch(m.raw) for m in marks) and bool(_NOTES.fullmatch(text))
    return notes and any(char.isalpha() for char in text)


def _is_head(marks: tuple[Mark, ...], segments: tuple[Segment, ...]) -> bool:
    """Dates, years and spans of time over columns, and no figures but years."""
    if any(_is_figure(m) for m in marks):
        return False
    timely = [s for s in segments if s.left >= COLUMNS_FROM and speaks_of_time(s.text)]
    return bool(timely) and all(s.text.count(" ") < _HEAD_WORDS and not is_sentence(s.text) for s in timely)
