"""From a ticker, a CIK or a name to a filer."""

import json
import re
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from topline.errors import CompanyAmbiguous, CompanyUnknown
from topline.fetch.client import Client
from topline.fetch.site import Site
from topline.vocab import load_yaml

__all__ = ["Filer", "choose", "fault_of_tickers", "find_company", "parse_cik", "read_tickers"]

_CIK = re.compile(r"(?:CIK)?0*([1-9][0-9]{0,9})", re.IGNORECASE)
_TICKER = re.compile(r"[A-Z0-9]{1,6}(?:[.-][A-Z0-9]{1,3})?", re.IGNORECASE)
_MOST = 12
_NEAR = 0.8
_LOOK_UP = "look its CIK up at https://www.sec.gov/search-filings and pass --cik NUMBER"


class Filer(NamedTuple):
    cik: int
    ticker: str
    name: str


def parse_cik(text: str) -> int | None:
    """ "318154", "0000318154" and "CIK0000318154" alike; None for what is no CIK."""
    match = _CIK.fullmatch(text.strip())
    return int(match[1]) if match else None


def find_company(query: str, client: Client, site: Site) -> int:
    """Raises CompanyUnknown or CompanyAmbiguous. A CIK needs no request; EDGAR lists no tickers of the past."""
    cik = parse_cik(query)
    if cik is not None:
        return cik
    return choose(query, read_tickers(client.get(site.tickers(), fault=fault_of_tickers))).cik


def fault_of_tickers(body: bytes) -> str | None:
    try:
        read_tickers(body)
    except (ValueError, TypeError, KeyError, AttributeError):
        return "is not the list of tickers"
    return None


def read_tickers(body: bytes) -> list[Filer]:
    rows = json.loads(body).values()
    return [Filer(cik=int(row["cik_str"]), ticker=str(row["ticker"]), name=str(row["title"])) for row in rows]


def choose(query: str, filers: Sequence[Filer]) -> Filer:
    """The one filer of that ticker, else of that name, else whose name has those words."""
    ticker = query.strip().upper().replace(".", "-")
    for filer in filers:
        if filer.ticker.upper() == ticker:
            return filer
    words = _words(query)
    for fits in _by_name(words):
        found = {filer.cik: filer for filer in filers if fits(_words(filer.name))} if words else {}
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            raise CompanyAmbiguous(_which(query, list(found.values())))
    raise CompanyUnknown(_unknown(query, filers))


def _words(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", name.casefold().replace("'", "")))


def _by_name(words: tuple[str, ...]) -> tuple[Callable[[tuple[str, ...]], bool], ...]:
    """From the strictest to the loosest; the first that fits anybody decides."""
    core = _core(words)
    return (
        lambda name: name == words,
        lambda name: _core(name) == core,
        lambda name: name[: len(core)] == core,
        lambda name: set(core) <= set(name),
    )


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without Inc., Corp. and the like; `wire.yaml` has them as patterns, of which a backslash is no word."""
    legal = {word for form in load_yaml("wire.yaml")["company_forms"] for word in _words(form)}
    return tuple(word for word in words if word not in legal) or words


def _which(query: str, found: list[Filer]) -> str:
    lines = [f"  --cik {filer.cik:<10}  {filer.name} ({filer.ticker})" for filer in found[:_MOST]]
    more = [f"  … and {len(found) - _MOST} more"] if len(found) > _MOST else []
    return "\n".join([f"{query!r} may be any of these; say which:", *lines, *more])


def _unknown(query: str, filers: Sequence[Filer]) -> str:
    names = {" ".join(_core(_words(filer.name))): filer.cik for filer in filers}
    near = get_close_matches(" ".join(_core(_words(query))), names, n=3, cutoff=_NEAR)
    like = f" Near it: {', '.join(near)}." if near else ""
    if _TICKER.fullmatch(query.strip()):
        return (
            f"{query!r} is neither a ticker nor the name of a listed company. EDGAR forgets the tickers of companies "
            f"that are no longer listed: {_LOOK_UP}.{like}"
        )
    return f"no listed company has a name like {query!r}. If it is no longer listed, {_LOOK_UP}.{like}"
