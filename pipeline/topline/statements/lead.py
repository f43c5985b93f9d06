"""The sentence that leads to a table: "... approximated the following (in thousands):"."""

import re

__all__ = ["lead_in"]

_LONGEST = 700
_PARAGRAPH = re.compile(r"\n[ \t\r\f]*\n")
_TAGS = re.compile(r"</?[A-Za-z][^<>\n]{0,40}>|[-=_]{3,}")


def lead_in(source: str, start: int) -> str:
    """The last paragraph before `start` with single blanks, where it ends with a colon; else nothing."""
    before = _TAGS.sub(" ", source[max(start - _LONGEST, 0) : start]).rstrip()
    if not before.endswith(":"):
        return ""
    return " ".join(_PARAGRAPH.split(before)[-1].split())
