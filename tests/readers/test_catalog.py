"""The catalog of formats: each has a fixture, leads back to its source, and names what it cannot read."""

import sys
from collections.abc import Iterator
from pathlib import Path

import as_html_today
import as_submission
import as_text
import pytest
from release_examples import EXAMPLES
from visible_text import misplaced

from topline.errors import ConfigError, FormatUnknown, SourceError
from topline.readers import Format, formats, read_source

RELEASE = EXAMPLES["topline"]
# A release, whether it holds markup, and what is no release of the format.
FIXTURES: dict[str, tuple[str, bool, str]] = {
    "sgml": (as_submission.render(RELEASE, as_text.render(RELEASE)), False, "<SEC-DOCUMENT>nothing in it"),
    "html": (as_html_today.render(RELEASE), True, "<html><body><p>&nbsp;</p></body></html>"),
    "text": (as_text.render(RELEASE), False, "\u200b"),
}
OUTSIDER = """\
from topline.readers import Format
from topline.readers.page import text_page
from topline.readers.sections import read_page


def read(origin):
    start = origin.source.index("\\n") + 1
    return (read_page(text_page(origin.source, start, len(origin.source)), origin),)


noted = Format("noted", lambda source: source.startswith("#!noted"), read)
wrong = "no format"
taken = Format("html", lambda source: True, read)
"""


def test_readers_catalog_has_a_fixture_for_each_format() -> None:
    assert list(formats()) == list(FIXTURES)


@pytest.mark.parametrize("name", FIXTURES)
def test_readers_format_is_told_by_its_content(name: str) -> None:
    source, _, _ = FIXTURES[name]
    document = read_source(source)[0]
    assert document.format == name
    assert next(document.text_of(b) for b in document.blocks if b.kind == "headline") == RELEASE.headline


@pytest.mark.parametrize("name", FIXTURES)
def test_readers_format_leads_back_to_its_source(name: str) -> None:
    source, markup, _ = FIXTURES[name]
    assert misplaced(read_source(source, input_format=name)[0], markup=markup) == []


@pytest.mark.parametrize("name", FIXTURES)
def test_readers_format_names_what_it_cannot_read(name: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_source(FIXTURES[name][2], input_format=name)
    assert str(caught.value).endswith(("no document at all", f"no text is shown in what was read as {name}"))


def test_readers_format_that_is_asked_for_is_used() -> None:
    assert read_source("<p>Tarnwick filed an IND.</p>", input_format="text")[0].prose.startswith("<p>")
    assert read_source("<p>Tarnwick filed an IND.</p>", input_format="html")[0].prose == "Tarnwick filed an IND."
    with pytest.raises(FormatUnknown, match="there is no input format 'pdf': choose one of sgml, html, text"):
        read_source("x", input_format="pdf")


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("p < 0.05 and <0.01 in all; see <www.tarnwick.example> or <ir@tarnwick.example>.", "text"),
        ("                    <PAGE>\n<TABLE>\n<CAPTION>\n<S> <C>\n</TABLE>\n Tarnwick filed an IND.", "text"),
        ("<P>Tarnwick</P>\n<P>filed an IND.</P>", "html"),
        ("<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 3.2//EN'>\nTarnwick filed an IND.", "html"),
        ("<?xml version='1.0' encoding='ASCII'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>Tarnwick</html>", "html"),
        ("<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nTarnwick filed an IND.\n</TEXT>\n</DOCUMENT>", "sgml"),
    ],
)
def test_readers_format_of_short_sources(source: str, name: str) -> None:
    assert read_source(source)[0].format == name


@pytest.fixture
def outsider(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An installed distribution beside this one, with an entry point still to be written."""
    (tmp_path / "noted_releases.py").write_text(OUTSIDER, encoding="utf-8")
    info = tmp_path / "noted_releases-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: noted-releases\nVersion: 1.0\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    formats.cache_clear()
    yield info
    formats.cache_clear()
    sys.modules.pop("noted_releases", None)


def declare(info: Path, name: str) -> None:
    (info / "entry_points.txt").write_text(f"[topline.readers]\n{name} = noted_releases:{name}\n", encoding="utf-8")


def test_readers_format_of_another_package_is_asked_before_text(outsider: Path) -> None:
    declare(outsider, "noted")
    assert list(formats()) == ["sgml", "html", "noted", "text"]
    (document,) = read_source("#!noted by hand\nTarnwick filed an IND.\n")
    assert (document.format, document.prose) == ("noted", "Tarnwick filed an IND.")
    assert read_source("Tarnwick filed an IND.")[0].format == "text"
    assert isinstance(formats()["noted"], Format)


@pytest.mark.parametrize("name", ["wrong", "taken"])
def test_readers_format_of_another_package_must_be_one_of_a_new_name(outsider: Path, name: str) -> None:
    declare(outsider, name)
    with pytest.raises(ConfigError, match=f"noted_releases:{name} of topline.readers must be a topline.readers.Format"):
        formats()
