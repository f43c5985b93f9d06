"""What a person sees of a release's source, found by other means than the readers'; shared by tests."""

import html
import re
import unicodedata
from collections.abc import Iterator

from topline.readers import Document, OffsetMap

# Comments, elements that nobody sees, tags with their quoted attributes, references, or any one character.
_HTML = re.compile(
    r"<!--.*?-->|<div style=\"display:none\">.*?</div>|<(script|style|title|ix:header)\b[^>]*>.*?</\1\s*>|"
    r"</?[a-z!?][^\s<>]*(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);|.",
    re.DOTALL | re.IGNORECASE,
)
_TEXT = re.compile(
    r"</?(?:page|table|caption|s|c|fn|f\d{1,2}|text|r|u|i|b|restubbed)>"
    r"|&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);|.",
    re.DOTALL | re.IGNORECASE,
)
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
MARKER = re.compile(r"[*•·●■◦]+|--|[-–—]|o|\(?\d{1,2}[.)]|\(?[a-z][.)]|#{1,6}")


def visible(source: str, *, markup: bool) -> Iterator[tuple[str, int]]:
    """Each character that is seen and no blank, with its place."""
    for match in (_HTML if markup else _TEXT).finditer(source):
        token = match[0]
        if token[0] == "<" and len(token) > 1:
            continue
        if "\x80" <= token < "\xa0":
            token = f"&#{ord(token)};"  # as Windows-1252 has it
        for char in html.unescape(token) if len(token) > 1 else token:
            if not char.isspace() and char not in _UNSEEN and char.isprintable():
                yield char, match.start()


def seen(source: str, *, markup: bool) -> str:
    return "".join(char for char, _ in visible(source, markup=markup))


def plain(text: str) -> str:
    """Without blanks, raised numbers as numbers."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def lost_on_the_way_to_the_page(document: Document, start: int, end: int, *, markup: bool) -> str:
    """Visible characters of `[start, end)` of the source that no character of the page stands for."""
    covered = _covered(document, document.layout, document.page)
    source = document.source[start:end]
    return "".join(char for char, at in visible(source, markup=markup) if not covered[start + at])


def lost_on_the_page(document: Document) -> list[str]:
    """Words of the page in no block and in no table, markers of bullets apart."""
    covered = _covered(document, document.offsets, document.prose)
    left = []
    at = 0
    for table in (*document.tables, None):
        end = table.start if table else len(document.page)
        left += ["".join(_uncovered(document, covered, i, word)) for i, word in _words(document.page, at, end)]
        at = table.end if table else end
    return [word for word in left if word and not MARKER.fullmatch(word)]


def _uncovered(document: Document, covered: bytearray, start: int, word: str) -> Iterator[str]:
    for at, char in enumerate(word, start):
        if not covered[document.layout.to_source(at, at + 1)[0]]:
            yield char


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    return ((m.start(), m[0]) for m in re.compile(r"\S+").finditer(text, start, end))


def _covered(document: Document, offsets: OffsetMap, text: str) -> bytearray:
    """For each character of the source whether a word of the text stands for it, or for the markup in that word."""
    covered = bytearray(len(document.source) + 1)
    for at, word in _words(text, 0, len(text)):
        a, b = offsets.to_source(at, at + len(word))
        covered[a:b] = b"\x01" * (b - a)
    return covered


def misplaced(document: Document, *, markup: bool) -> list[tuple[str, str]]:
    """Blocks whose source is not their text, with what stands there instead."""
    found = []
    for block in document.blocks:
        told = plain(document.text_of(block))
        for start, end in {
            (block.source_start, block.source_end),
            document.offsets.to_source(block.start, block.end),
        }:
            there = plain(seen(document.source[start:end], markup=markup))
            if there != told:
                found.append((told, there))
    return found
