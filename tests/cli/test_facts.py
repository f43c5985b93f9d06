"""`topline facts`: what it writes where, what it filters, and what it finds amiss."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import ROOT, SAMPLE
from topline.cli import main
from topline.cli.periods import lies_in, read_period
from topline.records import Fact, Interval

COMMAND = Path(sys.executable).with_name("topline")
Q3, Q1 = SAMPLE / "merrow_bay_2003_q3.txt", SAMPLE / "merrow_bay_2004_q1.txt"
ANNUAL = """\
    SAVANNAH, Ga., Feb. 12, 2004 /PRNewswire/ -- Merrow Bay Therapeutics, Inc.
(Nasdaq: MRBT) today reported financial results for the year ended December 31,
2003.  The Company reported a net loss of $31.4 million for the year.

                        MERROW BAY THERAPEUTICS, INC.
                     CONDENSED STATEMENTS OF OPERATIONS
                  (in thousands, except per share amounts)

                                                Years Ended December 31,
                                                   2003         2002

    Contract revenue                             $1,250       $1,510

    Operating expenses:
      Research and development                   26,110       20,733
      General and administrative                  7,003        5,902

        Total operating expenses                 33,113       26,635

    Loss from operations                        (31,863)     (25,125)
    Interest income, net                            503        1,204

    Net loss                                   $(31,360)    $(23,921)

    Basic and diluted net loss per share         $(1.36)      $(1.18)
"""

FOURTH = """\
    SAVANNAH, Ga., Feb. 20, 2004 /PRNewswire/ -- Merrow Bay Therapeutics, Inc.
(Nasdaq: MRBT) today reported its figures for the fourth quarter once more.

                        MERROW BAY THERAPEUTICS, INC.
                     CONDENSED STATEMENTS OF OPERATIONS
                  (in thousands, except per share amounts)

                                             Three Months Ended
                                                December 31,
                                                   2003         2002

    Contract revenue                               $450         $380
    Operating expenses                            8,972        7,280
    Interest income, net                            101          223

    Net loss                                    $(8,421)     $(6,677)
