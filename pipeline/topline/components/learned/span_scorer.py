"""The network behind span categorisation of triggers: a span, its sentence, its block's kind and the rules' cues.

What a token vector says is pooled (mean and maximum) over the span and over the sentence that holds it; beside these
stand which cues of the rules fired inside the span and in the sentence, and in which kind of block it all stands.
"""

from collections.abc import Callable, Sequence
from typing import Any, get_args

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Dropout, LayerNorm, Linear, Maxout, Model, chain, glorot_uniform_init
from thinc.types import Floats2d, Ragged

from topline.components.attributes import BLOCKS, CUES, TELLING
from topline.records import ZoneKind
from topline.vocab import event_types

__all__ = ["make_span_scorer"]

_ZONES = {kind: i for i, kind in enumerate(get_args(ZoneKind))}
# Few candidates tell any one type: scores begin near the share that do.
_PRIOR = -4.0
_POOLS = 4  # mean and maximum, of the span and of its sentence


@registry.architectures("topline.SpanScorer.v1")  # type: ignore[untyped-decorator]
def make_span_scorer(
    tok2vec: Model[list[Doc], list[Floats2d]], *, hidden: int, dropout: float, cues: bool, nO: int | None = None
) -> Model[tuple[list[Doc], Ragged], Floats2d]:
    """Scores in 0..1 of every candidate for every label, which do not add up to one.

    `cues` tells whether the network sees what the rules found.
    """
    head: Model[Floats2d, Floats2d] = chain(
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
        layers=[tok2vec, head],
        refs={"tok2vec": tok2vec, "output": head.layers[3]},
        attrs={"cues": cues, "types": {leaf: i for i, leaf in enumerate(event_types())}},
        dims={"nO": nO},
    )
    return model


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:
    tok2vec, head = model.layers
    docs = X[0] if X is not None else None
    tok2vec.initialize(X=docs)
    if Y is not None and model.has_dim("nO") is None:
        model.set_dim("nO", Y.shape[1])
    if model.has_dim("nO"):
        model.get_ref("output").set_dim("nO", model.get_dim("nO"))
    width = _POOLS * tok2vec.get_dim("nO") + _plain_width(model)
    head.layers[0].set_dim("nI", width)
    head.initialize()


def _probability() -> Model[Floats2d, Floats2d]:
    """The logistic function, with a way back that makes `scores - truth` the gradient of cross-entropy.

    spaCy's span categoriser hands back that difference; through the logistic function's own derivative a sure and wrong
    score would hardly learn.
    """

    def forward(model: Model[Floats2d, Floats2d], X: Floats2d, is_train: bool) -> tuple[Floats2d, Callable[..., Any]]:
        return model.ops.sigmoid(X + _PRIOR), lambda d_scores: d_scores

    return Model("probability", forward)


def _plain_width(model: Model[Any, Any]) -> int:
    return len(_ZONES) + (2 * len(model.attrs["types"]) if model.attrs["cues"] else 0)


def _forward(
    model: Model[Any, Any], X: tuple[list[Doc], Ragged], is_train: bool
) -> tuple[Floats2d, Callable[[Floats2d], Any]]:
    docs, spans = X
    tok2vec, head = model.layers
    vectors, back_vectors = tok2vec(docs, is_train)
    pools = [_Pools(model, doc, v, s) for doc, v, s in zip(docs, vectors, _by_doc(spans), strict=True)]
    parts = [p.features() for p in pools]
    width = _POOLS * tok2vec.get_dim("nO") + _plain_width(model)
    features = model.ops.xp.vstack([*parts, model.ops.alloc2f(0, width)])
    scores, back_head = head(features, is_train)

    def backprop(d_scores: Floats2d) -> Any:
        d_features = back_head(d_scores)
        d_vectors, at = [], 0
        for pool in pools:
            d_vectors.append(pool.backprop(d_features[at : at + pool.size]))
            at += pool.size
        return back_vectors(d_vectors), spans

    return scores, backprop


