"""Whether an amount is told by the accounting rules or pro forma, from the words of its sentence."""

import re
from typing import Any

from topline.quantities.figure_text import FigureSentence
from topline.quantities.model import FigureBasis, Quantity
from topline.quantities.words import lowered
from topline.vocab.load import load_yaml

__all__ = ["basis_over", "told_basis"]

_WORDS: dict[str, Any] = load_yaml("figure_concepts.yaml")["bases"]
_BASIS = re.compile(
    rf"(?<![\w-])(?:(?P<pro_forma>{'|'.join(_WORDS['pro_forma'])})|(?P<gaap>{'|'.join(_WORDS['gaap'])}))(?![\w-])"
)
# "$5 million on a pro forma basis", "$5 million, excluding ...", "$5 million (non-GAAP)"
_RIGHT_AFTER = re.compile(rf"(?:,? (?:on|under) an? |,? ?\(|, | ){_BASIS.pattern}")


def told_basis(sentence: FigureSentence, quantity: Quantity) -> FigureBasis | None:
    """By the words right after the amount, else the nearest before it; None when the sentence has none."""
    behind = _RIGHT_AFTER.match(sentence.masked, quantity.end, sentence.end)
    before = list(_BASIS.finditer(sentence.masked, sentence.start, quantity.start))
    found = behind or (before[-1] if before else None)
    if found is None:
        return None
    return "pro_forma" if found["pro_forma"] else "gaap"


def basis_over(text: str) -> FigureBasis | None:
    """The one basis that a heading, or a sentence without amounts, tells of the figures after it."""
    found = {m["pro_forma"] is not None for m in _BASIS.finditer(lowered(text))}
    if len(found) != 1:
        return None
    return "pro_forma" if found.pop() else "gaap"
