"""The words that name a reported figure, found in a sentence."""

import re
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from topline.quantities.words import alternation
from topline.vocab.load import load_yaml

__all__ = [
    "AFTER",
    "BETWEEN",
    "CHANGED_BY",
    "CHANGED_TO",
    "COMPARISON",
    "FORMS",
    "HEADINGS",
    "HOLDING",
    "LEADS",
    "OUTLOOK",
    "OWN",
    "OWNERS",
    "PARTS",
    "PLAIN",
    "QUALIFIED",
    "SEGMENTS",
    "TELLS",
    "Cue",
    "find_cues",
]

Kind = Literal["flow", "instant", "price"]


class Cue(NamedTuple):
    """Words at `[start, end)` that name a figure; `concept` is None when no us-gaap element says it.

    A `bare` one is a word such as "loss" alone, which may be said of the item told before.
    """

    start: int
    end: int
    concept: str | None
    sign: Literal[1, -1]
    kind: Kind
    bare: bool = False


_DATA: dict[str, Any] = load_yaml("figure_concepts.yaml")
AFTER = frozenset(_DATA["after"])
BETWEEN = frozenset(_DATA["between"])
HOLDING = frozenset(_DATA["holding"])
COMPARISON = frozenset(_DATA["comparison"])
PARTS = frozenset(_DATA["parts"])
# "rose by about", "rose 25%, or": what stands right after is a change
CHANGED_BY = re.compile(
    rf"\b(?:{_DATA['changes']})(?: of| by)?(?: an?)?(?: (?:approximately|about|nearly|over|some))*"
    r"(?: [\x00\x01]+,? or(?: by)?)? ?$"
)
PLAIN = frozenset(_DATA["plain"])
OWN = frozenset(_DATA["own"])
OWNERS = frozenset(_DATA["owners"]) | frozenset(_DATA["segments"])
SEGMENTS = frozenset(_DATA["segments"])
LEADS = frozenset(_DATA["leads"])
TELLS = frozenset(_DATA["tells"])
FORMS = frozenset(_DATA["forms"])
HEADINGS = frozenset(_DATA["headings"])
QUALIFIED = re.compile(rf"\b{alternation(_DATA['qualified'])}\b")
# "$1.1 million more than forecast"
CHANGED_TO = re.compile(rf" {alternation(_DATA['changes_behind'])}(?![\w-])")
OUTLOOK = re.compile(rf"\b{alternation(_DATA['outlook'])}\b")
# "Of the net loss, $2 million was ...": a part of the item.
_PARTITIVE = re.compile(r"(?:^|[.;,] )of (?:the|this|that|these|our|its)(?: total)? $")
_BARE = frozenset({"loss", "profit"})
_CHANGE = re.compile(rf"{alternation(_DATA['change_heads'])}(?: (?:the|our|its))?(?: company's)? $")


def _sources(entry: Mapping[str, Any]) -> list[tuple[str, Literal[1, -1]]]:
    losses: list[tuple[str, Literal[1, -1]]] = [(c, -1) for c in entry.get("loss", ())]
    gains: list[tuple[str, Literal[1, -1]]] = [(c, 1) for c in entry["cues"]]
    return losses + gains


_ENTRIES = [(entry, cue, sign) for entry in _DATA["concepts"] for cue, sign in _sources(entry)]
# The empty group at the end of a branch tells which cue it was; a branch that begins with a letter fails at once on
# another letter, which a group at its beginning would prevent. For the same reason the text comes in small letters.
_CUES = re.compile(
    r"(?<![\w$-])(?=[a-z])(?:"
    + "|".join(f"{re.sub(r'-(?=[a-z])', '[- ]', cue)}s?(?![a-z-])()" for _, cue, _ in _ENTRIES)
    + ")"
)


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """The cues of one sentence of a text in small letters.

    After "increase in" and the like a cue names a difference, so it has no concept.
    """
    found = []
    for match in _CUES.finditer(text, start, end):
        index = match.lastindex
        if index is None:
            continue
        entry, _, sign = _ENTRIES[index - 1]
        lead = text[max(start, match.start() - 32) : match.start()]
        changed = _CHANGE.search(lead) is not None or _PARTITIVE.search(lead) is not None
        concept = None if changed else entry["concept"]
        kind: Kind = "price" if changed else entry["kind"]
        bare = match[0] in _BARE
        found.append(Cue(match.start(), match.end(), concept, 1 if changed else sign, kind, bare))
    return found
