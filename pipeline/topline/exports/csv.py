"""Facts as comma-separated values, as RFC 4180 has them: a line of names, CRLF, UTF-8 without a mark."""

import csv
import io
import re
from collections.abc import Iterable
from typing import IO

from topline.exports.columns import COLUMNS, Field
from topline.records import Fact

__all__ = ["write_csv"]

# A spreadsheet takes a text that begins so for a formula and runs it, except for what is but a number or a dash.
_FORMULA = re.compile(r"[=+\-@\t\r]")
_HARMLESS = re.compile(r"[-+\d.,$()%\s–—]*")
_BATCH = 1000


def write_csv(facts: Iterable[Fact], out: IO[bytes]) -> None:
    """A text that a spreadsheet would run as a formula has an apostrophe before it; amounts stay numbers."""
    page = io.StringIO(newline="")
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow([field.name for field in COLUMNS])
    for number, fact in enumerate(facts, 1):
        writer.writerow([_text(field, fact) for field in COLUMNS])
        if number % _BATCH == 0:
            out.write(_take(page))
    out.write(_take(page))


def _take(page: io.StringIO) -> bytes:
    data = page.getvalue().encode("utf-8", "backslashreplace")
    page.seek(0)
    page.truncate()
    return data


def _text(field: Field, fact: Fact) -> str:
    value = field.of(fact)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return _safe(_sum(value))
    return _safe(str(value)) if field.kind == "text" else str(value)


def _sum(cells: tuple[str, ...]) -> str:
    """ "a#s1.r1.c3 - a#s1.r1.c1": the cells with their signs, the first one's plus left out."""
    return " ".join(f"{cell[0]} {cell[1:]}" for cell in cells).removeprefix("+ ")


def _safe(text: str) -> str:
    text = text.replace("\0", " ")
    return f"'{text}" if _FORMULA.match(text) and not _HARMLESS.fullmatch(text) else text
