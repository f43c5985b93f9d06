"""The card of a model: its numbers are those of scores.json, and neither has a word of a release."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tiny_model import tiny_gold

from topline.cli import main
from topline.evaluation import Run, score
from topline.extraction import Extractor
from topline.training.card import write_card
from topline.training.scores import Scores, collect_scores, sha256_of

MANIFEST = {"train/a.txt": "0" * 64, "train/b.txt": "1" * 64, "dev/c.txt": "2" * 64, "test/d.txt": "3" * 64}


@pytest.fixture(scope="module")
def run(extractor: Extractor) -> Run:
    return score([(gold, extractor(gold.text)) for gold in tiny_gold()], samples=20)


@pytest.fixture(scope="module")
def scores(model: Path, run: Run) -> Scores:
    return collect_scores(model, {"test": run}, rules={"test": run}, model="en_topline_tiny", version="0.1.0")


def card(scores: Scores) -> str:
    return write_card(scores, manifest=MANIFEST, manifest_sha256="ab" * 32, requirements=["topline>=0.1.0,<0.2.0"])


def rows(text: str, title: str) -> dict[str, list[str]]:
    """The rows of the table under a heading, by their first cell."""
    section = text.split(f"## {title}\n")[1].split("\n## ")[0]
    cells = [[c.strip() for c in line.strip("|").split("|")] for line in section.splitlines() if line.startswith("|")]
    return {first.strip("`"): others for first, *others in cells[2:]}


def test_training_card_has_the_scores_of_the_file(scores: Scores) -> None:
    read = Scores.model_validate_json(scores.to_json())
    measured = read.sets["test"].measures
    (row,) = rows(card(read), "Scores").values()
    bounds = read.sets["test"].intervals["events.f1"]
    assert row[:4] == [
        "3",
        f"{100 * measured.events.p:.1f}",
        f"{100 * measured.events.r:.1f}",
        f"{100 * measured.events.f1:.1f} ({100 * bounds.low:.1f}–{100 * bounds.high:.1f})",
    ]
    assert row[4] == f"{100 * measured.events.f1:.1f}"
    assert 0 < measured.events.f1 < 1


def test_training_card_has_each_type_with_its_events(scores: Scores) -> None:
    found = rows(card(scores), "Scores by type")
    by_type = scores.sets["test"].measures.by_type
    approval = by_type["approval"]
    assert found["approval"] == [f"{100 * approval.f1:.1f} ({approval.tp + approval.fn})"]
    assert found["patent_or_ip" if "patent_or_ip" in found else "ip_or_legal"] == ["–"]
    shown = [int(m[1]) for (cell,) in found.values() if (m := re.search(r"\((\d+)\)", cell))]
    assert sum(shown) == sum(f.tp + f.fn for f in by_type.values())


def test_training_card_names_what_was_learned_from(scores: Scores) -> None:
    text = card(scores)
    assert ": 2 to learn from, " in " ".join(text.split())
    assert "No real release was learned from" in text
    assert "ab" * 32 in text


def test_training_card_says_what_was_not_measured_on_real_releases(scores: Scores, run: Run) -> None:
    assert "No real releases were at hand" in card(scores)
    with_real = scores.model_copy(update={"sets": {**scores.sets, "real": scores.sets["test"]}})
    section = card(with_real).split("## Not measured on real releases\n")[1].split("\n## ")[0]
    assert "`ip_or_legal`" in section
    assert "`approval`" not in section


def test_training_card_has_the_hash_of_each_weight(scores: Scores, model: Path) -> None:
    files = rows(card(scores), "Files")
    assert files.keys() == {"config.cfg", "ner/model", "spancat/model", "tok2vec/model", "vocab/vectors"}
    assert files["ner/model"] == [f"`{sha256_of(model / 'ner' / 'model')}`"]


def test_training_scores_have_no_word_of_a_release(scores: Scores, run: Run) -> None:
    quoted = [outcome.words for document in run.documents for outcome in document.outcomes]
    assert quoted
    assert not any(words in scores.to_json() for words in quoted if words)


def test_training_package_writes_card_scores_and_manifest(model: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "dev.json").write_text(run.to_json(), encoding="utf-8")
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST), encoding="utf-8")
    (tmp_path / "LICENSE").write_text("Apache License", encoding="utf-8")
    out = tmp_path / "models" / "en_topline_tiny"
    args = ["model", "package", model, "-o", out, "--manifest", tmp_path / "manifest.json"]
    args += ["--scores", "dev", tmp_path / "dev.json", "--licence", tmp_path / "LICENSE"]
    done = CliRunner().invoke(main, [str(a) for a in args])
    assert done.exit_code == 0, done.output
    written = Scores.model_validate_json((out / "scores.json").read_text(encoding="utf-8"))
    assert written.sets["dev"].measures == run.measures
    (row,) = rows((out / "README.md").read_text(encoding="utf-8"), "Scores").values()
    assert row[1] == f"{100 * written.sets['dev'].measures.events.p:.1f}"
    assert {"LICENSE", "manifest.json", "setup.py", "pyproject.toml"} <= {p.name for p in out.iterdir()}


def test_training_package_of_a_run_that_is_none(model: Path, tmp_path: Path) -> None:
    (tmp_path / "dev.json").write_text("{}", encoding="utf-8")
    (tmp_path / "manifest.json").write_text("{}", encoding="utf-8")
    args = ["model", "package", model, "-o", tmp_path / "out", "--manifest", tmp_path / "manifest.json"]
    args += ["--scores", "dev", tmp_path / "dev.json", "--licence", tmp_path / "manifest.json"]
    done = CliRunner().invoke(main, [str(a) for a in args])
    assert (done.exit_code, "is no run of `topline evaluate`" in done.output) == (2, True)
