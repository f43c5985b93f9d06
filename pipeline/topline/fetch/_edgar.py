"""The only file that knows edgartools: its HTTP client, and its reading of EDGAR's lists of filings.

`pipeline/decisions/0008-fetch.md` says what is left to the library, and why the rest is not.
"""

import atexit
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from tempfile import mkdtemp
from typing import Any

import httpx

from topline.fetch.answers import Answer

__all__ = ["EdgarConnection", "Row", "connect", "read_filings"]

_FOLDER = "EDGAR_LOCAL_DATA_DIR"

Row = tuple[str, str, str, str]
"""Accession number, form, filing date, items as listed."""


@contextmanager
def _own_folder() -> Iterator[None]:
    """edgartools makes a cache folder in the home directory when it is imported; nothing here ever fills it."""
    if _FOLDER in os.environ or "edgar" in sys.modules:
        yield
        return
    scratch = mkdtemp(prefix="topline-edgar-")
    atexit.register(shutil.rmtree, scratch, ignore_errors=True)
    os.environ[_FOLDER] = scratch
    try:
        yield
    finally:
        del os.environ[_FOLDER]


with _own_folder():
    from edgar.entity.submissions import create_entity_from_submissions_json
    from edgar.httpclient import get_http_mgr


class EdgarConnection:
    """edgartools' client with its TLS and proxy settings, but without its cache: a release is kept once."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def get(self, url: str) -> Answer:
        """One try; whatever happens to it is an `Answer`."""
        try:
            response = self._client.get(url, follow_redirects=True)
        except httpx.ConnectError as error:
            return Answer(None, trouble=f"no connection: {error}", connected=False)
        except httpx.TimeoutException:
            return Answer(None, trouble="no answer in time")
        except httpx.HTTPError as error:
            return Answer(None, trouble=f"broken off: {error}")
        return Answer(response.status_code, response.content, response.headers.get("Retry-After"))


@contextmanager
def connect(identity: str, *, timeout: float) -> Iterator[EdgarConnection]:
    """`identity` goes into the User-Agent of every request, and nowhere else: the environment stays as it is."""
    manager = get_http_mgr(cache_enabled=False)
    manager.user_agent_factory = lambda: identity
    manager.rate_limiter_enabled = False  # `pace.py` counts, by a clock that a test can hand in
    manager.httpx_params["timeout"] = httpx.Timeout(timeout)
    with manager, manager.http_client() as client:
        yield EdgarConnection(client)


def read_filings(
    submissions: Mapping[str, Any], *, forms: Sequence[str], since: str | None, until: str | None
) -> list[Row]:
    """Filings of these forms and of their amendments, filed from `since` until `until`, both days included."""
    company = create_entity_from_submissions_json(submissions, "company")
    between = f"{since or ''}:{until or ''}" if since or until else None
    filings = company.get_filings(form=list(forms), filing_date=between)
    return [(f.accession_no, f.form, f.filing_date.isoformat(), f.items or "") for f in filings]
