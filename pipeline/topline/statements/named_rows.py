"""Rows that a sentence calls by their labels: for figures that no element of the vocabulary names."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from topline.statements.basis import bare_label
from topline.statements.facts import Fact, Facts
from topline.statements.vocabulary import normal, words

__all__ = ["NamedRows"]

_ENDING = re.compile(r"(?<=[a-z]{3})s\b")
_PER_SHARE = re.compile(r"\bper (?:common |ordinary |basic |diluted )*(?:share|unit)\b")
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


class NamedRows:
    """The rows of a release by label; labels that say too little by themselves ("Total", "Other") are left out."""

    def __init__(self, facts: Facts) -> None:
        self._rows: dict[str, list[Fact]] = defaultdict(list)
        for fact, label in facts.labelled():
            for name in _names(label, fact.cell.unit.endswith("/shares")):
                if _says_enough(name):
                    self._rows[name].append(fact)

    def told(self, before: str, after: str) -> Iterator[list[Fact]]:
        """The facts of each row named left of a figure or right behind it, the longest name first, then the nearest."""
        left, right = f" {_plain(before)} ", f" {_plain(after[:_NEAR])} "
        found = [(len(name), left.rfind(f" {name} "), name) for name in self._rows if f" {name} " in left]
        found += [(len(name), len(left), name) for name in self._rows if f" {name} " in right]
        for _, _, name in sorted(found, reverse=True):
            yield self._rows[name]


def _says_enough(name: str) -> bool:
    return len(name) >= _SHORTEST and name.count(" ") < _MOST_WORDS and name not in words("vague")
