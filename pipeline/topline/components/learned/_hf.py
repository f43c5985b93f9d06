"""The transformer of spacy-transformers, stored as the difference to the weights it started from.

The one file that knows its classes, those of transformers, and what is written of them.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import srsly
import torch
from spacy.tokens import Doc, Span
from spacy_transformers import Transformer
from spacy_transformers.data_classes import HFObjects
from spacy_transformers.layers import TransformerModel
from spacy_transformers.layers.hf_shim import HFShim
from spacy_transformers.layers.transformer_model import huggingface_from_pretrained
from thinc.api import Model, Optimizer

from topline.components.learned.minilm import minilm_folder
from topline.errors import ConfigError

__all__ = ["Transformer", "started_model"]

_SHIPPED = "minilm"
# made at random where the starting weights have none, and nothing here reads it
_UNREAD = "pooler."


def started_model(
    name: str,
    get_spans: Callable[[Iterable[Doc]], list[list[Span]]],
    *,
    frozen_layers: int,
    rate_scale: float,
    mixed_precision: bool,
) -> Model[list[Doc], Any]:
    """Without weights until it is initialised or read from bytes."""
    model: Model[list[Doc], Any] = TransformerModel(name, get_spans)
    wrapper = model.layers[0]
    wrapper.shims[0] = _StartedShim(name, frozen_layers, rate_scale, mixed_precision=mixed_precision)
    model.init = _init
    return model


def _init(model: Model[list[Doc], Any], X: Any = None, Y: Any = None) -> None:
    if not model.attrs["has_transformer"]:
        shim: Any = model.layers[0].shims[0]
        model.attrs["set_transformer"](model, shim.start())


class _StartedShim(HFShim):
    """Trains the top layers at a rate of their own; its bytes are what training changed, in half precision."""

    def __init__(self, name: str, frozen_layers: int, rate_scale: float, *, mixed_precision: bool) -> None:
        super().__init__(HFObjects(None, None, None, {}, {}), mixed_precision=mixed_precision, grad_scaler_config={})
        self._name, self._frozen_layers, self._rate_scale = name, frozen_layers, rate_scale

    def start(self) -> HFObjects:
        """The tokenizer and the starting weights, of which those that must not change are frozen."""
        source = minilm_folder() if self._name == _SHIPPED else self._name
        objects = huggingface_from_pretrained(source, {"use_fast": True}, {})
        _freeze(objects.transformer, self._frozen_layers)
        return objects

    def finish_update(self, optimizer: Optimizer) -> None:
        super().finish_update(partial(optimizer, lr_scale=self._rate_scale))

    def to_bytes(self) -> bytes:
        stored = None
        if self._hfmodel.transformer is not None:
            start = _weights(self.start().transformer)
            stored = {"start": _fingerprint(start), "difference": _difference(_weights(self._model), start)}
        written: bytes = srsly.msgpack_dumps(stored)
        return written

    def from_bytes(self, bytes_data: bytes) -> "_StartedShim":
        stored = srsly.msgpack_loads(bytes_data)
        if stored is not None:
            self._hfmodel = self.start()
            self._model = self._hfmodel.transformer
            weights = _weights(self._model)
            if _fingerprint(weights) != stored["start"]:
                raise ConfigError(f"{self._name} holds other weights than those that this pipeline was trained from")
            for name, difference in stored["difference"].items():
                weights[name] += torch.from_numpy(difference.copy()).to(weights[name])
        return self


def _freeze(transformer: Any, layers: int) -> None:
    """The embeddings and the lowest layers: no gradient is computed for them, nor passed down to them."""
    total = transformer.config.num_hidden_layers
    if not 0 <= layers <= total:
        raise ConfigError(f"frozen_layers is {layers}, the transformer has {total}")
    stacks = [m for m in transformer.modules() if isinstance(m, torch.nn.ModuleList) and len(m) == total]
    if not stacks or not hasattr(transformer, "embeddings"):
        raise ConfigError(f"{type(transformer).__name__} has no layers that could be frozen one by one")
    for module in (transformer.embeddings, *stacks[0][:layers]):
        module.requires_grad_(False).eval()
        # what does not learn drops nothing out, either: the same words give the same vectors, and sooner
        module.train = partial(_unchanged, module)


def _unchanged(module: Any, mode: bool = True) -> Any:
    """In place of `module.train`, which the modules above it call."""
    return module


def _weights(transformer: Any) -> dict[str, torch.Tensor]:
    """The values themselves, by name: what is added to them is added to the transformer."""
    return {n: p.data for n, p in transformer.named_parameters() if not n.startswith(_UNREAD)}


def _fingerprint(weights: Mapping[str, torch.Tensor]) -> str:
    digest = hashlib.sha256()
    for name, values in sorted(weights.items()):
        digest.update(name.encode())
        digest.update(values.cpu().numpy())
    return digest.hexdigest()


def _difference(weights: Mapping[str, torch.Tensor], start: Mapping[str, torch.Tensor]) -> dict[str, Any]:
    """Small numbers keep more of their precision as a difference than the weights themselves would."""
    changes = {name: values - start[name] for name, values in weights.items()}
    return {name: change.cpu().numpy().astype("float16") for name, change in changes.items() if change.any()}
