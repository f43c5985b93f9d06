"""The signs before a bullet or a heading: "*", "--", "o", "(a)", "1.", "##"."""

import re
from typing import NamedTuple

__all__ = ["Marker", "find_marker"]

# Sure bullets stand anywhere; the others are also dashes, list marks and letters: they count after a blank line, a
# colon or another bullet. No sentence has a lone "o".
_SURE = re.compile(r"\s*([*•·▪◦‣●■□○➢➤✓§→►▶⁃\uf0a7\uf0b7\uf0d8])\s*(?=[^\s*])|\s*(o)\s+(?=\S)")
_UNSURE = re.compile(r"\s*(--|[-–—>]|\(?\d{1,2}[.)](?=\s)|\(?[a-z][.)](?=\s)|\(?[ivx]{2,4}[.)](?=\s))\s+(?=\S)")
# "- WORDS -" is set off by its dashes.
_FRAMED = re.compile(r"\s*(--|[-–—])\s.*\s\1\s*$")
_HASHES = re.compile(r"\s*#{1,6}\s+(?=[^\s#])")
# A whole line in Markdown's emphasis is a heading.
_EMPHASIS = re.compile(r"\s*(\*{1,3}|_{1,3})(?=[^\s*_])[^*_]{2,160}(?<=[^\s*_])(\1)$")


class Marker(NamedTuple):
    """`sign` of a bullet, None before a heading; `length` in characters with the blanks around, `closing` behind."""

    sign: str | None
    length: int
    closing: int = 0


def find_marker(text: str, *, first: bool) -> Marker | None:
    """The marker that a line begins with; `first` when the line may begin a paragraph or goes on a list."""
    if (emphasis := _EMPHASIS.match(text)) is not None:
        return Marker(None, emphasis.end(1), len(emphasis[2]))
    if (sure := _SURE.match(text)) is not None:
        return Marker(sure[1] or sure[2], sure.end())
    if first and (unsure := _UNSURE.match(text)) is not None and not _FRAMED.match(text):
        return Marker(unsure[1], unsure.end())
    if (hashes := _HASHES.match(text)) is not None:
        return Marker(None, hashes.end())
    return None
