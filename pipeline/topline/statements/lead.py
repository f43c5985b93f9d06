"""The sentence that leads to a table: "... approximated the following (in thousands):"."""

import re

__all__ = ["lead_in", "told_scale"]

_LONGEST = 700
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
