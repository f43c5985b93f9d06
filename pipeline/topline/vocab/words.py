"""Named word lists that cues refer to as `$name`."""

from functools import cache

from topline.errors import VocabularyError
from topline.vocab.load import load_yaml

__all__ = ["month_names", "word_list"]


def word_list(name: str) -> tuple[str, ...]:
    """Raises VocabularyError for a name that `words.yaml` does not have."""
    lists = load_yaml("words.yaml")
    if name not in lists:
        raise VocabularyError(f"words.yaml has no list {name!r}; it has {', '.join(sorted(lists))}")
    return tuple(lists[name])


@cache
def month_names() -> tuple[str, ...]:
    """The twelve in full, with their capitals."""
    longest: dict[int, str] = {}
    for name, number in load_yaml("quantities.yaml")["months"].items():
        longest[number] = max(longest.get(number, ""), name, key=len)
    return tuple(longest[number].capitalize() for number in sorted(longest))
