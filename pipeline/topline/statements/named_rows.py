"""Rows that a sentence calls by their labels: for figures that no element of the vocabulary names."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from functools import cache, lru_cache

from topline.records import Unit
from topline.statements.basis import bare_label
from topline.statements.concepts import concept_entries
from topline.statements.facts import Fact, Facts
from topline.statements.vocabulary import normal, words
from topline.vocab.load import load_yaml

__all__ = ["NamedRows"]

_ENDING = re.compile(r"(?<=[a-z]{3})s\b")
_PER_SHARE = re.compile(r"\bper (?:common |ordinary |basic |diluted )*(?:share|unit)\b")
# With these words or without them a label names the same item.
_EITHER_WAY = re.compile(r" (?:total |net )+")
_SHORTEST = 7
_MOST_WORDS = 8
_NEAR = 60


@lru_cache(maxsize=8192)
def _names(label: str, per_share: bool) -> tuple[str, ...]:
    """The label, and how a sentence may say it.

    Of a total also the item alone, of "interest expense, net" the net interest expense, and of a row per share what is
    told per share ("book value").
    """
    name = _plain(bare_label(label))
    item = name.removeprefix("total ").removesuffix(" net")
    names = [_plain(label), name, name.removeprefix("total "), item, f"net {item}" if name.endswith(" net") else item]
    if per_share:
        names.append(_PER_SHARE.sub("", item).strip())
    return tuple(dict.fromkeys(names))


def _plain(text: str) -> str:
    """Normal form without the s of plurals: a sentence says "collaboration revenue" of "Collaboration revenues"."""
    return _ENDING.sub("", normal(text))


@cache
def _other_names() -> dict[str, tuple[str, ...]]:
    """By element what else its rows are called; a label that means two elements is no name of either."""
    meant: dict[str, set[str]] = defaultdict(set)
    for entry in concept_entries():
        meant[_plain(entry.label)].add(entry.concept)
    patterns = {c: re.compile(p) for c, p in load_yaml("statement_links.yaml")["other_names"].items()}
    found: dict[str, list[str]] = defaultdict(list)
    for name, concepts in meant.items():
        concept = next(iter(concepts))
        if len(concepts) == 1 and concept in patterns and _says_enough(name) and patterns[concept].search(name):
            found[concept].append(name)
    return {concept: tuple(names) for concept, names in found.items()}


class NamedRows:
    """The rows of a release by label; labels that say too little by themselves ("Total", "Other") are left out.

    Where all rows of an element are called alike, they are found under its other names, too.
    """

    def __init__(self, facts: Facts) -> None:
        self._rows: dict[Unit, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        printed: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        others = _other_names()
        for fact, label in facts.labelled():
            unit = fact.cell.unit
            for name in _names(label, unit.endswith("/shares")):
                if _says_enough(name):
                    self._rows[unit][name].append(fact)
            if fact.concept in others and fact.gaap:
                printed[fact.concept][_plain(bare_label(label))].append(fact)
        for concept, labels in printed.items():
            if len(labels) == 1:
                self._add(next(iter(labels.values())), others[concept])

    def _add(self, facts: list[Fact], names: tuple[str, ...]) -> None:
        """Not under a name that another row prints."""
        rows = self._rows[facts[0].cell.unit]
        for name in names:
            if name not in rows:
                rows[name] = facts

    def told(self, unit: Unit, before: str, after: str) -> Iterator[list[Fact]]:
        """The facts of each row named left of a figure or right behind it, the longest name first, then the nearest."""
        rows = self._rows.get(unit, {})
        left, right = f" {_plain(before)} ", f" {_plain(after[:_NEAR])} "
        found = [(len(name), at, name) for name, at in _named(left, rows)]
        found += [(len(name), len(left), name) for name, _ in _named(right, rows)]
        for _, _, name in sorted(found, reverse=True):
            yield rows[name]


def _named(text: str, names: Collection[str]) -> Iterator[tuple[str, int]]:
    """The names in a text and where they stand last.

    "Product revenue" is not called "revenue"; "increase in product revenue" and "paid royalties" tell no revenue.
    """
    covers: dict[str, int] = {}
    for name in sorted((name for name in names if f" {name} " in text), key=len, reverse=True):
        longer = [
            w for w in covers if f" {name} " in w and _EITHER_WAY.sub(" ", w) != _EITHER_WAY.sub(" ", f" {name} ")
        ]
        alone = text.count(f" {name} ") - sum(covers[w] for w in longer)
        covers[f" {name} "] = alone - text.count(f" and {name} ")
        at = text.rfind(f" {name} ")
        if alone > 0 and not _leads().search(text[max(0, at - _NEAR) : at]):
            yield name, at


@cache
def _leads() -> re.Pattern[str]:
    """What makes the name behind it another amount than the row's."""
    heads = {_plain(head) for head in load_yaml("figure_concepts.yaml")["change_heads"]}
    heads |= set(load_yaml("statement_links.yaml")["paid"])
    return re.compile(rf" (?:{'|'.join(sorted(heads))})(?: (?:the|our|its))?$")


def _says_enough(name: str) -> bool:
    return len(name) >= _SHORTEST and name.count(" ") < _MOST_WORDS and name not in words("vague")
