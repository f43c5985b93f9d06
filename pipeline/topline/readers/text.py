"""Wire text: hard-wrapped lines, starred bullets and ASCII tables, or one line a paragraph."""

from topline.readers.document import Document
from topline.readers.page import text_page
from topline.readers.sections import Origin, read_page

__all__ = ["read_text"]


def read_text(origin: Origin) -> tuple[Document, ...]:
    return (read_page(text_page(origin.source, 0, len(origin.source)), origin),)