"""


def topline(*args: str | Path, stdin: bytes | None = None, columns: int = 100) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "COLUMNS": str(columns), "NO_COLOR": "1"}
    return subprocess.run([COMMAND, *args], input=stdin, capture_output=True, check=False, env=environment)


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["facts", *(str(a) for a in args)], input=stdin, env={"COLUMNS": "100"})


def rows(output: bytes | str) -> list[dict[str, str]]:
    text = output.decode("utf-8") if isinstance(output, bytes) else output
    return list(csv.DictReader(io.StringIO(text, newline="")))


@pytest.fixture
def annual(tmp_path: Path) -> Path:
    path = tmp_path / "annual.txt"
    path.write_text(ANNUAL, encoding="utf-8")
    return path


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


def test_cli_facts_of_an_annual_and_a_third_quarter_release_give_the_fourth_quarter(annual: Path) -> None:
    found = rows(topline("facts", annual, Q3, "--period", "2003-Q4").stdout)
    assert [(r["label"], r["value"], r["derived_from"]) for r in found if r["period_end"]] == [
        (label, value, f"annual.txt#s1.{row}.c1 - {Q3.name}#s1.{row}.c3")
        for label, value, row in [
            ("Contract revenue", "350000", "r1"), ("Research and development", "7175000", "r2"),
            ("General and administrative", "1797000", "r3"), ("Total operating expenses", "8972000", "r4"),
            ("Loss from operations", "-8622000", "r5"), ("Interest income, net", "101000", "r6"),
            ("Net loss", "-8521000", "r7"),
        ]
    ]  # fmt: skip


def test_cli_facts_tables_show_what_is_derived_and_of_what(annual: Path) -> None:
    lines = [
        line.rstrip()
        for line in topline("facts", "--format", "table", annual, Q3, columns=80).stdout.decode().splitlines()
    ]
    assert lines[0] == "Merrow Bay Therapeutics, Inc. (MRBT)"
    assert lines[1:3] == ["  release of 2004-02-12 annual.txt", f"  release of 2003-10-30 {Q3.name}"]
    assert max(len(line) for line in lines) <= 80
    at = lines.index("  Statements of operations, three months, in thousands")
    assert lines[at + 1].split() == ["2003", "Q4", "2003", "Q3", "2002", "Q4", "2002", "Q3"]
    loss = next(line for line in lines[at:] if line.startswith("  Net loss "))
    assert loss.split()[2:] == ["(8,521)*", "(7,917)", "(6,677)*", "(6,000)"]
    note = next(line for line in lines[at:] if line.startswith("  * "))
    assert note.startswith("  * not printed: 2003 Q4 is 2003 less nine months to 2003-09-30;")
    years = lines.index("  Statements of operations, year, in thousands")
    assert next(line for line in lines[years:] if "net loss per share" in line).split()[-2:] == ["(1.36)", "(1.18)"]


def test_cli_facts_tables_keep_columns_whole_on_a_narrow_terminal() -> None:
    done = topline("facts", "--format", "table", "--kind", "balance_sheet", Q3, Q1, columns=60)
    text = done.stdout.decode()
    assert "…" not in text
    assert "Balance sheets, in thousands (continued)" in text
    assert [day for day in ("2004-03-31", "2003-12-31", "2003-09-30", "2002-12-31") if text.count(day) != 1] == []


TWICE = """\
    BOSTON, Jan. 29, 2009 /PRNewswire/ -- Sorrel Point Bancorp (Nasdaq: SRLP) today reported its results.

                     CONSOLIDATED STATEMENTS OF INCOME
                          (in thousands)

                            2008       2008       2007
    Interest income       18,363     19,808     24,917
    Interest expense       9,834      8,500     12,109
    Net income               721        900      1,516

                     CONSOLIDATED STATEMENTS OF INCOME
                          (in thousands)

                               Year Ended      Year Ended
                              December 31,    December 31,
                                  2008            2007
    Revenues                     4,000           3,000
    Interest expense               200             100
    Net income                     900             800

    The affiliate of the company:

                     CONSOLIDATED STATEMENTS OF INCOME
                          (in thousands)

                               Year Ended      Year Ended
                              December 31,    December 31,
                                  2008            2007
    Revenues                        40              30
    Net income                       9               8
