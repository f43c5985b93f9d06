"""What the network sees of each candidate."""

from typing import get_args

import numpy as np
import spacy
from spacy.vectors import Vectors
from spacy.vocab import Vocab
from thinc.api import Model
from tiny_docs import doc

from topline.components.learned.span_features import POOLS, SpanFeatures, plain_width
from topline.records import ZoneKind

ZONES = list(get_args(ZoneKind))
TYPES = {"approval": 0, "launch": 1}
# a telling sentence, its first and its second clause, and the other telling sentence
SPANS = np.array([[3, 12], [3, 7], [7, 12], [15, 25]], dtype="i")
CUES = [(4, 6, "approval"), (9, 10, "launch"), (6, 8, "launch"), (0, 1, "approval"), (16, 17, "recognition")]


def network(*, static: bool = False, cues: bool = True) -> Model[object, object]:
    return Model(
        "seen", lambda model, x, is_train: (x, lambda d: d), attrs={"types": TYPES, "cues": cues, "static": static}
    )


def with_vectors() -> Vocab:
    """Vectors for two words, by lower case."""
    vocab = spacy.blank("en").vocab
    words = {"approval": [1.0, -1.0], "sales": [0.5, 2.0]}
    keys = [vocab.strings.add(word) for word in words]
    data = np.array(list(words.values()), dtype="f")
    vocab.vectors = Vectors(strings=vocab.strings, data=data, keys=keys, name="two", attr="LOWER")
    return vocab


def test_learned_features_tell_zones_and_cues() -> None:
    made = doc(cues=CUES, blocks=[(0, 3, "headline"), (3, 15, ZONES[1]), (15, 25, "no zone")])
    rows = SpanFeatures(network(), made, [], SPANS).rows()
    assert rows.shape == (4, plain_width(TYPES, cues=True)) == (4, len(ZONES) + 4)
    assert rows[:, : len(ZONES)].argmax(1).tolist() == [1, 1, 1, ZONES.index("body")]
    assert rows[:, : len(ZONES)].sum(1).tolist() == [1] * 4
    in_sentence, inside = rows[:, len(ZONES) : -2].tolist(), rows[:, -2:].tolist()
    assert in_sentence == [[1, 1], [1, 1], [1, 1], [0, 0]]
    # a cue over a joint is inside both clauses
    assert inside == [[1, 1], [1, 1], [0, 1], [0, 0]]


def test_learned_features_without_cues_are_narrower() -> None:
    rows = SpanFeatures(network(cues=False), doc(cues=CUES), [], SPANS).rows()
    assert rows.shape == (4, plain_width(TYPES, cues=False)) == (4, len(ZONES))
    assert rows[:, ZONES.index("body")].tolist() == [1] * 4


def test_learned_features_pool_static_vectors_by_lower_case() -> None:
    rows = SpanFeatures(network(static=True, cues=False), doc(vocab=with_vectors()), [], SPANS).rows()
    pooled = rows[:, : 2 * POOLS].reshape(4, POOLS, 2)
    # mean of the span, its maximum, mean of the sentence, its maximum
    assert np.allclose(pooled[1], [[1 / 4, -1 / 4], [1, 0], [1 / 9, -1 / 9], [1, 0]])
    assert np.allclose(pooled[2], [[0, 0], [0, 0], [1 / 9, -1 / 9], [1, 0]])
    assert np.allclose(pooled[3], [[0.05, 0.2], [0.5, 2], [0.05, 0.2], [0.5, 2]])


def test_learned_features_pool_vectors_in_context() -> None:
    vectors = np.arange(50, dtype="f").reshape(25, 2)
    rows = SpanFeatures(network(cues=False), doc(), [vectors], SPANS).rows()
    assert rows.shape == (4, POOLS * 2 + len(ZONES))
    assert rows[1, :8].tolist() == [9, 10, 12, 13, 14, 15, 22, 23]


def test_learned_features_candidate_outside_all_sentences_is_its_own() -> None:
    vectors = np.arange(50, dtype="f").reshape(25, 2)
    (row,) = SpanFeatures(network(), doc(cues=CUES), [vectors], np.array([[0, 2]], dtype="i")).rows()
    assert row[:8].tolist() == [1, 2, 2, 3, 1, 2, 2, 3]
    assert row[8 + len(ZONES) :].tolist() == [1, 0, 1, 0]


def test_learned_features_gradient_goes_back_to_the_pooled_words() -> None:
    vectors = np.arange(50, dtype="f").reshape(25, 2)
    features = SpanFeatures(network(cues=False), doc(), [vectors], SPANS[1:2])
    width = features.rows().shape[1]
    gradient = np.zeros((1, width), dtype="f")
    gradient[0, :8] = [4, 0, 1, 0, 9, 0, 0, 1]
    back = features.backprop(gradient)
    # mean of four words, maximum at the last of them; mean of nine words, maximum at the last
    assert back[:, 0].tolist() == [0] * 3 + [2] * 3 + [3] + [1] * 5 + [0] * 13
    assert back[:, 1].tolist() == [0] * 11 + [1] + [0] * 13


def test_learned_features_without_context_have_no_gradient() -> None:
    features = SpanFeatures(network(), doc(), [], SPANS)
    assert features.backprop(features.rows()) is None


def test_learned_features_doc_without_candidates_has_an_empty_gradient() -> None:
    vectors = np.ones((25, 2), dtype="f")
    features = SpanFeatures(network(), doc(), [vectors], np.zeros((0, 2), dtype="i"))
    assert features.backprop(np.zeros((0, 30), dtype="f")).tolist() == [[0, 0]] * 25
