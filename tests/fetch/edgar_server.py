"""A local server that answers as EDGAR does, out of what a test puts into it, and keeps a log of who asked for what."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import MappingProxyType
from typing import NamedTuple

UNDECLARED = b"<html><title>SEC.gov | Your Request Originates from an Undeclared Automated Tool</title></html>"
TOO_FAST = b"<html><title>SEC.gov | Request Rate Threshold Exceeded</title></html>"
NO_KEY = b"<?xml version='1.0'?><Error><Code>NoSuchKey</Code></Error>"
_ADDRESS = dict.fromkeys(("street1", "street2", "city", "stateOrCountryDescription", "stateOrCountry", "zipCode"), "")
_TEXTS = (
    *("sic", "sicDescription", "category", "fiscalYearEnd", "entityType", "phone", "flags", "ein", "description"),
    *("website", "investorWebsite", "stateOfIncorporation", "stateOfIncorporationDescription"),
)


class Row(NamedTuple):
    """A filing as EDGAR lists it."""

    accession: str
    form: str
    filed_on: str
    items: str = ""


class Reply(NamedTuple):
    """What is sent once, instead of the file. `said` is a Content-Length that is not true; `before` is run first."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = MappingProxyType({})
    said: int | None = None
    hang_up: bool = False
    before: Callable[[], object] | None = None


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A client that has gone is what some tests are about."""


class Edgar:
    """`files` by path, `replies` (used up in order) before them; `log` has paths and user agents in order."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.replies: dict[str, list[Reply]] = {}
        self.log: list[tuple[str, str]] = []
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def __enter__(self) -> "Edgar":
        return self

    def __exit__(self, *about: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def asked(self) -> list[str]:
        """The last part of each path, in order."""
        return [path.rpartition("/")[2] for path, _ in self.log]

    def count(self) -> Counter[str]:
        return Counter(self.asked())

    def add_company(self, cik: int, name: str, *pages: list[Row], ticker: str | None = None) -> None:
        """The first page is the recent one; a company without a ticker is listed nowhere but under its CIK."""
        recent, *older = pages
        files = []
        for number, rows in enumerate(older, start=1):
            page = f"CIK{cik:010d}-submissions-{number:03d}.json"
            days = sorted(row.filed_on for row in rows)
            files.append({"name": page, "filingCount": len(rows), "filingFrom": days[0], "filingTo": days[-1]})
            self.files[f"/submissions/{page}"] = json.dumps(_columns(rows)).encode()
        listed = {
            "cik": str(cik), "name": name, "tickers": [ticker] if ticker else [], "exchanges": [], "formerNames": [],
            "insiderTransactionForOwnerExists": 0, "insiderTransactionForIssuerExists": 0,
            "addresses": {"mailing": _ADDRESS, "business": _ADDRESS}, **dict.fromkeys(_TEXTS, ""),
            "filings": {"recent": _columns(recent), "files": files},
        }  # fmt: skip
        self.files[f"/submissions/CIK{cik:010d}.json"] = json.dumps(listed).encode()
        if ticker:
            self.add_ticker(cik, name, ticker)

    def add_ticker(self, cik: int, name: str, ticker: str) -> None:
        path = "/files/company_tickers.json"
        rows = json.loads(self.files.get(path, b"{}"))
        rows[str(len(rows))] = {"cik_str": cik, "ticker": ticker, "title": name}
        self.files[path] = json.dumps(rows).encode()

    def add_submission(self, cik: int, accession: str, body: bytes) -> None:
        self.files[path_of(cik, accession)] = body

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        edgar = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True  # or each answer waits 40 ms for an acknowledgement

            def do_GET(self) -> None:
                agent = self.headers.get("User-Agent", "")
                edgar.log.append((self.path, agent))
                reply = edgar._reply(self.path, agent)
                if reply.before is not None:
                    reply.before()
                if reply.hang_up:
                    self.close_connection = True
                    return
                self.send_response(reply.status)
                length = len(reply.body) if reply.said is None else reply.said
                for name, value in {**reply.headers, "Content-Length": str(length)}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)
                self.close_connection = self.close_connection or reply.said is not None

            def log_message(self, *args: object) -> None: ...

        return Handler

    def _reply(self, path: str, agent: str) -> Reply:
        if "@" not in agent:
            return Reply(403, UNDECLARED)
        if self.replies.get(path):
            return self.replies[path].pop(0)
        return Reply(200, self.files[path]) if path in self.files else Reply(404, NO_KEY)


def path_of(cik: int, accession: str) -> str:
    return f"/Archives/edgar/data/{cik}/{accession.replace('-', '')}/{accession}.txt"


def _columns(rows: list[Row]) -> dict[str, list[object]]:
    """EDGAR lists a column after the other."""
    same = {"act": "34", "fileNumber": "000-00000", "size": 4000, "isXBRL": 0, "isInlineXBRL": 0}
    return {
        "accessionNumber": [row.accession for row in rows],
        "filingDate": [row.filed_on for row in rows],
        "reportDate": [row.filed_on for row in rows],
        "acceptanceDateTime": [f"{row.filed_on}T16:05:00.000Z" for row in rows],
        "form": [row.form for row in rows],
        "items": [row.items for row in rows],
        **{name: [value] * len(rows) for name, value in same.items()},
        **{name: [""] * len(rows) for name in ("primaryDocument", "primaryDocDescription")},
    }
