"""`topline facts`: what it writes where, and what it filters."""

import io
import json
import sys
from pathlib import Path

import pytest
from facts_command import Q1, Q3, annual_in, rows, run, topline

from conftest import ROOT
from topline.cli.periods import lies_in, read_period
from topline.records import Fact, Interval


def test_cli_facts_writes_csv_into_a_pipe() -> None:
    done = topline("facts", Q3, Q1)
    assert (done.returncode, done.stderr) == (0, b"")
    found = rows(done.stdout)
    assert {r["source"] for r in found} == {Q3.name, Q1.name}
    (loss,) = [r for r in found if (r["source"], r["cell"]) == (Q3.name, "s1.r7.c1")]
    assert (loss["label"], loss["value"], loss["raw"], loss["concept"]) == (
        "Net loss", "-7917000", "$(7,917)", "us-gaap:NetIncomeLoss",
    )  # fmt: skip
    assert Q3.read_text(encoding="utf-8")[int(loss["start"]) : int(loss["end"])] == "$(7,917)"


def test_cli_facts_of_an_annual_and_a_third_quarter_release_give_the_fourth_quarter(tmp_path: Path) -> None:
    found = rows(topline("facts", annual_in(tmp_path), Q3, "--period", "2003-Q4").stdout)
    assert [(r["label"], r["value"], r["derived_from"]) for r in found if r["period_end"]] == [
        (label, value, f"annual.txt#s1.{row}.c1 - {Q3.name}#s1.{row}.c3")
        for label, value, row in [
            ("Contract revenue", "350000", "r1"), ("Research and development", "7175000", "r2"),
            ("General and administrative", "1797000", "r3"), ("Total operating expenses", "8972000", "r4"),
            ("Loss from operations", "-8622000", "r5"), ("Interest income, net", "101000", "r6"),
            ("Net loss", "-8521000", "r7"),
        ]
    ]  # fmt: skip


def test_cli_facts_guesses_the_format_of_a_file(tmp_path: Path) -> None:
    for name in ("a.csv", "a.jsonl", "a.json", "a.txt", "a"):
        assert run(Q1, "-o", tmp_path / name).exit_code == 0
    first = json.loads((tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert (first["label"], first["period"]) == ("Contract revenue", {"start": "2004-01-01", "end": "2004-03-31"})
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "a.jsonl").read_bytes()
    assert (tmp_path / "a.txt").read_bytes() == (tmp_path / "a").read_bytes() == (tmp_path / "a.csv").read_bytes()
    assert (tmp_path / "a.csv").read_bytes() == topline("facts", Q1).stdout
    assert (tmp_path / "a.csv").read_bytes().count(b"\r\n") == (tmp_path / "a.csv").read_bytes().count(b"\n")


def test_cli_facts_a_format_that_is_asked_for_goes_before_the_suffix(tmp_path: Path) -> None:
    assert run(Q1, "-o", tmp_path / "a.csv", "--format", "json").exit_code == 0
    assert json.loads((tmp_path / "a.csv").read_bytes().splitlines()[0])["cell"] == "s1.r1.c1"


def test_cli_facts_writes_parquet(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    assert run(Q1, "-o", path).exit_code == 0
    parquet = pq.read_table(path)
    assert parquet.num_rows == len(rows(topline("facts", Q1).stdout))
    assert pq.read_table(io.BytesIO(topline("facts", Q1, "--format", "parquet").stdout)) == parquet


def test_cli_facts_without_pyarrow_is_wrong_usage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run(Q1, "-o", tmp_path / "a.parquet")
    assert (done.exit_code, done.stdout, list(tmp_path.iterdir())) == (2, "", [])
    assert "pip install 'topline[parquet]'" in done.stderr


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        (["--concept", "us-gaap:NetIncomeLoss"], {"Net loss"}),
        (["--concept", "netincomeloss", "--concept", "Assets"], {"Net loss", "Total assets"}),
        (["--kind", "balance_sheet", "--concept", "NetIncomeLoss"], set()),
        (["--period", "2003-12-31", "--concept", "Assets"], {"Total assets"}),
        (["--period", "2005"], set()),
    ],
)
def test_cli_facts_filters(options: list[str], labels: set[str]) -> None:
    done = run(Q1, "--format", "json", *options)
    assert done.exit_code == 0
    assert {json.loads(line)["label"] for line in done.stdout.splitlines()} == labels
    assert ("no figure of these releases is what was asked for" in done.stderr) is (not labels)


