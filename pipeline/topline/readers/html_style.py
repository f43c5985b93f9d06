"""What tags, attributes and inline styles say of the text inside them."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

__all__ = ["BLOCKS", "VOID", "Style", "Tag", "read_tag"]

_BOLD = re.compile(
    r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:\s*[^;]*\bbold\b|text-decoration[a-z-]*\s*:[^;]*\bunderline",
    re.IGNORECASE,
)
_ALIGNED = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super|position\s*:\s*relative;\s*top\s*:\s*-", re.IGNORECASE)
_INDENT = re.compile(r"(?:padding|margin)-left\s*:\s*([\d.]{1,6})\s*(pt|px|in|em|%)", re.IGNORECASE)
_NEW_PAGE = re.compile(r"(?:page-)?break-(?:before|after)\s*:\s*(?:always|page)", re.IGNORECASE)
_UNITS = {"pt": 0.17, "px": 0.125, "in": 12.0, "em": 2.0, "%": 1.0}
_MOST_INDENT = 24
_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_LISTS = frozenset(["ul", "ol"])
_BOLD_TAGS = frozenset(["b", "strong", "u", "th"]) | _HEADS
BLOCKS = _HEADS | {
    "p", "div", "center", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "hr", "pre", "address", "section",
    "article", "header", "footer", "main", "form", "body", "fieldset", "figure", "figcaption",
}  # fmt: skip
VOID = frozenset({
    "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param",
})  # fmt: skip
_UNSEEN = frozenset(["title", "ix:header", "noframes", "template", "script", "style"])
_MOST_SPAN = 200
_PLAIN_TAGS = frozenset(["td", "th", "tr", "table"])


class Tag(NamedTuple):
    """A start tag: what its attributes say that matters here; `closes` for one that is its own end, "<p/>"."""

    name: str
    css: str
    align: str
    columns: int
    rows: int
    ends_page: bool
    closes: bool = False


def read_tag(name: str, attrs: Sequence[tuple[str, str | None]]) -> Tag:
    given = dict(attrs)
    css = given.get("style") or ""
    ends_page = name == "hr" or (css != "" and _NEW_PAGE.search(css) is not None)
    align = (given.get("align") or "").lower()
    return Tag(name, css, align, _span(given.get("colspan")), _span(given.get("rowspan")), ends_page)


class Style(NamedTuple):
    """An open element and how its text is set; `indent` in columns of the page."""

    tag: str
    bold: bool = False
    centred: bool = False
    indent: int = 0
    raised: bool = False
    hidden: bool = False

    def inside(self, tag: Tag) -> "Style":
        """The style of an element in this one."""
        return _inside(self, tag.name, tag.css, tag.align)


@lru_cache(maxsize=4096)
def _inside(outer: Style, tag: str, style: str, align: str) -> Style:
    """Tables and their parts do not take over what stands around them, but that nobody sees it."""
    around = Style("") if tag in _PLAIN_TAGS else outer
    return Style(
        tag,
        around.bold or tag in _BOLD_TAGS or (tag != "a" and _BOLD.search(style) is not None),
        tag in ("center", "th") or align == "center" or _centred(style, outer=around.centred and not align),
        min(around.indent + _indent(style) + 4 * (tag in _LISTS), _MOST_INDENT),
        around.raised or tag == "sup" or _RAISED.search(style) is not None,
        outer.hidden or tag in _UNSEEN or _HIDDEN.search(style) is not None,
    )


def _span(text: str | None) -> int:
    """A column or row span, one where the attribute is missing or senseless."""
    return min(int(text), _MOST_SPAN) if text and text.strip().isdecimal() and len(text) < 6 and int(text) > 0 else 1


def _centred(style: str, *, outer: bool) -> bool:
    match = _ALIGNED.search(style)
    return outer if match is None else match[1].lower() == "center"


def _indent(style: str) -> int:
    match = _INDENT.search(style)
    if match is None or match[1].count(".") > 1 or not match[1].strip("."):
        return 0
    return min(round(float(match[1]) * _UNITS[match[2].lower()]), _MOST_INDENT)
