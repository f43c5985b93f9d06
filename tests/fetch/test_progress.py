"""The progress display: on a terminal, and nowhere else."""

import os
import sys
from pathlib import Path
from typing import BinaryIO, TextIO

import pytest
from local_edgar import fetch, penlow

from topline.cli.progress import show_progress

END = "all of it"


def test_progress_writes_nothing_into_a_pipe(tmp_path: Path) -> None:
    with penlow() as edgar:
        done = fetch(edgar, tmp_path, "PNLW", FORCE_COLOR="1", TTY_COMPATIBLE="1")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout


def test_progress_counts_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    screen, terminal = os.openpty()
    with os.fdopen(terminal, "w") as stderr, os.fdopen(screen, "rb") as shown:
        monkeypatch.setattr(sys, "stderr", stderr)
        with show_progress("PENLOW [THERAPEUTICS] INC", 2) as advance:
            advance()
            advance()
        monkeypatch.undo()
        written = _read_to(END, stderr, shown)
    assert "PENLOW [THERAPEUTICS] INC" in written
    assert "2/2" in written


def _read_to(end: str, stderr: TextIO, shown: BinaryIO) -> str:
    """A terminal hands over what was written in pieces, so that one read may give the first of them alone."""
    stderr.write(end)
    stderr.flush()
    written = b""
    while end.encode() not in written:
        written += os.read(shown.fileno(), 10_000)
    return written.decode()
