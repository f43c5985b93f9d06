"""Which filings a company made: EDGAR's list of them, with its older pages."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from topline.errors import CompanyUnknown, EdgarAnswerWrong, EdgarNotFound
from topline.fetch.client import Client
from topline.fetch.site import Site

__all__ = ["Listed", "Listing", "list_filings"]

_COLUMN = "accessionNumber"


class Listed(NamedTuple):
    accession: str
    form: str
    filed_on: str
    items: tuple[str, ...]


class Listing(NamedTuple):
    """Filings from the oldest to the newest."""

    cik: int
    company: str
    filings: tuple[Listed, ...]


def list_filings(
    cik: int, client: Client, site: Site, *, forms: Sequence[str], since: date | None = None, until: date | None = None
) -> Listing:
    """Filings of these forms, amendments included, filed within both days. Raises CompanyUnknown for no such CIK."""
    from topline.fetch import _edgar  # here and not above for the reason that `open_client` gives

    try:
        listed = json.loads(client.get(site.filings(cik), fault=_fault_of_list))
    except EdgarNotFound as error:
        raise CompanyUnknown(f"EDGAR has no filer with the CIK {cik}: check the number") from error
    first, last = since.isoformat() if since else None, until.isoformat() if until else None
    for page in listed["filings"].get("files", ()):
        if _outside(page, first, last):
            continue
        _add(
            listed["filings"]["recent"], json.loads(client.get(site.older_filings(page["name"]), fault=_fault_of_page))
        )
    try:
        rows = _edgar.read_filings(listed, forms=forms, since=first, until=last)
    except (KeyError, ValueError, TypeError) as error:
        raise EdgarAnswerWrong(f"EDGAR's list of the filings of CIK {cik} cannot be read ({error!r})") from error
    filings = {row[0]: Listed(row[0], row[1], row[2], _items(row[3])) for row in rows}
    ordered = tuple(sorted(filings.values(), key=lambda filing: (filing.filed_on, filing.accession)))
    return Listing(cik=cik, company=str(listed["name"]), filings=ordered)


def _outside(page: dict[str, Any], since: str | None, until: str | None) -> bool:
    """A page says from when to when it goes; one that does not is asked for."""
    start, end = page.get("filingFrom") or "", page.get("filingTo") or "9999"
    return (until is not None and start > until) or (since is not None and end < since)


def _add(recent: dict[str, list[Any]], older: dict[str, list[Any]]) -> None:
    """EDGAR lists by columns: an older page goes on where the same column of `recent` ends."""
    for name, column in recent.items():
        column.extend(older.get(name, [None] * len(older[_COLUMN])))


def _items(text: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(",") if item.strip())


def _fault_of_list(body: bytes) -> str | None:
    answer = _object(body)
    filings = answer.get("filings")
    recent = filings.get("recent") if isinstance(filings, dict) else None
    good = "name" in answer and isinstance(recent, dict) and _COLUMN in recent
    return None if good else "is not a list of filings"


def _fault_of_page(body: bytes) -> str | None:
    return None if isinstance(_object(body).get(_COLUMN), list) else "is not a page of a list of filings"


def _object(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}
