"""Row labels without what only describes the item: "Common stock, $.01 par value; ..." is common stock."""

import re
from collections.abc import Iterator
from functools import cache

from topline.vocab.load import load_yaml

__all__ = ["stems"]

_LONGEST = 600


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in load_yaml("statement_words.yaml")["descriptions"])


def stems(label: str) -> Iterator[str]:
    """Shorter and shorter forms of a label, each without one more description. The label itself is not among them."""
    text = " ".join(label[:_LONGEST].lower().split())
    for pattern in _patterns():
        shorter = pattern.sub("", text).strip(" ,;:-")
        if shorter and shorter != text:
            text = shorter
            yield text