def _by_doc(spans: Ragged) -> list[Any]:
    at, parts = 0, []
    for length in spans.lengths:
        parts.append(np.asarray(spans.dataXd[at : at + int(length)]) if length else np.zeros((0, 2), dtype="i"))
        at += int(length)
    return parts


class _Pools:
    """The features of one doc's candidates and the way back to its token vectors."""

    def __init__(self, model: Model[Any, Any], doc: Doc, vectors: Any, spans: Any) -> None:
        self._model, self._doc, self._vectors = model, doc, vectors
        self._sentences = _sentences_of(doc, spans)
        self.size = len(spans)
        self._stretches = sorted({*map(tuple, spans.tolist()), *self._sentences})
        place = {stretch: i for i, stretch in enumerate(self._stretches)}
        self._span_rows = [place[tuple(s)] for s in spans.tolist()]
        self._sentence_rows = [place[s] for s in self._sentences]
        self._which: Any = None

    def features(self) -> Any:
        xp, width = self._model.ops.xp, self._vectors.shape[1]
        if not self.size:
            return self._model.ops.alloc2f(0, _POOLS * width + _plain_width(self._model))
        mean = xp.stack([self._vectors[s:e].mean(0) for s, e in self._stretches])
        self._which = xp.stack([self._vectors[s:e].argmax(0) + s for s, e in self._stretches])
        top = xp.take_along_axis(self._vectors, self._which, axis=0)
        spans, sentences = self._span_rows, self._sentence_rows
        plain = self._model.ops.asarray2f(self._plain())
        return xp.hstack([mean[spans], top[spans], mean[sentences], top[sentences], plain])

    def _plain(self) -> Any:
        """Kinds of block and, where the network sees them, the cues inside the span and the sentence."""
        rows = np.zeros((self.size, _plain_width(self._model)), dtype="f")
        zones = _zones_by_token(self._doc)
        types = self._model.attrs["types"]
        cues = [(c.start, c.end, types[c.label_]) for c in self._doc.spans.get(CUES, ()) if c.label_ in types]
        for row, stretch in enumerate(self._span_rows):
            start, end = self._stretches[stretch]
            rows[row, zones[start]] = 1
            if not self._model.attrs["cues"]:
                continue
            first, past = self._sentences[row]
            for s, e, leaf in cues:
                if first <= s < past:
                    rows[row, len(_ZONES) + leaf] = 1
                    if s < end and start < e:
                        rows[row, len(_ZONES) + len(types) + leaf] = 1
        return rows

    def backprop(self, d_features: Any) -> Any:
        xp, width = self._model.ops.xp, self._vectors.shape[1]
        d_vectors = xp.zeros_like(self._vectors)
        if not self.size:
            return d_vectors
        mean, top = xp.zeros((len(self._stretches), width), "f"), xp.zeros((len(self._stretches), width), "f")
        xp.add.at(mean, self._span_rows, d_features[:, :width])
        xp.add.at(top, self._span_rows, d_features[:, width : 2 * width])
        xp.add.at(mean, self._sentence_rows, d_features[:, 2 * width : 3 * width])
        xp.add.at(top, self._sentence_rows, d_features[:, 3 * width : 4 * width])
        for row, (start, end) in enumerate(self._stretches):
            d_vectors[start:end] += mean[row] / (end - start)
        xp.add.at(d_vectors, (self._which, xp.arange(width)), top)
        return d_vectors


def _sentences_of(doc: Doc, spans: Any) -> list[tuple[int, int]]:
    """For each candidate the sentence that it lies in; a candidate outside all sentences is its own."""
    holding: dict[int, tuple[int, int]] = {}
    for sentence in doc.spans.get(TELLING, ()):
        for i in range(sentence.start, sentence.end):
            holding[i] = (sentence.start, sentence.end)
    return [holding.get(start, (start, end)) for start, end in spans.tolist()]


def _zones_by_token(doc: Doc) -> Sequence[int]:
    zones = [_ZONES["body"]] * (len(doc) + 1)
    for block in doc.spans.get(BLOCKS, ()):
        zones[block.start : block.end] = [_ZONES.get(block.label_, _ZONES["body"])] * (block.end - block.start)
    return zones
