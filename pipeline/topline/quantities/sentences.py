"""Where the sentences of a paragraph end, as far as figures need to know it."""

import re

from topline.quantities.words import VOCABULARY

__all__ = ["sentences"]

# "- -" is the hyphen of an item of a list as it was escaped for the wire.
_END = re.compile(r"[.!?;][\"'”’)\]]{0,3} (?=[\"'“‘(\[]?[A-Z0-9$])|(?<= )- - (?=[A-Z0-9$])")
_ABBREVIATIONS = frozenset(VOCABULARY["abbreviations"])
_LAST_WORD = re.compile(r"[\w.&]{1,12}$")


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences; a semicolon ends one too. Abbreviations and single letters do not."""
    spans, start = [], 0
    for match in _END.finditer(text):
        if text[match.start()] == ".":
            word = _LAST_WORD.search(text[max(start, match.start() - 12) : match.start()])
            name = word[0].lower() if word else ""
            if name in _ABBREVIATIONS or (len(name) == 1 and name.isalpha()):
                continue
        spans.append((start, match.end()))
        start = match.end()
    if start < len(text):
        spans.append((start, len(text)))
    return spans
