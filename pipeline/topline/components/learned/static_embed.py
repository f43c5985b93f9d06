"""An embedding layer of static vectors alone, for a `spacy.Tok2Vec.v2`.

Features of a word's own letters, as `spacy.MultiHashEmbed.v2` has them, learn the words of the training releases by
heart; what a vector says of a word holds for its neighbours, too.
"""

from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Dropout, Linear, Model, chain, with_array
from thinc.types import Floats2d

from topline.components.learned.vectors import static_vectors

__all__ = ["make_static_embed"]


@registry.architectures("topline.StaticEmbed.v1")  # type: ignore[untyped-decorator]
def make_static_embed(*, width: int, dropout: float) -> Model[list[Doc], list[Floats2d]]:
    """The vocabulary's vectors, which training does not change, in `width` dimensions; `dropout` is of theirs."""
    lookup: Model[list[Doc], list[Floats2d]] = Model("topline_static", _forward)
    layers: list[Model[Any, Any]] = [Dropout(dropout), Linear(nO=width)]
    projected: Model[Any, Any] = with_array(chain(*layers))
    model: Model[list[Doc], list[Floats2d]] = chain(lookup, projected)
    model.init = _init
    model.set_dim("nO", width)
    return model


def _init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:
    linear = model.layers[1].layers[0].layers[1]
    if X:
        linear.set_dim("nI", X[0].vocab.vectors_length)
    linear.initialize()


def _forward(
    model: Model[Any, Any], docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
    return [model.ops.asarray2f(static_vectors(doc)) for doc in docs], lambda d_vectors: []
