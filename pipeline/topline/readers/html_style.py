"""What tags, attributes and inline styles say of the text inside them."""

import re
from typing import NamedTuple

__all__ = ["BLOCKS", "VOID", "Style", "hides", "span_of"]

_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:\s*[^;]*\bbold\b", re.IGNORECASE)
_ALIGNED = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INDENT = re.compile(r"(?:padding|margin)-left\s*:\s*([\d.]{1,6})\s*(pt|px|in|em|%)", re.IGNORECASE)
_UNITS = {"pt": 0.17, "px": 0.125, "in": 12.0, "em": 2.0, "%": 1.0}
_MOST_INDENT = 24
_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BOLD_TAGS = frozenset(["b", "strong", "u", "th"]) | _HEADS
BLOCKS = _HEADS | frozenset(
    "p div center blockquote ul ol li dl dt dd hr pre address section article header footer main form body fieldset"
    " figure figcaption title caption".split()  # noqa: SIM905
)
VOID = frozenset("br hr img input meta link area base col embed source track wbr param".split())  # noqa: SIM905
UNSEEN = frozenset(["title", "ix:header", "noframes", "template"])
_MOST_SPAN = 200
_PLAIN_TAGS = frozenset(["td", "th", "tr", "table"])


class Style(NamedTuple):
    """An open element and how its text is set; `indent` in columns of the page."""

    tag: str
    bold: bool = False
    centred: bool = False
    indent: int = 0

    def inside(self, tag: str, given: dict[str, str]) -> "Style":
        """The style of an element in this one; tables and their parts do not take over what stands around them."""
        outer = _PLAIN if tag in _PLAIN_TAGS else self
        style = given.get("style", "")
        aligned = given.get("align", "").lower()
        return Style(
            tag,
            outer.bold or tag in _BOLD_TAGS or bool(style and _BOLD.search(style)),
            tag in ("center", "th") or aligned == "center" or _centred(style, outer=outer.centred and not aligned),
            min(outer.indent + _indent(style), _MOST_INDENT),
        )


_PLAIN = Style("")


def hides(tag: str, style: str) -> bool:
    return tag in UNSEEN or bool(style and _HIDDEN.search(style))


def span_of(text: str | None) -> int:
    """A column or row span, one where the attribute is missing or senseless."""
    return min(int(text), _MOST_SPAN) if text and text.strip().isdecimal() and len(text) < 6 and int(text) > 0 else 1


def _centred(style: str, *, outer: bool) -> bool:
    match = _ALIGNED.search(style) if style else None
    return outer if match is None else match[1].lower() == "center"


def _indent(style: str) -> int:
    match = _INDENT.search(style) if style else None
    if match is None or match[1].count(".") > 1 or not match[1].strip("."):
        return 0
    return min(round(float(match[1]) * _UNITS[match[2].lower()]), _MOST_INDENT)
