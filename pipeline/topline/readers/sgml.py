"""EDGAR full submissions: the EX-99 exhibits among their documents, each one a `Document`."""

from topline.errors import SourceNoRelease
from topline.readers.document import Document
from topline.readers.html import html_page, is_html
from topline.readers.page import text_page
from topline.readers.sections import Origin, read_page
from topline.readers.submission import Part, read_header, split_parts
from topline.records import Exhibit, FiledDocument, Problem, Span

__all__ = ["read_sgml"]

_RELEASES = "EX-99"


def read_sgml(origin: Origin) -> tuple[Document, ...]:
    """One `Document` for each EX-99 exhibit. Raises SourceNoRelease, which names the documents, where there is none."""
    source = origin.source
    parts = split_parts(source)
    chosen = [part for part in parts if _skipped(part, source) is None]
    if not chosen:
        named = "; ".join(f"{part.type} ({_skipped(part, source)})" for part in parts) or "no document at all"
        raise SourceNoRelease(f"this submission holds no EX-99 exhibit that can be read: {named}")
    documents = tuple(FiledDocument(**_exhibit(p), **_names(p), skipped=_skipped(p, source)) for p in parts)
    filing = read_header(source).model_copy(update={"documents": documents})
    return tuple(_read(part, parts, origin, filing=filing) for part in chosen)


def _read(part: Part, parts: list[Part], origin: Origin, **header: object) -> Document:
    source, start, end = origin.source, part.text_start, part.text_end
    page = html_page(source, start, end) if is_html(source[start:end]) else text_page(source, start, end)
    return read_page(
        page,
        Origin(
            name=origin.name,
            sha256=origin.sha256,
            format=origin.format,
            source=source,
            problems=(*(p for p in origin.problems if _inside(p, part)), *_problems(part, parts, source)),
            exhibit=Exhibit(**_exhibit(part)),
            **header,
        ),
    )


def _exhibit(part: Part) -> dict[str, object]:
    return {"type": part.type, "sequence": part.sequence, "start": part.start, "end": part.end}


def _names(part: Part) -> dict[str, object]:
    return {"filename": part.filename, "description": part.description}


def _skipped(part: Part, source: str) -> str | None:
    """Why a document is not read as a release; None for one that is."""
    if not part.type.upper().startswith(_RELEASES):
        return "no EX-99 exhibit"
    if part.binary is not None:
        return f"{part.binary}, not text"
    return None if source[part.text_start : part.text_end].strip() else "empty"


def _inside(problem: Problem, part: Part) -> bool:
    return problem.at is None or part.start <= problem.at.start < part.end


def _problems(part: Part, parts: list[Part], source: str) -> list[Problem]:
    problems = []
    if not part.whole:
        what = f"{part.type} is cut off: its </DOCUMENT> is missing"
        problems.append(Problem(at=Span(start=part.start, end=part.end), what=what))
    for other in parts:
        if other.type.upper().startswith(_RELEASES) and (why := _skipped(other, source)) is not None:
            what = f"{other.type} was not read: {why}"
            problems.append(Problem(at=Span(start=other.start, end=other.end), what=what))
    return problems
