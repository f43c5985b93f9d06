"""Lines about people to ask, cut into pieces: a name, a title, a number, column by column."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from topline.readers import Block, Document
from topline.vocab import load_yaml

__all__ = ["ContactPieces", "Piece"]

_WIRE, _WORDS = load_yaml("wire.yaml"), load_yaml("release.yaml")
_CELL = re.compile(r"\S+(?: \S+)*")
_KEPT = rf"(?:{'|'.join([*_WIRE['company_forms'], *_WORDS['credentials']])})\b"
_CUT = re.compile(
    rf"\s*(?:[;|•]|,(?!\s*{_KEPT}))\s*|\s+(?:or|and)\s+(?=[(+\d])|,?\s+(?:or|and)\s+(?=[\w.]+@)|\s+[–—-]+\s+"
    r"|(?<=[a-z])\s?/\s?(?=[A-Z][a-z]+ [A-Z])"
)
_OR = re.compile(rf"\s*(?:[;|•]|,(?!\s*{_KEPT}))\s*(?:(?:or|and) )?|\s+or\s+")
_RUNNING = re.compile(r"/?(?:[A-Za-z]+ )?contacts?:.*,.*,", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(
    r"\b[A-Z]{2}\.? +\d{5}\b|\bP\.? ?O\.? Box\b|\d.{0,30}\b(?:Street|St\.|Avenue|Ave\b|Road|Rd\b|Suite|Drive|Blvd"
    r"|Boulevard|Floor|Parkway|Lane|Plaza|Way|Court|Square)\b"
)
_NUMERIC = re.compile(r"\d{3}\W{1,3}\d{4}|@")
_WRAPPED = 55


class Piece(NamedTuple):
    """`[start, end)` of the source; `first` where it opens its line."""

    text: str
    start: int
    end: int
    first: bool


class _Cell(NamedTuple):
    """What two blanks part from the rest of a line, `[start, end)` of the page."""

    indent: int
    start: int
    end: int


class ContactPieces:
    """The pieces of a document's blocks, read off the page, where lines and columns still are."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines: list[tuple[int, int, str]] = []  # place in the source, place in the page, text
        at = 0
        for text in document.page.split("\n"):
            if text.strip():
                left = at + len(text) - len(text.lstrip())
                self._lines.append((document.layout.to_source(left, left + 1)[0], at, text))
            at += len(text) + 1
        self._starts = [line[0] for line in self._lines]

    def of(self, block: Block) -> Iterator[Piece]:
        text = self._document.text_of(block)
        first = bisect_left(self._starts, block.source_start)
        last = bisect_left(self._starts, block.source_end)
        cells = [_cells(at, line) for _, at, line in self._lines[first:last]]
        widest = max((cell.end - cell.start for line in cells for cell in line), default=_WRAPPED)
        if widest >= _WRAPPED and _RUNNING.match(text):
            yield from self._running(block, text)
            return
        for column in _columns(cells):
            for cell in column:
                yield from self._cut(cell.start, cell.end)

    def _cut(self, start: int, end: int) -> Iterator[Piece]:
        """Of one line or cell; offsets are the page's until here."""
        page, at, first = self._document.page, start, True
        address = _ADDRESS.search(page[start:end]) is not None
        for a, b in _spans(page[start:end], _CUT):
            if page[at + a : at + b].strip() and (not address or _NUMERIC.search(page[at + a : at + b])):
                yield Piece(page[at + a : at + b], *self._document.layout.to_source(at + a, at + b), first)
                first = False

    def _running(self, block: Block, text: str) -> Iterator[Piece]:
        """Of a sentence such as "/CONTACT: Ann Lee, CFO of Merrow Bio, 415-555-0100, or ...", wrapped as it may be."""
        first = True
        for a, b in _spans(text, _OR):
            piece = text[a:b].strip("/ ")
            if piece:
                a = text.index(piece, a)
                source = self._document.offsets.to_source(block.start + a, block.start + a + len(piece))
                yield Piece(piece, *source, first)
                first = False


def _spans(text: str, cut: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = 0
    for match in cut.finditer(text):
        if match.end() > match.start():
            yield at, match.start()
            at = match.end()
    yield at, len(text)


def _cells(at: int, line: str) -> list[_Cell]:
    return [_Cell(m.start(), at + m.start(), at + m.end()) for m in _CELL.finditer(line.replace("\t", "  "))]


def _columns(lines: list[list[_Cell]]) -> list[list[_Cell]]:
    """The cells from top to bottom, column by column, if several lines have as many; else as they stand."""
    most = max(map(len, lines), default=0)
    widest = [cells for cells in lines if len(cells) == most]
    if len(widest) < 2 or len(widest[0]) < 2:
        return [[cell for cells in lines for cell in cells]]
    heads = [cell.indent for cell in widest[0]]
    columns: list[list[_Cell]] = [[] for _ in heads]
    for cell in (cell for cells in lines for cell in cells):
        nearest = min(range(len(heads)), key=lambda i: abs(heads[i] - cell.indent))
        columns[nearest].append(cell)
    return columns
