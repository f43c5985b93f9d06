"""The installed `topline` command: what it writes where, and what it says when it cannot."""

import json
import os
import subprocess
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import SAMPLE
from topline.cli import main
from topline.extraction import default_config
from topline.records import ReleaseRecord

COMMAND = Path(sys.executable).with_name("topline")
Q3, Q1 = SAMPLE / "merrow_bay_2003_q3.txt", SAMPLE / "merrow_bay_2004_q1.txt"
SENTENCE = "Merrow Bio, Inc. (Nasdaq: MRRW) today announced that it has submitted an NDA for MRW-101 to the FDA."


def topline(*args: str | Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """The command as a user runs it, its output into a pipe."""
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1"}
    return subprocess.run([COMMAND, *args], input=stdin, capture_output=True, check=False, env=environment)


def run(*args: str | Path, stdin: bytes | None = None) -> Result:
    """The command inside this process, for what needs no shell."""
    return CliRunner().invoke(main, [str(a) for a in args], input=stdin, env={"COLUMNS": "100"})


def records(output: str | bytes) -> list[ReleaseRecord]:
    return [ReleaseRecord.model_validate_json(line) for line in output.splitlines()]


def test_cli_writes_one_line_of_json_a_release_into_a_pipe(sample_records: dict[str, ReleaseRecord]) -> None:
    done = topline("extract", Q3, Q1)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(b"}\n")
    assert records(done.stdout) == [sample_records[Q3.name], sample_records[Q1.name]]


def test_cli_reads_standard_input(sample_records: dict[str, ReleaseRecord]) -> None:
    done = topline("extract", "-", stdin=Q1.read_bytes())
    assert done.returncode == 0
    (record,) = records(done.stdout)
    assert record.source.name == "-"
    assert record.events == sample_records[Q1.name].events


def test_cli_goes_on_after_files_it_cannot_read(tmp_path: Path) -> None:
    empty, binary, missing = tmp_path / "empty.txt", tmp_path / "report.pdf", tmp_path / "gone.txt"
    empty.write_text(" \n", encoding="utf-8")
    binary.write_bytes(b"%PDF-1.4\n\x00\x01")
    done = topline("extract", Q3, missing, empty, binary, Q1)
    assert done.returncode == 1
    assert [r.source.name for r in records(done.stdout)] == [Q3.name, Q1.name]
    errors = done.stderr.decode().splitlines()
    assert [line.split()[:2] for line in errors] == [
        ["topline:", str(missing)],
        ["topline:", f"{empty}:"],
        ["topline:", f"{binary}:"],
    ]
    assert "nothing to read: the release is empty" in errors[1]
    assert "this is a PDF" in errors[2]
    assert "convert it to text or HTML first" in errors[2]
    assert "Traceback" not in done.stderr.decode()


def test_cli_says_of_a_missing_file_that_it_is_missing(tmp_path: Path) -> None:
    missing = tmp_path / "gone.txt"
    done = run("extract", missing)
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"topline: {missing}")
    assert "no such file" in done.stderr.lower()


def test_cli_says_of_empty_standard_input_that_it_is_empty() -> None:
    done = run("extract", "-", stdin=b"")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "topline: -: nothing to read: the release is empty\n"


