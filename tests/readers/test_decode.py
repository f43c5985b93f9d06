"""Bytes of any encoding to the same text, by what they are and not by what they say they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topline.errors import SourceNotText, SourceTooLarge
from topline.readers import read_bytes, read_file, read_source
from topline.readers.decode import MOST_BYTES, check_text, decode

TEXT = "Velmorra’s Sovratide® met its “primary” endpoint – é, ö and ™ in São Paulo… at 37 °C."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_readers_decode_all_encodings(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).removeprefix("\ufeff") == TEXT


@pytest.mark.parametrize("claim", ["utf-8", "us-ascii", "iso-8859-1", "utf-16", "shift_jis", "no-such-thing", ""])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_readers_decode_by_the_bytes_whatever_a_page_claims(claim: str, encoding: str) -> None:
    html = f'<html><head><meta charset="{claim}"></head><body><p>{TEXT}</p></body></html>'
    assert read_bytes(html.encode(encoding))[0].prose == TEXT


def test_readers_decode_what_only_the_pages_claim_tells() -> None:
    html = '<meta http-equiv="Content-Type" content="text/html; charset=macintosh"><p>Velmorra’s é</p>'
    assert decode(html.encode("mac_roman")) == html
    assert decode(html.encode()) == html


def test_readers_decode_a_file_of_two_encodings() -> None:
    assert decode("<TEXT>é’</TEXT>".encode() + "<TEXT>é’</TEXT>".encode("cp1252")) == "<TEXT>é’</TEXT>" * 2


def test_readers_decode_utf_8_that_is_cut_within_a_character() -> None:
    assert decode((TEXT + "é").encode()[:-1]).startswith(TEXT)


@given(st.text(alphabet=st.characters(codec="cp1252", exclude_categories=["Cc"])))
def test_readers_decode_windows_1252_or_what_is_also_utf_8(text: str) -> None:
    data = text.encode("cp1252")
    assert decode(b"\xff " + data + b" \xff").startswith("ÿ ")
    if text.isascii():
        assert decode(data) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_readers_decode_utf_8_always_as_it_was(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text
    assert decode(b"x" + text.encode()) == "x" + text


@given(st.binary(max_size=400))
def test_readers_decode_any_bytes_or_name_what_they_are(data: bytes) -> None:
    try:
        text = decode(data)
    except SourceNotText as error:
        assert "convert" in str(error)  # noqa: PT017 - either way is right
        return
    assert text == "" or data


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"{\\rtf1 x", "RTF"),
        (b"\n\n%PDF-1.7", "PDF"),
        (b"GIF89a", "GIF"),
        (b"\xd0\xcf\x11\xe0", "old Office"),
        (b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_readers_decode_refuses_what_is_no_text(data: bytes, what: str) -> None:
    with pytest.raises(SourceNotText, match=f"{what}.*convert it to text or HTML first"):
        read_bytes(data)


def test_readers_text_of_a_pdf_is_refused() -> None:
    with pytest.raises(SourceNotText, match="PDF"):
        read_source("%PDF-1.4\nstream of words")


def test_readers_characters_of_windows_1252_are_shown_and_no_problem() -> None:
    text = "Velmorra\x92s \x93primary\x94 endpoint \x96 and the \x99 sign of it\x85"
    document = read_source(text)[0]
    assert document.prose == "Velmorra’s “primary” endpoint – and the ™ sign of it…"
    assert document.problems == ()
    assert document.source == text


def test_readers_bytes_without_a_meaning_are_blanks_and_a_problem() -> None:
    assert [p.what for p in check_text("The NDA\x81 was filed by the company.")] == [
        "1 control characters were read as blanks, the first one here"
    ]


def test_readers_refuse_more_than_a_submission_can_be(tmp_path: object) -> None:
    path = tmp_path / "large.txt"  # type: ignore[operator]
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(SourceTooLarge, match="split it"):
        read_file(path)
