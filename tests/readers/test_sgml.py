"""EDGAR submissions: what the header says, which documents are read, what is named instead."""

import as_html_today
import as_submission
import as_text
import pytest
from release_examples import EXAMPLES
from submission_headers import ACCESSION

from topline.errors import SourceNoRelease
from topline.readers import read_source
from topline.readers.submission import is_submission, read_header, split_parts

RELEASE = EXAMPLES["approvable"]
EXHIBIT = as_text.render(RELEASE, as_text.Options(tagged=True))
SHORT = "Tarnwick Biosciences, Inc. filed an IND for TW-118 today, as it had said it would."


def part(kind: str, text: str) -> str:
    return f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>1\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"


def test_readers_header_of_a_submission() -> None:
    filing = read_header(as_submission.render(RELEASE, EXHIBIT))
    assert filing.accession == ACCESSION
    assert (filing.form, filing.company, filing.cik) == ("8-K", "TARNWICK BIOSCIENCES, INC.", "0000912345")
    assert (filing.filed_on, filing.period_of_report) == ("2004-02-12", "2004-02-12")
    assert filing.accepted_at == "2004-02-12T16:30:25"
    assert filing.fiscal_year_end == "12-31"
    assert filing.items == ("Results of operations and financial condition",)


def test_readers_header_of_the_1990s() -> None:
    source = as_submission.render(RELEASE, EXHIBIT, as_submission.Options(era="1990s"))
    assert source.startswith("-----BEGIN PRIVACY-ENHANCED MESSAGE-----")
    assert is_submission(source)
    filing = read_header(source)
    assert (filing.accession, filing.filed_on, filing.accepted_at, filing.items) == (ACCESSION, "2004-02-12", None, ())


@pytest.mark.parametrize(
    "damage",
    [
        "FILED AS OF DATE:\t\tsoon",
        "FILED AS OF DATE:\t\t20041399",
        "FISCAL YEAR END:\t9999",
        "ACCESSION NUMBER:",
        "<ACCEPTANCE-DATETIME>99999999999999",
    ],
)
def test_readers_garbled_header_fields_are_null(damage: str) -> None:
    filing = read_header(f"<SEC-DOCUMENT>x\n<SEC-HEADER>x\n{damage}\n</SEC-HEADER>\n{part('EX-99.1', SHORT)}")
    assert (filing.accession, filing.filed_on, filing.accepted_at, filing.fiscal_year_end) == (None, None, None, None)


def test_readers_submission_names_all_its_documents() -> None:
    options = as_submission.Options(extras=("second release", "agreement", "graphic", "pdf", "empty release"))
    first, second = read_source(as_submission.render(RELEASE, EXHIBIT, options))
    assert first.filing is not None
    assert [(d.type, d.sequence, d.skipped) for d in first.filing.documents] == [
        ("8-K", 1, "no EX-99 exhibit"),
        ("EX-99.1", 2, None),
        ("EX-99.2", 3, None),
        ("EX-10.1", 4, "no EX-99 exhibit"),
        ("GRAPHIC", 5, "no EX-99 exhibit"),
        ("EX-99.3", 6, "a PDF, not text"),
        ("EX-99.4", 7, "empty"),
    ]
    assert [d.filename for d in first.filing.documents][:2] == ["d8k.txt", "dex991.txt"]
    assert [d.exhibit and d.exhibit.type for d in (first, second)] == ["EX-99.1", "EX-99.2"]
    assert [p.what for p in first.problems] == [
        "EX-99.3 was not read: a PDF, not text",
        "EX-99.4 was not read: empty",
    ]
    places = [(p.at.start, p.at.end) for p in first.problems if p.at]
    assert [first.source[a:b].startswith("<DOCUMENT>\n<TYPE>EX-99") for a, b in places] == [True, True]


def test_readers_exhibits_of_html_and_of_text_stand_in_one_submission() -> None:
    source = "".join(part(k, t) for k, t in [("EX-99.1", as_html_today.render(RELEASE)), ("EX-99.2", EXHIBIT)])
    first, second = read_source(source)
    lead = next(first.text_of(b) for b in first.blocks if b.kind == "lead")
    assert "today reported financial results for the fourth quarter" in lead
    assert "<span" not in first.page
    assert any(b.kind == "lead" for b in second.blocks)


