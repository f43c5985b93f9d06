"""Data files of this room, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from topline.errors import VocabularyError

__all__ = ["load_yaml"]

# libyaml's loader reads the same documents several times faster; it is missing where PyYAML was built without it.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load_yaml(name: str) -> Any:
    """The parsed `vocab/data/<name>`. Raises VocabularyError when it is missing or is not YAML. Do not change it."""
    try:
        text = files("topline.vocab").joinpath("data", name).read_text(encoding="utf-8")
        return yaml.load(text, Loader=_LOADER)  # noqa: S506 - both loaders are safe ones
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"vocab/data/{name} cannot be read: {error}") from error
