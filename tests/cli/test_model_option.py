"""`--model`: which pipeline reads, who speaks in its records, and what is said of models that cannot be had."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner, Result
from tiny_model import tiny_gold

import topline
from topline.cli import corpus, main
from topline.extraction import models
from topline.records import ReleaseRecord

COMMAND = Path(sys.executable).with_name("topline")


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in args], env={"COLUMNS": "100"})


def told(done: Result) -> str:
    """What stands on standard error, in one line."""
    return " ".join(done.stderr.split())


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("release") / "grisaille.txt"
    path.write_text(tiny_gold()[0].text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gold") / "dev.jsonl"
    path.write_text("".join(g.model_dump_json() + "\n" for g in tiny_gold()[:1]), encoding="utf-8")
    return path


@pytest.fixture
def copy(model: Path, tmp_path: Path) -> Path:
    """One to spoil."""
    shutil.copytree(model, tmp_path / "spoilt")
    return tmp_path / "spoilt"


def test_cli_extract_with_a_model_says_who_spoke(model: Path, release: Path) -> None:
    done = subprocess.run(
        [COMMAND, "extract", "--model", model, release],
        capture_output=True,
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    record = ReleaseRecord.model_validate_json(done.stdout)
    said = {event.why.component: event.why.rule for event in record.events}
    assert said.keys() == {"topline_triggers_v1+spancat", "spancat"}
    assert said["spancat"].startswith("scored ")
    assert not said["topline_triggers_v1+spancat"].startswith("scored ")


def test_cli_extract_with_rules_lets_rules_speak(release: Path) -> None:
    done = run("extract", "--json", "--model", "rules", release)
    record = ReleaseRecord.model_validate_json(done.stdout)
    assert {event.why.component for event in record.events} == {"topline_triggers_v1"}
    assert record == topline.extract(release, model="rules")


def test_cli_facts_and_evaluate_take_a_model(model: Path, release: Path, gold: Path) -> None:
    assert run("facts", "--model", model, release).exit_code == 0
    done = run("evaluate", gold, "--model", model, "--json")
    assert (done.exit_code, json.loads(done.stdout)["scored"]) == (0, str(model))


@pytest.mark.parametrize("command", ["extract", "facts"])
def test_cli_model_that_is_not_installed(command: str, release: Path) -> None:
    done = run(command, "--model", "en_topline_none", release)
    assert done.exit_code == 2
    assert "the model en_topline_none is not installed: pip install en_topline_none" in told(done)


def test_cli_model_in_no_folder(release: Path, tmp_path: Path) -> None:
    done = run("extract", "--model", tmp_path / "gone", release)
    assert (done.exit_code, "there is no model" in told(done)) == (2, True)
    done = run("extract", "--model", tmp_path, release)
    assert (done.exit_code, "is no pipeline: a folder that spaCy wrote has" in told(done)) == (2, True)


def test_cli_package_that_is_no_pipeline(release: Path) -> None:
    done = run("extract", "--model", "click", release)
    assert (done.exit_code, "the model click is not installed" in told(done)) == (2, True)


def test_cli_model_of_another_topline(copy: Path, release: Path) -> None:
    meta = json.loads((copy / "meta.json").read_text(encoding="utf-8"))
    (copy / "meta.json").write_text(json.dumps({**meta, "requirements": ["topline>=9.1,<9.2"]}), encoding="utf-8")
    done = run("extract", "--model", copy, release)
    assert (done.exit_code, "was made for topline<9.2,>=9.1, this is" in told(done)) == (2, True)


@pytest.mark.parametrize("meta", ["", "[]", '{"requirements": ["no requirement at all"]}'])
def test_cli_model_with_a_bad_meta(copy: Path, release: Path, meta: str) -> None:
    (copy / "meta.json").write_text(meta, encoding="utf-8")
    done = run("extract", "--model", copy, release)
    assert (done.exit_code, "is no pipeline: its meta.json cannot be read" in told(done)) == (2, True)


def test_cli_model_of_other_event_types(copy: Path, release: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    types = dict(models.event_types())
    del types["approval"]
    monkeypatch.setattr(models, "event_types", lambda: types)
    done = run("extract", "--model", copy, release)
    assert (done.exit_code, "event types that this topline does not have (approval)" in told(done)) == (2, True)


def test_cli_model_with_damaged_weights(copy: Path, release: Path) -> None:
    (copy / "spancat" / "model").write_bytes(b"\x00 no weights")
    done = run("extract", "--model", copy, release)
    assert (done.exit_code, "cannot be built into a pipeline" in told(done)) == (2, True)


def test_cli_pipeline_of_something_else(release: Path, tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "blank")
    done = run("extract", "--model", tmp_path / "blank", release)
    assert (done.exit_code, "is no pipeline of topline: it has no `topline_events_v1`" in told(done)) == (2, True)


def test_cli_model_and_config_exclude_each_other(release: Path) -> None:
    done = run("extract", "--model", "rules", "--config", "configs/rules.cfg", release)
    assert (done.exit_code, "leave one of them out" in told(done)) == (2, True)


def test_cli_default_model_is_the_first_that_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert models.default_model() == models.PREFERRED[-1] == "rules"
    monkeypatch.setattr(models, "PREFERRED", ("en_topline_none", "rules"))
    assert models.default_model() == "rules"
    assert models.model_help() == "en_topline_none if installed, else rules"


def test_cli_installed_model_is_found_by_name(
    model: Path, tmp_path: Path, release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "en_topline_tiny"
    package.mkdir()
    (package / "__init__.py").write_text("", encoding="utf-8")
    shutil.copytree(model, package / "en_topline_tiny-0.1.0")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(models, "PREFERRED", ("en_topline_tiny", "rules"))
    assert models.default_model() == "en_topline_tiny"
    record = ReleaseRecord.model_validate_json(run("extract", "--json", release).stdout)
    assert "spancat" in {event.why.component for event in record.events}


def test_cli_vectors_need_the_transformer_extra(release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "find_spec", lambda library: None)
    done = run("corpus", "vectors", release, "-o", tmp_path / "vectors")
    assert (done.exit_code, "pip install 'topline[transformer]'" in told(done)) == (2, True)


def test_cli_records_were_written_without_the_model(gold: Path) -> None:
    done = run("evaluate", gold, "--records", gold, "--model", "rules")
    assert (done.exit_code, "leave --model out" in told(done)) == (2, True)
