"""Learned parts among the rules: the pipeline that comes out, and the distribution around it."""

import json
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from tiny_model import SETTINGS, tiny_gold

import topline
from topline.errors import ConfigError
from topline.training.assemble import assemble, make_distribution


@pytest.fixture(scope="module")
def learned(model: Path) -> Language:
    return spacy.load(model)


def test_training_assembled_pipeline_has_its_parts_in_order(learned: Language) -> None:
    assert learned.pipe_names == [
        "reader", "sentences", "release", "quantities", "tok2vec", "ner", "entities", "triggers", "spancat", "confirm",
        "events",
    ]  # fmt: skip


def test_training_assembled_pipeline_says_what_it_is(model: Path) -> None:
    meta = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    assert (meta["lang"], meta["name"], meta["version"]) == ("en", "topline_tiny", version("topline"))
    assert (meta["license"], meta["description"]) == ("Apache-2.0", "A tiny one")
    major, minor, _ = version("topline").split(".")
    assert meta["requirements"] == [f"topline>={version('topline')},<{major}.{int(minor) + 1}.0"]


def test_training_assembled_pipeline_tells_who_spoke(learned: Language) -> None:
    events = learned(tiny_gold()[0].text)._.events
    assert {e.spoke for e in events} == {"rule+model", "model"}
    assert all(0 <= e.confidence <= 1 and e.rule for e in events)


def test_training_assembled_pipeline_is_read_back_as_it_was(trained: Path, learned: Language) -> None:
    """The network that was trained is the one that speaks: a doc gets the scores that it got before."""
    doc = learned(tiny_gold()[0].text)
    before = spacy.load(trained).get_pipe("spancat")
    indices, scores = before.predict([doc])
    kept = sorted(score for row in scores.tolist() for score in row if score >= 0)
    assert sorted(doc.spans["happenings"].attrs["scores"]) == pytest.approx(kept, abs=1e-5)
    assert len(indices.dataXd)


def test_training_assembled_pipeline_loads_without_importing_topline(model: Path) -> None:
    code = (
        "import sys, spacy; assert 'topline' not in sys.modules; nlp = spacy.load(sys.argv[1]); "
        "print('application_submission' in {e.type for e in nlp('Merrow Bio submitted an NDA for MRW-101.')._.events})"
    )
    done = subprocess.run([sys.executable, "-c", code, str(model)], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("True", 0), done.stderr


def test_training_assembling_needs_a_trained_pipeline(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="holds no trained pipeline"):
        assemble(tmp_path, SETTINGS, tmp_path / "out", name="en_topline_none")


def test_training_assembling_refuses_parts_that_nothing_reads(tmp_path: Path) -> None:
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    other.to_disk(tmp_path / "other")
    with pytest.raises(ConfigError, match="has sentencizer, which no component of topline reads"):
        assemble(tmp_path / "other", SETTINGS, tmp_path / "out", name="en_topline_other")


def test_training_distribution_can_be_built_and_loaded(model: Path, tmp_path: Path) -> None:
    card = tmp_path / "README.md"
    card.write_text("# A card\n", encoding="utf-8")
    out = tmp_path / "models" / "en_topline_tiny"
    shutil.copytree(model / "ner", out)  # what was there before goes
    data = make_distribution(model, out, documents=[card])
    assert data == out / "en_topline_tiny" / f"en_topline_tiny-{version('topline')}"
    assert sorted(p.name for p in out.iterdir()) == [
        "MANIFEST.in", "README.md", "en_topline_tiny", "meta.json", "pyproject.toml", "setup.py",
    ]  # fmt: skip
    assert (out / "README.md").read_text(encoding="utf-8") == "# A card\n"
    assert (data / "spancat" / "model").read_bytes() == (model / "spancat" / "model").read_bytes()
    assert topline.load(model=out).pipe_names == topline.load(model=data).pipe_names
