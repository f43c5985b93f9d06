"""A second run: nothing twice, and on from where the first one was interrupted."""

import os
import subprocess
import sys
from _thread import interrupt_main
from pathlib import Path
from threading import Event

import pytest
from edgar_server import Reply, Row
from local_edgar import (
    CIK,
    FDA,
    FDA_FILE,
    OLD,
    OLD_FILE,
    Q3,
    Q3_FILE,
    ROWS,
    entries,
    environment,
    fetch,
    penlow,
    saved,
    submission_path,
)
from written_submissions import TEXT, Exhibit, submission

from topline.fetch import MANIFEST


def test_resume_downloads_nothing_twice(tmp_path: Path) -> None:
    with penlow() as edgar:
        fetch(edgar, tmp_path, "PNLW")
        edgar.log.clear()
        done = fetch(edgar, tmp_path, "PNLW")
        asked = edgar.asked()
    assert [name for name in asked if name.endswith(".txt")] == []
    assert (done.exit_code, len(entries(tmp_path))) == (0, 3)
    assert "0 releases saved, 3 already there, 0 filings failed" in done.stdout


def test_resume_fetches_what_is_new(tmp_path: Path) -> None:
    newer = "0000912345-04-000021"
    with penlow() as edgar:
        fetch(edgar, tmp_path, "PNLW")
        edgar.add_company(CIK, "PENLOW THERAPEUTICS INC", [Row(newer, "8-K", "2004-04-20", "12"), *ROWS], ticker="PNLW")
        edgar.add_submission(CIK, newer, submission(Exhibit("EX-99.1", TEXT), accession=newer, filed="20040420"))
        edgar.log.clear()
        done = fetch(edgar, tmp_path, "PNLW")
        asked = edgar.asked()
    assert asked == ["company_tickers.json", "CIK0000912345.json", f"{newer}.txt"]
    assert "1 release saved, 2 already there" in done.stdout


@pytest.mark.parametrize("harm", ["gone", "cut"])
def test_resume_fetches_a_file_anew_that_is_not_as_the_manifest_says(harm: str, tmp_path: Path) -> None:
    with penlow() as edgar:
        fetch(edgar, tmp_path, "PNLW")
        if harm == "gone":
            (tmp_path / Q3_FILE).unlink()
        else:
            (tmp_path / Q3_FILE).write_bytes(b"AUGUSTA")
        edgar.log.clear()
        done = fetch(edgar, tmp_path, "PNLW")
        asked = edgar.asked()
    assert [name for name in asked if name.endswith(".txt")] == [f"{Q3}.txt"]
    assert "1 release saved, 2 already there" in done.stdout
    assert (tmp_path / Q3_FILE).read_bytes() == TEXT.encode()


def test_resume_goes_on_after_an_interrupt(tmp_path: Path) -> None:
    with penlow() as edgar:
        edgar.replies[submission_path(FDA)] = [Reply(503, before=interrupt_main)]
        first = fetch(edgar, tmp_path, "PNLW")
        kept = saved(tmp_path)
        second = fetch(edgar, tmp_path, "PNLW")
        count = edgar.count()
    assert (first.exit_code, kept) == (130, [OLD_FILE, Q3_FILE])
    assert first.stderr == "topline: interrupted: the same command goes on from here\n"
    assert "2 releases saved" in first.stdout
    assert (second.exit_code, saved(tmp_path)) == (0, [OLD_FILE, Q3_FILE, FDA_FILE])
    assert (count[f"{OLD}.txt"], count[f"{Q3}.txt"], count[f"{FDA}.txt"]) == (1, 1, 2)


def test_resume_goes_on_after_the_process_was_killed(tmp_path: Path) -> None:
    asked, killed = Event(), Event()
    command = [Path(sys.executable).with_name("topline"), "fetch", "PNLW", "-o", tmp_path]
    with penlow() as edgar:
        edgar.replies[submission_path(Q3)] = [Reply(before=lambda: (asked.set(), killed.wait(30)), hang_up=True)]
        given = {**os.environ, **environment(edgar), "HOME": str(tmp_path / "home")}
        with subprocess.Popen(command, env={k: v for k, v in given.items() if v is not None}) as process:
            assert asked.wait(60)
            process.kill()
        killed.set()
        assert saved(tmp_path) == [OLD_FILE]
        assert not (tmp_path / "home").exists()
        done = fetch(edgar, tmp_path, "PNLW")
        count = edgar.count()
    assert (done.exit_code, saved(tmp_path)) == (0, [OLD_FILE, Q3_FILE, FDA_FILE])
    assert (count[f"{OLD}.txt"], count[f"{Q3}.txt"], count[f"{FDA}.txt"]) == (1, 2, 1)


def test_resume_survives_half_a_line_of_the_manifest(tmp_path: Path) -> None:
    with penlow() as edgar:
        fetch(edgar, tmp_path, "PNLW")
        manifest = tmp_path / MANIFEST
        manifest.write_bytes(manifest.read_bytes()[:-40])
        edgar.log.clear()
        fetch(edgar, tmp_path, "PNLW")
        asked = edgar.asked()
    assert [name for name in asked if name.endswith(".txt")] == [f"{FDA}.txt"]
    assert [entry["file"] for entry in entries(tmp_path)] == [OLD_FILE, Q3_FILE, FDA_FILE]
