"""Paragraphs to zones: which part of the release each one is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from topline.readers.boilerplate import (
    asks_to_contact,
    has_address,
    hosts_call,
    is_caption,
    is_profile,
    is_safe_harbor,
    names_statement,
    tells_of_call,
    tells_of_risks,
)
from topline.readers.headings import heading_kind
from topline.readers.masthead import read_masthead
from topline.readers.paragraphs import Paragraph
from topline.records import ZoneKind
from topline.vocab import load_yaml

__all__ = ["Placed", "find_profiles", "place"]

_WORDS = load_yaml("wire.yaml")
_CODES = re.compile(rf"(?:{'|'.join(_WORDS['codes'])}):\s")
_TRAILER = re.compile("|".join(_WORDS["trailer"]), re.IGNORECASE)
_LABEL = re.compile(rf"(?:{'|'.join(_WORDS['labels'])})\W*$", re.IGNORECASE)
# "1) … 2) …" in one paragraph is a list in a sentence.
_INLINE = re.compile(r"\(?1[.)]\s.*\s\(?2[.)]\s")
_CITES = re.compile("|".join(load_yaml("boilerplate.yaml")["cites"]), re.IGNORECASE)
_QUOTE = re.compile(r"[\"“]|''|``")
# Sections that tell numbers and addresses of their own.
_CALLS: frozenset[ZoneKind] = frozenset({"call", "webcast", "replay"})
_OWN_CONTACTS = _CALLS | {"about"}
_PLAIN: frozenset[ZoneKind] = frozenset({"body", "highlights", "headline", "lead"})
_NEWS: frozenset[ZoneKind] = frozenset({"body", "highlights"})
# Sections that a heading of no known kind does not end.
_GOES_ON: frozenset[ZoneKind] = frozenset({*_NEWS, "contact", "statement"})
_PROSE = 250
_INTRODUCTION = 400
# A profile is told by its words only where no more than so many paragraphs of news come after it.
_NEWS_AFTER = 1
_NAME = 12


class Placed(NamedTuple):
    """A paragraph with its zone: `section` as the heading says, `kind` its own (a bullet, a quote, the lead …).

    `heading` is the index of the paragraph that it stands under; `opens` when it starts a zone, whatever came before.
    """

    paragraph: Paragraph
    section: ZoneKind
    kind: ZoneKind
    heading: int | None = None
    opens: bool = False


def place(paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> list[Placed]:
    """One `Placed` for each paragraph."""
    masthead = read_masthead(paragraphs, texts)
    placed = [_over(p, kind) for p, kind in zip(paragraphs, masthead.kinds, strict=False)]
    walk = _Walk(paragraphs, texts)
    if masthead.lead is not None:
        lead = paragraphs[masthead.lead]
        lead.heading = False
        placed.append(Placed(lead, "lead", "lead"))
    for i in range(len(placed), len(paragraphs)):
        placed.append(walk.place(i))
    return placed


def _over(paragraph: Paragraph, kind: ZoneKind) -> Placed:
    bullet = kind == "headline" and paragraph.marker is not None
    return Placed(paragraph, kind, "bullet" if bullet else kind)


class _Walk:
    """Goes down the release and keeps the section that it is in, and whether a heading or only words opened it."""

    def __init__(self, paragraphs: Sequence[Paragraph], texts: Sequence[str]) -> None:
        self._paragraphs, self._texts = paragraphs, texts
        self._section: ZoneKind = "body"
        self._heading: int | None = None
        self._titled = self._cites = False

    def place(self, i: int) -> Placed:
        paragraph, text = self._paragraphs[i], self._texts[i]
        if paragraph.furniture:
            return Placed(paragraph, self._section, "contact", self._heading)
        if is_caption(text):
            return Placed(paragraph, "contact", "contact")
        if paragraph.heading and _heading_kind(text) is None and asks_to_contact(text, strictly=True):
            paragraph.heading = False  # "Investors: Ann Teller, 617-555-0100"
        if paragraph.heading:
            return self._headed(i)
        self._move(self._read(i))
        kind = self._section if self._cites else _own_kind(paragraph, text, self._section)
        return Placed(paragraph, self._section, kind, self._heading)

    def _headed(self, i: int) -> Placed:
        paragraph, text = self._paragraphs[i], self._texts[i]
        kind = _heading_kind(text)
        self._cites = _CITES.match(text) is not None
        if kind is None and (self._section in _GOES_ON or (self._section in _CALLS and has_address(text))):
            self._heading = i if self._section in _NEWS else None
            opens = False
        else:
            numbered = paragraph.marker is not None and kind == self._section
            self._section, self._heading, self._titled = kind or "body", i, kind is not None
            opens = kind not in (None, "body", "contact") and not numbered
        return Placed(paragraph, self._section, self._section, i, opens)

    def _move(self, section: ZoneKind) -> None:
        if section != self._section:
            self._section, self._heading, self._titled = section, None, False

    def _read(self, i: int) -> ZoneKind:
        """The section of a paragraph that is no heading."""
        paragraph, text = self._paragraphs[i], self._texts[i]
        if _CODES.match(text):
            return "codes"
        if _TRAILER.match(text) or _LABEL.match(text):
            return "contact"
        if paragraph.marker is None and self._is_notice(i):
            return "safe_harbor"
        if paragraph.marker is None and names_statement(text):
            return "statement"
        if paragraph.marker is None and self._section in _NEWS and hosts_call(text):
            return "call"
        if paragraph.marker is None and asks_to_contact(text, strictly=self._section in _OWN_CONTACTS):
            return "contact"
        return self._section if self._holds(paragraph, text) else "body"

    def _is_notice(self, i: int) -> bool:
        """A safe harbor, and not the caution that introduces a list of forecasts."""
        text = self._texts[i]
        if self._section == "safe_harbor" or not is_safe_harbor(text):
            return False
        introduces = i + 1 < len(self._texts) and self._paragraphs[i + 1].marker is not None
        return not (introduces and self._section in _NEWS and len(text) < _INTRODUCTION)

    def _holds(self, paragraph: Paragraph, text: str) -> bool:
        """Whether the section goes on with a paragraph."""
        match self._section:
            case "contact" | "codes":
                return len(text) <= _PROSE and not is_profile(text)
            case "call" | "webcast" | "replay":
                return tells_of_call(text)
            case "safe_harbor":
                return paragraph.marker is not None or tells_of_risks(text) or (self._titled and not is_profile(text))
            case _:
                return True


def _heading_kind(text: str) -> ZoneKind | None:
    if _LABEL.match(text):
        return "contact"
    return "statement" if names_statement(text) else heading_kind(text)


def _own_kind(paragraph: Paragraph, text: str, section: ZoneKind) -> ZoneKind:
    if section not in _PLAIN:
        return section
    if paragraph.marker and not _INLINE.match(f"{paragraph.marker} {text}"):
        return "bullet"
    return "quote" if _QUOTE.match(text) else section


def find_profiles(placed: list[Placed], texts: Sequence[str]) -> list[Placed]:
    """Puts profiles without a heading, which close a release, into "about": told from the end backwards."""
    news = 0
    for i in range(len(placed) - 1, 0, -1):
        item = placed[i]
        if item.section == "lead":
            break
        if item.section not in _NEWS or item.paragraph.furniture or item.paragraph.heading:
            continue
        if item.paragraph.marker is None and _closes(placed, i, news) and is_profile(texts[i]):
            placed[i] = Placed(item.paragraph, "about", "about")
            if placed[i - 1].paragraph.heading and texts[i - 1][:_NAME] in texts[i]:
                placed[i - 1] = Placed(placed[i - 1].paragraph, "about", "about")
        else:
            news += 1
    return placed


def _closes(placed: Sequence[Placed], i: int, news: int) -> bool:
    """Whether a release is over with its paragraph `i`, or a notice stands right under it."""
    if placed[i].section == "highlights":
        return not news
    under = next((p.section for p in placed[i + 1 :] if not p.paragraph.furniture), None)
    return news <= _NEWS_AFTER or under == "safe_harbor"
