"""Where shares are listed: "(Nasdaq: ABCD)", "on the Nasdaq National Market under the symbol ABCD"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from topline.vocab import load_yaml

__all__ = ["Listing", "find_listings", "starts_listing"]

_WORDS = load_yaml("wire.yaml")
_EXCHANGE = rf"(?:{'|'.join(_WORDS['exchanges'])})\b"
_NONE = re.compile(rf"(?:{'|'.join(_WORDS['no_exchanges'])})\b", re.IGNORECASE)
_TICKER = r"(?P<ticker>(?:[A-Z][A-Z0-9]{0,6}|\d{4})(?:\s?[.\-][A-Z]{1,3})?)(?![A-Za-z0-9])"
_QUOTES = r"[\"“”'‘’\[]{0,2}"
_BRACKET = re.compile(
    rf"[(\[](?:[^():\[\]]{{0,60}}[;,]\s?)?(?:the\s)?(?P<exchange>{_EXCHANGE}[^():;,|\[\]]{{0,32}}?)"
    rf"\s?:\s?{_QUOTES}{_TICKER}[^()]{{0,80}}\)"
    rf"|\((?P<exchange2>{_EXCHANGE})\s?[\-–—]\s?(?P<ticker2>[A-Z]{{1,5}})\)"
)
_UNDER = re.compile(
    rf"\b(?:on|of|by) (?:the )?(?P<exchange>{_EXCHANGE}[\w .&\-]{{0,40}}?),?"
    rf" under the (?:ticker |trading |stock )?symbols? {_QUOTES}{_TICKER}"
)
_STARTS = re.compile(rf"\s?[(\[](?:[^():\[\]]{{0,60}}[;,]\s?)?(?:the\s)?{_EXCHANGE}[^():\[\]]{{0,32}}?\s?[:\-–—]\s?\S")


class Listing(NamedTuple):
    """`start` is where the bracket or the sentence's part begins."""

    start: int
    end: int
    exchange: str | None
    ticker: str
    bracket: bool


def starts_listing(text: str, at: int) -> bool:
    return _STARTS.match(text, at) is not None


def find_listings(text: str) -> Iterator[Listing]:
    """The first listing of each bracket, in order; then those told in a sentence."""
    for match in _BRACKET.finditer(text):
        ticker, exchange = match["ticker"] or match["ticker2"], match["exchange"] or match["exchange2"]
        yield _listing(match, exchange, ticker, bracket=True)
    if "under the" in text:
        for match in _UNDER.finditer(text):
            yield _listing(match, match["exchange"], match["ticker"], bracket=False)


def _listing(match: re.Match[str], exchange: str, ticker: str, *, bracket: bool) -> Listing:
    name = exchange.strip(" -–,")
    none = _NONE.match(name) is not None
    return Listing(match.start(), match.end(), None if none else name, ticker.replace(" ", ""), bracket)
