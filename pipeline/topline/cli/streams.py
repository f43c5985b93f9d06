"""Standard streams and output files, however they were opened or closed."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO

import click

from topline.errors import SourceMissing

__all__ = ["open_output", "read_stdin"]


@contextmanager
def open_output(path: Path | None, inputs: Sequence[Path]) -> Iterator[IO[str]]:
    """Standard output, or a file that takes its name only when all is written: what was there stays until then.

    Raises click.UsageError for a path that is an input too or cannot be written.
    """
    if path is None:
        if sys.stdout is None:
            raise click.UsageError("standard output is closed: name a file with -o")
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="backslashreplace")
        yield sys.stdout
    elif path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8") as out:
            yield out
    else:
        if any(other.exists() and path.exists() and other.samefile(path) for other in inputs):
            raise click.UsageError(f"{path} is one of the files to read: name another one with -o")
        yield from _replaced(path)


def _replaced(path: Path) -> Iterator[IO[str]]:
    try:
        beside = NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False)  # noqa: SIM115
    except OSError as error:
        raise click.UsageError(f"cannot write {path}: {error.strerror}") from error
    try:
        with beside:
            yield beside
            beside.flush()
            os.fsync(beside.fileno())
            written = beside.tell()
        if written or not path.exists():
            Path(beside.name).chmod(0o644)
            Path(beside.name).replace(path)
        else:
            Path(beside.name).unlink()  # not one record: what the file holds is worth more
    except BaseException:
        Path(beside.name).unlink(missing_ok=True)
        raise


def read_stdin() -> bytes:
    """Raises SourceMissing where standard input is closed."""
    if sys.stdin is None:
        raise SourceMissing("- cannot be read: standard input is closed")
    return sys.stdin.buffer.read()
