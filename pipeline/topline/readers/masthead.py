"""Where a release's text begins, and what stands over it: headline, labels, letterhead, contacts."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from topline.readers.boilerplate import asks_to_contact, has_address, is_caption
from topline.readers.dateline import DATELINE
from topline.readers.headings import heading_kind
from topline.readers.paragraphs import Paragraph
from topline.records import ZoneKind
from topline.vocab import load_yaml

__all__ = ["Masthead", "read_masthead"]

_WORDS = load_yaml("wire.yaml")
_FURNITURE = re.compile("|".join(_WORDS["masthead"]), re.IGNORECASE)
_FORM = re.compile(rf"\b(?:{'|'.join(_WORDS['company_forms'])})\b", re.IGNORECASE)
_LETTERHEAD = re.compile(
    rf"(?:[A-Z0-9][\w&'’.\-]*,? ){{0,5}}[A-Z0-9][\w&'’.\-]*,? (?:{'|'.join(_WORDS['company_forms'])})\b\.?$",
    re.IGNORECASE,
)
_ASKING = re.compile(r"\b(?:contacts?|inquiries|for (?:more|further|additional) information)\s*:", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:Officer|President|Director|Manager|Relations|Communications|C[EFOM]O|CFA|Ph\.?D|M\.?D)\b")
_IMAGE = re.compile(r"!\[[^\]]{0,80}\]\([^)]{0,300}\)")
_FIRST = 40
_FIRST_PROSE = 14
_UNDATED = re.compile(r"[A-Z][A-Z .’'-]{2,30}, (?:[A-Z]{2}|[A-Z][a-z]{2,12}\.?)\s?(?:--|[–—-])\s?(?=[A-Z])")
_SHORTEST_LEAD = 50
_SHORTEST_TEXT = 20
_SHORTEST_PROSE = 140
_FEWEST_WORDS = 3
_NAME = 8
# A heading of these kinds may be the headline; others open a section that a release may consist of alone.
_HEADLINE_KINDS = (None, "body", "highlights")


class Masthead(NamedTuple):
    """The index of the lead, None where there is none, and the kinds of the paragraphs before it."""

    lead: int | None
    kinds: tuple[ZoneKind, ...]


def read_masthead(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> Masthead:
    """The lead is the paragraph with the dateline, else the first of plain prose under a headline."""
    lead = _dated(paragraphs, texts)
    if lead is None:
        lead = _first_prose(paragraphs, texts)
    if lead is not None:
        return Masthead(lead, tuple(_kinds(paragraphs[:lead], texts)))
    if paragraphs and paragraphs[0].heading and heading_kind(texts[0]) in _HEADLINE_KINDS:
        return Masthead(None, ("contact" if _FURNITURE.match(texts[0]) else "headline",))
    return Masthead(None, ())


def _dated(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> int | None:
    return next(
        (
            i
            for i, text in enumerate(texts[:_FIRST])
            if len(text) > _SHORTEST_LEAD and not paragraphs[i].furniture and _opens(text)
        ),
        None,
    )


def _opens(text: str) -> bool:
    """A dateline with a text behind it, or a city in capitals and a dash before a text of some length."""
    match = DATELINE.match(text[:240])
    if match is None and len(text) >= _SHORTEST_PROSE:
        match = _UNDATED.match(text)
    return match is not None and len(text) - match.end() > _SHORTEST_TEXT


def _first_prose(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> int | None:
    for i, (paragraph, text) in enumerate(zip(paragraphs[:_FIRST_PROSE], texts[:_FIRST_PROSE], strict=True)):
        if paragraph.marker or paragraph.furniture or is_caption(text):
            continue
        if paragraph.heading and i and heading_kind(text) not in (*_HEADLINE_KINDS, "contact"):
            return None
        if len(text) >= _SHORTEST_PROSE and _is_prose(text) and not asks_to_contact(text):
            return i if any(p.heading for p in paragraphs[:i]) else None
    return None


def _is_prose(text: str) -> bool:
    words = text.split()
    return text.rstrip("\"”’')*")[-1:] in ".!?" and sum(w[0].islower() for w in words) >= 0.5 * len(words)


def _kinds(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> list[ZoneKind]:
    """Title lines are the headline's, but for a letterhead and for the names under a "Contact:"."""
    titles = [_is_title(p, t) for p, t in zip(paragraphs, texts, strict=False)]
    lone = not any(title and not _is_letterhead(text) for title, text in zip(titles, texts, strict=False))
    kinds: list[ZoneKind] = []
    asking = False
    for paragraph, text, title in zip(paragraphs, texts, titles, strict=False):
        asking = bool(_ASKING.search(text)) or (asking and not (title and _is_headline(paragraph, text)))
        headline = title and not asking and (lone or not _is_letterhead(text))
        kinds.append("headline" if headline else "contact")
    return kinds


def _is_address(text: str) -> bool:
    return has_address(_IMAGE.sub("", text))


def _is_letterhead(text: str) -> bool:
    """One company's name and nothing else."""
    return _LETTERHEAD.match(text) is not None and len(_FORM.findall(text)) == 1


def _is_title(paragraph: Paragraph, text: str) -> bool:
    if paragraph.furniture or _FURNITURE.match(text) or asks_to_contact(text) or _is_address(text) or is_caption(text):
        return False
    return len(text.split()) >= _FEWEST_WORDS and sum(map(str.isalpha, text)) > len(text) // 2


def _is_headline(paragraph: Paragraph, text: str) -> bool:
    """Too loud or too long for a name with its title."""
    words = len(text.split())
    return not _PERSON.search(text) and (
        words > _NAME or (words > _FEWEST_WORDS and (paragraph.heading or text.isupper()))
    )
