"""What was fetched: one JSON line an exhibit, and one for a filing that has none."""

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import ValidationError

from topline.records import Record

__all__ = ["MANIFEST", "Entry", "Manifest", "read_entries", "sha256"]

MANIFEST = ".manifest.jsonl"
"""Hidden, so that `topline extract FOLDER/*` reads the releases alone."""


class Entry(Record):
    """`nth` of the `of` EX-99 exhibits of a filing (0 of 0 where it has none); `file` is null for what was not saved.

    `url` is the submission that was downloaded, `document` the exhibit's own name in it, `accepted_at` EDGAR's time
    (US Eastern) without its zone, null where the submission does not say.
    """

    accession: str
    form: str
    company: str
    cik: int
    filed_on: str
    accepted_at: str | None
    items: tuple[str, ...]
    exhibit: str | None = None
    nth: int = 0
    of: int
    url: str
    document: str | None = None
    file: str | None = None
    size: int | None = None
    sha256: str | None = None
    note: str | None = None


class Manifest:
    """The manifest of a folder, as read when this is built, and what was added since. Raises OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / MANIFEST
        self._filings: dict[str, dict[int, Entry]] = {}
        whole = self._without_torn_line()
        self._remember(read_entries(whole))

    def complete(self, accession: str) -> tuple[Entry, ...]:
        """The entries of a filing of which nothing is missing, neither here nor in the folder; else none."""
        entries = self._filings.get(accession, {})
        of = next((entry.of for entry in entries.values()), -1)
        found = tuple(entries[nth] for nth in sorted(entries))
        return found if len(found) == max(of, 1) and all(self._is_there(entry) for entry in found) else ()

    def add(self, entries: Sequence[Entry]) -> None:
        """All entries of a filing at once, after its files are in place."""
        with self._path.open("ab") as out:
            out.write("".join(entry.model_dump_json() + "\n" for entry in entries).encode())
            out.flush()
            os.fsync(out.fileno())
        self._filings.pop(entries[0].accession, None)
        self._remember(entries)

    def _remember(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if entry.nth <= 1:  # a filing that was fetched anew begins again
                self._filings[entry.accession] = {}
            self._filings.setdefault(entry.accession, {})[entry.nth] = entry

    def _is_there(self, entry: Entry) -> bool:
        if entry.file is None:
            return True
        path = self._folder / entry.file
        return path.is_file() and path.stat().st_size == entry.size

    def _without_torn_line(self) -> bytes:
        """A run that was killed while it wrote leaves half a line: it goes, so that the next one stands by itself."""
        if not self._path.exists():
            return b""
        body = self._path.read_bytes()
        whole = body[: body.rfind(b"\n") + 1]
        if len(whole) < len(body):
            os.truncate(self._path, len(whole))
        return whole


def read_entries(body: bytes) -> list[Entry]:
    """Lines that are no entries are passed over: their filings are fetched once more."""
    entries = []
    for line in body.split(b"\n"):
        try:
            entries.append(Entry.model_validate_json(line))
        except ValidationError:
            continue
    return entries


def sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
