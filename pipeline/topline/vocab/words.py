"""Named word lists that cues refer to as `$name`."""

from topline.errors import VocabularyError
from topline.vocab.load import load_yaml

__all__ = ["word_list"]


def word_list(name: str) -> tuple[str, ...]:
    """Raises VocabularyError for a name that `words.yaml` does not have."""
    lists = load_yaml("words.yaml")
    if name not in lists:
        raise VocabularyError(f"words.yaml has no list {name!r}; it has {', '.join(sorted(lists))}")
    return tuple(lists[name])
