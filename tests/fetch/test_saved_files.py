"""What lies in the folder afterwards: the files and their manifest."""

import hashlib
from pathlib import Path

from local_edgar import CIK, FDA, FDA_FILE, OLD, OLD_FILE, Q3, Q3_FILE, entries, fetch, penlow, saved, submission_path
from written_submissions import HTML, TEXT

from topline.extraction import Extractor
from topline.fetch.saving import save


def test_fetch_saves_each_exhibit_as_filed(tmp_path: Path) -> None:
    with penlow() as edgar:
        done = fetch(edgar, tmp_path, "PNLW")
    assert (done.exit_code, done.stderr) == (0, "")
    assert saved(tmp_path) == [OLD_FILE, Q3_FILE, FDA_FILE]
    assert (tmp_path / Q3_FILE).read_bytes() == TEXT.encode()
    assert (tmp_path / OLD_FILE).read_bytes() == TEXT.encode()
    assert (tmp_path / FDA_FILE).read_bytes() == HTML.encode()
    assert done.stdout == (
        "PENLOW THERAPEUTICS INC (CIK 912345): 3 releases saved, 0 already there, 0 filings failed, "
        f"0 filings without EX-99; manifest: {tmp_path / '.manifest.jsonl'}\n"
    )


def test_fetch_writes_a_line_of_the_manifest_an_exhibit(tmp_path: Path) -> None:
    with penlow() as edgar:
        fetch(edgar, tmp_path, "PNLW")
    first, second, third = entries(tmp_path)
    assert second == {
        "accession": Q3,
        "form": "8-K",
        "company": "PENLOW THERAPEUTICS INC",
        "cik": CIK,
        "filed_on": "2003-10-21",
        "accepted_at": "2003-10-21T16:05:02",
        "items": ["12"],
        "exhibit": "EX-99.1",
        "nth": 1,
        "of": 1,
        "url": edgar.url + submission_path(Q3),
        "document": "ex991.txt",
        "file": Q3_FILE,
        "size": len(TEXT),
        "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        "note": None,
    }
    assert (first["accession"], first["accepted_at"], first["document"], first["items"]) == (OLD, None, None, [])
    assert (third["accession"], third["form"], third["items"]) == (FDA, "8-K/A", ["8.01", "9.01"])


def test_fetch_makes_what_extract_reads(tmp_path: Path, extractor: Extractor) -> None:
    with penlow() as edgar:
        fetch(edgar, tmp_path, "PNLW")
    records = {name: extractor(tmp_path / name) for name in saved(tmp_path)}
    assert records[Q3_FILE].release.ticker == "PNLW"
    assert [event.type for event in records[FDA_FILE].events] == ["filing_acceptance"]


def test_fetch_asks_for_each_file_once(tmp_path: Path) -> None:
    with penlow() as edgar:
        fetch(edgar, tmp_path, "PNLW")
        asked = edgar.asked()
    assert asked == [
        "company_tickers.json",
        "CIK0000912345.json",
        "CIK0000912345-submissions-001.json",
        f"{OLD}.txt",
        f"{Q3}.txt",
        f"{FDA}.txt",
    ]
    assert {agent for _, agent in edgar.log} == {"Test Person test@example.org"}


def test_fetch_replaces_a_file_and_never_writes_into_it(tmp_path: Path) -> None:
    path, other_name = tmp_path / "release.txt", tmp_path / "other_name"
    save(path, b"first")
    other_name.hardlink_to(path)
    (tmp_path / ".release.txt.part").write_bytes(b"what a killed run left behind")
    save(path, b"second")
    assert (path.read_bytes(), other_name.read_bytes()) == (b"second", b"first")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["other_name", "release.txt"]
