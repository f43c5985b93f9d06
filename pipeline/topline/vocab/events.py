"""The event vocabulary: eight families, 61 leaf types, one file a family."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from topline.errors import VocabularyError
from topline.vocab.inflect import FAMILIES
from topline.vocab.load import load_yaml

__all__ = ["FAMILIES", "EventType", "event_types"]

_KEYS = {"title", "means", "cues", "if_ahead", "blocks", "over", "gives_way", "roles", "status", "polarity", "zones"}


@dataclass(frozen=True, slots=True)
class EventType:
    """One leaf. `cues`, `if_ahead` and `blocks` are lines of the cue language (see `components/cue_language.py`).

    `if_ahead` are cues that count only where the words around them look ahead: what was is no forecast.

    `blocks` are look-alikes: a trigger that overlaps one is dropped. `over` names types whose overlapping triggers
    give way to this one, `gives_way` types that this one gives way to anywhere in a sentence. `polarity` maps a
    polarity to the cues that tell it, `default` to the one that holds without any; it is empty for types that have no
    outcome. `zones`, where given, are read beside those that any type is read in.
    """

    id: str
    family: str
    title: str
    means: str
    cues: tuple[str, ...]
    if_ahead: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    gives_way: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    status: str | None = None
    polarity: Mapping[str, tuple[str, ...] | str] | None = None
    zones: tuple[str, ...] = ()


def _event_type(family: str, leaf: str, entry: dict[str, object]) -> EventType:
    if unknown := set(entry) - _KEYS:
        raise VocabularyError(
            f"events/{family}.yaml: {leaf} has unknown keys {sorted(unknown)}; known are {sorted(_KEYS)}"
        )
    if missing := {"title", "means", "cues"} - set(entry):
        raise VocabularyError(f"events/{family}.yaml: {leaf} lacks {sorted(missing)}")
    fields = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
    if isinstance(polarity := fields.get("polarity"), dict):
        fields["polarity"] = {k: tuple(v) if isinstance(v, list) else v for k, v in polarity.items()}
    return EventType(id=leaf, family=family, **fields)  # type: ignore[arg-type]


@cache
def event_types() -> dict[str, EventType]:
    """All leaf types by id, in the order of the files. Raises VocabularyError when a file is malformed."""
    types: dict[str, EventType] = {}
    for family in FAMILIES:
        for leaf, entry in load_yaml(f"events/{family}.yaml").items():
            if leaf in types:
                raise VocabularyError(f"events/{family}.yaml: {leaf} is declared twice")
            types[leaf] = _event_type(family, leaf, entry)
    return types
