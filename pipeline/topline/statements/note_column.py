"""A column of note numbers beside the labels: no figures of the statement, and no words of its labels."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from topline.statements.parts import Segment, StatementDraft, TableLine
from topline.statements.vocabulary import first_match

__all__ = ["without_note_numbers"]

_NUMBER = r"(?:\d{1,2}(?:\.\d{1,2})?|[A-Z]) ?(?:\([a-z]{1,3}\))?"
_NUMBERS = re.compile(rf"(?:notes? )?{_NUMBER}(?: ?(?:[,&/–-]|and) ?{_NUMBER}){{0,5}}", re.IGNORECASE)
_REACH = 3


def without_note_numbers(draft: StatementDraft) -> StatementDraft:
    """The same lines with blanks where the column of notes was, when all that stands in it are numbers of notes."""
    heads = [s for line in draft.heads for s in line.segments if first_match("note_heads", s.text.lower())]
    if len(heads) != 1:
        return draft
    left, right = heads[0].left - _REACH, heads[0].right + _REACH
    found = [list(_inside(line, left, right)) for line in draft.body]
    if not any(found) or not all(_NUMBERS.fullmatch(s.text) for segments in found for s in segments):
        return draft
    body = [_blanked(line, segments) for line, segments in zip(draft.body, found, strict=True)]
    over = [_blanked(line, [s for s in line.segments if s is heads[0]]) for line in draft.heads]
    return replace(draft, heads=over, body=body)


def _inside(line: TableLine, left: int, right: int) -> Iterator[Segment]:
    if line.kind == "row":
        yield from (s for s in line.segments if s.left < right and left < s.right and s.left > line.indent)


def _blanked(line: TableLine, segments: Sequence[Segment]) -> TableLine:
    text = line.text
    for s in segments:
        text = f"{text[: s.left]}{' ' * (s.right - s.left)}{text[s.right :]}"
    kept = tuple(m for m in line.marks if not any(s.left <= m.left and m.right <= s.right for s in segments))
    return line._replace(text=text, marks=kept, segments=tuple(s for s in line.segments if s not in segments))
