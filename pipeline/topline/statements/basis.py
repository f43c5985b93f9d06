"""Whether a cell is by the accounting rules, pro forma, or an adjustment that leads from one to the other."""

import re
from functools import cache, lru_cache

from topline.quantities import FigureBasis
from topline.statements.caption import basis_of
from topline.vocab.load import load_yaml

__all__ = ["bare_label", "cell_basis"]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_yaml("statement_links.yaml")[name], re.IGNORECASE)


@lru_cache(maxsize=8192)
def cell_basis(title: str, row: str, column: str) -> FigureBasis | None:
    """The row's label speaks before the column's, the column's before the title. None for an adjustment."""
    if _pattern("adjustment").search(column):
        return None
    for words in (row, column):
        if _pattern("by_the_rules").search(words):
            return "gaap"
        if basis_of(words) == "pro_forma":
            return "pro_forma"
    return "pro_forma" if basis_of(title) == "pro_forma" else "gaap"


@lru_cache(maxsize=8192)
def bare_label(label: str) -> str:
    """A row's label without the words that tell its basis: "Net loss on a pro forma basis" is a net loss."""
    return " ".join(_pattern("basis_words").sub(" ", label).split())
