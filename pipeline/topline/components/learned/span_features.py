"""What the network sees of the candidates of one doc, and the way back to its vectors in context."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Any, get_args

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model

from topline.components.attributes import BLOCKS, CUES, TELLING
from topline.components.learned.vectors import static_vectors
from topline.records import ZoneKind

__all__ = ["POOLS", "SpanFeatures", "plain_width"]

POOLS = 4  # mean and maximum, of the span and of its sentence
_ZONES = {kind: i for i, kind in enumerate(get_args(ZoneKind))}


def plain_width(types: Mapping[str, int], *, cues: bool) -> int:
    """How many features are not pooled from vectors."""
    return len(_ZONES) + (2 * len(types) if cues else 0)


class SpanFeatures:
    """`contextual` holds at most one kind of vectors; `spans` are rows of two tokens, the second exclusive."""

    def __init__(self, model: Model[Any, Any], doc: Doc, contextual: list[Any], spans: Any) -> None:
        self._model, self._doc, self._contextual = model, doc, contextual
        self._sentences = _sentences_of(doc, spans)
        self.size = len(spans)
        self._stretches = sorted({*map(tuple, spans.tolist()), *self._sentences})
        place = {stretch: i for i, stretch in enumerate(self._stretches)}
        self._span_rows = [place[tuple(s)] for s in spans.tolist()]
        self._sentence_rows = [place[s] for s in self._sentences]
        self._which: Any = None

    def rows(self) -> Any:
        """One row a candidate: pools of the vectors in context, of the static ones, then what is plain."""
        xp = self._model.ops.xp
        parts = []
        for vectors in self._contextual:
            self._which = xp.stack([vectors[s:e].argmax(0) + s for s, e in self._stretches])
            parts += self._pooled(vectors, xp.take_along_axis(vectors, self._which, axis=0))
        if self._model.attrs["static"]:
            vectors = static_vectors(self._doc)
            parts += self._pooled(vectors, xp.stack([vectors[s:e].max(0) for s, e in self._stretches]))
        return xp.hstack([*parts, self._model.ops.asarray2f(self._plain())])

    def _pooled(self, vectors: Any, top: Any) -> list[Any]:
        mean = self._model.ops.xp.stack([vectors[s:e].mean(0) for s, e in self._stretches])
        return [mean[self._span_rows], top[self._span_rows], mean[self._sentence_rows], top[self._sentence_rows]]

    def _plain(self) -> Any:
        """Kinds of block and, where the network sees them, the cues in the sentence and those inside the span."""
        types, with_cues = self._model.attrs["types"], self._model.attrs["cues"]
        rows = np.zeros((self.size, plain_width(types, cues=with_cues)), dtype="f")
        zones = _zones_by_token(self._doc)
        known = (c for c in self._doc.spans.get(CUES, ()) if c.label_ in types)
        cues = sorted((c.start, c.end, types[c.label_]) for c in known) if with_cues else []
        starts = [start for start, _, _ in cues]
        for row, stretch in enumerate(self._span_rows):
            start, end = self._stretches[stretch]
            rows[row, zones[start]] = 1
            first, past = self._sentences[row]
            for s, e, leaf in cues[bisect_left(starts, first) : bisect_left(starts, past)]:
                rows[row, len(_ZONES) + leaf] = 1
                if s < end and start < e:
                    rows[row, len(_ZONES) + len(types) + leaf] = 1
        return rows

    def backprop(self, d_features: Any) -> Any:
        """The gradient of the vectors in context; None for a network that has none."""
        if not self._contextual:
            return None
        vectors = self._contextual[0]
        xp, width = self._model.ops.xp, vectors.shape[1]
        d_vectors = xp.zeros_like(vectors)
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
