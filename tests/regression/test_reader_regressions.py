"""What a reader once got wrong."""

import pytest

from topline.extraction import Extractor
from topline.readers import read_source

LEAD = (
    "BOSTON, May 6, 2024 (GLOBE NEWSWIRE) -- Quillon Therapeutics, Inc. (Nasdaq: QLTX) today reported financial results"
    " for the first quarter ended March 31, 2024."
)


def table(*rows: tuple[str, ...]) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    title = "<p><b>Condensed Statements of Operations (in thousands)</b></p>"
    return f"<html><p>{LEAD}</p>{title}<table>{cells}</table></html>"


@pytest.mark.parametrize(
    ("heads", "periods"),
    [
        (
            ("Three months ended March 31, 2024", "Three months ended March 31, 2023"),
            [("2024-01-01", "2024-03-31"), ("2023-01-01", "2023-03-31")],
        ),
        (
            ("Year ended December 31, 2023", "Year ended December 31, 2022"),
            [("2023-01-01", "2023-12-31"), ("2022-01-01", "2022-12-31")],
        ),
    ],
)
def test_regression_head_of_one_cell_keeps_its_date(
    extractor: Extractor, heads: tuple[str, str], periods: list[tuple[str, str]]
) -> None:
    record = extractor(table(("", *heads), ("Revenue", "$1,250", "$1,100"), ("Net loss", "(20)", "(30)")))
    found = [column.period for column in record.statements[0].columns]
    assert [(p.start, p.end) for p in found if p] == periods


def test_regression_minus_sign_of_mathematics(extractor: Extractor) -> None:
    heads = ("Three months ended March 31, 2024", "Three months ended March 31, 2023")
    source = table(("", *heads), ("Revenue", "$1,250", "$1,100"), ("Net loss", "\u221220", "\u221230"))
    rows = extractor(source).statements[0].rows
    assert [[cell.value for cell in row.cells] for row in rows] == [["1250000", "1100000"], ["-20000", "-30000"]]


def test_regression_cell_of_a_dash_is_the_dash(extractor: Extractor) -> None:
    heads = ("March 31, 2024", "December 31, 2023")
    source = table(("", *heads), ("Cash", "$1,250", "$1,100"), ("Debt", "$ \u2014", "$30"), ("Other", "\u2014", "4"))
    cells = [cell for row in extractor(source).statements[0].rows for cell in row.cells if cell.nil]
    assert [cell.raw for cell in cells] == ["$ \u2014", "\u2014"]


@pytest.mark.parametrize("sign", ["\u2192", "\u2043", ">", "\u25ba"])
def test_regression_rare_signs_of_bullets(sign: str) -> None:
    items = ["Dosed the first patient.", "Appointed a chemist."]
    document = read_source("\n\n".join([LEAD, "Recent highlights", "\n".join(f"{sign} {item}" for item in items)]))[0]
    assert [document.text_of(b) for b in document.blocks if b.kind == "bullet"] == items


def test_regression_contact_in_one_line_under_a_notice(extractor: Extractor) -> None:
    notice = "Forward-Looking Statements\nThis press release contains forward-looking statements. Risks are many."
    release = extractor(f"{LEAD}\n\n{notice}\n\nInvestors: Ann Lee, 617-555-0100\n").release
    assert [zone.kind for zone in release.zones][-1] == "contact"
    assert [(c.name, c.role) for c in release.contacts] == [("Ann Lee", "investors")]


def test_regression_last_day_in_the_lead_beats_the_quarter_of_the_headline(extractor: Extractor) -> None:
    headline = "Quillon Announces Fourth Quarter and Fiscal Year 2005 Results"
    lead = (
        "SAN DIEGO, CA \u2013 (Marketwired) \u2013 01/12/06 \u2013 Quillon Corp. (AMEX: QLT) today reported its results"
        " for the fourth quarter and fiscal year ended October 2, 2005."
    )
    period = extractor(f"{headline}\n\n{lead}").release.period
    assert period is not None
    assert (period.start, period.end) == ("2005-07-04", "2005-10-02")


@pytest.mark.parametrize("blank", ["&nbsp;", "&#160;", "\u00a0"])
def test_regression_paragraphs_of_html_told_by_their_indents(blank: str) -> None:
    sentences = ["The FDA approved Quilla in April.", "Nordbo acquired the rights to it.", "Cash was $3 million."]
    source = f"<html><p>{'<br>'.join(4 * blank + sentence for sentence in sentences)}</p></html>"
    document = read_source(source)[0]
    assert [document.text_of(block) for block in document.blocks] == sentences


def test_regression_e_mail_is_told_for_what_it_is(extractor: Extractor) -> None:
    mail = f"Return-Path: <ir@quillon.example>\r\nMIME-Version: 1.0\r\nSubject: News\r\n\r\n{LEAD}"
    assert [p.what[:20] for p in extractor(mail).problems] == ["this is an e-mail as"]
    assert extractor(LEAD).problems == ()


def test_regression_quotes_of_html_are_what_is_seen() -> None:
    words = "The <b>FDA</b> approved Quilla &amp; its device&#46;"
    document = read_source(f"<html><p>{LEAD}</p><p>{words}</p></html>")[0]
    start = document.source.index("The <b>")
    assert document.seen(start, start + len(words)) == "The FDA approved Quilla & its device."
    assert document.seen(start + 7, start + 10) == "FDA"
