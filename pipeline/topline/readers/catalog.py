"""The input formats and how one is told from another: by content, never by file name."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from topline.errors import SourceMissing
from topline.readers.decode import check_text, decode
from topline.readers.document import Document
from topline.readers.text import read_text
from topline.records import Problem

__all__ = ["FORMATS", "Reader", "read_bytes", "read_file", "read_source"]


class Reader(Protocol):
    """Reads decoded text of its format."""

    def __call__(self, source: str, *, name: str, sha256: str, problems: list[Problem]) -> Document: ...


class Format:
    """One row of the catalog: `claims` says whether a text is of this format; the first that claims it reads it."""

    def __init__(self, name: str, claims: Callable[[str], bool], read: Reader) -> None:
        self.name = name
        self.claims = claims
        self.read = read


FORMATS: tuple[Format, ...] = (Format("text", lambda source: True, read_text),)


def read_source(source: str, *, name: str = "-", sha256: str | None = None) -> Document:
    """`sha256` is of the bytes that the text was decoded from, else of its UTF-8. Raises SourceEmpty, SourceNotText."""
    problems = check_text(source)
    digest = sha256 or hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest()
    chosen = next(f for f in FORMATS if f.claims(source))
    return chosen.read(source, name=name, sha256=digest, problems=problems)


def read_bytes(data: bytes, *, name: str = "-") -> Document:
    """Raises SourceEmpty and SourceNotText."""
    return read_source(decode(data), name=name, sha256=hashlib.sha256(data).hexdigest())


def read_file(path: Path) -> Document:
    """Raises SourceMissing for what is no readable file, SourceEmpty and SourceNotText."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = "is a directory: name the files in it" if path.is_dir() else f"cannot be read: {error.strerror}"
        raise SourceMissing(f"{path} {reason}") from error
    return read_bytes(data, name=path.name)
