"""EX-99 exhibits out of a full submission, in the bytes in which they were filed.

What a privacy-enhanced message has put before dashes is taken out again.
"""

import re
from typing import NamedTuple

from topline.readers.html import is_html
from topline.readers.submission import DASH_ESCAPE, Part, is_enhanced, is_submission, read_header, split_parts
from topline.records import Filing

__all__ = ["CutExhibit", "Submission", "fault_of_submission", "read_submission"]

_RELEASES = "EX-99"
_CLOSED = re.compile(r"</(?:SEC|IMS)-DOCUMENT>")
# a byte a character, so that the places which the reader finds are places in the bytes
_BYTES = "latin-1"


class CutExhibit(NamedTuple):
    """`body` is None for what is no text; `note` then says what it is. `document` is EDGAR's own name of the file."""

    type: str
    document: str | None
    body: bytes | None
    suffix: str
    note: str | None


class Submission(NamedTuple):
    header: Filing
    exhibits: tuple[CutExhibit, ...]


def fault_of_submission(body: bytes) -> str | None:
    """EDGAR ends a submission with a tag; without it, something of it is missing."""
    source = body.decode(_BYTES)
    if not is_submission(source):
        return "is not an EDGAR submission"
    return None if _CLOSED.search(source, max(0, len(source) - 2000)) else "is cut off"


def read_submission(body: bytes) -> Submission:
    source = body.decode(_BYTES)
    parts = [part for part in split_parts(source) if part.type.upper().startswith(_RELEASES)]
    return Submission(read_header(source), tuple(_cut(part, source) for part in parts))


def _cut(part: Part, source: str) -> CutExhibit:
    text = source[part.text_start : part.text_end]
    if is_enhanced(source):
        text = DASH_ESCAPE.sub("", text)
    note = f"{part.binary}, not text" if part.binary else None if text.strip() else "empty"
    return CutExhibit(
        type=part.type,
        document=part.filename,
        body=None if note else text.encode(_BYTES) + b"\n",
        suffix=".htm" if is_html(text) else ".txt",
        note=note,
    )
