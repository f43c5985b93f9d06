"""The static vectors of a doc's tokens."""

from typing import Any

import numpy as np
from spacy.attrs import LOWER
from spacy.tokens import Doc

__all__ = ["static_vectors"]


def static_vectors(doc: Doc) -> Any:
    """One row a token, looked up by lower case; nothing but zeros for a word that the vocabulary has no vector of."""
    vectors = doc.vocab.vectors
    rows = np.asarray(vectors.find(keys=doc.to_array([LOWER]).ravel()))
    found = vectors.data[np.maximum(rows, 0)]
    return np.where((rows >= 0)[:, None], found, 0).astype("f")
