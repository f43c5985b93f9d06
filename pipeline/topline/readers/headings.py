"""What kind of section a heading opens."""

import re
from functools import cache
from typing import NamedTuple

from topline.records import ZoneKind
from topline.vocab import load_yaml

__all__ = ["RunIn", "find_run_in", "heading_kind", "looks_like_heading", "names_section"]

_SHORT_WORDS = frozenset("a an and as at by for from in into of on or per the to via vs with".split())  # noqa: SIM905
_COMPANY_END = re.compile(r"\b(?:Inc|Corp|Ltd|Co|Cos|L\.?P|S\.A|N\.V|plc)\.$", re.IGNORECASE)
_LONGEST = 110
_MOST_WORDS = 5
_RUN_IN = re.compile(r"(?P<head>[^:*]{3,70}?)(?::\s+|\s+(?:--|[–—])\s+|\.?\s{2,})(?=\S)")
_WORDS = load_yaml("boilerplate.yaml")
# Text pasted without its line breaks: "About OstravaOstrava is …", "Forward-Looking StatementsThis release …".
_GLUED = re.compile(
    r"(?P<about>About (?:the )?(?P<name>[\w-]{3,})[^.!?:]{0,100}?)(?:(?<=\S)|\s)(?=(?i:(?P=name))\b)"
    r"|(?P<of>About [A-Z][^.!?:]{2,120}?[a-z)®™])(?=(?:The|Our|We) [A-Za-z])"
    rf"|(?P<head>(?:[A-Z][\w&/-]*,? |(?:and|of|the|on|for|to|&|from) ){{0,6}}[A-Z]?[\w-]*?"
    rf"(?:{'|'.join(_WORDS['last_words'])}))(?=[A-Z][a-z])"
)
_STRONG = re.compile(r"\*{1,3}(?P<head>[^*]{3,100}?)\*{1,3}:?\s+(?=\S)")
_COLUMNS = re.compile(r"\S {3,}\S.* {3,}\S")


@cache
def _patterns() -> tuple[tuple[ZoneKind, re.Pattern[str]], ...]:
    kinds = load_yaml("headings.yaml")
    return tuple((kind, re.compile("|".join(f"(?:{p})" for p in ps), re.IGNORECASE)) for kind, ps in kinds.items())


def heading_kind(text: str) -> ZoneKind | None:
    """The zone kind that a heading announces; None for one that the vocabulary does not know."""
    return next((kind for kind, pattern in _patterns() if pattern.match(text.lstrip("\"“‘'"))), None)


def looks_like_heading(text: str) -> bool:
    """A short line in title case or capitals, or one that ends in a colon; never a sentence."""
    return find_run_in(text) is None and _is_title(text)


def names_section(text: str) -> bool:
    """A few words alone on a line, in whatever letters, that name a section of a known kind."""
    if not text[:1].isupper() or text[-1] in ".!?;," or len(text.split()) > _MOST_WORDS:
        return False
    return heading_kind(text) is not None


def _is_title(text: str) -> bool:
    text = text.lstrip("\"“‘'")
    if not text or len(text) > _LONGEST or not text[0].isalnum():
        return False
    if _COLUMNS.search(text):
        return False
    if text[-1] in ".!?;," and not _COMPANY_END.search(text):
        return False
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", text) if w.lower() not in _SHORT_WORDS]
    if not words or len(words) > 14:
        return False
    capitals = sum(w[0].isupper() for w in words)
    return capitals >= 0.75 * len(words) or (text.endswith(":") and len(words) <= 8)


class RunIn(NamedTuple):
    """A heading in the first words of a paragraph: `[start, end)` of its text, which goes on at `rest`."""

    start: int
    end: int
    rest: int


def find_run_in(text: str) -> RunIn | None:
    """A heading of a known kind set off by a colon, a dash or two blanks; any one in bold or stuck to its text."""
    if (strong := _STRONG.match(text)) is not None:
        return RunIn(*strong.span("head"), strong.end())
    if (glued := _GLUED.match(text)) is not None:
        return RunIn(0, len(glued[0].rstrip()), glued.end())
    match = _RUN_IN.match(text)
    if match is None or not _is_title(match["head"]) or heading_kind(match["head"]) in (None, "contact"):
        return None
    return RunIn(match.start("head"), match.end("head"), match.end())
