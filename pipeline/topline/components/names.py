"""Names that are told by their own words: agencies, applications, phases, conferences, people, companies."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from topline.vocab import load_yaml

__all__ = ["Name", "canonical_id", "find_names"]


class Name(NamedTuple):
    """`[start, end)` of the text it was found in."""

    label: str
    start: int
    end: int


class _Rule(NamedTuple):
    label: str
    needs: re.Pattern[str] | None
    pattern: re.Pattern[str]


_CONNECTORS = re.compile(r"(?:\s+(?:of|on|for|and|in|the|at|&)|[\s,])+$")


@cache
def _rules() -> tuple[_Rule, ...]:
    rules = []
    for label, entry in load_yaml("entities.yaml").items():
        if label in ("stop_first", "canonical"):
            continue
        names = sorted((re.escape(n) for n in entry.get("names", ())), key=len, reverse=True)
        branches = [rf"(?:{'|'.join(names)})s?"] if names else []
        branches += entry.get("patterns", ())
        needs = entry.get("needs")
        rules.append(
            _Rule(
                label,
                re.compile("|".join(map(re.escape, needs))) if needs else None,
                re.compile("|".join(rf"(?<![\w$])(?:{b})(?!\w)" for b in branches)),
            )
        )
    return tuple(rules)


@cache
def _stop_first() -> frozenset[str]:
    return frozenset(load_yaml("entities.yaml")["stop_first"])


@cache
def _canonical() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    tables = load_yaml("entities.yaml")["canonical"]
    return {
        label: [(entity, re.compile(pattern, re.IGNORECASE)) for entity, pattern in table.items()]
        for label, table in tables.items()
    }


def canonical_id(label: str, name: str) -> str | None:
    """The id that a name shares with its other forms: "agency:fda" for "U.S. Food and Drug Administration"."""
    return next((entity for entity, pattern in _canonical().get(label, ()) if pattern.search(name)), None)


def find_names(text: str) -> Iterator[Name]:
    """All names of a paragraph; those of different labels may overlap."""
    for rule in _rules():
        if rule.needs is not None and not rule.needs.search(text):
            continue
        for match in rule.pattern.finditer(text):
            start, end = _trim(text, *match.span())
            if end - start > 1:
                yield Name(rule.label, start, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Leading words that are capitalised only for standing first, and connectors at the end, are no part of a name."""
    while (space := text.find(" ", start, end)) > 0 and text[start:space] in _stop_first():
        start = space + 1
    if tail := _CONNECTORS.search(text, start, end):
        end = tail.start()
    return (start, end) if text[start:end] not in _stop_first() else (start, start)