def test_cli_writes_to_a_file(tmp_path: Path, sample_records: dict[str, ReleaseRecord]) -> None:
    out = tmp_path / "records.jsonl"
    done = run("extract", Q1, "-o", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert records(out.read_bytes()) == [sample_records[Q1.name]]


def test_cli_writes_a_timeline_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "timeline.txt"
    assert run("extract", Q1, "--timeline", "--output", out).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("Merrow Bay Therapeutics, Inc. (Nasdaq: MRBT)\n")


def test_cli_json_is_asked_for_by_name(sample_records: dict[str, ReleaseRecord]) -> None:
    assert records(run("extract", "--json", Q1).stdout) == [sample_records[Q1.name]]


def test_cli_takes_a_config(tmp_path: Path) -> None:
    config = tmp_path / "mine.cfg"
    config.write_text(
        default_config().read_text(encoding="utf-8").replace(',"highlights","bullet"', ""), encoding="utf-8"
    )
    done = run("extract", Q1, "--config", config)
    assert done.exit_code == 0
    types = {e.type for e in records(done.stdout)[0].events}
    assert "results_reported" in types
    assert "approvable_letter" not in types


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["extract"], "Missing argument 'FILES...'"),
        (["extract", "--no-such-option", "a.txt"], "No such option"),
        (["extract", "a.txt", "--config", "no_such.cfg"], "does not exist"),
        (["extract", "a.txt", "-o", "no_such_folder/a.jsonl"], "cannot write no_such_folder/a.jsonl"),
        (["extract", "a.txt", "-o", "."], "is a directory"),
        (["no-such-command"], "No such command"),
        (["schema", "extra"], "unexpected extra argument"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_cli_wrong_usage(args: list[str], says: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says.lower() in done.stderr.lower()
    assert "Usage: " in done.stderr


def test_cli_config_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    config = tmp_path / "bad.cfg"
    config.write_text("this is no config", encoding="utf-8")
    done = topline("extract", Q1, "--config", config)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"{config} cannot be built into a pipeline" in " ".join(done.stderr.decode().split())
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(
    ("args", "names"),
    [
        (["--help"], ["extract", "schema", "--version", "-h, --help"]),
        (
            ["extract", "--help"],
            ["FILES", "--json", "--timeline", "-o, --output", "--config", "-h, --help", "Exit status"],
        ),
        (["extract", "-h"], ["Exit status"]),
        (["schema", "--help"], ["JSON Schema"]),
    ],
)
def test_cli_help_names_what_there_is(args: list[str], names: list[str]) -> None:
    done = run(*args)
    assert done.exit_code == 0
    assert [name for name in names if name not in done.stdout] == []


def test_cli_help_names_every_option_of_every_command() -> None:
    for name, command in main.commands.items():
        text = run(name, "--help").stdout
        options = [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
        assert [option for option in options if option not in text] == []


def test_cli_version() -> None:
    assert topline("--version").stdout.decode() == f"topline, version {version('topline')}\n"


def test_cli_schema_describes_the_records() -> None:
    done = topline("schema")
    assert (done.returncode, done.stderr) == (0, b"")
    schema = json.loads(done.stdout)
    record = json.loads(run("extract", Q1).stdout)
    of = schema["$defs"]
    assert set(record) == set(schema["properties"])
    for name, objects in {
        "Event": record["events"],
        "Mention": record["mentions"],
        "Statement": record["statements"],
        "Row": [row for s in record["statements"] for row in s["rows"]],
        "Cell": [cell for s in record["statements"] for row in s["rows"] for cell in row["cells"]],
        "Check": [check for s in record["statements"] for check in s["checks"]],
        "Link": record["links"],
        "Zone": record["release"]["zones"],
        "Amount": [amount for e in record["events"] for amount in e["amounts"]],
    }.items():
        assert objects
        assert [o for o in objects if not set(of[name]["required"]) <= set(o) <= set(of[name]["properties"])] == []
    assert {e["status"] for e in record["events"]} <= set(of["Event"]["properties"]["status"]["enum"])
    assert {m["label"] for m in record["mentions"]} <= set(of["Mention"]["properties"]["label"]["enum"])


def test_cli_records_have_the_keys_of_the_contract() -> None:
    """As a program in another language reads them: without this package's models."""
    record = json.loads(run("extract", Q1).stdout)
    rows = [row for statement in record["statements"] for row in statement["rows"]]
    for objects, keys in [
        ([record], "schema source release mentions events statements links derived problems"),
        ([record["source"]], "name sha256 format chars document"),
        (
            [record["release"]],
            "company ticker exchange headline city released_on dated_by year_by period fiscal_year_end contacts phones "
            "calls codes zones",
        ),
        (record["release"]["contacts"], "name title organization role phones emails start end"),
        (record["release"]["phones"], "id number e164 role code start end"),
        (record["release"]["calls"], "kind begins ends duration basis zone phones url start end"),
        (record["release"]["zones"], "kind start end"),
        (record["mentions"], "id label start end text value entity"),
        (record["events"], "id type status polarity trigger evidence date amounts roles why confidence"),
        ([e["date"] for e in record["events"] if e["date"]], "start end basis mention"),
        ([a for e in record["events"] for a in e["amounts"]], "role value currency mention"),
        (record["statements"], "id kind title scale currency audited start end columns rows checks"),
        (rows, "id label section concept cells"),
        ([cell for row in rows for cell in row["cells"]], "id column raw value unit start end"),
        ([check for s in record["statements"] for check in s["checks"]], "total parts stated computed holds"),
        (record["links"], "mention cells relation stated computed"),
    ]:
        assert objects
        assert [o for o in objects if set(o) - {"precision", "inferred_from"} != set(keys.split())] == []


@pytest.fixture(scope="module")
def timeline() -> list[str]:
    done = topline("extract", "--timeline", Q1, Q3)
    assert (done.returncode, done.stderr) == (0, b"")
    return [line.rstrip() for line in done.stdout.decode().splitlines()]


def test_cli_timeline_has_one_heading_for_a_company_and_names_its_releases(timeline: list[str]) -> None:
    assert Counter(timeline)["Merrow Bay Therapeutics, Inc. (Nasdaq: MRBT)"] == 1
    assert [line for line in timeline if line.startswith("  release of ")] == [
        f"  release of 2004-05-04, on 2004-Q1  {Q1.name}",
        f"  release of 2003-10-30, on 2003-Q3  {Q3.name}",
    ]


def test_cli_timeline_has_its_events_by_date(timeline: list[str], sample_records: dict[str, ReleaseRecord]) -> None:
    heads = [line for line in timeline if line[:2] == "  " and line[2:3].isdigit() and line[24:26] == "  "]
    dates = [e.date.start for r in sample_records.values() for e in r.events if e.date is not None]
    undated = [line for line in timeline if line.startswith("  no date  ")]
    shown = [line[2:12].strip().replace(" Q3", "-07").replace(" H1", "-01").replace(" H2", "-07") for line in heads]
    assert [len(heads), len(undated)] == [len(dates), sum(len(r.events) for r in sample_records.values()) - len(dates)]
    assert [s[:7] for s in shown] == [d[:7] for d in sorted(dates)]


def test_cli_timeline_shows_the_approvable_letter(timeline: list[str]) -> None:
    at = next(i for i, line in enumerate(timeline) if "Approvable letter" in line)
    assert timeline[at].split() == ["2004-04-29", "Approvable", "letter", "occurred", "±", "mixed"]
    below = " ".join(" ".join(timeline[at + 1 : timeline.index("", at)]).split())
    assert below.startswith("REVENTRA · New Drug Application · U.S. Food and Drug Administration")
    assert "“On April 29, 2004, Merrow Bay received an approvable letter" in below


def test_cli_timeline_shows_statements_and_their_checks(timeline: list[str]) -> None:
    text = "\n".join(timeline)
    assert [
        text.count(f"CONDENSED {title}, in thousands") for title in ("STATEMENTS OF OPERATIONS", "BALANCE SHEETS")
    ] == [
        2,
        2,
    ]
    checks = [line.split() for line in timeline if line.endswith("totals add up")]
    assert len(checks) == 4
    assert [line for line in checks if line[0] != line[2] or int(line[0]) < 4] == []
    assert [line.split()[2:] for line in timeline if line.startswith("   Net loss  ")] == [
        ["$(9,443)", "$(7,144)"],
        ["$(7,917)", "$(6,000)", "$(22,839)", "$(17,244)"],
    ]
    assert len([line for line in timeline if "figures in the prose: " in line and "0 that disagree" in line]) == 2


def test_cli_timeline_of_a_release_without_events_says_so(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text(
        "Nobody did anything at all on that day, and nothing else is told here of anyone.", encoding="utf-8"
    )
    text = run("extract", "--timeline", path).stdout
    assert text.startswith("Unknown company\n")
    assert "  no events found\n" in text
    assert "! plain.txt: no release date" in text


def test_cli_timeline_parts_companies(tmp_path: Path) -> None:
    path = tmp_path / "other.txt"
    path.write_text(f"BOSTON, March 3, 2004 /PRNewswire/ -- {SENTENCE}", encoding="utf-8")
    text = run("extract", "--timeline", Q1, path).stdout
    headings = [line for line in text.splitlines() if line[:1].isalpha()]
    assert headings == ["Merrow Bay Therapeutics, Inc. (Nasdaq: MRBT)", "Merrow Bio, Inc. (Nasdaq: MRRW)"]
