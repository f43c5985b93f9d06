"""From the page and the prose back to the source, and the same facts whatever carries the text."""

import html
import random
import re

import as_html_2000s
import as_html_today
import as_submission
import as_text
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from release_examples import EXAMPLES
from visible_text import lost_on_the_page, lost_on_the_way_to_the_page, misplaced, plain, seen

from topline.errors import SourceError
from topline.readers import Document, OffsetMap, read_bytes, read_source
from topline.readers.document import Segment
from topline.statements import read_statements

NAMES = sorted(EXAMPLES)
each_text = settings(max_examples=150)
TEXTS = {
    "text": (as_text, False),
    "html of the 2000s": (as_html_2000s, True),
    "html of today": (as_html_today, True),
}


def told(document: Document) -> tuple[object, ...]:
    """Everything but places."""
    statements, _ = read_statements(document.page, document.tables)
    return (
        [(b.section, b.kind, b.is_heading, document.text_of(b)) for b in document.blocks],
        [z.kind for z in document.zones],
        [[(r.label, [(c.column, c.value) for c in r.cells]) for r in s.rows] for s in statements],
        document.codes,
    )


# the map itself


def test_readers_offsets_skip_what_the_source_does_not_have() -> None:
    offsets = OffsetMap([Segment(2, 10, 3, 3), Segment(8, 20, 2, 2)])
    assert offsets.to_source(0, 4) == (10, 12)
    assert offsets.to_source(2, 10) == (10, 22)
    assert offsets.to_source(5, 9) == (20, 21)


def test_readers_offsets_of_a_piece_are_those_of_the_whole_piece() -> None:
    offsets = OffsetMap([Segment(0, 0, 3, 3), Segment(3, 3, 1, 5), Segment(4, 8, 3, 3)])
    assert offsets.to_source(3, 4) == (3, 8)
    assert offsets.to_source(2, 5) == (2, 9)


def test_readers_offsets_that_do_not_rise_cover_all_that_lies_between() -> None:
    offsets = OffsetMap([Segment(0, 40, 5, 5), Segment(6, 10, 5, 5), Segment(12, 60, 5, 5)])
    assert offsets.to_source(0, 17) == (10, 65)
    assert offsets.to_source(0, 8) == (10, 45)
    assert offsets.to_source(7, 9) == (11, 13)


# any text

words = st.text(alphabet="abcXYZ019 \t\n\r.,:;*()$%-\"'®\u00a0\u200b\u00ad\x0c<>/&#\x92", max_size=300)
marks = st.sampled_from(
    [
        "<PAGE>",
        "<TABLE>",
        "</TABLE>",
        "<S>",
        "<C>",
        "<CAPTION>",
        "&amp;",
        "&#146;",
        "&nbsp;",
        "&lt;",
        " 1,234 ",
        "  (5)",
        "\n",
    ]
)
texts = st.lists(st.one_of(words, marks), max_size=12).map("".join)


@each_text
@given(texts)
def test_readers_text_loses_nothing_and_is_where_it_says(text: str) -> None:
    try:
        (document,) = read_source(text, input_format="text")
    except SourceError:
        return
    assert lost_on_the_way_to_the_page(document, 0, len(text), markup=False) == ""
    assert lost_on_the_page(document) == []
    assert misplaced(document, markup=False) == []


@each_text
@given(texts)
def test_readers_exhibit_in_a_submission_reads_like_the_text_alone(text: str) -> None:
    try:
        (alone,) = read_source(text, input_format="text")
        (filed,) = read_source(f"<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n")
    except SourceError:
        return
    assert [filed.text_of(b) for b in filed.blocks] == [alone.text_of(b) for b in alone.blocks]
    assert misplaced(filed, markup=False) == []


