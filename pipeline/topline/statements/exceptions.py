"""What a caption takes out of the scale: "(in thousands, except tests, patients and per-test amounts)"."""

import re
from collections.abc import Sequence

from topline.statements.parts import TableLine
from topline.statements.vocabulary import normal, singular, words

__all__ = ["excepted_in"]

_EXCEPT = re.compile(r"\bexcept(?:ing)?\b(?: for)?([^();]{2,200})", re.IGNORECASE)
_PARTS = re.compile(r",|;|&|\band\b|\bor\b|/")
_PADDING = frozenset({"data", "amounts", "amount", "information", "figures", "number", "numbers", "of", "the", "per"})


def excepted_in(lines: Sequence[TableLine]) -> tuple[str, ...]:
    """The things that are named, each in the singular: "test", "average selling price"."""
    said = " ".join(" ".join(line.text.split()) for line in lines)
    if "xcept" not in said.lower():
        return ()
    parts = (part for found in _EXCEPT.findall(said) for part in _PARTS.split(found))
    return tuple(dict.fromkeys(name for name in map(_named, parts) if name))


def _named(part: str) -> str:
    """Empty for what is a count or a price by its own words, as shares and percentages are."""
    told = normal(part).split()
    if not words("no_exceptions").isdisjoint(told):
        return ""
    return singular(" ".join(word for word in told if word not in _PADDING))
