"""Paragraphs to zones: which part of the release each one is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from topline.readers.headings import heading_kind
from topline.readers.paragraphs import Paragraph
from topline.records import ZoneKind
from topline.vocab import load_yaml

__all__ = ["DATELINE", "Placed", "place"]

_WORDS = load_yaml("wire.yaml")
_MONTH = rf"(?:{'|'.join(_WORDS['months'])})"
_DAY = rf"(?:(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?|{_WORDS['slashed']})"
_WIRE = r"(?:[/(]\s?[A-Z][A-Za-z /.\-]{2,40}\s?[/)])"
# CITY, State, Month day[, year] /Wire/ -- or with the wire first: CITY--(BUSINESS WIRE)--Month day, year--
DATELINE = re.compile(
    rf"(?P<city>[A-Z][\w.'’&\- ]{{1,40}}(?:,\s?[A-Z][\w.'’ ]{{1,30}}){{0,3}}?)"
    rf"(?:\s?[,\-–—(]+\s?|\s)\(?(?:{_WIRE}\s?[\-–—,]*\s?|[A-Z][A-Za-z ]{{2,30}} ?[\-–—] ?)?"
    rf"(?P<date>{_DAY})\)?[,\s]*(?:{_WIRE})?\s?(?:[\-–—]+|:|$)\s?"
)
_SAFE_HARBOR = re.compile(
    r"forward[- ]looking (?:statements?|information)\b.{0,400}?\b(?:risks?|uncertaint|Act\b|differ|materially)|"
    r"\bare forward[- ]looking\b|\b[Ee]xcept for (?:the )?historical information|\bnot historical (?:facts?\b|are\b)|"
    r"\b(?:Private Securities Litigation Reform Act)\b",
    re.IGNORECASE | re.DOTALL,
)
_CODES = re.compile(rf"(?:{'|'.join(_WORDS['codes'])}):\s")
_TRAILER = re.compile("|".join(_WORDS["trailer"]), re.IGNORECASE)
_FURNITURE = re.compile("|".join(_WORDS["furniture"]), re.IGNORECASE)
_QUOTE = re.compile(r"[\"“]|''|``")
_STICKY: frozenset[ZoneKind] = frozenset({"about", "safe_harbor", "call", "replay", "webcast", "contact", "codes"})


_PROSE = 250
# From the fourth paragraph on, "Foo Bio, Inc. is a biopharmaceutical company …" opens the company's own profile.
_CLOSING = 3
_PROFILE = re.compile(
    r"(?:[A-Z][\w&'’.\-]*,? ){1,6}?(?:\([^)]{3,60}\),? )?(?:is|are) an? (?:[\w\-,/]+ ){0,9}?"
    r"(?:company|corporation|developer|organization|leader|firm)\b"
)
_SHORTEST_LEAD = 50
# A first heading is the release's headline, unless it opens a section that a release may consist of alone.
_HEADLINE_KINDS = (None, "body", "highlights")


class Placed(NamedTuple):
    """A paragraph with its zone: `section` as the heading says, `kind` its own (a bullet, a quote, the lead …)."""

    paragraph: Paragraph
    section: ZoneKind
    kind: ZoneKind
    heading: int | None

    @property
    def opens_section(self) -> bool:
        """A known heading starts a zone of its own, also after one of the same kind."""
        return self.paragraph.heading and self.section not in ("body", "headline")


def place(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> list[Placed]:
    """One `Placed` for each paragraph; `heading` is the index of the paragraph it stands under."""
    lead = _lead(texts)
    placed: list[Placed] = []
    section: ZoneKind = "body"
    heading: int | None = None
    for i, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        if i == lead:
            section, heading, paragraph.heading = "body", None, False
            placed.append(Placed(paragraph, "lead", "lead", None))
            continue
        if lead is not None and i < lead:
            kind: ZoneKind = "contact" if _FURNITURE.match(text) or _TRAILER.match(text) else "headline"
            placed.append(Placed(paragraph, kind, kind, None))
            continue
        if lead is None and i == 0 and paragraph.heading and heading_kind(text) in _HEADLINE_KINDS:
            placed.append(Placed(paragraph, "headline", "headline", None))
            continue
        section, heading = _section(i, paragraph, text, section, heading)
        placed.append(Placed(paragraph, section, _own_kind(paragraph, text, section), heading))
    return placed


def _lead(texts: Sequence[str]) -> int | None:
    """The paragraph with the dateline, among the first ones; a match may start a little into it."""
    return next(
        (i for i, text in enumerate(texts[:30]) if len(text) > _SHORTEST_LEAD and DATELINE.match(text[:240])), None
    )


def _section(
    i: int, paragraph: Paragraph, text: str, section: ZoneKind, heading: int | None
) -> tuple[ZoneKind, int | None]:
    if _CODES.match(text):
        return "codes", None
    if _TRAILER.match(text):
        return "contact", None
    if paragraph.heading:
        return heading_kind(text) or ("body" if section in _STICKY else section), i
    if section in ("body", "highlights", "about") and not paragraph.marker and _SAFE_HARBOR.search(text[:1500]):
        return "safe_harbor", None
    if section in ("body", "highlights") and i >= _CLOSING and not paragraph.marker and _PROFILE.match(text):
        return "about", None
    if section == "codes":
        return "contact", None
    if section == "contact" and len(text) > _PROSE:
        return "body", None  # contacts stood over the text, as they did in the 1990s
    return section, heading


def _own_kind(paragraph: Paragraph, text: str, section: ZoneKind) -> ZoneKind:
    if section in _STICKY or section == "statement":
        return section
    if paragraph.marker:
        return "bullet"
    if _QUOTE.match(text):
        return "quote"
    return section
