"""What kind of section a heading opens."""

import re
from functools import cache

from topline.records import ZoneKind
from topline.vocab import load_yaml

__all__ = ["heading_kind", "looks_like_heading"]

_SHORT_WORDS = frozenset("a an and as at by for from in into of on or per the to via vs with".split())  # noqa: SIM905
_COMPANY_END = re.compile(r"\b(?:Inc|Corp|Ltd|Co|Cos|L\.?P|S\.A|N\.V|plc)\.$")
_LONGEST = 110


@cache
def _patterns() -> tuple[tuple[ZoneKind, re.Pattern[str]], ...]:
    kinds = load_yaml("headings.yaml")
    return tuple((kind, re.compile("|".join(f"(?:{p})" for p in ps), re.IGNORECASE)) for kind, ps in kinds.items())


def heading_kind(text: str) -> ZoneKind | None:
    """The zone kind that a heading announces; None for one that the vocabulary does not know."""
    return next((kind for kind, pattern in _patterns() if pattern.match(text)), None)


def looks_like_heading(text: str) -> bool:
    """A short line in title case or capitals, or one that ends in a colon; never a sentence."""
    if not text or len(text) > _LONGEST or not text[0].isalnum():
        return False
    if text[-1] in ".!?;," and not _COMPANY_END.search(text):
        return False
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", text) if w.lower() not in _SHORT_WORDS]
    if not words or len(words) > 14:
        return False
    capitals = sum(w[0].isupper() for w in words)
    return capitals >= 0.75 * len(words) or (text.endswith(":") and len(words) <= 8)
