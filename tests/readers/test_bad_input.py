"""Damaged, hostile and huge input: a sound record with problems or a named error, in time that grows with the text."""

import time
from pathlib import Path

import as_html_2000s
import as_html_today
import as_submission
import as_text
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from release_examples import EXAMPLES

from topline.errors import SourceError, SourceNoRelease, SourceTooLarge
from topline.readers import Document, read_bytes, read_source
from topline.readers.page import MOST_CHARACTERS

RELEASE = EXAMPLES["approvable"]
FORMS = {
    "text": as_text.render(RELEASE),
    "html of the 2000s": as_html_2000s.render(RELEASE),
    "html of today": as_html_today.render(RELEASE, as_html_today.Options(hidden=True, spelling="raw")),
    "submission of text": as_submission.render(RELEASE, as_text.render(RELEASE, as_text.Options(tagged=True))),
    "submission of html": as_submission.render(
        RELEASE,
        as_html_today.render(RELEASE),
        as_submission.Options(era="today", extras=("pdf", "xbrl", "second release")),
    ),
}
each_cut = settings(max_examples=60)


def check(document: Document) -> None:
    """Places that are places, whatever the input was."""
    size = len(document.source)
    assert [z for z in document.zones if not 0 <= z.start < z.end <= size] == []
    assert [b for b in document.blocks if not 0 <= b.source_start < b.source_end <= size] == []
    assert [t for t in document.tables if not 0 <= t.start < t.end <= len(document.page)] == []
    assert [p for p in document.problems if p.at and not 0 <= p.at.start < p.at.end <= size] == []


@each_cut
@given(form=st.sampled_from(sorted(FORMS)), share=st.floats(0, 1))
def test_readers_input_cut_at_any_byte(form: str, share: float) -> None:
    data = FORMS[form].encode()
    try:
        documents = read_bytes(data[: int(share * len(data))])
    except SourceError as error:
        assert len(str(error)) > 20  # noqa: PT017 - either way is right
        return
    for document in documents:
        check(document)


@each_cut
@given(form=st.sampled_from(sorted(FORMS)), start=st.floats(0, 1), length=st.integers(1, 4000))
def test_readers_input_with_a_hole(form: str, start: float, length: int) -> None:
    text = FORMS[form]
    at = int(start * len(text))
    try:
        documents = read_source(text[:at] + text[at + length :])
    except SourceError:
        return
    for document in documents:
        check(document)


@pytest.mark.parametrize("form", ["html of the 2000s", "html of today"])
def test_readers_html_that_is_cut_off_keeps_all_before_the_cut(form: str) -> None:
    text = FORMS[form]
    cut = text[: text.index("disorders of the stomach")]
    prose = read_source(cut)[0].prose
    assert prose.endswith("Tarnwick Biosciences, Inc. develops medicines for")
    assert "In January 2004 the FDA issued an approvable letter for Corvenil." in prose


def test_readers_html_without_any_end_tag_keeps_all_words() -> None:
    whole = read_source(FORMS["html of today"])[0]
    text = FORMS["html of today"]
    for tag in ("span", "div", "p", "td", "tr", "body", "html", "font", "b"):
        text = text.replace(f"</{tag}>", "")
    document = read_source(text)[0]
    assert "".join(document.page.split()) == "".join(whole.page.split())


def test_readers_same_exhibit_a_thousand_times() -> None:
    part = "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nTarnwick filed an IND today.\n</TEXT>\n</DOCUMENT>\n"
    bad = "<DOCUMENT>\n<TYPE>EX-99.2\n<TEXT>\n<PDF>\n</TEXT>\n</DOCUMENT>\n"
    documents = read_source("<SEC-DOCUMENT>x\n" + part * 1000 + bad)
    assert len(documents) == 1000
    assert {d.prose for d in documents} == {"Tarnwick filed an IND today."}


def submission_of(size: int, *, kind: str) -> str:
    """One whose agreement, or whose release, has about `size` characters."""
    paragraph = "<p style='margin:0'>The parties agree on the following terms, which are set out in Annex 1.</p>\n"
    filler = paragraph * (size // len(paragraph))
    if kind == "release":
        exhibit = as_html_today.render(RELEASE).replace("</body>", f"{filler}</body>")
        return as_submission.render(RELEASE, exhibit, as_submission.Options(era="today"))
    text = as_submission.render(RELEASE, as_html_today.render(RELEASE), as_submission.Options(extras=("agreement",)))
    return text.replace("LICENSE AGREEMENT", f"<html>{filler}</html>")


def test_readers_submission_of_fifty_megabytes() -> None:
    data = submission_of(50_000_000, kind="agreement").encode()
    assert len(data) > 49_000_000
    start = time.perf_counter()
    (document,) = read_bytes(data)
    assert time.perf_counter() - start < 5
    assert document.filing is not None
    assert [d.type for d in document.filing.documents] == ["8-K", "EX-99.1", "EX-10.1"]
    assert any(b.kind == "bullet" for b in document.blocks)


def test_readers_time_for_a_long_release_grows_with_its_length() -> None:
    took = []
    for size in (400_000, 1_600_000):
        source = submission_of(size, kind="release")
        start = time.perf_counter()
        (document,) = read_source(source)
        took.append(time.perf_counter() - start)
        assert document.prose.count("The parties agree") == source.count("The parties agree")
    assert took[1] < 10 * took[0]


def test_readers_release_longer_than_any_is_refused() -> None:
    text = "Tarnwick filed an IND. " * (MOST_CHARACTERS // 23 + 1)
    for source in (text, f"<html><body>{text}</body></html>"):
        with pytest.raises(SourceTooLarge, match="split the file"):
            read_source(source)
    with pytest.raises(SourceNoRelease, match="longer than 20,000,000 characters"):
        read_source(f"<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("<html><body></body></html>", "no text is shown"),
        ('<html><img src="a.jpg"><!-- words --></html>', "no text is shown"),
        ("\u200b \u00ad\u200b", "no text is shown"),
        ("<html><script>words()</script></html>", "no text is shown"),
    ],
)
def test_readers_source_that_shows_nothing_is_empty(source: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_source(source)


def test_readers_files_that_html_names_are_not_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Tarnwick never said this.", encoding="utf-8")
    path = tmp_path / "release.htm"
    entity = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}"> <!ENTITY % y SYSTEM "{secret.as_uri()}"> %y;]>'
    path.write_text(
        f'<?xml version="1.0"?>{entity}<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><p>Tarnwick &x; filed.'
        "</p>"
        f'<xi:include href="{secret.as_uri()}" parse="text"/><iframe src="{secret.name}"></iframe>'
        f'<object data="secret.txt"></object><!--#include file="secret.txt" --></body></html>',
        encoding="utf-8",
    )
    document = read_bytes(path.read_bytes(), input_format="html")[0]
    assert "never" not in document.page
    assert "Tarnwick &x; filed." in document.page


def test_readers_entities_that_would_grow_without_end_stay_as_they_are() -> None:
    entities = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 9))
    source = f"<!DOCTYPE html [{entities}]><html><body><p>Tarnwick &e8; filed an IND.</p></body></html>"
    assert "Tarnwick &e8; filed an IND." in read_source(source)[0].page
