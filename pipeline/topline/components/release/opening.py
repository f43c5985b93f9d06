"""What a release opens with: the lines above its text, its headline, its dateline, its lead."""

import re
from dataclasses import dataclass

from topline.readers import DATELINE, Block, Document

__all__ = ["Opening", "read_opening", "unmarked"]

_IMAGE = re.compile(r"!\[[^\]]{0,200}\]\([^)\s]{0,600}\)")
_LINK = re.compile(r"\[([^\[\]]{0,200})\]\([^)\s]{0,600}\)")
_BOLD = re.compile(r"\*\*|__|(?<=\w)\*(?=\s)")
_CITY_ALONE = re.compile(r"[A-Z][\w.,'’ ]{2,60}[\-–—]+\s*$")
# A city that no date and no wire follow.
_PLACE = re.compile(r"(?P<city>[A-Z][\w.'’\- ]{1,30},\s[A-Z][\w.'’, ]{1,30}?)\s?(?:--|[–—]|\s-\s)\s?(?=[A-Z])")
_CITY_END = re.compile(r"\s[\-–—]|[\-–—]{2,}|[\-–—](?=[\s(])|[—(/]|\.{3,}|…")
_NUMBER = re.compile(r"\d{3}\W{1,2}\d{4}")
_SENTENCE = re.compile(r"[.!?][\"”’')]*\s*$")
_LOGO = re.compile(r"\[[A-Z ]{3,40}\]\s*")
_JOINTS = "and or of to for in on with from at by the a an as its into &".split()  # noqa: SIM905
_JOINED = re.compile(rf"(?:{'|'.join(_JOINTS)}|[,&–—-])$", re.IGNORECASE)
_JOINING = re.compile(rf"(?:{'|'.join([*_JOINTS, *map(str.upper, _JOINTS)])})\b|[a-z&(,]")
_LABEL = re.compile(
    r"\d{5}|\d{3}\W{1,2}\d{4}|\b(?:exhibit|for (?:immediate )?release|contacts?|press release)\b", re.IGNORECASE
)
_FEWEST_WORDS = 4
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
    city: str | None


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
    place = _PLACE.match(text) if dateline is None else None
    opened = dateline or place
    headlines = [b for b in above if b.kind == "headline" and _is_headline(document.text_of(b))]
    headlines = headlines or [b for b in above if _may_be_headline(b, document.text_of(b))]
    found = blocks[lead] if lead is not None and dateline is not None else None
    return Opening(
        headline=_whole(document, headlines),
        headlines=tuple(unmarked(document.text_of(b)) for b in headlines[:4]),
        above=tuple(unmarked(document.text_of(b)) for b in above),
        dateline=dateline,
        body=text[opened.end() :].lstrip() if opened else text,
        city=_city(dateline) if dateline else place["city"] if place else None,
        at=(found.source_start, found.source_end) if found is not None else None,
    )


def _city(dateline: re.Match[str]) -> str | None:
    """What stands before the date and the wire: "KING OF PRUSSIA, Pa."."""
    end = dateline.start("date") if dateline["date"] else dateline.end()
    return _CITY_END.split(dateline.string[dateline.start() : end], maxsplit=1)[0].strip(" ,") or None


def _lead(document: Document) -> int | None:
    """The lead that the reader found, else the first sentence that is long enough for one and names no telephone."""
    for i, block in enumerate(document.blocks):
        if block.kind == "lead":
            return i
    for i, block in enumerate(document.blocks):
        text = document.text_of(block)
        if not block.is_heading and len(text) > _LONG and _SENTENCE.search(text) and not _NUMBER.search(text):
            return i
    return None


def _is_headline(text: str) -> bool:
    """No telephone number of a letterhead, and more than the place of a picture."""
    return _NUMBER.search(text) is None and _LOGO.fullmatch(text) is None


def _may_be_headline(block: Block, text: str) -> bool:
    """A heading of some words over a lead that the reader did not find, neither an address nor a label."""
    return block.is_heading and len(text.split()) >= _FEWEST_WORDS and not _LABEL.search(text)


def _whole(document: Document, headlines: list[Block]) -> str | None:
    """The first headline, with the lines that go on with its sentence; a line that begins anew is another one."""
    if not headlines:
        return None
    text = _LOGO.sub("", unmarked(document.text_of(headlines[0])).strip())
    for block in headlines[1:4]:
        more = unmarked(document.text_of(block)).strip()
        if not (_JOINED.search(text) or _JOINING.match(more)):
            break
        text = f"{text} {more}"
    return text or None
