"""Tag soup to a page: nothing that is seen is lost, nothing else is shown, and reading never fails."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from visible_text import lost_on_the_page, misplaced

from topline.errors import SourceEmpty
from topline.readers import Document, read_source
from topline.readers.html import html_page

each_soup = settings(max_examples=150)

TAGS = [
    "p", "div", "span", "b", "font", "center", "ul", "ol", "li", "table", "tr", "td", "th", "caption", "h2", "pre", "a",
    "i", "sup", "blockquote", "form", "section", "dl", "dd", "nosuchtag", "ix:nonfraction", "u", "option",
]  # fmt: skip
ATTRIBUTES = [
    "", "", ' class="a"', ' title="a > b"', " title='</p>'", ' colspan="3"', " rowspan=2", " colspan=-1",
    ' colspan="9999999"', " rowspan='x'", " checked", " STYLE=text-align:center", ' a=b=c ""',
    ' style="padding-left:9..9pt;margin-left:-3in"', ' style="font-weight:bold"', ' href="file:///etc/passwd"',
]  # fmt: skip
HIDDEN = [
    "<!-- hid > <b> -->", "<!---->", "<!-->", "<script>hid < 3 && '<p>' > 'hid'</script>", "<style>hid {}</style>",
    "<title>hid</title>", "<![if hid]>", "<![CDATA[hid]]>", "<?php hid ?>", "<!DOCTYPE hid>", "<!hid>",
    '<div style="display:none">hid <b>hid</b></div>', '<img src="x" alt="hid">', "<ix:header>hid</ix:header>",
    "<br>", "<br/>", "<hr>", '<p style="page-break-before:always">',
]  # fmt: skip
STRAY = [
    " < ", " << ", " <3 ", " > ", " & ", " &x ", " &#; ", " &#xZ; ", " &zz; ", "&nbsp;", "&#160;", "&#151;", "&shy;",
    " ]]> ", "\n", "\r\n", "\t", "\u00a0", "\u200b", "\u00ad", "\x0c", '"', " --> ",
]  # fmt: skip

opened = st.builds(lambda tag, given: f"<{tag}{given}>", st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES))
closed = st.sampled_from(TAGS).map(lambda tag: f"</{tag}>")
pieces = st.one_of(
    opened, opened, closed, st.just("WORD"), st.just("WORD "), st.sampled_from(HIDDEN), st.sampled_from(STRAY)
)


def numbered(found: list[str]) -> str:
    """The pieces in a row, each word with a number of its own."""
    return "".join(piece.replace("WORD", f" w{i}q") for i, piece in enumerate(found))


def read(source: str) -> Document | None:
    try:
        return read_source(source, input_format="html")[0]
    except SourceEmpty:
        return None


@each_soup
@given(st.lists(pieces, max_size=60).map(numbered))
def test_readers_soup_loses_no_word_and_shows_nothing_hidden(source: str) -> None:
    words = re.findall(r"w\d+q", source)
    document = read(source)
    assert re.findall(r"w\d+q", document.page if document else "") == words
    assert "hid" not in (document.page if document else "")
    if document is not None:
        assert lost_on_the_page(document) == []
        assert misplaced(document, markup=True) == []


@each_soup
@given(st.text(alphabet="<>/!-=\"'&;#pbtdr \n\u00a0[]?", max_size=120))
def test_readers_signs_of_markup_in_any_order_are_read(source: str) -> None:
    page = html_page(source, 0, len(source))
    assert len(page.text) >= 0
    for at in range(len(page.text)):
        start, end = page.offsets.to_source(at, at + 1)
        assert 0 <= start <= end <= len(source)


@pytest.mark.parametrize("depth", [1, 5, 10, 20, 60])
def test_readers_nested_tables_keep_all_words_in_order(depth: int) -> None:
    source = "".join(f"<table><tr><td>w{i}q" for i in range(depth))
    source += "".join(f"</td><td>w{i}q</td></tr></table>" for i in range(depth, 2 * depth))
    document = read_source(f"<html>{source}</html>")[0]
    assert re.findall(r"w\d+q", document.prose) == [f"w{i}q" for i in range(2 * depth)]


def test_readers_five_thousand_nested_elements_are_read() -> None:
    source = (
        "<html>" + "<div><span>" * 5000 + "Tarnwick filed an IND." + "</span></div>" * 5000 + "<p>It was accepted.</p>"
    )
    assert read_source(source)[0].prose == "Tarnwick filed an IND.\n\nIt was accepted."


@pytest.mark.parametrize(
    "unit",
    ["<", "<!--", '<a href="', "&", "&#1", "<table>", "<table><tr><td>", "<div style=display:none>", "</p>", "<p>",
     "<li>", "<!", "<?", "</", "<![", "<b", "<script>", "<td colspan=200>", "<ul>", "a<br>", "<sup>1", "$", "(1) "],
)  # fmt: skip
def test_readers_time_grows_with_the_length_of_bad_markup(unit: str) -> None:
    """Twenty thousand of anything: a reader whose time grew with the square would need minutes."""
    source = f"<html><p>Tarnwick filed an IND.</p>{unit * 20_000}"
    start = time.perf_counter()
    assert read_source(source)[0].prose.startswith("Tarnwick filed an IND.")
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("a<b>b</b>c", "abc"),
        ("a <b>b</b> c", "a b c"),
        ("a&nbsp;&nbsp;b&#160;c", "a b c"),
        ("Reve&shy;nue", "Revenue"),
        ("Reve\u00adnue \u200bof", "Revenue of"),
        ("AT&T &amp; R&D", "AT&T & R&D"),
        ("&copy 2004 &reg;", "© 2004 ®"),
        ("&#147;Yes&#148; &#150; she&#146;s", "“Yes” – she’s"),
        ("&#x201C;Yes&#x201d;", "“Yes”"),
        ("\x93Yes\x94 \x96 she\x92s\x85", "“Yes” – she’s…"),
        ("&bogus; &#; &#99999999;", "&bogus; &#; \ufffd"),
        ("p < 0.05 and q > 0.1", "p < 0.05 and q > 0.1"),
        ("Sovratide<sup>®</sup> on the 24<sup>th</sup>", "Sovratide® on the 24th"),
        ("net loss<sup>1</sup> of $18.3 million<sup>2</sup>", "net loss ¹ of $18.3 million ²"),
        ("10<sup>6</sup> cells/m<sup>2</sup>", "10⁶ cells/m²"),
        ("CO<sub>2</sub>", "CO2"),
        ("a<!-- b -->c<!--> d", "ac d"),
        ("a<!-- b", "a<!-- b"),
        ('<img alt="x">a<input value="y">', "a"),
        ("a<script>b</script><style>c</style><title>d</title>e", "ae"),
        ('a<span style="display:none">b<span>c</span></span>d', "ad"),
        ('a<span style="display:none">b', "ab"),
        ("a<script>b", "ab"),
        ("a<SCRIPT>'</b>'</SCRIPT >b", "ab"),
        ("a<p/>b", "a b"),
        ('a<b title="<i> & <u>">b</b>', "ab"),
        ("a</b <i>b", "ab"),
        (f'a<b class="{"x" * 5000}" title="1 > 0" name="{"y" * 5000}">b</b>', "ab"),
        ("&# a <b>b</b> &#", "&# a b &#"),
        ('<p style="display:none">a<p>b', "b"),
        ('a<font style="visibility:hidden">)</font>', "a"),
        ("<a title=\"1 > 0\">a</a><a title='2 > 1'>b</a>", "ab"),
        ("&lt;p&gt; is a tag", "<p> is a tag"),
    ],
)
def test_readers_html_shows_what_a_browser_shows(markup: str, words: str) -> None:
    source = f"<html><body><p>{markup}</p></body></html>" if "</p>" not in markup else markup
    assert " ".join(html_page(source, 0, len(source)).text.split()) == words


def lines_of(markup: str) -> list[str]:
    return [line for line in html_page(markup, 0, len(markup)).text.split("\n") if line]


def test_readers_html_lists_get_signs_and_numbers() -> None:
    assert lines_of("<ul><li>a<li>b<ul><li>c</ul></ul><ol><li>d</li><li>e</li></ol>") == [
        "    •  a", "    •  b", "        •  c", "    1.  d", "    2.  e",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["&#8226;", "&middot;", "*", "o", "-", "1.", "(a)", "●"])
def test_readers_html_bullets_of_a_table_are_bullets(sign: str) -> None:
    source = f"<table><tr><td>&nbsp;</td><td>{sign}</td><td>The FDA accepted the NDA.</td></tr></table>" * 2
    assert [b.kind for b in read_source(f"<html>{source}</html>")[0].blocks] == ["bullet", "bullet"]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>&#149;&nbsp;&nbsp;Words of it.</p>",
        "<p>&bull; Words of it.<br></p>",
        "<dl><dt>&#9642;<dd>Words of it.</dl>",
        "<p>•</p><p>Words of it.</p>",
        "<table><tr><td><ul><li>Words of it.</ul></td></tr></table>",
        "<p><font face=Symbol>·</font><font size=1>&nbsp;&nbsp; </font>Words of it.</p>",
        "<div style='padding-left:36pt;text-indent:-18pt'>•<span style='padding-left:9pt'>Words of it.</span></div>",
    ],
)
def test_readers_html_bullets_of_all_makes_are_bullets(markup: str) -> None:
    document = read_source(f"<html>{markup}{markup}</html>")[0]
    assert [(b.kind, document.text_of(b)) for b in document.blocks] == [("bullet", "Words of it.")] * 2


def test_readers_html_bold_lines_are_headings() -> None:
    source = (
        "<html><p><b>Pipeline update</b></p><p>We <b>did</b> it all this year.</p><p><b>Outlook</b>: good.</p></html>"
    )
    page = html_page(source, 0, len(source))
    assert [page.text[at:].split("\n")[0] for at in sorted(page.headings)] == ["Pipeline update"]


def test_readers_html_tells_where_pages_of_paper_end() -> None:
    source = (
        '<p>one</p><hr><p>two</p><div style="page-break-before: always">three</div>'
        "<table><tr><td><hr></td></tr></table>"
    )
    page = html_page(source, 0, len(source))
    assert [page.text[at:].split()[0] for at in page.breaks] == ["two", "three"]


def test_readers_html_reads_no_file_and_runs_nothing(tmp_path: object) -> None:
    secret = tmp_path / "secret.txt"  # type: ignore[operator]
    secret.write_text("never shown", encoding="utf-8")
    source = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>Tarnwick &x; filed an IND.</p>'
        f'<iframe src="{secret.as_uri()}"></iframe><object data="{secret.as_uri()}"></object>'
        f'<script src="{secret.as_uri()}"></script><link rel="stylesheet" href="{secret.as_uri()}">'
        "<script>document.write('never shown')</script></body></html>"
    )
    document = read_source(source)[0]
    assert "never" not in document.page
    assert "Tarnwick &x; filed an IND." in document.prose
