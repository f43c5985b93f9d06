"""A few steps of training over the transformer, on two releases of a few lines."""

import json
import random
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy import load
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from transformer_extra import needs_transformer

import topline.components.learned.clauses
import topline.components.learned.span_scorer
import topline.components.learned.transformer  # noqa: F401
from topline.components.attributes import HAPPENINGS
from topline.training.compile import compile_release
from topline.training.docs import gold_doc, read_examples, write_docs
from topline.training.release import parse_release
from topline.training.resume import make_linear_rate

pytestmark = needs_transformer
CONFIG = Path(__file__).parents[2] / "configs" / "en_topline_trf.cfg"
STEPS = 6
RELEASES = {
    "quell": """company: Quell Bay Pharma, Inc.
released_on: 2006-03-07

# [COMPANY Quell Bay Pharma] Enrolls First Patient

OSLO, March 7, 2006 -- [COMPANY Quell Bay Pharma, Inc.] {trial_start occurred today | has begun} a [PHASE Phase 2] trial
of [DRUG Norvalix] in [INDICATION gout]. The trial, which takes place in [LOCATION Norway], follows an earlier one.

[PERSON Ada Holm], who {organisation_change occurred | was named} chief executive, said that costs are as planned.
""",
    "tarn": """company: Tarnside Biologics plc
released_on: 2011-10-04

# [AGENCY FDA] Approves [DRUG Belvira]

LEEDS, Oct. 4, 2011 -- The [AGENCY FDA] {approval occurred positive today | has approved} [DRUG Belvira] of
[COMPANY Tarnside Biologics plc] for [INDICATION asthma]. {launch planned | A launch is expected} in the spring.
""",
}

Trained = tuple[Language, list[dict[str, float]], Path]


@pytest.fixture(scope="module")
def corpus(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("corpus") / "train.spacy"
    golds = [compile_release(parse_release(text, name=name)).gold for name, text in RELEASES.items()]
    write_docs([gold_doc(nlp, gold) for gold in golds], path)
    return path


@pytest.fixture(scope="module")
def run(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Trained]:
    def trained(**overrides: Any) -> Trained:
        out = tmp_path_factory.mktemp("run")
        settings = {
            "paths.train": str(corpus),
            "paths.dev": str(corpus),
            "steps.all": STEPS,
            "training.eval_frequency": 2,
            "training.batcher.size": 60,
            "training.optimizer.learn_rate.warmup": 2,
            "training.logger.output_file": str(out / "log.jsonl"),
            "training.logger.progress_bar": None,
        }
        config = load_config(CONFIG, overrides=settings | {k.replace("__", "."): v for k, v in overrides.items()})
        nlp, _ = train(init_nlp(config), out, stdout=StringIO(), stderr=StringIO())
        log = [json.loads(line) for line in (out / "log.jsonl").read_text().splitlines()]
        return nlp, [row["losses"] for row in log], out / "model-last"

    return trained


@pytest.fixture(scope="module")
def first(run: Callable[..., Trained]) -> Trained:
    return run()


def scores(nlp: Language, corpus: Path) -> Any:
    """Of every candidate for every label."""
    docs = [example.predicted for example in read_examples(corpus)(nlp)]
    for _, component in nlp.pipeline:
        docs = [component(doc) for doc in docs]
    spancat: Any = nlp.get_pipe("spancat")
    spancat.cfg["threshold"] = 0.0
    docs = [spancat(doc) for doc in docs]
    return np.concatenate([doc.spans[HAPPENINGS].attrs["scores"] for doc in docs])


def test_training_transformer_learns(first: Trained) -> None:
    _, losses, _ = first
    assert len(losses) == 4
    assert losses[-1]["ner"] < losses[1]["ner"]
    assert losses[-1]["spancat"] < losses[1]["spancat"]


def test_training_transformer_gives_the_same_losses_again(first: Trained, run: Callable[..., Trained]) -> None:
    random.seed(99)
    np.random.seed(99)
    assert run()[1] == first[1]


def test_training_transformer_scores_the_same_after_loading(first: Trained, corpus: Path) -> None:
    nlp, _, saved = first
    before, after = scores(nlp, corpus), scores(load(saved), corpus)
    assert len(before) > 50
    assert np.allclose(before, after, atol=1e-4)


def test_training_transformer_is_stored_in_small_files(first: Trained) -> None:
    sizes = {str(p.relative_to(first[2])): p.stat().st_size for p in first[2].rglob("*") if p.is_file()}
    assert 10_000_000 < sizes["transformer/model"] < 11_000_000
    assert max(sizes.values()) < 25_000_000


def test_training_transformer_goes_on_from_where_it_was(
    first: Trained, run: Callable[..., Trained], corpus: Path
) -> None:
    nlp, losses, saved = first
    resumed, more, _ = run(paths__resume=str(saved), steps__done=STEPS, training__max_steps=2)
    # nothing is left of the learn rate, so nothing moves but by rounding
    assert np.allclose(scores(resumed, corpus), scores(nlp, corpus), atol=1e-4)
    assert more[0]["spancat"] < losses[0]["spancat"]


def test_training_rate_of_a_resumed_run_ends_on_the_same_line() -> None:
    whole = make_linear_rate(highest=0.001, warmup=10, steps=100, done=0)
    rest = make_linear_rate(highest=0.001, warmup=10, steps=100, done=60)
    first = [next(whole) for _ in range(102)]
    assert first[:3] == pytest.approx([0.0001, 0.000198, 0.000294])
    assert first[50] == pytest.approx(0.0005)
    assert first[100:] == [0.0, 0.0]
    second = [next(rest) for _ in range(40)]
    assert second[0] == pytest.approx(0.1 * first[60])
    assert second[10:] == pytest.approx(first[70:100])
