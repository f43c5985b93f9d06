"""EDGAR's full submission text file: its header and where its documents lie.

The tags are those of EDGAR's public dissemination format (PDS Technical Specification); submissions of the 1990s say
IMS where later ones say SEC and stand in a privacy-enhanced message.
"""

import re
from datetime import date, datetime
from typing import NamedTuple

from topline.records import Filing

__all__ = ["DASH_ESCAPE", "Part", "is_enhanced", "is_submission", "read_header", "split_parts"]

# An exhibit by itself may have lost its <DOCUMENT>.
_BARE = re.compile(r"^<TYPE>[^\r\n<]*\r?\n(?=<(?:SEQUENCE|FILENAME|DESCRIPTION|TEXT)>)", re.MULTILINE)
_START = re.compile(rf"<(?:SEC|IMS)-(?:DOCUMENT|HEADER)>|^<DOCUMENT>\s*<TYPE>|{_BARE.pattern}", re.MULTILINE)
# "- " before a line that begins with a dash (RFC 1421, 4.3.2.1).
DASH_ESCAPE = re.compile(r"^- (?=-)", re.MULTILINE)
_ENHANCED = "-----BEGIN PRIVACY-ENHANCED MESSAGE-----"
_LOOK = 8000
_DOCUMENT = re.compile(r"<DOCUMENT>[ \t]*(?=[\r\n<])")
_END = re.compile(r"</DOCUMENT>")
_TEXT = re.compile(r"<TEXT>[ \t]*\r?\n?")
_TEXT_END = re.compile(r"\s*</TEXT>\s*$")
_TAG = re.compile(r"^<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>[ \t]*([^\r\n<]*)", re.MULTILINE)
_HEADER_LINE = re.compile(r"^[ \t]*([A-Z][A-Z0-9 /&.\-]*):[ \t]*(\S[^\r\n]*?)[ \t]*$", re.MULTILINE)
_ACCEPTED = re.compile(r"<ACCEPTANCE-DATETIME>(\d{14})")
_HEADER_END = re.compile(r"</(?:SEC|IMS)-HEADER>|<DOCUMENT>")
_BINARY = re.compile(r"\s*(?:<PDF>|begin \d{3} \S)", re.IGNORECASE)
_LONGEST_HEADER = 200_000


class Part(NamedTuple):
    """One `<DOCUMENT>`: `[start, end)` with its tags, `[text_start, text_end)` what it holds.

    `binary` says what kind of encoded file it is; `whole` is false where its end is missing.
    """

    type: str
    sequence: int | None
    filename: str | None
    description: str | None
    start: int
    end: int
    text_start: int
    text_end: int
    binary: str | None
    whole: bool


def is_submission(source: str) -> bool:
    return _START.search(source, 0, _LOOK) is not None


def is_enhanced(source: str) -> bool:
    """Whether it stands in a privacy-enhanced message, in which dashes at the starts of lines are escaped."""
    return source.find(_ENHANCED, 0, _LOOK) >= 0


def read_header(source: str) -> Filing:
    """What the header says; of several filers the first. Fields that it lacks or garbles are null."""
    end = _HEADER_END.search(source, 0, _LONGEST_HEADER)
    header = source[: end.start() if end else 0]
    lines: dict[str, list[str]] = {}
    for match in _HEADER_LINE.finditer(header):
        lines.setdefault(match[1], []).append(match[2])
    first = {key: values[0] for key, values in lines.items()}
    accepted = _ACCEPTED.search(header)
    year_end = first.get("FISCAL YEAR END", "")
    return Filing(
        accession=first.get("ACCESSION NUMBER"),
        form=first.get("CONFORMED SUBMISSION TYPE"),
        company=first.get("COMPANY CONFORMED NAME"),
        cik=first.get("CENTRAL INDEX KEY"),
        filed_on=_day(first.get("FILED AS OF DATE")),
        accepted_at=_time(accepted[1]) if accepted else None,
        period_of_report=_day(first.get("CONFORMED PERIOD OF REPORT")),
        fiscal_year_end=f"{year_end[:2]}-{year_end[2:]}" if _day(f"2000{year_end}") else None,
        items=tuple(lines.get("ITEM INFORMATION", ())),
    )


def split_parts(source: str) -> list[Part]:
    """The documents in order; one whose end tag is missing ends where the next begins, or with the file."""
    starts = [match.start() for match in _DOCUMENT.finditer(source)]
    if not starts and (bare := _BARE.search(source, 0, _LOOK)):
        return [_part(source, bare.start(), len(source), bare=True)]
    ends = [*starts[1:], len(source)][: len(starts)]
    return [_part(source, a, b) for a, b in zip(starts, ends, strict=True)]


def _part(source: str, start: int, limit: int, *, bare: bool = False) -> Part:
    closed = _END.search(source, start, limit)
    end = closed.end() if closed else limit
    opened = _TEXT.search(source, start, min(end, start + _LOOK))
    text_start = opened.end() if opened else end
    text_end = closed.start() if closed else end
    tail = max(text_start, text_end - 200)
    if (shut := _TEXT_END.search(source[tail:text_end])) is not None:
        text_end = tail + shut.start()
    tags = {m[1]: m[2].strip() for m in _TAG.finditer(source, start, opened.start() if opened else end)}
    return Part(
        type=tags.get("TYPE") or "unnamed",
        sequence=int(tags["SEQUENCE"]) if tags.get("SEQUENCE", "").isdecimal() else None,
        filename=tags.get("FILENAME") or None,
        description=tags.get("DESCRIPTION") or None,
        start=start,
        end=end,
        text_start=text_start,
        text_end=max(text_start, text_end),
        binary=_binary(source, text_start, text_end),
        whole=bare or closed is not None,
    )


def _binary(source: str, start: int, end: int) -> str | None:
    match = _BINARY.match(source, start, end)
    if match is None:
        return None
    return "a PDF" if "pdf" in source[match.start() : match.end() + 80].lower() else "an encoded file"


def _day(text: str | None) -> str | None:
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:])).isoformat() if text and len(text) == 8 else None
    except ValueError:
        return None


def _time(digits: str) -> str | None:
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S").isoformat()  # noqa: DTZ007  EDGAR prints no zone
    except ValueError:
        return None
