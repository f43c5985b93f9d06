"""The network behind span categorisation of triggers.

It sees word vectors, pooled (mean and maximum) over the span and over the sentence that holds it: the static ones,
which training does not change, and, where it has a tok2vec layer, those of the words in context. Beside these stand
which cues of the rules fired inside the span and in the sentence, and in which kind of block it all stands.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Dropout, LayerNorm, Linear, Maxout, Model, chain, glorot_uniform_init
from thinc.types import Floats2d, Ragged

from topline.components.learned.span_features import POOLS, SpanFeatures, plain_width
from topline.vocab import event_types

__all__ = ["make_span_scorer"]

# Few candidates tell any one type: scores begin near the share that do.
_PRIOR = -4.0


@registry.architectures("topline.SpanScorer.v1")  # type: ignore[untyped-decorator]
def make_span_scorer(
    *,
    hidden: int,
    dropout: float,
    input_dropout: float,
    cues: bool,
    static_vectors: bool,
    tok2vec: Model[list[Doc], list[Floats2d]] | None = None,
    nO: int | None = None,
) -> Model[tuple[list[Doc], Ragged], Floats2d]:
    """Scores in 0..1 of every candidate for every label, which do not add up to one.

    `cues` tells whether the network sees what the rules found, `static_vectors` whether it sees those of the
    vocabulary, looked up by lower case.
    """
    head: Model[Floats2d, Floats2d] = chain(
        Dropout(input_dropout),
        Maxout(nO=hidden, nP=3),
        LayerNorm(nI=hidden),
        Dropout(dropout),
        Linear(nO=nO, nI=hidden, init_W=glorot_uniform_init),
        _probability(),
    )
    model: Model[tuple[list[Doc], Ragged], Floats2d] = Model(
        "topline_span_scorer",
        _forward,
        init=_init,
        layers=[head, tok2vec] if tok2vec is not None else [head],
        refs={"hidden": head.layers[1], "output": head.layers[4]},
        attrs={"cues": cues, "static": static_vectors, "types": {leaf: i for i, leaf in enumerate(event_types())}},
        dims={"nO": nO},
    )
    return model


def _probability() -> Model[Floats2d, Floats2d]:
    """The logistic function, with a way back that makes `scores - truth` the gradient of cross-entropy.

    spaCy's span categoriser hands back that difference; through the logistic function's own derivative a sure and wrong
    score would hardly learn.
    """

    def forward(model: Model[Floats2d, Floats2d], X: Floats2d, is_train: bool) -> tuple[Floats2d, Callable[..., Any]]:
        return model.ops.sigmoid(X + _PRIOR), lambda d_scores: d_scores

    return Model("probability", forward)


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:
    docs = X[0] if X is not None else None
    for tok2vec in model.layers[1:]:
        tok2vec.initialize(X=docs)
    if Y is not None and model.has_dim("nO") is None:
        model.set_dim("nO", Y.shape[1])
    if model.has_dim("nO"):
        model.get_ref("output").set_dim("nO", model.get_dim("nO"))
    contextual = sum(tok2vec.get_dim("nO") for tok2vec in model.layers[1:])
    static = docs[0].vocab.vectors_length if model.attrs["static"] and docs else 0
    plain = plain_width(model.attrs["types"], cues=model.attrs["cues"])
    model.get_ref("hidden").set_dim("nI", POOLS * (contextual + static) + plain)
    model.layers[0].initialize()


def _forward(
    model: Model[Any, Any], X: tuple[list[Doc], Ragged], is_train: bool
) -> tuple[Floats2d, Callable[[Floats2d], Any]]:
    docs, spans = X
    head, *contextual = model.layers
    found = [tok2vec(docs, is_train) for tok2vec in contextual]
    parts = [
        SpanFeatures(model, doc, [vectors[i] for vectors, _ in found], own)
        for i, (doc, own) in enumerate(zip(docs, _by_doc(model.ops, spans), strict=True))
    ]
    width = model.get_ref("hidden").get_dim("nI")
    features = model.ops.xp.vstack([*(p.rows() for p in parts if p.size), model.ops.alloc2f(0, width)])
    scores, back_head = head(features, is_train)

    def backprop(d_scores: Floats2d) -> Any:
        d_features, at, d_vectors = back_head(d_scores), 0, []
        for part in parts:
            d_vectors.append(part.backprop(d_features[at : at + part.size]))
            at += part.size
        return [back(d_vectors) for _, back in found], spans

    return scores, backprop


def _by_doc(ops: Any, spans: Ragged) -> list[Any]:
    at, parts = 0, []
    rows = ops.to_numpy(spans.dataXd)
    for length in ops.to_numpy(spans.lengths):
        parts.append(rows[at : at + int(length)] if length else np.zeros((0, 2), dtype="i"))
        at += int(length)
    return parts
