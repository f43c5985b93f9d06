"""Who issues a release, and where its shares are listed."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from topline.components.release.listing import Listing, find_listings, starts_listing
from topline.components.release.names import has_form, is_same, name_at, name_before, names_with_form
from topline.components.release.opening import Opening, unmarked
from topline.readers import Document
from topline.vocab import load_yaml

__all__ = ["Issuer", "read_issuer"]

_WORDS = load_yaml("release.yaml")
_BRACKETS = r"(?:\s?\((?:[^()]|\([^()]*\)){1,80}\))*"
_FOLLOWS = re.compile(
    rf"{_BRACKETS}(?:,?\s+(?:{'|'.join(_WORDS['follows'])})\b"
    rf"|,\s(?:an?|the|one|whose|[\w\-]+['’]s)\b.{{0,160}}?\b(?:{'|'.join(_WORDS['company_nouns'])})\b"
    rf"|,\s(?:announce[sd]|report(?:s|ed)|headquartered|based)\b|\s(?:{'|'.join(_WORDS['titles'])})\b)"
)
_SOURCE = re.compile(r"SOURCE:?\s+(?P<names>.{3,160}?)\s*(?:-0-|$)")
_ABOUT = re.compile(r"About\s+")
_PROFILE = re.compile(rf"{_BRACKETS},?\s(?:is|are|an?|the|has|develops|was)\b")
_CODE = re.compile(r"\((?P<ticker>[A-Z]{2,5})\)")
_SHOUTED = re.compile(r"[A-Z]{4}")
_FIRST = 500
_FRONT = 6000


class Issuer(NamedTuple):
    company: str | None
    ticker: str | None
    exchange: str | None


def read_issuer(opening: Opening, document: Document) -> Issuer:
    """The company that speaks in the lead; of several the one that a header, a SOURCE line or a code names."""
    listings = _named_listings(opening.body)
    sources = [*_sources(document), *document.codes.get("CO", ())]
    filer = document.filing.company if document.filing is not None else None
    company = _choose([*_speakers(opening.body, listings)], filer, sources)
    front = unmarked(document.prose)
    everywhere = [*listings, *(p for t in opening.headlines for p in _named_listings(t)), *_named_listings(front)]
    if company is None:
        company = _elsewhere(opening, document, front, everywhere, filer, sources)
    listing = _listing(company, everywhere)
    code = _code(document) if listing is None else None
    name = _spelled(company, front) if company else None
    return Issuer(name, listing.ticker if listing else code, listing.exchange if listing else None)


def _speakers(body: str, listings: Iterable[tuple[str | None, Listing]]) -> Iterator[str]:
    """The names of a lead in order: who speaks, who has a ticker in its first sentences, who has a legal form."""
    found = name_at(body, len(body) - len(body.lstrip("\"“‘'* ")))
    if found is not None:
        name, end = found
        owner = " " in name and body[end : end + 2] in ("'s", "’s")
        if has_form(name) or owner or _FOLLOWS.match(body, end) or starts_listing(body, end):
            yield name
    yield from (name for name, listing in listings if name is not None and listing.start < _FIRST)
    yield from names_with_form(body[:_FIRST])


def _choose(names: list[str], filer: str | None, sources: list[str]) -> str | None:
    for anchor in (filer, *sources):
        for name in names:
            if anchor is not None and is_same(name, anchor):
                return name
    return names[0] if names else None


def _elsewhere(
    opening: Opening,
    document: Document,
    front: str,
    listings: list[tuple[str | None, Listing]],
    filer: str | None,
    sources: list[str],
) -> str | None:
    """Where the lead names nobody: the trailer, the header of the filing, a ticker, the profile, the letterhead."""
    names = [name for name, listing in listings if name is not None and listing.start < _FRONT]
    names += _profiles(document)
    names += [name for text in opening.above for name in names_with_form(text)]
    names += names_with_form(front[:_FIRST])
    same = (name for name in (*sources, *names) if filer is not None and is_same(name, filer))
    return next((name for name in (*same, *sources, filer, *names) if name is not None), None)


def _sources(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if block.section == "contact" and (match := _SOURCE.match(document.text_of(block))):
            for part in match["names"].split(";"):
                found = name_at(part.strip())
                if found is not None:
                    yield found[0]


def _profiles(document: Document) -> Iterator[str]:
    """Whom the paragraphs and headings about companies are about."""
    for block in document.blocks:
        if block.section != "about":
            continue
        text = unmarked(document.text_of(block))[:300]
        about = _ABOUT.match(text)
        found = name_at(text, about.end() if about else 0)
        if found is not None and (about or _PROFILE.match(text, found[1])):
            yield found[0]


def _named_listings(text: str) -> list[tuple[str | None, Listing]]:
    return [(name_before(text, x.start) if x.bracket else None, x) for x in find_listings(text)]


def _listing(company: str | None, listings: list[tuple[str | None, Listing]]) -> Listing | None:
    """That of the company's own name; else the only one there is, if it stands with no other name."""
    if company is not None:
        for name, listing in listings:
            if name is not None and is_same(name, company):
                return listing
    if len({listing.ticker for _, listing in listings}) == 1 and any(n is None for n, _ in listings):
        return next(listing for name, listing in listings if name is None)
    return None


def _code(document: Document) -> str | None:
    """The ticker as a trailer prints it, alone in its brackets."""
    for block in document.blocks[-12:]:
        if block.section in ("contact", "codes") and (match := _CODE.fullmatch(document.text_of(block))):
            return match["ticker"]
    return None


def _spelled(name: str, text: str) -> str:
    """A name in capitals as the rest of the text spells it."""
    if not name.isupper() or len(name) <= len("ABCDE"):
        return name
    for match in re.finditer(re.escape(name), text, re.IGNORECASE):
        if match[0][0].isupper() and not _SHOUTED.search(match[0]):
            return match[0]
    return name
