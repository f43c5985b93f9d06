"""The manifest after whatever befell it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topline.fetch.manifest import MANIFEST, Entry, Manifest, read_entries


def entry(accession: str, nth: int, of: int) -> Entry:
    return Entry(
        accession=accession, form="8-K", company="PENLOW THERAPEUTICS INC", cik=912345, filed_on="2003-10-21",
        accepted_at=None, items=("12",), exhibit=f"EX-99.{nth}" if of else None, nth=nth, of=of, url="http://x/y.txt",
        note="a PDF, not text",
    )  # fmt: skip


FIRST, SECOND = entry("A", 1, 2), entry("A", 2, 2)
NONE = entry("B", 0, 0)
LINES = "".join(e.model_dump_json() + "\n" for e in (FIRST, SECOND, NONE)).encode()

printable = st.text(st.characters(exclude_categories=["Cs"]))
entries = st.builds(
    Entry, accession=printable, form=printable, company=printable, cik=st.integers(1), filed_on=printable,
    accepted_at=st.none() | printable, items=st.lists(printable).map(tuple), exhibit=st.none() | printable,
    nth=st.integers(0, 9), of=st.integers(0, 9), url=printable, document=st.none() | printable,
    file=st.none() | printable, size=st.none() | st.integers(0), sha256=st.none() | printable,
    note=st.none() | printable,
)  # fmt: skip


@given(st.lists(entries, max_size=3))
def test_manifest_lines_come_back_as_they_were(written: list[Entry]) -> None:
    body = "".join(e.model_dump_json() + "\n" for e in written).encode()
    assert body.count(b"\n") == len(written)
    assert read_entries(body) == written


@given(st.binary(max_size=200))
def test_manifest_reads_over_what_is_no_line_of_it(noise: bytes) -> None:
    assert read_entries(LINES + noise.replace(b"\n", b" ") + b"\n" + LINES)[:3] == [FIRST, SECOND, NONE]


@given(length=st.integers(0, len(LINES)))
def test_manifest_that_breaks_off_has_whole_filings_only(tmp_path_factory: pytest.TempPathFactory, length: int) -> None:
    folder = tmp_path_factory.mktemp("torn")
    (folder / MANIFEST).write_bytes(LINES[:length])
    manifest = Manifest(folder)
    both = len(FIRST.model_dump_json()) + len(SECOND.model_dump_json()) + 2
    assert manifest.complete("A") == ((FIRST, SECOND) if length >= both else ())
    assert manifest.complete("B") == ((NONE,) if length == len(LINES) else ())
    manifest.add([FIRST, SECOND])
    manifest.add([NONE])
    assert Manifest(folder).complete("A") == (FIRST, SECOND)
    assert Manifest(folder).complete("B") == (NONE,)
    assert (folder / MANIFEST).read_bytes().endswith(LINES)


def test_manifest_a_filing_fetched_anew_counts_anew(tmp_path: Path) -> None:
    manifest = Manifest(tmp_path)
    manifest.add([FIRST, SECOND])
    manifest.add([entry("A", 1, 1)])
    assert manifest.complete("A") == (entry("A", 1, 1),)
    assert Manifest(tmp_path).complete("A") == (entry("A", 1, 1),)
    assert manifest.complete("C") == ()
