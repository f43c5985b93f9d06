"""HTML exhibits: what a browser would show is drawn as a page, which is then read like wire text."""

import re

from topline.readers.document import Document
from topline.readers.html_draw import draw_page
from topline.readers.html_flow import read_flow
from topline.readers.page import Page, require_length
from topline.readers.sections import Origin, read_page

__all__ = ["html_page", "is_html", "read_html"]

_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_ELEMENT = re.compile(r"</?(?:p|div|br|font|span|td|tr|h[1-6]|ul|ol|li|center|strong|em)\b[^<>]*>", re.IGNORECASE)
_LOOK = 20_000
_FEWEST = 3


def is_html(source: str, start: int = 0, end: int | None = None) -> bool:
    """A document's own tags near the start, or several elements that ASCII exhibits never have."""
    limit = start + _LOOK if end is None else min(end, start + _LOOK)
    if _DOCUMENT.search(source, start, limit):
        return True
    found = _ELEMENT.finditer(source, start, limit)
    return sum(1 for _ in zip(range(_FEWEST), found, strict=False)) == _FEWEST


def html_page(source: str, start: int, end: int) -> Page:
    require_length(start, end)
    return draw_page(read_flow(source, start, end))


def read_html(origin: Origin) -> tuple[Document, ...]:
    return (read_page(html_page(origin.source, 0, len(origin.source)), origin),)
