"""Sentences about a table: one that leads to it, "... the following (in thousands):", and one under it."""

import re

from topline.statements.vocabulary import first_match

__all__ = ["lead_in", "lines_under", "note_under", "told_scale"]

_LONGEST = 700
_LONGEST_NOTE = 300
_MOST_NOTES = 3
_LONGEST_LINE = 70
_PARAGRAPH = re.compile(r"\n[ \t\r\f]*\n")
_SCALE = re.compile(r"\([^()]{4,60}\)|\bin (?:thousands|millions|billions)\b", re.IGNORECASE)
_TAGS = re.compile(r"</?[A-Za-z][^<>\n]{0,40}>|[-=_]{3,}")


def lead_in(source: str, start: int) -> str:
    """The last paragraph before `start` with single blanks, where it ends with a colon; else nothing."""
    before = _TAGS.sub(" ", source[max(start - _LONGEST, 0) : start]).rstrip()
    if not before.endswith(":"):
        return ""
    return " ".join(_PARAGRAPH.split(before)[-1].split())


def told_scale(lead: str) -> str:
    """What of a sentence may tell the scale of its table: "(in thousands)", but not the "$3 million" that it names."""
    return " ".join(_SCALE.findall(lead)).lower()


def note_under(source: str, end: int) -> str:
    """What the first lines behind `end` say of all amounts: "Note: All amounts are in thousands"; else nothing."""
    lines = (" ".join(line.split()).lower() for line in source[end : end + _LONGEST_NOTE].splitlines())
    notes = [line for line in lines if line][:_MOST_NOTES]
    return next((note for note in notes if first_match("scale_notes", note) is not None), "")


def lines_under(source: str, end: int) -> list[str]:
    """The lines of words without figures right behind `end`, up to a blank one; a few at most."""
    found: list[str] = []
    at = source.find("\n", end) + 1
    while at > 0 and len(found) < _MOST_NOTES:
        stop = source.find("\n", at)
        line = source[at : stop if stop >= 0 else len(source)][: _LONGEST_LINE + 1]
        if not line.strip() or len(line) > _LONGEST_LINE or any(char.isdigit() or char in "<>" for char in line):
            break
        found.append(line.rstrip())
        at = stop + 1
    return found
