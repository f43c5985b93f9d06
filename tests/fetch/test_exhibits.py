"""What is cut out of a submission, and under which name it is saved."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from local_edgar import CIK, Q3, entries, fetch, penlow, saved, submission_path
from written_submissions import HTML, PDF, TEXT, Exhibit, submission

from topline.fetch.exhibits import fault_of_submission, read_submission
from topline.fetch.saving import name_file


def test_exhibits_of_one_type_have_names_of_their_own(tmp_path: Path) -> None:
    body = submission(
        Exhibit("EX-99", TEXT), Exhibit("EX-99", HTML), Exhibit("EX-99.(A)", TEXT), accession=Q3, filed="20031021"
    )
    with penlow() as edgar:
        edgar.add_submission(CIK, Q3, body)
        fetch(edgar, tmp_path, "PNLW", "--since", "2003-01-01", "--until", "2003-12-31")
    stem = f"912345_2003-10-21_{Q3}_ex-99"
    assert saved(tmp_path) == [f"{stem}.a.txt", f"{stem}.htm", f"{stem}.txt"]
    assert [(entry["exhibit"], entry["nth"], entry["of"]) for entry in entries(tmp_path)] == [
        ("EX-99", 1, 3),
        ("EX-99", 2, 3),
        ("EX-99.(A)", 3, 3),
    ]


def test_exhibits_that_are_no_text_are_told_and_not_saved(tmp_path: Path) -> None:
    body = submission(
        Exhibit("EX-99.1", TEXT), Exhibit("EX-99.2", PDF), Exhibit("EX-10", TEXT), accession=Q3, filed="20031021"
    )
    with penlow() as edgar:
        edgar.add_submission(CIK, Q3, body)
        done = fetch(edgar, tmp_path, "PNLW", "--since", "2003-01-01", "--until", "2003-12-31")
        again = fetch(edgar, tmp_path, "PNLW", "--since", "2003-01-01", "--until", "2003-12-31")
        count = edgar.count()
    assert (done.exit_code, saved(tmp_path)) == (0, [f"912345_2003-10-21_{Q3}_ex-99.1.txt"])
    assert done.stderr == f"topline: 8-K {Q3} of 2003-10-21: EX-99.2 is a PDF, not text: not saved\n"
    assert "1 release saved, 0 already there, 0 filings failed" in done.stdout
    assert "1 exhibit skipped" in done.stdout
    assert (again.stderr, count[f"{Q3}.txt"]) == ("", 1)
    assert [(entry["file"] is None, entry["note"]) for entry in entries(tmp_path)] == [
        (False, None),
        (True, "a PDF, not text"),
    ]


def test_exhibits_a_filing_without_any_is_asked_for_once(tmp_path: Path) -> None:
    with penlow() as edgar:
        edgar.add_submission(CIK, Q3, submission(Exhibit("EX-10", TEXT), accession=Q3, filed="20031021"))
        done = [fetch(edgar, tmp_path, "PNLW") for _ in range(2)]
        count = edgar.count()
    assert [run.exit_code for run in done] == [0, 0]
    assert "2 releases saved, 0 already there, 0 filings failed, 1 filing without EX-99;" in done[0].stdout
    assert "0 releases saved, 2 already there, 0 filings failed, 1 filing without EX-99;" in done[1].stdout
    assert count[submission_path(Q3).rpartition("/")[2]] == 1


def test_exhibits_keep_the_bytes_in_which_they_were_filed() -> None:
    quoted = "PENLOW\x92S “net loss” — £4 million\n"
    body = submission(Exhibit("EX-99.1", quoted.replace("\x92", "’")), accession=Q3, filed="20031021")
    (exhibit,) = read_submission(body).exhibits
    assert exhibit.body == b"PENLOW\x92S \x93net loss\x94 \x97 \xa34 million\n"


def test_exhibits_lose_the_escapes_of_privacy_enhanced_mail() -> None:
    escaped = submission(Exhibit("EX-99.1", "Penlow\n- -- won.\n- lost.\n"), accession=Q3, filed="20031021")
    (exhibit,) = read_submission(b"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n" + escaped).exhibits
    assert exhibit.body == b"Penlow\n-- won.\n- lost.\n"


@given(st.binary(max_size=300))
def test_exhibits_no_other_bytes_are_a_whole_submission(body: bytes) -> None:
    assert fault_of_submission(body) in ("is not an EDGAR submission", "is cut off")


@given(st.integers(0, 5000))
def test_exhibits_a_submission_that_is_cut_off_is_known(length: int) -> None:
    whole = submission(Exhibit("EX-99.1", TEXT), Exhibit("EX-99.2", HTML), accession=Q3, filed="20031021")
    cut = whole[: min(length, len(whole) - len("</SEC-DOCUMENT>\n"))]
    assert fault_of_submission(whole) is None
    assert fault_of_submission(cut) is not None


@given(st.text(min_size=1), st.sampled_from([".htm", ".txt"]))
def test_exhibits_any_type_gives_a_plain_name(kind: str, suffix: str) -> None:
    first = name_file("912345", "2003-10-21", Q3, kind, suffix=suffix, taken=())
    second = name_file("912345", "2003-10-21", Q3, kind, suffix=suffix, taken={first})
    assert first.startswith(f"912345_2003-10-21_{Q3}_")
    assert first.endswith(suffix)
    assert second != first
    assert all(c.isascii() and (c.isalnum() or c in "._-") for c in first + second)
    assert len(second) < 120


@pytest.mark.parametrize(
    ("kind", "name"), [("EX-99.1", "ex-99.1.txt"), ("EX-99.(A)(1)", "ex-99.a-1.txt"), ("../../x", "x.txt")]
)
def test_exhibits_names(kind: str, name: str) -> None:
    assert name_file(kind, suffix=".txt", taken=()) == name
