"""An invented company with three filings on a local EDGAR, and the command run against it."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from edgar_server import Edgar, Row, path_of
from written_submissions import HTML, TEXT, Exhibit, submission

from topline.cli import main
from topline.fetch import MANIFEST

CIK = 912345
OLD, Q3, FDA = "0000912345-96-000004", "0000912345-03-000031", "0000912345-04-000002"
OLD_FILE = f"912345_1996-04-18_{OLD}_ex-99.txt"
Q3_FILE = f"912345_2003-10-21_{Q3}_ex-99.1.txt"
FDA_FILE = f"912345_2004-01-14_{FDA}_ex-99.1.htm"
ANNUAL = Row("0000912345-04-000009", "10-K", "2004-03-01")
ROWS = [Row(FDA, "8-K/A", "2004-01-14", "8.01,9.01"), Row(Q3, "8-K", "2003-10-21", "12")]
OLD_ROWS = [Row(OLD, "8-K", "1996-04-18")]


def penlow() -> Edgar:
    """A text exhibit of 1996 inside a submission, one of 2003, and an HTML one of 2004; an annual report besides."""
    edgar = Edgar()
    edgar.add_company(CIK, "PENLOW THERAPEUTICS INC", [ANNUAL, *ROWS], OLD_ROWS, ticker="PNLW")
    old = submission(Exhibit("EX-99", TEXT), accession=OLD, filed="19960418", root="IMS")
    q3 = submission(Exhibit("EX-99.1", TEXT, "ex991.txt"), accession=Q3, filed="20031021", accepted="20031021160502")
    fda = submission(
        Exhibit("EX-99.1", HTML, "ex991.htm"), accession=FDA, form="8-K/A", filed="20040114", accepted="20040114080001"
    )
    for accession, body in ((OLD, old), (Q3, q3), (FDA, fda)):
        edgar.add_submission(CIK, accession, body)
    return edgar


def environment(edgar: Edgar) -> dict[str, str | None]:
    site = {"EDGAR_BASE_URL": edgar.url, "EDGAR_DATA_URL": edgar.url, "NO_PROXY": "127.0.0.1"}
    proxies = dict.fromkeys(("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"))
    # certificates take a quarter of a second to load, and nothing here is encrypted
    site["EDGAR_VERIFY_SSL"] = "false"
    return {**site, **proxies, "EDGAR_IDENTITY": "Test Person test@example.org", "COLUMNS": "200"}


def fetch(edgar: Edgar, folder: Path, *args: str, **env: str | None) -> Result:
    """No waits between tries, so that a test does not wait; the number of tries is as by default."""
    line = ["fetch", "--wait", "0", "--rate", "10", "-o", str(folder), *args]
    return CliRunner().invoke(main, line, env={**environment(edgar), **env})


def entries(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / MANIFEST).read_text(encoding="utf-8").splitlines()]


def saved(folder: Path) -> list[str]:
    """The names that `topline extract FOLDER/*` would read."""
    return sorted(path.name for path in folder.glob("*") if not path.name.startswith("."))


def submission_path(accession: str) -> str:
    return path_of(CIK, accession)
