"""One release in all forms and spellings is read into the same zones and the same prose."""

import re
from collections.abc import Callable
from functools import cache
from html import escape
from typing import Any

import as_html_2000s
import as_html_today
import as_submission
import as_text
import pytest
from form_options import html_2000s, html_today, submissions, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from release_examples import EXAMPLES
from release_parts import visible
from visible_text import lost_on_the_page, lost_on_the_way_to_the_page, misplaced, plain
from wires import Wire

from topline.readers import Document, read_source

NAMES = sorted(EXAMPLES)
names = st.sampled_from(NAMES)
each_form = settings(max_examples=25)
# Lines of contacts and codes are blocks of their own in HTML and one paragraph in text; page numbers are no words of
# the release.
_FURNITURE = ("contact", "codes")


def told(document: Document) -> list[tuple[str, str, str]]:
    blocks = [b for b in document.blocks if b.section not in _FURNITURE and not document.text_of(b).isdigit()]
    return [(b.section, b.kind, document.text_of(b)) for b in blocks]


@cache
def wanted(name: str, wire: Wire) -> list[tuple[str, str, str]]:
    return told(read_source(as_text.render(EXAMPLES[name], as_text.Options(wire=wire)))[0])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", [as_text, as_html_2000s, as_html_today])
def test_readers_all_words_of_a_release_are_on_the_page_in_order(form: Any, name: str) -> None:
    document = read_source(form.render(EXAMPLES[name]))[0]
    at = 0
    page = "".join(document.page.split())
    for words in visible(EXAMPLES[name], form.Options().wire):
        found = page.find("".join(words.split()), at)
        assert found >= 0, words
        at = found if len(words) < 12 else found + 1


@each_form
@given(name=names, options=texts)
def test_readers_text_of_any_shape_gives_the_same_prose(name: str, options: as_text.Options) -> None:
    document = read_source(as_text.render(EXAMPLES[name], options))[0]
    assert told(document) == wanted(name, options.wire)
    check_places(document, markup=False)


@each_form
@given(name=names, options=html_2000s)
def test_readers_html_of_the_2000s_gives_the_same_prose(name: str, options: as_html_2000s.Options) -> None:
    document = read_source(as_html_2000s.render(EXAMPLES[name], options))[0]
    assert document.format == "html"
    assert told(document) == wanted(name, options.wire)
    check_places(document, markup=True)


@each_form
@given(name=names, options=html_today)
def test_readers_html_of_today_gives_the_same_prose(name: str, options: as_html_today.Options) -> None:
    document = read_source(as_html_today.render(EXAMPLES[name], options))[0]
    assert document.format == "html"
    assert told(document) == wanted(name, options.wire)
    check_places(document, markup=True)


@each_form
@given(name=names, options=submissions, as_html=st.booleans())
def test_readers_submissions_give_the_same_prose(name: str, options: as_submission.Options, as_html: bool) -> None:
    release = EXAMPLES[name]
    exhibit = as_html_today.render(release) if as_html else as_text.render(release, as_text.Options(tagged=True))
    document, *others = read_source(as_submission.render(release, exhibit, options))
    assert document.format == "sgml"
    assert told(document) == told(read_source(exhibit)[0])
    assert len(others) == options.extras.count("second release")
    check_places(document, markup=as_html)


def check_places(document: Document, *, markup: bool) -> None:
    """Nothing that is seen is lost, and each block is where it says."""
    if document.exhibit is None:
        start, end = 0, len(document.source)
    else:
        start = document.source.index("<TEXT>", document.exhibit.start) + len("<TEXT>")
        end = document.source.index("</TEXT>", start)
    assert lost_on_the_way_to_the_page(document, start, end, markup=markup) == ""
    assert lost_on_the_page(document) == []
    assert misplaced(document, markup=markup) == []
    assert all(z.start < z.end for z in document.zones)
    assert {plain(document.source[z.start : z.end])[:1] for z in document.zones} != {""}


# other ways to carry the same words


def in_pre(name: str) -> str:
    return f"<HTML>\n<BODY>\n<PRE>\n{escape(as_text.render(EXAMPLES[name]), quote=False)}</PRE>\n</BODY></HTML>\n"


def in_one_cell(name: str) -> str:
    """A table lays out the page, and the release is one of its cells."""
    opened = '<table width="600"><tr><td>&nbsp;</td></tr><tr><td>&nbsp;</td><td>'
    text = as_html_today.render(EXAMPLES[name], as_html_today.Options(wire="PRNewswire-FirstCall"))
    return text.replace("<body>", f"<body>{opened}").replace("</body>", "</td></tr></table></body>")


def parted_by_breaks(name: str) -> str:
    """No blocks at all."""
    text = as_html_today.render(EXAMPLES[name], as_html_today.Options(wire="PRNewswire-FirstCall"))
    return re.sub(r"<div[^>]*>", "", text).replace("</div>", "<br><br>")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("carry", [in_pre, in_one_cell, parted_by_breaks])
def test_readers_html_of_other_makes_gives_the_same_prose(carry: Callable[[str], str], name: str) -> None:
    document = read_source(carry(name))[0]
    assert document.format == "html"
    assert told(document) == wanted(name, "PRNewswire-FirstCall")
    assert len(document.tables) == len(read_source(as_text.render(EXAMPLES[name]))[0].tables)
    check_places(document, markup=True)