# written releases in other clothes


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", sorted(TEXTS))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_readers_encoding_changes_nothing_but_places(name: str, form: str, encoding: str) -> None:
    source = TEXTS[form][0].render(EXAMPLES[name])  # type: ignore[attr-defined]
    assert told(read_bytes(source.encode(encoding))[0]) == told(read_source(source)[0])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", sorted(TEXTS))
@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_readers_line_ends_change_nothing_but_places(name: str, form: str, newline: str) -> None:
    source = TEXTS[form][0].render(EXAMPLES[name])  # type: ignore[attr-defined]
    assert told(read_source(source.replace("\n", newline))[0]) == told(read_source(source)[0])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["html of the 2000s", "html of today"])
@pytest.mark.parametrize("seed", range(3))
def test_readers_breaking_the_lines_of_html_changes_nothing_but_places(name: str, form: str, seed: int) -> None:
    """A blank in markup may be any number of blanks and line ends; within tags, too."""
    source = TEXTS[form][0].render(EXAMPLES[name])  # type: ignore[attr-defined]
    dice = random.Random(seed)  # noqa: S311 - tests want the same dice every time
    blanks = [" ", "\n", "  ", "\r\n   ", "\t", " \x0c"]
    broken = re.sub(" ", lambda _: dice.choice(blanks), source)
    assert told(read_source(broken)[0]) == told(read_source(source)[0])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(3))
def test_readers_spelling_of_characters_changes_nothing_but_places(name: str, seed: int) -> None:
    source = as_html_today.render(EXAMPLES[name], as_html_today.Options(spelling="raw"))
    dice = random.Random(seed)  # noqa: S311 - tests want the same dice every time

    def spelled(match: re.Match[str]) -> str:
        char = match[0]
        byte = char.encode("cp1252", "ignore")
        forms = [
            char,
            f"&#{ord(char)};",
            f"&#x{ord(char):X};",
            f"&#{byte[0]};" if byte else char,
            bytes(byte).decode("latin-1"),
        ]
        return dice.choice([f for f in forms if f])

    body = source.index("<body>")
    spelt = source[:body] + re.sub(r"[^\x00-\x7f]|(?<=>)[A-Za-z](?=[a-z])", spelled, source[body:])
    assert html.unescape(spelt) != spelt
    assert told(read_source(spelt)[0]) == told(read_source(source)[0])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [50, 64, 78, 10_000])
def test_readers_wrapping_changes_nothing_but_places(name: str, width: int) -> None:
    options = as_text.Options(width=width)
    wanted = read_source(as_text.render(EXAMPLES[name]))[0]
    found = read_source(as_text.render(EXAMPLES[name], options))[0]
    assert [found.text_of(b) for b in found.blocks] == [wanted.text_of(b) for b in wanted.blocks]


@pytest.mark.parametrize("name", NAMES)
def test_readers_places_in_a_submission_are_those_of_the_exhibit_and_where_it_lies(name: str) -> None:
    exhibit = as_html_today.render(EXAMPLES[name])
    alone = read_source(exhibit)[0]
    source = as_submission.render(EXAMPLES[name], exhibit, as_submission.Options(era="today"))
    filed = read_source(source)[0]
    ahead = source.index(exhibit)
    assert [(z.kind, z.start - ahead, z.end - ahead) for z in filed.zones] == list(alone.zones)
    assert told(filed) == told(alone)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", sorted(TEXTS))
def test_readers_cells_are_where_they_say(name: str, form: str) -> None:
    module, markup = TEXTS[form]
    document = read_source(module.render(EXAMPLES[name]))[0]  # type: ignore[attr-defined]
    statements, problems = read_statements(document.page, document.tables)
    assert problems == []
    cells = [c for s in statements for r in s.rows for c in r.cells]
    assert len(cells) == sum(len(r.values) for s in EXAMPLES[name].statements for r in s.rows)
    for cell in cells:
        start, end = document.layout.to_source(cell.start, cell.end)
        assert plain(seen(document.source[start:end], markup=markup)) == plain(cell.raw)
