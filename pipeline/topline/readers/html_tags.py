"""One HTML tag taken apart, by the standard library's parser."""

import re
from html.parser import HTMLParser

from topline.readers.html_style import VOID, Tag, read_tag

__all__ = ["TagReader"]

_NAME = re.compile(r"<([A-Za-z][^\s<>/\"']*)")
_LONGEST_KEPT = 1000


class TagReader(HTMLParser):
    """Start tags to what they say; inline styles make the same ones over and over, so each is taken apart once.

    `known` are those that were.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.known: dict[str, Tag] = {}
        self._attributes: list[tuple[str, str | None]] = []

    def __call__(self, written: str) -> Tag:
        name = _NAME.match(written)
        self.reset()
        self._attributes = []
        self.feed(written)
        tag = read_tag(name[1].lower() if name else "", self._attributes)
        if written.endswith("/>") and tag.name not in VOID:
            tag = tag._replace(closes=True)
        if len(written) < _LONGEST_KEPT:
            self.known[written] = tag
        return tag

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes = attrs
