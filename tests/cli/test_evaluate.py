"""`topline evaluate`: what it prints and writes, and what it says of gold and records that do not go together."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from topline.cli import main
from topline.evaluation import Run, read_run
from topline.records import ReleaseRecord

SENT = "Merrow Bio submitted an NDA for MRW-101 to the FDA on June 4, 2004."
TEXT = f"""\
SAVANNAH, Ga., July 1, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) today gave an update.

{SENT}

Merrow Bio completed a private placement of $12.5 million.
"""
EVENTS = [
    {
        "type": "application_submission",
        "status": "occurred",
        "trigger": "submitted an NDA",
        "evidence": [SENT],
        "date": {"start": "2004-06-04", "end": "2004-06-04", "basis": "stated"},
        "roles": {"drug": ["MRW-101"]},
    },
    {
        "type": "launch",
        "status": "planned",
        "trigger": "gave an update",
        "evidence": ["today gave an update."],
    },
]
MARKED = """\
company: Merrow Bio, Inc.
released_on: 2004-07-01

# [COMPANY Merrow Bio] Gives Update

[COMPANY Merrow Bio, Inc.] {application_submission occurred | submitted an NDA} for [DRUG MRW-101] to the [AGENCY FDA].
"""


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", *(str(a) for a in args)], env={"COLUMNS": "100"})


def flat(text: str) -> str:
    return " ".join(text.replace("│", " ").split())


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two releases with their gold: `b.txt` has no events."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for name, text, events in (("a.txt", TEXT, EVENTS), ("b.txt", "Merrow Bio, Inc. has nothing to say today.", [])):
        (folder / name).write_text(text, encoding="utf-8")
        data = {"doc": name, "released_on": "2004-07-01", "events": events}
        (folder / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


@pytest.fixture
def records(gold: Path, tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    done = CliRunner().invoke(main, ["extract", "--json", str(gold / "a.txt"), str(gold / "b.txt")])
    path.write_text(done.stdout, encoding="utf-8")
    return path


def edited(records: Path, **types: str) -> Path:
    """The records with other types of events."""
    read = [ReleaseRecord.model_validate_json(line) for line in records.read_text(encoding="utf-8").splitlines()]
    lines = []
    for record in read:
        events = tuple(e.model_copy(update={"type": types.get(e.type, e.type)}) for e in record.events)
        lines.append(record.model_copy(update={"events": events}).to_json())
    path = records.with_name("edited.jsonl")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_evaluate_runs_the_pipeline_over_the_texts_of_gold(gold: Path) -> None:
    done = run(gold)
    assert (done.exit_code, done.stderr) == (0, "")
    text = flat(done.stdout)
    assert text.startswith(f"the default pipeline against {gold} 2 releases Measures in percent, with 95% intervals")
    assert "events 50.0 (50.0–50.0) 50.0 (50.0–50.0) 50.0 (50.0–50.0)" in text
    assert "dates 100.0 (100.0–100.0)" in text
    assert "Status: 100.0 (100.0–100.0) right, of 1 event found" in text
    assert "application_submission 1 1 100.0 100.0 100.0" in text
    assert "launch 1 0 – 0.0 0.0" in text
    assert "private_placement 0 1 0.0 – 0.0" in text
    assert "Documents with the most differences" in text
    assert "a.txt 1 1" in text


def test_evaluate_scores_records_that_were_written_before(gold: Path, records: Path) -> None:
    as_run, as_records = run(gold, "--json"), run(gold, "--records", records, "--json")
    ran, read = (Run.model_validate_json(done.stdout) for done in (as_run, as_records))
    assert (read.scored, ran.scored) == (str(records), "the default pipeline")
    assert read.model_copy(update={"scored": ran.scored}) == ran
    assert (read.measures.events.tp, read.measures.events.fp, read.measures.events.fn) == (1, 1, 1)


def test_evaluate_takes_a_config(gold: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.cfg"
    bad.write_text("this is no config", encoding="utf-8")
    done = run(gold, "--config", bad)
    assert done.exit_code == 2
    assert "cannot be built into a pipeline" in flat(done.stderr)
    assert "leave --config out" in flat(run(gold, "--records", bad, "--config", bad).stderr)


def test_evaluate_finds_texts_in_another_folder(gold: Path, records: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in ("a.txt", "b.txt"):
        (gold / name).rename(texts / name)
    assert run(gold, "--texts", texts, "--records", records).exit_code == 0
    done = run(gold, "--records", records)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"a.txt.json cannot be read as gold: there is no text: no file {gold / 'a.txt'}" in flat(done.stderr)
    assert f"no gold of {gold} could be read" in flat(done.stderr)


def test_evaluate_lists_differences_with_file_and_words(gold: Path, records: Path) -> None:
    done = run(gold, "--records", records, "--differences")
    lines = [line.strip() for line in done.stdout.splitlines()]
    at = lines.index(f"a.txt  missed  launch  (character {TEXT.index('gave an update')})")
    assert lines[at + 1] == "“today gave an update.”"
    assert f"a.txt  false  private_placement  (character {TEXT.index('completed a private')})" in lines
    assert not any("application_submission  (character" in line for line in lines)


def test_evaluate_writes_a_run_and_compares_with_it(gold: Path, records: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    done = run(gold, "--records", edited(records, application_submission="approval"), "-o", before)
    assert done.exit_code == 0
    assert "Types taken for others" in done.stdout
    assert "application_submission approval 1" in flat(done.stdout)
    assert read_run(before).measures.events.tp == 0
    text = flat(run(gold, "--records", records, "--compare", before, "--differences").stdout)
    assert f"Changes since {before}, in percent" in text
    assert "events, F1 0.0 50.0 +50.0 +50.0 to +50.0" in text
    assert "application_submission 1 approval 1 " in text
    assert f"a.txt found now application_submission (character {TEXT.index('submitted')}) “{SENT}”" in text
    after = Run.model_validate_json(run(gold, "--records", records, "--compare", before, "--json").stdout)
    assert after.comparison is not None
    assert after.comparison.by_type["application_submission"].gained == 1
    assert run(gold, "--records", records, "--json", "-o", tmp_path / "now.json").stdout == ""


def test_evaluate_says_that_nothing_changed(gold: Path, records: Path, tmp_path: Path) -> None:
    run(gold, "--records", records, "-o", tmp_path / "before.json")
    text = flat(run(gold, "--records", records, "--compare", tmp_path / "before.json").stdout)
    assert "events, F1 50.0 50.0 0.0 0.0 to 0.0" in text
    assert "No event was found, missed or false in one run alone." in text


def test_evaluate_compares_no_runs_over_other_releases(gold: Path, records: Path, tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    run(gold, "--records", records, "-o", before)
    (gold / "b.txt.json").unlink()
    done = run(gold, "--records", records, "--compare", before)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "not over the same documents: only before: b.txt" in flat(done.stderr)
    assert "is no run of `topline evaluate`" in flat(run(gold, "--compare", records).stderr)


def test_evaluate_goes_on_after_gold_that_it_cannot_read(gold: Path, records: Path) -> None:
    (gold / "a.txt.json").write_text('{"doc": "a.txt", "events": 3}', encoding="utf-8")
    done = run(gold, "--records", records)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[0] == (
        f"topline: {gold / 'a.txt.json'} cannot be read as gold: it lacks `events`, a list"
    )
    assert "1 release" in done.stdout


def test_evaluate_takes_one_gold_of_a_release(gold: Path, records: Path) -> None:
    (gold / "c.json").write_bytes((gold / "a.txt.json").read_bytes())
    done = run(gold, "--records", records)
    assert (done.exit_code, done.stderr) == (
        1,
        f"topline: {gold / 'c.json'} is gold of a.txt, as {gold / 'a.txt.json'} is\n",
    )


def test_evaluate_tells_quotes_that_are_not_in_the_text(gold: Path, records: Path) -> None:
    data = {"doc": "b.txt", "released_on": "2004-07-01", "events": EVENTS}
    (gold / "b.txt.json").write_text(json.dumps(data), encoding="utf-8")
    done = run(gold, "--records", records)
    assert done.exit_code == 0
    assert "b.txt does not hold the quotes of “submitted an NDA” and of 1 more" in done.stderr


def test_evaluate_tells_releases_that_only_gold_or_only_the_records_have(gold: Path, records: Path) -> None:
    (gold / "b.txt.json").unlink()
    done = run(gold, "--records", records)
    assert (done.exit_code, done.stderr) == (0, f"topline: {records}: left out, for there is no gold of b.txt\n")
    first, second = records.read_text(encoding="utf-8").splitlines(keepends=True)
    records.write_text(second, encoding="utf-8")
    done = run(gold, "--records", records)
    assert done.exit_code == 2
    assert "holds records of other releases: of b.txt; gold is of a.txt" in flat(done.stderr)
    data = {"doc": "b.txt", "released_on": "2004-07-01", "events": EVENTS[:0]}
    (gold / "b.txt.json").write_text(json.dumps(data), encoding="utf-8")
    records.write_text(first, encoding="utf-8")
    done = run(gold, "--records", records)
    assert (done.exit_code, done.stderr) == (
        0,
        f"topline: {records} has no record of b.txt: all events of gold there are missed\n",
    )
    assert "2 releases, 1 without a record" in done.stdout


def test_evaluate_knows_records_of_another_text(gold: Path, records: Path) -> None:
    (gold / "a.txt").write_text(TEXT + "More.", encoding="utf-8")
    done = run(gold, "--records", records)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "the record of a.txt was read from another text" in flat(done.stderr)


def test_evaluate_reads_json_lines_with_texts(gold: Path, records: Path, tmp_path: Path) -> None:
    lines = tmp_path / "gold.jsonl"
    data = {"doc": "a.txt", "released_on": "2004-07-01", "events": EVENTS, "text": TEXT}
    lines.write_text(json.dumps(data) + "\n{}\n", encoding="utf-8")
    done = run(lines, "--records", records, "--json")
    assert done.exit_code == 1
    assert f"{lines}:2 cannot be read as gold: it lacks `doc`" in done.stderr
    assert Run.model_validate_json(done.stdout).measures.events.tp == 1


def test_evaluate_reads_marked_releases_and_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "releases" / "applications"
    folder.mkdir(parents=True)
    (folder / "merrow.txt").write_text(MARKED, encoding="utf-8")
    done = run(tmp_path / "releases")
    assert (done.exit_code, done.stderr) == (0, "")
    text = flat(done.stdout)
    assert "events 100.0 100.0 100.0" in text
    assert " Names label gold found precision recall F1 " in text
    assert " COMPANY 2 " in text
    assert " DRUG 1 1 100.0 100.0 100.0" in text
    assert "leave --texts out" in flat(run(tmp_path / "releases", "--texts", tmp_path).stderr)
    (folder / "bad.txt").write_text(MARKED.replace("occurred", "done"), encoding="utf-8")
    done = run(tmp_path / "releases")
    assert done.exit_code == 1
    assert f"{folder / 'bad.txt'} has marks that are wrong: 'done' is no status" in done.stderr


def test_evaluate_goes_on_after_a_release_that_it_cannot_read(gold: Path) -> None:
    data = {"doc": "c.txt", "released_on": "2004-07-01", "events": [], "text": " \n"}
    (gold / "c.json").write_text(json.dumps(data), encoding="utf-8")
    done = run(gold)
    assert (done.exit_code, done.stderr) == (1, "topline: c.txt: nothing to read: the release is empty\n")
    assert "3 releases, 1 without a record" in done.stdout


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ([], "Missing argument 'GOLD'"),
        (["no-such-folder"], "does not exist"),
        (["."], "holds no gold: neither *.json nor marked releases"),
        ([".", "--texts", "nowhere"], "does not exist"),
        ([".", "--records", "nowhere"], "does not exist"),
        ([".", "--compare", "nowhere"], "does not exist"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_evaluate_wrong_usage(args: list[str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert says in flat(done.stderr)
    assert "Usage: " in done.stderr


def test_evaluate_overwrites_none_of_its_inputs(gold: Path, records: Path) -> None:
    done = run(gold, "--records", records, "-o", records)
    assert done.exit_code == 2
    assert "is one of the files to read" in flat(done.stderr)
