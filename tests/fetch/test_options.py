"""What the command asks for, what it refuses, and with which exit status."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from edgar_server import UNDECLARED, Reply, Row
from hypothesis import given
from hypothesis import strategies as st
from local_edgar import (
    CIK,
    FDA_FILE,
    OLD_FILE,
    Q3_FILE,
    entries,
    environment,
    fetch,
    penlow,
    saved,
    submission_path,
)
from written_submissions import TEXT, Exhibit, submission

from topline.cli import main

IDENTITY = {"EDGAR_IDENTITY": None}


@pytest.mark.parametrize("company", [["pnlw"], ["912345"], ["CIK0000912345"], ["--cik", "912345"], ["Penlow"]])
def test_options_name_the_company_in_several_ways(company: list[str], tmp_path: Path) -> None:
    with penlow() as edgar:
        done = fetch(edgar, tmp_path, *company, "--since", "2004-01-01")
        asked = edgar.asked()
    assert (done.exit_code, saved(tmp_path)) == (0, [FDA_FILE])
    by_number = any("912345" in part for part in company)
    assert ("company_tickers.json" in asked) is not by_number


@pytest.mark.parametrize(
    ("since", "until", "files"),
    [
        (None, None, [OLD_FILE, Q3_FILE, FDA_FILE]),
        ("2003-10-21", None, [Q3_FILE, FDA_FILE]),
        ("2003-10-22", None, [FDA_FILE]),
        (None, "2003-10-21", [OLD_FILE, Q3_FILE]),
        ("1996-04-18", "1996-04-18", [OLD_FILE]),
        ("1997-01-01", "1998-01-01", []),
    ],
)
def test_options_both_days_are_included(since: str | None, until: str | None, files: list[str], tmp_path: Path) -> None:
    days = [*(["--since", since] if since else []), *(["--until", until] if until else [])]
    with penlow() as edgar:
        done = fetch(edgar, tmp_path, "PNLW", *days)
        older_page = edgar.count()["CIK0000912345-submissions-001.json"]
    assert (done.exit_code, saved(tmp_path)) == (0, files)
    assert older_page == (0 if (since or "") > "1996-04-18" else 1)


def test_options_another_form(tmp_path: Path) -> None:
    foreign = "0000912399-05-000001"
    with penlow() as edgar:
        edgar.add_company(912399, "TARNHOLM PHARMA AS", [Row(foreign, "6-K", "2005-02-01")])
        body = submission(Exhibit("EX-99.1", TEXT), accession=foreign, form="6-K", filed="20050201")
        edgar.files[submission_path(foreign).replace(str(CIK), "912399")] = body
        without = fetch(edgar, tmp_path, "--cik", "912399")
        done = fetch(edgar, tmp_path, "--cik", "912399", "--form", "6-K")
    assert "0 releases saved" in without.stdout
    assert (done.exit_code, saved(tmp_path)) == (0, [f"912399_2005-02-01_{foreign}_ex-99.1.txt"])
    # the submission names another filer first
    assert [entry["company"] for entry in entries(tmp_path)] == ["TARNHOLM PHARMA AS"]


@pytest.mark.parametrize(
    ("identity", "says"),
    [
        (None, "EDGAR asks who is calling"),
        ("  ", "EDGAR asks who is calling"),
        ("Test Person", "has no e-mail address"),
        ("Tést Person test@example.org", "plain ASCII"),
        ("Test\nPerson test@example.org", "plain ASCII"),
    ],
)
def test_options_an_identity_is_asked_for(identity: str | None, says: str, tmp_path: Path) -> None:
    with penlow() as edgar:
        done = fetch(edgar, tmp_path, "PNLW", EDGAR_IDENTITY=identity)
        assert edgar.log == []
    assert done.exit_code == 2
    assert says in done.stderr
    assert "--identity" in done.stderr
    assert "EDGAR_IDENTITY" in done.stderr


def test_options_the_identity_goes_with_each_request(tmp_path: Path) -> None:
    with penlow() as edgar:
        fetch(edgar, tmp_path, "PNLW", "--identity", "Someone Else else@example.org")
        assert {agent for _, agent in edgar.log} == {"Someone Else else@example.org"}


def test_options_an_identity_that_edgar_turns_down_is_not_tried_again(tmp_path: Path) -> None:
    with penlow() as edgar:
        edgar.replies["/files/company_tickers.json"] = [Reply(403, UNDECLARED)]
        done = fetch(edgar, tmp_path, "PNLW")
        assert edgar.asked() == ["company_tickers.json"]
    assert done.exit_code == 2
    assert done.stderr.startswith("topline: EDGAR turned the identity down: ")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "name one company"),
        (["PNLW", "--cik", "912345"], "name one company"),
        (["PNLW", "--since", "2004-01-02", "--until", "2004-01-01"], "--since 2004-01-02 is after --until 2004-01-01"),
        (["PNLW", "--since", "2004"], "'2004' does not match the format"),
        (["PNLW", "--rate", "11"], "11 is not in the range 1<=x<=10"),
        (["PNLW", "--form", "10-K"], "'10-K' is not one of"),
    ],
)
def test_options_wrong_usage(args: list[str], says: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["fetch", "-o", str(tmp_path), "--identity", "Test t@example.org", *args])
    assert done.exit_code == 2
    assert says in done.stderr


@given(since=st.dates(date(1990, 1, 1), date(2040, 1, 1)), until=st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_options_any_two_days_in_order_are_good(since: date, until: date) -> None:
    """Without an identity a good line goes as far as the identity, and no further."""
    line = ["fetch", "PNLW", "--since", since.isoformat(), "--until", until.isoformat()]
    done = CliRunner().invoke(main, line, env=IDENTITY)
    assert done.exit_code == 2
    assert ("is after --until" if since > until else "EDGAR asks who is calling") in done.stderr


def test_options_offline_is_said_at_once(tmp_path: Path) -> None:
    with penlow() as edgar:
        pass
    done = fetch(edgar, tmp_path, "PNLW")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("topline: EDGAR does not answer (no connection: ")
    assert "check the network connection" in done.stderr
    assert "run the same command again" in done.stderr


def test_options_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with penlow() as edgar:
        done = fetch(edgar, tmp_path / "file" / "releases", "PNLW")
    assert done.exit_code == 1
    assert "cannot write to" in done.stderr


def test_options_without_edgartools_the_command_says_what_to_install(tmp_path: Path) -> None:
    """In a process of its own, in which importing edgartools fails as if it were not installed."""
    (tmp_path / "edgar.py").write_text("raise ModuleNotFoundError('No module', name='edgar')", encoding="utf-8")
    script = "import sys; from topline.cli import main; sys.exit(main(sys.argv[1:]))"
    with penlow() as edgar:
        path = os.pathsep.join(filter(None, [str(tmp_path), os.environ.get("PYTHONPATH")]))
        given_env = {**os.environ, **environment(edgar), "PYTHONPATH": path}
        command = [sys.executable, "-c", script, "fetch", "PNLW", "-o", str(tmp_path)]
        env = {k: v for k, v in given_env.items() if v is not None}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "topline: fetching needs edgartools (edgar is not installed): pip install 'topline[edgar]'\n"
    )


def test_options_no_other_command_imports_edgartools() -> None:
    script = "import sys, topline.cli, topline.fetch; sys.exit(not {'edgar', 'pyarrow'}.isdisjoint(sys.modules))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
