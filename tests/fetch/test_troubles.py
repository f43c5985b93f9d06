"""EDGAR at its worst: what is tried again and how often, what is told, and what goes on all the same."""

from pathlib import Path
from threading import Event

import pytest
from edgar_server import TOO_FAST, Reply, Row
from local_edgar import (
    CIK,
    FDA,
    FDA_FILE,
    OLD,
    OLD_FILE,
    OLD_ROWS,
    Q3,
    Q3_FILE,
    ROWS,
    fetch,
    penlow,
    saved,
    submission_path,
)
from written_submissions import TEXT

HALF = b"<SEC-DOCUMENT>0000912345-03-000031.txt : 20031021\n<SEC-HEADER>\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>EX-99.1\n"


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(Reply(429, headers={"Retry-After": "0"}), id="too many requests"),
        pytest.param(Reply(403, TOO_FAST), id="throttled"),
        pytest.param(Reply(503), id="down"),
        pytest.param(Reply(hang_up=True), id="hung up"),
        pytest.param(Reply(200, HALF, said=len(HALF) + 4000), id="closed in the middle"),
        pytest.param(Reply(200, HALF), id="cut off"),
        pytest.param(Reply(200, b"<html><body>Maintenance</body></html>"), id="no submission"),
    ],
)
def test_troubles_that_pass_are_tried_again(reply: Reply, tmp_path: Path) -> None:
    with penlow() as edgar:
        edgar.replies[submission_path(Q3)] = [reply, reply]
        done = fetch(edgar, tmp_path, "PNLW")
        count = edgar.count()
    assert (done.exit_code, done.stderr, count[f"{Q3}.txt"]) == (0, "", 3)
    assert (tmp_path / Q3_FILE).read_bytes() == TEXT.encode()


def test_troubles_of_the_lists_are_tried_again(tmp_path: Path) -> None:
    with penlow() as edgar:
        edgar.replies = {
            "/files/company_tickers.json": [Reply(200, b'{"0": {"cik_str"')],
            "/submissions/CIK0000912345.json": [Reply(503), Reply(200, b"{}")],
            "/submissions/CIK0000912345-submissions-001.json": [Reply(200, b"[]")],
        }
        done = fetch(edgar, tmp_path, "PNLW")
    assert (done.exit_code, saved(tmp_path)) == (0, [OLD_FILE, Q3_FILE, FDA_FILE])


def test_troubles_a_slow_answer_is_given_up_and_tried_again(tmp_path: Path) -> None:
    with penlow() as edgar:
        over = Event()
        edgar.replies[submission_path(Q3)] = [Reply(hang_up=True, before=lambda: over.wait(30))]
        done = fetch(edgar, tmp_path, "PNLW", "--timeout", "0.5")
        over.set()
        count = edgar.count()
    assert (done.exit_code, count[f"{Q3}.txt"]) == (0, 2)


@pytest.mark.parametrize(
    ("replies", "tries", "says"),
    [
        ([Reply(503)] * 5, 5, "EDGAR does not answer (status 503)"),
        ([Reply(429)] * 5, 5, "EDGAR asks to slow down (status 429)"),
        ([Reply(200, HALF)] * 5, 5, "the answer is cut off"),
        ([Reply(404)], 1, "EDGAR has no http"),
        ([Reply(410)], 1, "status 410"),
        ([Reply(429, headers={"Retry-After": "7200"})], 1, "EDGAR asks to come back in 120 minutes"),
    ],
)
def test_troubles_one_bad_filing_is_told_and_the_rest_goes_on(
    replies: list[Reply], tries: int, says: str, tmp_path: Path
) -> None:
    with penlow() as edgar:
        edgar.replies[submission_path(Q3)] = list(replies)
        done = fetch(edgar, tmp_path, "PNLW")
        count = edgar.count()
    assert (done.exit_code, count[f"{Q3}.txt"]) == (1, tries)
    assert saved(tmp_path) == [OLD_FILE, FDA_FILE]
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"topline: 8-K {Q3} of 2003-10-21: ")
    assert says in line
    assert "2 releases saved, 0 already there, 1 filing failed" in done.stdout


def test_troubles_of_three_filings_in_a_row_stop_the_run(tmp_path: Path) -> None:
    with penlow() as edgar:
        for accession in (OLD, Q3, FDA):
            edgar.replies[submission_path(accession)] = [Reply(503)] * 2
        done = fetch(edgar, tmp_path, "PNLW", "--tries", "2")
    lines = done.stderr.splitlines()
    assert (done.exit_code, len(lines), saved(tmp_path)) == (1, 4, [])
    assert lines[3].startswith("topline: stopped after 3 filings in a row: EDGAR does not answer (status 503)")
    assert "3 filings failed" in done.stdout


def test_troubles_with_an_answer_between_them_do_not_stop_the_run(tmp_path: Path) -> None:
    first, second = "0000912345-95-000001", "0000912345-95-000002"
    with penlow() as edgar:
        rows = [Row(first, "8-K", "1995-01-03"), Row(second, "8-K", "1995-01-04")]
        edgar.add_company(CIK, "PENLOW THERAPEUTICS INC", [*ROWS, *OLD_ROWS, *rows], ticker="PNLW")
        for accession in (first, second, Q3):
            edgar.replies[submission_path(accession)] = [Reply(503)] * 5
        done = fetch(edgar, tmp_path, "PNLW")
    assert (done.exit_code, saved(tmp_path), len(done.stderr.splitlines())) == (1, [OLD_FILE, FDA_FILE], 3)


def test_troubles_a_file_that_has_moved_is_followed(tmp_path: Path) -> None:
    with penlow() as edgar:
        edgar.files["/moved.txt"] = edgar.files[submission_path(Q3)]
        edgar.replies[submission_path(Q3)] = [Reply(301, headers={"Location": "/moved.txt"})]
        done = fetch(edgar, tmp_path, "PNLW")
    assert (done.exit_code, saved(tmp_path)) == (0, [OLD_FILE, Q3_FILE, FDA_FILE])


def test_troubles_tries_is_an_option(tmp_path: Path) -> None:
    with penlow() as edgar:
        edgar.replies[submission_path(Q3)] = [Reply(503)] * 2
        done = fetch(edgar, tmp_path, "PNLW", "--tries", "1")
        count = edgar.count()
    assert (done.exit_code, count[f"{Q3}.txt"]) == (1, 1)