@pytest.mark.parametrize("kind", ["EX-99", "EX-99.1", "EX-99.(A)", "ex-99.1", "EX-99.1 OTHERDOC"])
def test_readers_all_spellings_of_exhibit_99_are_releases(kind: str) -> None:
    assert read_source(part(kind, SHORT))[0].prose == SHORT


def test_readers_exhibit_that_lost_its_document_tag_is_read() -> None:
    source = f"<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>ex99-1.htm\n<TEXT>\n<html><body><p>{SHORT}</p></body></html>\n"
    (document,) = read_source(source)
    assert (document.format, document.prose, document.problems) == ("sgml", SHORT, ())
    assert document.exhibit is not None
    assert (document.exhibit.type, document.exhibit.sequence) == ("EX-99.1", 2)


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ([("8-K", SHORT), ("EX-10.1", SHORT)], r"8-K \(no EX-99 exhibit\); EX-10\.1 \(no EX-99 exhibit\)"),
        ([("EX-99.1", "<PDF>\nbegin 644 x.pdf\nM\n`\nend\n</PDF>")], r"EX-99\.1 \(a PDF, not text\)"),
        ([("EX-99.1", "begin 644 x.jpg\nM\n`\nend")], r"EX-99\.1 \(an encoded file, not text\)"),
        ([("EX-99.1", " \n ")], r"EX-99\.1 \(empty\)"),
        ([("EX-99.1", '<html><body><img src="slide1.jpg"></body></html>')], r"EX-99\.1 \(it shows no text\)"),
        ([], "no document at all"),
    ],
)
def test_readers_submission_without_a_release_names_what_it_holds(parts: list[tuple[str, str]], named: str) -> None:
    source = "<SEC-DOCUMENT>x\n<SEC-HEADER>x\n</SEC-HEADER>\n" + "".join(part(*p) for p in parts)
    with pytest.raises(SourceNoRelease, match=f"no EX-99 exhibit that can be read: {named}"):
        read_source(source)


def test_readers_cut_off_exhibit_is_read_and_a_problem() -> None:
    source = as_submission.render(RELEASE, EXHIBIT)
    cut = source[: source.index("About Tarnwick")]
    (document,) = read_source(cut)
    assert [p.what for p in document.problems] == ["EX-99.1 is cut off: its </DOCUMENT> is missing"]
    assert any(b.kind == "bullet" for b in document.blocks)


def test_readers_document_ends_where_the_next_begins() -> None:
    source = part("EX-99.1", SHORT).replace("</TEXT>\n</DOCUMENT>\n", "") + part("EX-99.2", "Other words of it.")
    first, second = split_parts(source)
    assert (first.whole, first.end, second.start, second.whole) == (False, second.start, second.start, True)
    assert source[first.text_start : first.text_end].strip() == SHORT


def test_readers_tags_of_ascii_exhibits_are_not_shown() -> None:
    document = read_source(as_submission.render(RELEASE, EXHIBIT))[0]
    assert [tag for tag in ("<PAGE>", "<TABLE>", "<CAPTION>", "<S>", "<C>", "</TABLE>") if tag in document.page] == []
    assert document.layout.to_source(document.page.index("CONDENSED"), document.page.index("CONDENSED") + 9)[0] == (
        document.source.index("CONDENSED")
    )


def test_readers_dashes_escaped_by_privacy_enhanced_mail() -> None:
    exhibit = "Ostrava Bio reports its results.\n- ------\n- -- The trial is over.\n- No escape."
    plain = f"<SEC-DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n{exhibit}\n</TEXT>\n</DOCUMENT>\n</SEC-DOCUMENT>\n"
    mail = f"-----BEGIN PRIVACY-ENHANCED MESSAGE-----\n{plain}-----END PRIVACY-ENHANCED MESSAGE-----\n"
    assert "\n- ------\n- -- The trial is over.\n- No escape." in read_source(plain)[0].page
    document = read_source(mail)[0]
    assert document.page.splitlines()[1:] == ["------", "-- The trial is over.", "- No escape."]
    bullet = next(b for b in document.blocks if b.kind == "bullet")
    assert mail[bullet.source_start : bullet.source_end] == "The trial is over."
