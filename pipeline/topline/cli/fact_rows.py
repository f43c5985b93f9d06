"""Which rows of several statements are one line: of one element, with signs that mean the same."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from topline.records import Fact
from topline.statements import side_of, side_of_element

__all__ = ["RowKey", "Rows", "label_of", "row_key"]

RowKey = tuple[str, str, str]


def row_key(fact: Fact) -> RowKey:
    """What a row is called in all releases: its element, else its words."""
    return (fact.concept, "", fact.unit) if fact.concept else (fact.label.lower(), fact.section or "", fact.unit)


class Rows:
    """Rows by their printed signs: a loss that prints no minus is not one line with an income."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._signs: dict[tuple[str | None, ...], set[int]] = {}
        for fact in facts:
            value = Decimal(fact.value)
            if value and not fact.derived_from:
                self._signs.setdefault(_row(fact), set()).add(1 if value > 0 else -1)

    def key(self, fact: Fact) -> RowKey:
        name, section, unit = row_key(fact)
        return name, section or self._meaning(fact), unit

    def _meaning(self, fact: Fact) -> str:
        """What a figure without a minus is; nothing for a gain, and where there is nothing to tell apart."""
        if fact.concept is None or fact.kind == "balance_sheet" or fact.unit in {"shares", "pure"}:
            return ""
        side, element = side_of(fact.label), side_of_element(fact.concept)
        if side == "untold" and fact.kind == "operations":
            side = element
        if side in {"loss by sign", "by sign"}:
            return "loss" if side == "loss by sign" else side
        if side != "loss":
            return ""
        signs = self._signs.get(_row(fact), set())
        if not signs:
            return "loss" if element == "loss" else ""
        return "both" if len(signs) > 1 else "loss" if signs == {1} else ""


def label_of(facts: Sequence[Fact]) -> str:
    """The latest label; of a line with losses and incomes one that leaves it to the sign, else those of both."""
    sides = {side_of(fact.label): fact.label for fact in reversed(facts)}
    by_sign = next((label for side, label in sides.items() if side.endswith("by sign")), None)
    if by_sign and side_of(facts[0].label) in {"gain", "loss"}:
        return by_sign
    return f"{sides['gain']} / {sides['loss']}" if "gain" in sides and "loss" in sides else facts[0].label


def _row(fact: Fact) -> tuple[str | None, ...]:
    return fact.source, fact.exhibit, fact.statement, fact.section, fact.label, fact.unit
