"""Where EDGAR keeps what is asked for."""

import os
from typing import NamedTuple

__all__ = ["Site"]


class Site(NamedTuple):
    """EDGAR's two hosts, or a mirror of them. Paths in the archive are those that edgartools uses."""

    www: str = "https://www.sec.gov"
    data: str = "https://data.sec.gov"

    @classmethod
    def from_environment(cls) -> "Site":
        """EDGAR_BASE_URL and EDGAR_DATA_URL name a mirror, as they do for edgartools."""
        here = cls()
        www, data = os.environ.get("EDGAR_BASE_URL") or here.www, os.environ.get("EDGAR_DATA_URL") or here.data
        return cls(www=www.rstrip("/"), data=data.rstrip("/"))

    def tickers(self) -> str:
        return f"{self.www}/files/company_tickers.json"

    def filings(self, cik: int) -> str:
        return self.older_filings(f"CIK{cik:010d}.json")

    def older_filings(self, page: str) -> str:
        return f"{self.data}/submissions/{page}"

    def submission(self, cik: int, accession: str) -> str:
        """The full submission text: there for every filing since 1993, also where no exhibit has a file of its own."""
        return f"{self.www}/Archives/edgar/data/{cik}/{accession.replace('-', '')}/{accession}.txt"
