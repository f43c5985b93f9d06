"""Things that belong together because each is joined with another one of them."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

__all__ = ["Groups"]

_Key = TypeVar("_Key", bound=Hashable)


class Groups(Generic[_Key]):
    """At first each key is alone; after Tarjan (1975), with halved paths."""

    def __init__(self, keys: Iterable[_Key]) -> None:
        self._parent = {key: key for key in keys}

    def join(self, one: _Key, other: _Key) -> None:
        """All that hangs together with either is one group from now on."""
        self._parent[self.of(other)] = self.of(one)

    def of(self, key: _Key) -> _Key:
        """One key that stands for the whole group."""
        parent = self._parent
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    def all(self) -> list[list[_Key]]:
        """The groups, each with its keys in their order."""
        found: dict[_Key, list[_Key]] = defaultdict(list)
        for key in self._parent:
            found[self.of(key)].append(key)
        return list(found.values())
