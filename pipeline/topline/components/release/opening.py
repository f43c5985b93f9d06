"""What a release opens with: the lines above its text, its headline, its dateline, its lead."""

import re
from dataclasses import dataclass

from topline.readers import DATELINE, Block, Document

__all__ = ["Opening", "read_opening", "unmarked"]

_IMAGE = re.compile(r"!\[[^\]]{0,200}\]\([^)\s]{0,600}\)")
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\([^)\s]{0,600}\)")
_BOLD = re.compile(r"\*\*|__|(?<=\w)\*(?=\s)")
_CITY_ALONE = re.compile(r"[A-Z][\w.,'’ ]{2,60}[\-–—]+\s*$")
_CITY_END = re.compile(r"\s[\-–—]|[\-–—]{2,}|[\-–—](?=[\s(])|[—(/]|\.{3,}|…")
_LOGO = re.compile(r"\[[A-Z ]{3,40}\]\s*")
_JOINTS = "and or of to for in on with from at by the a an as its into &".split()  # noqa: SIM905
_JOINED = re.compile(rf"(?:{'|'.join(_JOINTS)}|[,&–—-])$", re.IGNORECASE)
_JOINING = re.compile(rf"(?:{'|'.join(_JOINTS)})\b(?! to\b)|[a-z&(,]", re.IGNORECASE)
_LONGEST_DATELINE = 300
_LONG = 80


@dataclass(frozen=True, slots=True)
class Opening:
    """`above` are the texts before the lead, `body` is the lead without its dateline, `headline` is whole.

    `at` is where the dateline begins in the source, None where there is none.
    """

    headline: str | None
    headlines: tuple[str, ...]
    above: tuple[str, ...]
    dateline: re.Match[str] | None
    body: str
    at: tuple[int, int] | None

    @property
    def city(self) -> str | None:
        """What stands before the date and the wire: "KING OF PRUSSIA, Pa."."""
        if self.dateline is None:
            return None
        end = self.dateline.start("date") if self.dateline["date"] else self.dateline.end()
        return _CITY_END.split(self.dateline.string[self.dateline.start() : end], maxsplit=1)[0].strip(" ,") or None


def unmarked(text: str) -> str:
    """The text without the signs of Markdown."""
    if "](" not in text and "*" not in text and "__" not in text:
        return text
    return _BOLD.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))


def read_opening(document: Document) -> Opening:
    blocks = document.blocks
    lead = _lead(document)
    text = unmarked(document.text_of(blocks[lead])) if lead is not None else ""
    dateline = DATELINE.match(text[:_LONGEST_DATELINE])
    if dateline is None and lead:
        before = unmarked(document.text_of(blocks[lead - 1])).strip()
        if _CITY_ALONE.fullmatch(before):
            text = f"{before} {text}"
            dateline = DATELINE.match(text[:_LONGEST_DATELINE])
    above = blocks[:lead] if lead is not None else blocks[:12]
    headlines = [b for b in above if b.kind == "headline"]
    found = blocks[lead] if lead is not None and dateline is not None else None
    return Opening(
        headline=_whole(document, headlines),
        headlines=tuple(unmarked(document.text_of(b)) for b in headlines[:4]),
        above=tuple(unmarked(document.text_of(b)) for b in above),
        dateline=dateline,
        body=text[dateline.end() :].lstrip() if dateline else text,
        at=(found.source_start, found.source_end) if found is not None else None,
    )


def _lead(document: Document) -> int | None:
    """The lead that the reader found, else the first paragraph that is long enough for one."""
    for i, block in enumerate(document.blocks):
        if block.kind == "lead":
            return i
    for i, block in enumerate(document.blocks):
        if not block.is_heading and block.end - block.start > _LONG:
            return i
    return None


def _whole(document: Document, headlines: list[Block]) -> str | None:
    """The first headline, with the lines that go on with its sentence; a line that begins anew is another one."""
    if not headlines:
        return None
    text = _LOGO.sub("", unmarked(document.text_of(headlines[0]))).strip()
    for block in headlines[1:4]:
        more = unmarked(document.text_of(block)).strip()
        if not (_JOINED.search(text) or _JOINING.match(more)):
            break
        text = f"{text} {more}"
    return text or None
