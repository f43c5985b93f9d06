"""Which roles an event of a type may have, and the label of the names that fill them."""

from functools import cache
from typing import Any

from topline.vocab.events import event_types
from topline.vocab.load import load_yaml

__all__ = ["role_labels", "role_rules", "roles_of"]


def role_rules() -> dict[str, Any]:
    """`roles.yaml` as it is."""
    rules: dict[str, Any] = load_yaml("roles.yaml")
    return rules


def role_labels() -> dict[str, str]:
    """Role to label; roles that no label fills are absent."""
    labels: dict[str, str] = role_rules()["labels"]
    return labels


@cache
def roles_of(leaf: str) -> tuple[str, ...]:
    """The roles of a type: its own or its family's list, then those that its entry adds."""
    data, entry = role_rules(), event_types()[leaf]
    own = data["types"].get(leaf, data["families"][entry.family])
    return tuple(dict.fromkeys([*own, *entry.roles]))
