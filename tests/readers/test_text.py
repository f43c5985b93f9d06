"""Wire text to a Document."""

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topline.errors import SourceEmpty, SourceMissing, SourceNotText
from topline.readers import Document, read_bytes, read_file, read_source

SAMPLE = Path(__file__).parents[2] / "annotations" / "sample"

RELEASE = """\
Exhibit 99.1

      Ostrava Bio Reports Second Quarter 2004 Results

    PORTLAND, Ore., Aug. 5 /PRNewswire-FirstCall/ -- Ostrava Bio, Inc. (Nasdaq:
OSTB) today reported results for the second quarter of 2004.  The net loss was
$3.1 million.
    Cash was $12.0 million at June 30, 2004, which the Company expects to be
enough for a year.

    "We are where we wanted to be," said Ann Teller, President.

    Second quarter highlights:

     *  Ostrava filed an IND for
        OB-12.

     *  The Company signed a short-
        term lease.

    Conference Call
    Ostrava will host a conference call today.

    About Ostrava Bio, Inc.
    Ostrava Bio, Inc. makes medicines.

    Safe Harbor Statement
    This announcement contains forward-looking statements.

                              OSTRAVA BIO, INC.
                           CONDENSED BALANCE SHEETS
                                (in thousands)

                                      June 30, 2004     December 31, 2003

    Cash                                    $12,003               $15,640
    Other assets                                140                    --
      Total assets                          $12,143               $15,640

SOURCE  Ostrava Bio, Inc.
    -0-                             08/05/2004
    /CONTACT:  Ann Teller, +1-503-555-0110/

CO:  Ostrava Bio, Inc.
ST:  Oregon
IN:  HEA BIO
SU:  ERN
"""


def blocks(document: Document) -> list[tuple[str, str, str]]:
    return [(b.section, b.kind, document.text_of(b)) for b in document.blocks]


def zone_texts(document: Document, kind: str) -> list[str]:
    return [" ".join(document.source[z.start : z.end].split()) for z in document.zones if z.kind == kind]


def test_readers_zones_of_a_wire_release() -> None:
    document = read_source(RELEASE)[0]
    assert zone_texts(document, "headline") == ["Ostrava Bio Reports Second Quarter 2004 Results"]
    assert zone_texts(document, "dateline") == ["PORTLAND, Ore., Aug. 5 /PRNewswire-FirstCall/ --"]
    assert zone_texts(document, "bullet") == [
        "Ostrava filed an IND for OB-12.",
        "The Company signed a short- term lease.",
    ]
    assert zone_texts(document, "quote") == ['"We are where we wanted to be," said Ann Teller, President.']
    assert zone_texts(document, "call") == ["Conference Call Ostrava will host a conference call today."]
    assert zone_texts(document, "about")[0].startswith("About Ostrava Bio, Inc. Ostrava Bio, Inc. makes")
    assert zone_texts(document, "safe_harbor")[0].startswith("Safe Harbor Statement This announcement")
    assert zone_texts(document, "statement")[0].startswith("OSTRAVA BIO, INC. CONDENSED BALANCE SHEETS")
    assert zone_texts(document, "statement")[0].endswith("$12,143 $15,640")
    assert zone_texts(document, "highlights")[0].startswith("Second quarter highlights: * Ostrava filed")


def test_readers_paragraphs_without_blank_lines_are_told_by_their_indent() -> None:
    texts = [text for _, kind, text in blocks(read_source(RELEASE)[0]) if kind in ("lead", "body")]
    assert texts[0].endswith("The net loss was $3.1 million.")
    assert texts[1] == "Cash was $12.0 million at June 30, 2004, which the Company expects to be enough for a year."


def test_readers_bullets_stand_under_their_heading() -> None:
    document = read_source(RELEASE)[0]
    bullet = next(b for b in document.blocks if b.kind == "bullet")
    assert bullet.heading is not None
    assert document.text_of(document.blocks[bullet.heading]) == "Second quarter highlights:"


def test_readers_a_hyphen_at_a_lines_end_joins_its_word() -> None:
    assert "The Company signed a short-term lease." in read_source(RELEASE)[0].prose


def test_readers_wire_codes() -> None:
    assert read_source(RELEASE)[0].codes == {
        "CO": ("Ostrava Bio, Inc.",),
        "ST": ("Oregon",),
        "IN": ("HEA", "BIO"),
        "SU": ("ERN",),
    }


def test_readers_prose_of_figures_is_no_table() -> None:
    text = (
        "The net loss was $11.8 million, or $0.45 per share, in 2003.  This was\n"
        "more than $7.0 million, or $0.30 per share.\n"
    )
    assert read_source(text)[0].tables == ()


