"""The input formats and how one is told from another: by content, never by file name."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from topline.errors import ConfigError, FormatUnknown, SourceEmpty, SourceMissing, SourceTooLarge
from topline.readers.decode import MOST_BYTES, check_text, decode
from topline.readers.document import Document
from topline.readers.html import is_html, read_html
from topline.readers.language import judged
from topline.readers.sections import Origin
from topline.readers.sgml import read_sgml
from topline.readers.submission import is_submission
from topline.readers.text import read_text

__all__ = ["Format", "Reader", "formats", "read_bytes", "read_file", "read_source"]

_GROUP = "topline.readers"


class Reader(Protocol):
    """Reads decoded text of its format into the releases that it holds, one at least. Raises SourceError."""

    def __call__(self, origin: Origin) -> tuple[Document, ...]: ...


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the catalog: `claims` says whether a text is of this format; the first that claims it reads it."""

    name: str
    claims: Callable[[str], bool]
    read: Reader


_SGML = Format("sgml", is_submission, read_sgml)
_HTML = Format("html", is_html, read_html)
_TEXT = Format("text", lambda source: True, read_text)


@cache
def formats() -> dict[str, Format]:
    """All formats by name, in the order in which they are asked.

    Those of other packages (entry points of the group `topline.readers`, each a `Format`) are asked before plain text.
    Raises ConfigError for an entry point that gives no `Format` or takes a name that is given away.
    """
    rows = [_SGML, _HTML]
    for point in entry_points(group=_GROUP):
        row = point.load()
        if not isinstance(row, Format) or row.name in {r.name for r in (*rows, _TEXT)}:
            raise ConfigError(
                f"the entry point {point.value} of {_GROUP} must be a topline.readers.Format of a new name"
            )
        rows.append(row)
    return {row.name: row for row in (*rows, _TEXT)}


def read_source(
    source: str, *, name: str = "-", sha256: str | None = None, input_format: str | None = None
) -> tuple[Document, ...]:
    """The releases of a text, one at least; an EDGAR submission may hold several.

    `sha256` is of the bytes that the text was decoded from, else of its UTF-8. `input_format` is a name from
    `formats`; without it the content decides. Raises FormatUnknown, and SourceError for what cannot be read at all.
    """
    problems = check_text(source)
    digest = sha256 or hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    chosen = _named(input_format) if input_format else next(f for f in formats().values() if f.claims(source))
    documents = chosen.read(Origin(name, digest, chosen.name, source, tuple(problems)))
    if not any(document.page.strip() for document in documents):
        raise SourceEmpty(f"nothing to read: no text is shown in what was read as {chosen.name}")
    return tuple(judged(document) for document in documents)


def read_bytes(data: bytes, *, name: str = "-", input_format: str | None = None) -> tuple[Document, ...]:
    """Like `read_source`, after decoding."""
    digest = hashlib.sha256(data).hexdigest()
    return read_source(decode(data), name=name, sha256=digest, input_format=input_format)


def read_file(path: Path, *, input_format: str | None = None) -> tuple[Document, ...]:
    """Like `read_bytes`; raises SourceMissing for what is no readable file."""
    if path.is_file() and path.stat().st_size > MOST_BYTES:
        raise SourceTooLarge(f"{path} has more than {MOST_BYTES:,} bytes: split it, a release is a small part of that")
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = "is a directory: name the files in it" if path.is_dir() else f"cannot be read: {error.strerror}"
        raise SourceMissing(f"{path} {reason}") from error
    return read_bytes(data, name=path.name, input_format=input_format)


def _named(name: str) -> Format:
    if name not in formats():
        raise FormatUnknown(f"there is no input format {name!r}: choose one of {', '.join(formats())}")
    return formats()[name]