"""


def test_cli_facts_tables_hide_no_figure_behind_another(tmp_path: Path) -> None:
    """Columns without dates, and statements that contradict each other, are shown one beside or after the other."""
    path = tmp_path / "bank.txt"
    path.write_text(TWICE, encoding="utf-8")
    text = run(path, "--format", "table").stdout
    rows = [line.split() for line in text.splitlines()]
    assert ["Interest", "income", "18,363", "19,808", "24,917"] in rows
    assert ["Revenues", "4,000", "3,000"] in rows
    assert ["Revenues", "40", "30"] in rows
    assert "  Statements of operations, other table 1, year, in thousands" in [li.rstrip() for li in text.splitlines()]


def test_cli_facts_tables_of_unknown_companies_are_not_mixed(tmp_path: Path) -> None:
    table = TWICE[TWICE.index("    The affiliate") :]
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"The year {name[:3]} was a good one for us here.\n\n{table}", encoding="utf-8")
    text = run(tmp_path / "one.txt", tmp_path / "two.txt", "--format", "table").stdout
    assert text.count("Unknown company") == text.count("Net income") == 2


def test_cli_facts_table_is_what_a_terminal_gets() -> None:
    main_end, terminal = pty.openpty()
    with subprocess.Popen(
        [COMMAND, "facts", Q1], stdout=terminal, stderr=subprocess.PIPE, env={**os.environ, "COLUMNS": "80"}
    ) as process:
        os.close(terminal)
        shown = b""
        while chunk := _read(main_end):
            shown += chunk
    os.close(main_end)
    assert process.returncode == 0
    assert b"Statements of operations, three months, in thousands" in shown


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


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


def test_cli_facts_check_of_a_quarter_that_the_year_does_not_bear_out(tmp_path: Path, annual: Path) -> None:
    path = tmp_path / "fourth.txt"
    path.write_text(FOURTH, encoding="utf-8")
    done = topline("facts", "--check", annual, Q3, path)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    at = next(at for at, line in enumerate(lines) if "quarter that the longer periods do not bear out" in line)
    assert lines[at + 1 : at + 5] == [
        "    Contract revenue, 2003-10-01 to 2003-12-31: 450",
        "    the difference of two other figures is 350, 450 is printed",
        "      Contract revenue, 2003-01-01 to 2003-12-31: 1,250 (annual.txt)",
        f"      Contract revenue, 2003-01-01 to 2003-09-30: 900 ({Q3.name})",
    ]


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


def test_cli_facts_check_of_sound_releases() -> None:
    done = topline("facts", "--check", Q3, Q1)
    assert (done.returncode, done.stdout.decode()) == (0, "no alarms in 2 releases\n")


def test_cli_facts_check_names_sums_and_prose_that_do_not_agree(tmp_path: Path) -> None:
    path = tmp_path / "wrong.txt"
    text = Q3.read_text(encoding="utf-8")
    text = text.replace("8,285        6,707", "8,385        6,707").replace(
        "net loss of $7.9 million", "net loss of $8.4 million"
    )
    path.write_text(text, encoding="utf-8")
    done = topline("facts", "--check", path, Q1)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    loss, total = text.index("$8.4 million"), text.index("8,385")
    assert lines == [
        f"wrong.txt:{text[:loss].count(chr(10)) + 1}  figure in the text that its table does not bear out"
        f"  (character {loss})",
        lines[1],
        "    8,400,000 is said, the table has -7,917,000",
        "      Net loss, 2003 Q3: $(7,917)",
        "",
        f"wrong.txt:{text[:total].count(chr(10)) + 1}  sum that does not add up  (character {total})",
        "    Total operating expenses, 2003 Q3: 8,385",
        "    its parts make 8,285, 8,385 is printed",
        "      Research and development, 2003 Q3: 6,412",
        "      General and administrative, 2003 Q3: 1,873",
        "",
        "2 alarms in 2 releases",
    ]
    assert lines[1].startswith("    …")
    assert "reported a net loss of [$8.4 million], or $0.33 per share, for the quarter" in lines[1]


def test_cli_facts_check_of_a_figure_of_another_period_raises_no_alarm(tmp_path: Path) -> None:
    """Which period the prose means is less certain than that the table has the amount."""
    path = tmp_path / "other.txt"
    text = Q3.read_text(encoding="utf-8").replace("net loss of $7.9 million", "net loss of $6.0 million")
    path.write_text(text, encoding="utf-8")
    assert topline("facts", "--check", path).returncode == 0


def test_cli_facts_check_writes_to_a_file_and_fails_for_what_it_cannot_read(tmp_path: Path) -> None:
    out = tmp_path / "alarms.txt"
    assert run("--check", tmp_path / "gone.txt", Q1, "-o", out).exit_code == 1
    assert out.read_text(encoding="utf-8") == "no alarms in 1 release\n"


def test_cli_facts_of_the_readme_are_what_the_command_writes() -> None:
    """The output in the README is the command's own, on a terminal of 80 columns."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.partition("```console\n$ topline facts ")[2].partition("\n```")[0]
    command, _, shown = block.partition("\n")
    options = [word for word in command.split() if "*" not in word]
    done = topline("facts", "--format", "table", *options, Q3, Q1, columns=80)
    assert [line.rstrip() for line in done.stdout.decode().rstrip().splitlines()] == shown.splitlines()
