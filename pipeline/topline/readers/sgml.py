"""EDGAR full submissions: the EX-99 exhibits among their documents, each one a `Document`."""

from typing import Any, NamedTuple

from topline.errors import SourceNoRelease
from topline.readers.document import Document
from topline.readers.html import html_page, is_html
from topline.readers.page import MOST_CHARACTERS, Page, text_page
from topline.readers.sections import Origin, read_page
from topline.readers.submission import Part, is_enhanced, read_header, split_parts
from topline.records import Exhibit, FiledDocument, Filing, Problem, Span

__all__ = ["read_sgml"]

_RELEASES = "EX-99"


class _Opened(NamedTuple):
    """A document with its page, or with the reason why it has none."""

    part: Part
    page: Page | None
    skipped: str | None


def read_sgml(origin: Origin) -> tuple[Document, ...]:
    """One `Document` for each EX-99 exhibit. Raises SourceNoRelease, which names the documents, where there is none."""
    source = origin.source
    opened = [_open(part, source) for part in split_parts(source)]
    if not any(o.page for o in opened):
        named = "; ".join(f"{o.part.type} ({o.skipped})" for o in opened) or "no document at all"
        raise SourceNoRelease(f"this submission holds no EX-99 exhibit that can be read: {named}")
    documents = tuple(FiledDocument(**_exhibit(o.part), **_names(o.part), skipped=o.skipped) for o in opened)
    filing = read_header(source).model_copy(update={"documents": documents})
    unread = [_unread(o) for o in opened if o.skipped is not None and _is_exhibit(o.part)]
    return tuple(_read(o.part, o.page, origin, filing, unread) for o in opened if o.page is not None)


def _open(part: Part, source: str) -> _Opened:
    start, end = part.text_start, part.text_end
    if not _is_exhibit(part):
        return _Opened(part, None, "no EX-99 exhibit")
    if part.binary is not None:
        return _Opened(part, None, f"{part.binary}, not text")
    if end - start > MOST_CHARACTERS:
        return _Opened(part, None, f"longer than {MOST_CHARACTERS:,} characters")
    if is_html(source, start, end):
        page = html_page(source, start, end)
    else:
        page = text_page(source, start, end, escaped=is_enhanced(source))
    if not page.text.strip():
        return _Opened(part, None, "it shows no text" if source[start:end].strip() else "empty")
    return _Opened(part, page, None)


def _read(part: Part, page: Page, origin: Origin, filing: Filing, unread: list[Problem]) -> Document:
    cut = [] if part.whole else [_problem(part, f"{part.type} is cut off: its </DOCUMENT> is missing")]
    return read_page(
        page,
        Origin(
            name=origin.name,
            sha256=origin.sha256,
            format=origin.format,
            source=origin.source,
            problems=(*(p for p in origin.problems if _inside(p, part)), *cut, *unread),
            exhibit=Exhibit(**_exhibit(part)),
            filing=filing,
        ),
    )


def _is_exhibit(part: Part) -> bool:
    return part.type.upper().startswith(_RELEASES)


def _exhibit(part: Part) -> dict[str, Any]:
    return {"type": part.type, "sequence": part.sequence, "start": part.start, "end": part.end}


def _names(part: Part) -> dict[str, Any]:
    return {"filename": part.filename, "description": part.description}


def _inside(problem: Problem, part: Part) -> bool:
    return problem.at is None or part.start <= problem.at.start < part.end


def _unread(opened: _Opened) -> Problem:
    return _problem(opened.part, f"{opened.part.type} was not read: {opened.skipped}")


def _problem(part: Part, what: str) -> Problem:
    return Problem(at=Span(start=part.start, end=part.end), what=what)
