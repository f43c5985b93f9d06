"""Words and patterns of `derived_facts.yaml`, by the path of keys that leads to them, compiled once."""

import re
from functools import cache
from typing import Any

from topline.vocab.load import load_yaml

__all__ = ["listed", "pattern", "patterns"]


@cache
def listed(*path: str) -> Any:
    data: Any = load_yaml("derived_facts.yaml")
    for name in path:
        data = data[name]
    return data


@cache
def pattern(*path: str) -> re.Pattern[str]:
    return re.compile(listed(*path))


@cache
def patterns(*path: str) -> tuple[re.Pattern[str], ...]:
    """Of a list of patterns."""
    return tuple(re.compile(each) for each in listed(*path))
