"""The formats that facts are written in."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO, Protocol

from topline.exports.csv import write_csv
from topline.exports.json import write_json
from topline.exports.parquet import check_parquet, write_parquet
from topline.records import Fact

__all__ = ["Export", "exports", "format_of"]


class Writer(Protocol):
    """Writes facts, of which there may be none. Equal facts make equal bytes. Raises ExportError."""

    def __call__(self, facts: Iterable[Fact], out: IO[bytes], /) -> None: ...


def _ready() -> None:
    """Nothing but this package is needed."""


@dataclass(frozen=True, slots=True)
class Export:
    """One row of the catalog; `check` raises ExportError where what the format needs is not installed."""

    name: str
    suffixes: tuple[str, ...]
    help: str
    write: Writer
    check: Callable[[], None] = _ready


_EXPORTS = (
    Export("csv", (".csv",), "a line a figure, with a line of names (RFC 4180, UTF-8)", write_csv),
    Export("json", (".json", ".jsonl", ".ndjson"), "JSON Lines, an object a figure", write_json),
    Export(
        "parquet", (".parquet", ".pq"), "typed columns (pip install 'topline[parquet]')", write_parquet,
        check=check_parquet,
    ),
)  # fmt: skip


def exports() -> dict[str, Export]:
    """All formats by name."""
    return {export.name: export for export in _EXPORTS}


def format_of(path: PurePath) -> str | None:
    """The format that a file's suffix tells, None when it tells none."""
    suffix = path.suffix.lower()
    return next((export.name for export in _EXPORTS if suffix in export.suffixes), None)
