"""Data files of this room, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from topline.errors import VocabularyError

__all__ = ["load_yaml", "read_text"]

# libyaml's loader reads the same documents several times faster; it is missing where PyYAML was built without it.
_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_BASE):  # type: ignore[misc]
    """YAML in which "no", "on" and "yes" are words, as cues need them; true and false stay what they are."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:bool" or first in "tTfF"]
    for first, resolvers in _BASE.yaml_implicit_resolvers.items()
}


@cache
def load_yaml(name: str) -> Any:
    """The parsed `vocab/data/<name>`. Raises VocabularyError when it is missing or is not YAML. Do not change it."""
    try:
        return yaml.load(read_text(name), Loader=_Loader)  # noqa: S506 - made from a safe loader
    except yaml.YAMLError as error:
        raise VocabularyError(f"vocab/data/{name} is not YAML: {error}") from error


@cache
def read_text(name: str) -> str:
    """The text of `vocab/data/<name>`. Raises VocabularyError when it is missing."""
    try:
        return files("topline.vocab").joinpath("data", name).read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"vocab/data/{name} cannot be read: {error}") from error
