"""The network over candidates: its scores, its gradient, its bytes, and its place in spaCy's span categoriser."""

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import build_hash_embed_cnn_tok2vec
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Model, fix_random_seed
from tiny_docs import doc

from topline.components.learned.clauses import make_suggester
from topline.components.learned.span_scorer import make_span_scorer
from topline.errors import ConfigError

LABELS = 3
# of a parameter, for the slope of the loss: smaller ones drown in rounding, larger ones reach over a kink of a maximum
STEP = 5e-4
CUES = [(4, 6, "approval"), (9, 10, "launch")]


def tok2vec() -> Model[Any, Any]:
    return build_hash_embed_cnn_tok2vec(
        width=6, depth=1, embed_size=60, window_size=1, maxout_pieces=2, subword_features=False, pretrained_vectors=None
    )


def scorer(docs: list[Doc], *, context: bool = True, cues: bool = True, seed: int = 3) -> Model[Any, Any]:
    fix_random_seed(seed)
    model = make_span_scorer(
        hidden=5,
        dropout=0.0,
        input_dropout=0.0,
        cues=cues,
        static_vectors=False,
        tok2vec=tok2vec() if context else None,
    )
    spans = make_suggester()(docs)
    truth = model.ops.alloc2f(len(spans.dataXd), LABELS)
    model.initialize(X=(docs, spans), Y=truth)
    return model


@pytest.fixture
def docs() -> list[Doc]:
    vocab = spacy.blank("en").vocab
    return [doc(cues=CUES, vocab=vocab), doc(telling=[], vocab=vocab), doc(telling=[(0, 3)], vocab=vocab)]


@pytest.mark.parametrize("context", [True, False])
def test_learned_scorer_gives_each_candidate_a_score_for_each_label(docs: list[Doc], context: bool) -> None:
    scores = scorer(docs, context=context).predict((docs, make_suggester()(docs)))
    assert scores.shape == (7, LABELS)
    assert ((scores > 0) & (scores < 1)).all()
    # before it has learned, few candidates tell anything
    assert scores.mean() < 0.2


def test_learned_scorer_wants_vectors_where_it_is_to_see_them(docs: list[Doc]) -> None:
    model = make_span_scorer(hidden=5, dropout=0.0, input_dropout=0.0, cues=True, static_vectors=True, nO=LABELS)
    with pytest.raises(ConfigError, match=r"name one in initialize\.vectors, or set it false"):
        model.initialize(X=(docs, make_suggester()(docs)))


def test_learned_scorer_takes_docs_without_candidates(docs: list[Doc]) -> None:
    scores = scorer(docs).predict((docs[1:2], make_suggester()(docs[1:2])))
    assert scores.shape == (0, LABELS)


def test_learned_scorer_scores_a_doc_alike_in_any_company(docs: list[Doc]) -> None:
    model, suggest = scorer(docs), make_suggester()
    together = model.predict((docs, suggest(docs)))
    alone = model.predict((docs[2:], suggest(docs[2:])))
    assert np.allclose(together[6:], alone, atol=1e-6)


def test_learned_scorer_sees_cues_only_when_told_to(docs: list[Doc]) -> None:
    without = doc(vocab=docs[0].vocab)
    suggest = make_suggester()
    for cues in (True, False):
        model = scorer(docs, context=False, cues=cues)
        one, other = (model.predict(([d], suggest([d]))) for d in (docs[0], without))
        assert np.allclose(one, other) is not cues


def test_learned_scorer_gradient_is_that_of_cross_entropy(docs: list[Doc]) -> None:
    model, spans = scorer(docs), make_suggester()(docs)
    truth = np.random.default_rng(0).integers(0, 2, (7, LABELS)).astype("f")

    def loss() -> float:
        scores = model.predict((docs, spans)).astype("d")
        return float(-(truth * np.log(scores) + (1 - truth) * np.log(1 - scores)).sum())

    scores, backprop = model.begin_update((docs, spans))
    backprop(scores - truth)
    checked = 0
    for node in model.walk():
        for name in node.param_names:
            if not node.has_grad(name):
                continue
            gradient, kept = node.get_grad(name).copy(), node.get_param(name).copy()
            length = float(np.linalg.norm(gradient))
            if length < 1e-3:
                continue
            step = gradient / length
            changed = []
            for by in (STEP, -STEP):
                node.set_param(name, (kept + by * step).astype("f"))
                changed.append(loss())
            node.set_param(name, kept)
            assert (changed[0] - changed[1]) / (2 * STEP) == pytest.approx(length, rel=0.03), (node.name, name)
            checked += 1
    # those of the head and of the layers under it
    assert checked >= 8
    assert any(node.has_grad(name) for node in model.layers[1].walk() for name in node.param_names)


def test_learned_scorer_comes_back_from_bytes(docs: list[Doc]) -> None:
    one, other, spans = scorer(docs, seed=1), scorer(docs, seed=2), make_suggester()(docs)
    before = one.predict((docs, spans))
    assert not np.allclose(other.predict((docs, spans)), before)
    other.from_bytes(one.to_bytes())
    assert np.array_equal(other.predict((docs, spans)), before)


def test_learned_scorer_learns_within_the_span_categoriser() -> None:
    nlp = spacy.blank("en")
    fix_random_seed(0)
    config = {
        "spans_key": "happenings",
        "threshold": 0.5,
        "max_positive": None,
        "suggester": {"@misc": "topline.Candidates.v1"},
        "model": {
            "@architectures": "topline.SpanScorer.v1", "hidden": 16, "dropout": 0.0, "input_dropout": 0.0,
            "cues": True, "static_vectors": False,
        },
    }  # fmt: skip
    spancat = nlp.add_pipe("spancat", config=config)
    reference = doc(vocab=nlp.vocab, cues=CUES)
    reference.spans["happenings"] = [Span(reference, 3, 7, label="approval"), Span(reference, 7, 12, label="launch")]
    example = Example(doc(vocab=nlp.vocab, cues=CUES), reference)
    optimizer = nlp.initialize(lambda: [example])
    optimizer.learn_rate = 0.02
    for _ in range(60):
        spancat.update([example], sgd=optimizer)
    seen = spancat(doc(vocab=nlp.vocab, cues=CUES))
    found = seen.spans["happenings"]
    assert [(s.label_, s.start, s.end) for s in found] == [("approval", 3, 7), ("launch", 7, 12)]
    # what confirms triggers reads the scores from here
    assert len(found.attrs["scores"]) == 2
    assert all(score > 0.5 for score in found.attrs["scores"])
