"""Amounts that are told like the one before them: "... ($0.40) per share, compared with ($0.31)"."""

from topline.quantities.model import Quantity
from topline.quantities.reading import Reading
from topline.quantities.words import compiled

__all__ = ["told_before"]

_LEFT = compiled(
    r"\b(?:compared (?:to|with)|versus|vs\.?|against|from|in comparison (?:to|with))"
    r"(?: (?:a|an|the|net|loss|losses|income|earnings|profit|of|basic|diluted|approximately)){0,6} $"
)


def told_before(reading: Reading, start: int) -> Quantity | None:
    """The last amount of the sentence, where the one that begins at `start` is what it is compared with."""
    if not _LEFT.search(reading.before(start, 90)):
        return None
    return reading.last_told(start, ("MONEY", "PER_SHARE"))