@pytest.mark.parametrize(
    "sentence", ["Zentra lost $1,026,200 in the third quarter of 2004.", "Cash stood at $9.1 million."]
)
def test_readers_a_short_sentence_with_an_amount_over_a_table_is_prose(sentence: str) -> None:
    table = (
        "                 2004         2003\nRevenues    $ 980,402    $ 812,650\nNet loss  (1,026,156)    (901,000)\n"
    )
    document = read_source(f"{sentence}\n\n{table}")[0]
    assert document.prose == sentence
    assert [document.source[t.start : t.end].split() for t in document.tables] == [table.split()]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_readers_line_breaks_of_other_systems_give_the_same_prose(newline: str) -> None:
    assert read_source(RELEASE.replace("\n", newline))[0].prose == read_source(RELEASE)[0].prose


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_readers_encodings_give_the_same_prose(encoding: str) -> None:
    text = RELEASE.replace('"We', "“We").replace('be,"', "be,”").replace("OB-12", "Zoraxin®")
    assert read_bytes(text.encode(encoding))[0].prose == read_source(text)[0].prose


def test_readers_latin_1_bytes_that_are_no_windows_1252_are_read() -> None:
    assert read_bytes(b"Ostrava Bio r\xe9ports \x81 its results.")[0].prose == "Ostrava Bio réports its results."


def test_readers_a_stray_nul_is_a_blank_and_a_problem() -> None:
    document = read_source(
        "Ostrava Bio\x00filed an IND. " * 3 + "It was accepted by the agency, as was said in the letter it sent."
    )[0]
    assert document.prose.startswith("Ostrava Bio filed an IND.")
    assert [p.at.start for p in document.problems if p.at] == [11]


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", b"\xef\xbb\xbf", b"\x00\x00"])
def test_readers_refuse_an_empty_release(data: bytes) -> None:
    with pytest.raises(SourceEmpty, match="empty"):
        read_bytes(data)


@pytest.mark.parametrize(
    ("data", "what"),
    [(b"%PDF-1.4\n", "PDF"), (b"PK\x03\x04\x00", "ZIP"), (b"\x89PNG\r\n", "PNG"), (bytes(range(32)) * 9, "control")],
)
def test_readers_refuse_binary_files(data: bytes, what: str) -> None:
    with pytest.raises(SourceNotText, match=what):
        read_bytes(data)


def test_readers_name_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="No such file"):
        read_file(tmp_path / "none.txt")
    with pytest.raises(SourceMissing, match="directory"):
        read_file(tmp_path)


BULLET = re.compile(r"[*•·]+|--|[-–—]|o|\(?\d{1,2}[.)]|\(?[a-z][.)]|#{1,6}")
words = st.text(alphabet="abcXYZ019 \t\n\r.,:;*()$%-\"'®\u00a0\u200b\x0c", max_size=400)


@given(words)
def test_readers_every_block_maps_back_to_its_source(text: str) -> None:
    try:
        document = read_source(text)[0]
    except (SourceEmpty, SourceNotText):
        return
    for block in document.blocks:
        prose = document.text_of(block)
        start, end = document.offsets.to_source(block.start, block.end)
        blanks = dict.fromkeys(map(ord, " \t\n\r\x0c\u00a0\u200b"))
        assert prose.translate(blanks) == document.source[start:end].translate(blanks)
        for at in range(block.start, block.end):
            if not document.prose[at].isspace():
                assert document.source[document.offsets.to_source(at, at + 1)[0]] == document.prose[at]


@given(words)
def test_readers_lose_no_visible_character(text: str) -> None:
    try:
        document = read_source(text)[0]
    except (SourceEmpty, SourceNotText):
        return
    covered = bytearray(len(text))
    for block in document.blocks:
        for at in range(block.start, block.end):
            covered[document.offsets.to_source(at, at + 1)[0]] = 1
    for table in document.tables:
        covered[table.start : table.end] = b"\x01" * (table.end - table.start)
    lost = "".join(" " if seen or c == "\u200b" else c for c, seen in zip(text, covered, strict=True)).split()
    assert [mark for mark in lost if not BULLET.fullmatch(mark)] == []


def rewrap(document: Document, width: int) -> str:
    """The same release with its prose wrapped anew, its tables as they are."""
    parts = [(b.source_start, wrap_block(document.text_of(b), b.kind == "bullet", width)) for b in document.blocks]
    parts += [(t.start, document.source[t.start : t.end]) for t in document.tables]
    return "\n\n".join(text for _, text in sorted(parts))


def wrap_block(text: str, bullet: bool, width: int) -> str:
    first, rest = ("     *  ", "        ") if bullet else ("    ", "")
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


@pytest.mark.parametrize("width", [40, 50, 64, 80, 100, 10_000])
@pytest.mark.parametrize("name", ["merrow_bay_2003_q3.txt", "merrow_bay_2004_q1.txt"])
def test_readers_wrapping_changes_neither_text_nor_zones(name: str, width: int) -> None:
    document = read_file(SAMPLE / name)[0]
    again = read_source(rewrap(document, width))[0]
    assert [(b.section, b.kind, again.text_of(b)) for b in again.blocks] == blocks(document)
    assert len(again.tables) == len(document.tables)
