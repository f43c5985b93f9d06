"""EX-99 releases of 8-K filings from EDGAR into a folder, with a manifest."""

from topline.fetch.batch import Outcome, fetch_releases
from topline.fetch.client import Client, Patience, open_client
from topline.fetch.companies import find_company, parse_cik
from topline.fetch.filings import Listing, list_filings
from topline.fetch.identity import check_identity
from topline.fetch.manifest import MANIFEST, Entry
from topline.fetch.pace import HIGHEST_RATE
from topline.fetch.site import Site
from topline.fetch.tally import Tally

__all__ = [
    "HIGHEST_RATE",
    "MANIFEST",
    "Client",
    "Entry",
    "Listing",
    "Outcome",
    "Patience",
    "Site",
    "Tally",
    "check_identity",
    "fetch_releases",
    "find_company",
    "list_filings",
    "open_client",
    "parse_cik",
]
