"""A pipeline as small as they come, trained for a few steps: what it says is poor, but all its parts speak."""

from pathlib import Path

import numpy as np
import spacy
from spacy.cli.train import train
from spacy.vectors import Vectors

from topline.evaluation import GoldRelease
from topline.extraction import load
from topline.training.assemble import assemble
from topline.training.compile import compile_release
from topline.training.docs import gold_doc, write_docs
from topline.training.release import read_marked

__all__ = ["SETTINGS", "tiny_gold", "tiny_model", "train_tiny"]

_ROOT = Path(__file__).parents[2]
_RELEASES = (
    "approvals/grisaille-ophthalmics-2011-08-16.txt",
    "approvals/hibernis-biotech-1997-10-28.txt",
    "decisions/emberline-2010-12-20.txt",
)
_WIDTH = 16
SETTINGS = _ROOT / "configs" / "en_topline_sm.assembly.cfg"


def tiny_gold() -> list[GoldRelease]:
    """Three written releases."""
    return [compile_release(read_marked(_ROOT / "annotations" / "releases" / name)).gold for name in _RELEASES]


def train_tiny(folder: Path) -> Path:
    """What `spacy train` writes after a few steps over the three releases, with vectors that mean nothing."""
    nlp = load(model="rules")
    write_docs((gold_doc(nlp, gold) for gold in tiny_gold()), folder / "train.spacy")
    small = {"tok2vec.model.embed.width", "tok2vec.model.encode.width", "ner.model.tok2vec.width"}
    overrides = {
        "paths.train": str(folder / "train.spacy"),
        "paths.dev": str(folder / "train.spacy"),
        "paths.vectors": str(_vectors(folder)),
        **{f"components.{name}": _WIDTH for name in small},
        "components.tok2vec.model.encode.depth": 1,
        "components.spancat.model.hidden": 16,
        "components.spancat.threshold": 0.0,
        "training.max_epochs": 0,
        "training.max_steps": 12,
        "training.eval_frequency": 12,
        "training.logger.progress_bar": None,
        "training.logger.console_output": False,
    }
    train(_ROOT / "configs" / "en_topline_sm.cfg", folder / "trained", overrides=overrides)
    return folder / "trained" / "model-last"


def _vectors(folder: Path) -> Path:
    nlp = spacy.blank("en")
    words = sorted({word.lower() for gold in tiny_gold() for word in gold.text.split()})
    keys = [nlp.vocab.strings.add(word) for word in words]
    data = np.random.default_rng(1).normal(size=(len(words), _WIDTH)).astype("f")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=data, keys=keys, name="tiny", attr="LOWER")
    nlp.to_disk(folder / "vectors")
    return folder / "vectors"


def tiny_model(trained: Path, folder: Path) -> Path:
    """The full pipeline, with thresholds that let rule and network speak of everything."""
    settings = folder / "settings.cfg"
    text = SETTINGS.read_text(encoding="utf-8")
    for name in ("rule_threshold", "model_threshold"):
        text = "\n".join(f"{name} = 0.0" if line.startswith(name) else line for line in text.splitlines())
    settings.write_text(text, encoding="utf-8")
    assemble(trained, settings, folder / "en_topline_tiny", name="en_topline_tiny", description="A tiny one")
    return folder / "en_topline_tiny"