def test_cli_facts_filters_by_kind() -> None:
    assert {r["kind"] for r in rows(run(Q1, "--format", "csv", "--kind", "operations").stdout)} == {"operations"}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([Q1, "--concept", "NetIncomLoss"], "do you mean NetIncomeLoss"),
        ([Q1, "--concept", "quite another thing"], "no row is known as 'quite another thing'"),
        ([Q1, "--period", "last year"], "no year, half, quarter, month or day"),
        ([Q1, "--period", "2003-13"], "no year, half, quarter, month or day"),
        ([Q1, "--period", "2003-02-30"], "no year, half, quarter, month or day"),
        ([Q1, "--kind", "profit"], "Invalid value for '--kind'"),
        ([Q1, "--check", "--kind", "operations"], "leave the format and the filters out"),
        ([Q1, "--check", "--format", "csv"], "leave the format and the filters out"),
        ([Q1, "-o", Q1], "one of the files to read"),
        ([Q1, "-o", "a.xlsx"], ".xlsx is no suffix of a format: .csv .json .jsonl .ndjson .parquet .pq"),
        ([], "Missing argument"),
    ],
)
def test_cli_facts_wrong_usage(args: list[str | Path], says: str) -> None:
    done = run(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in " ".join(done.stderr.split())


def test_cli_facts_goes_on_after_files_it_cannot_read(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n", encoding="utf-8")
    done = topline("facts", empty, tmp_path / "gone.txt", Q1)
    assert done.returncode == 1
    assert {r["source"] for r in rows(done.stdout)} == {Q1.name}
    assert [line.split()[:2] for line in done.stderr.decode().splitlines()] == [
        ["topline:", f"{empty}:"], ["topline:", str(tmp_path / "gone.txt")],
    ]  # fmt: skip


def test_cli_facts_of_nothing_leaves_what_a_file_holds(tmp_path: Path) -> None:
    out = tmp_path / "facts.csv"
    out.write_text("earlier\n")
    assert run(tmp_path / "gone.txt", "-o", out).exit_code == 1
    assert out.read_text() == "earlier\n"


def test_cli_facts_reads_standard_input() -> None:
    done = topline("facts", "-", "--input-format", "text", stdin=Q1.read_bytes())
    assert {r["source"] for r in rows(done.stdout)} == {"-"}


def test_cli_facts_of_a_full_disk_is_one_line() -> None:
    done = run(Q1, "-o", "/dev/full")
    assert (done.exit_code, done.output) == (1, "Error: cannot write the facts: No space left on device\n")


def test_cli_facts_without_statements(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("BOSTON, March 3, 2004 /PRNewswire/ -- Tallow Bay Inc. has moved to new rooms in Boston, it said.")
    done = run(path, "--format", "table")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "no figure of these releases" in done.stderr
    assert "topline: plain.txt: no table of figures was found\n" in done.stderr


def test_cli_facts_say_what_could_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "blurred.txt"
    text = Q1.read_text(encoding="utf-8")
    path.write_text(text.replace("7,034 ", "7,O34 "), encoding="utf-8")
    line = text[: text.index("7,034 ")].count("\n") + 1
    done = run(path, "--format", "csv")
    assert done.exit_code == 0
    assert done.stderr == f"topline: blurred.txt: 1 place in tables not read: line {line}: cell not read: '7,O34'\n"
    checked = run(path, "--check")
    assert checked.exit_code == 1
    assert checked.stdout.splitlines()[0].startswith(f"blurred.txt:{line}  figure that could not be read  (character ")
    assert checked.stdout.splitlines()[-1] == "1 alarm in 1 release"


@pytest.mark.parametrize(
    ("period", "figure", "inside"),
    [
        ("2003", ("2003-07-01", "2003-09-30"), True),
        ("2003", ("2003-12-31", None), True),
        ("2003", ("2002-12-31", None), False),
        ("2003", ("2002-10-01", "2003-09-30"), False),
        ("2003-Q4", ("2003-10-01", "2003-12-31"), True),
        ("2003Q4", ("2003-09-28", "2003-12-27"), True),
        ("2003-Q4", ("2003-01-01", "2003-12-31"), False),
        ("2003-h2", ("2003-07-01", "2003-12-31"), True),
        ("2003-02", ("2003-02-28", None), True),
        ("2003-09-30", ("2003-01-01", "2003-09-30"), True),
        ("2003-09-30", ("2003-10-01", "2003-12-31"), False),
        ("2003", (None, None), False),
    ],
)
def test_cli_facts_periods(period: str, figure: tuple[str | None, str | None], inside: bool) -> None:
    start, end = figure
    fact = Fact(
        source="a.txt", statement="s1", kind="operations", title="", basis="gaap", scale=1, label="Net loss", value="1",
        unit="USD", period=Interval(start=start, end=end) if start and end else None, instant=None if end else start,
    )  # fmt: skip
    wanted = read_period(period)
    assert wanted is not None
    assert lies_in(fact, wanted) is inside


def test_cli_facts_of_the_readme_are_what_the_command_writes() -> None:
    """The output in the README is the command's own, on a terminal of 80 columns."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.partition("```console\n$ topline facts ")[2].partition("\n```")[0]
    command, _, shown = block.partition("\n")
    options = [word for word in command.split() if "*" not in word]
    done = topline("facts", "--format", "table", *options, Q3, Q1, columns=80)
    assert [line.rstrip() for line in done.stdout.decode().rstrip().splitlines()] == shown.splitlines()
