"""How HTML spells characters that its author's keyboard or its sender's line did not have."""

from html import escape
from typing import Literal

Spelling = Literal["cp1252", "numeric", "named", "raw"]

_NAMES = {
    "\u00a0": "&nbsp;", "®": "&reg;", "™": "&trade;", "é": "&eacute;", "á": "&aacute;", "ö": "&ouml;", "—": "&mdash;",
    "–": "&ndash;", "‘": "&lsquo;", "’": "&rsquo;", "“": "&ldquo;", "”": "&rdquo;", "•": "&bull;", "·": "&middot;",
}  # fmt: skip


def escaped(text: str, spelling: Spelling) -> str:
    """An apostrophe is `&#146;` as "cp1252", which no standard allows and all browsers read; `&#8217;` as "numeric"."""
    safe = escape(text, quote=False)
    return safe if spelling == "raw" else "".join(_spelled(char, spelling) for char in safe)


def _spelled(char: str, spelling: Spelling) -> str:
    if char.isascii():
        return char
    if spelling == "named":
        return _NAMES.get(char, f"&#{ord(char)};")
    if spelling == "cp1252":
        byte = char.encode("cp1252", "ignore")
        return f"&#{byte[0] if byte else ord(char)};"
    return f"&#{ord(char)};"
