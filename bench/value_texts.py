"""The forms in which a release is given to a tool, and the way from each back to the release's own offsets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tools.model import Finder, Found
from topline.readers import Document

__all__ = ["Form", "find_in_form", "forms_of"]


@dataclass(frozen=True, slots=True)
class Form:
    """`texts` with where each begins in the text that `to_source` leads from."""

    name: str
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    to_source: Callable[[int, int], tuple[int, int]]


def forms_of(document: Document) -> list[Form]:
    """As it is; with its lines joined, tables left out; and that paragraph by paragraph. The last two are topline's."""
    to_source = document.offsets.to_source
    blocks = document.blocks
    return [
        Form("raw", (document.source,), (0,), lambda start, end: (start, end)),
        Form("unwrapped", (document.prose,), (0,), to_source),
        Form("paragraphs", tuple(map(document.text_of, blocks)), tuple(b.start for b in blocks), to_source),
    ]


def find_in_form(find: Finder, form: Form, reference: datetime | None) -> list[Found]:
    return [
        _moved(found, start, form.to_source)
        for start, answers in zip(form.starts, find(form.texts, reference), strict=True)
        for found in answers
        if found.start < found.end
    ]


def _moved(found: Found, by: int, to_source: Callable[[int, int], tuple[int, int]]) -> Found:
    start, end = to_source(found.start + by, found.end + by)
    return replace(found, start=start, end=end)


def reference_of(day: str) -> datetime:
    return datetime.fromisoformat(day)


def first_day(found: Sequence[Found]) -> str | None:
    """The first whole day that was found, in the order of the text."""
    days = (f.value[:10] for f in sorted(found, key=lambda f: f.start) if f.kind == "date" and isinstance(f.value, str))
    return next((day for day in days if len(day) == len("2004-08-03") and day[0].isdigit()), None)
