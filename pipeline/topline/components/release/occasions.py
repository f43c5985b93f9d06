"""Which sentences tell of a conference call, a webcast or a replay."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from topline.quantities.sentences import sentences
from topline.quantities.words import lowered
from topline.readers import Block, Document
from topline.records import CallKind
from topline.vocab import load_yaml

__all__ = ["Occasion", "Occasions", "find_occasions"]

_KINDS: dict[CallKind, list[str]] = load_yaml("release.yaml")["calls"]
_WORD = re.compile("|".join(rf"(?P<{kind}>\b(?:{'|'.join(words)})\b)" for kind, words in _KINDS.items()))
_CUT = re.compile(r",? and (?:will be |is |a |an |the )?|[,;] |,? followed by | - ")
_ZONES: dict[str, CallKind] = {"call": "call", "replay": "replay", "webcast": "webcast"}
# What goes on with a list of numbers and codes under its heading.
_DIGITS = re.compile(r"\d{3}\W{1,2}\d{4}|\d{5}")
_SHORT = 120
_SILENT = frozenset({"safe_harbor", "about", "codes", "statement"})


class Occasion(NamedTuple):
    """`[start, end)` of the prose that tells of one; `named` when words of its own name the kind, else it goes on."""

    kind: CallKind
    start: int
    end: int
    named: bool
    block: int


class Occasions:
    """All of a release, by place."""

    def __init__(self, found: list[Occasion]) -> None:
        self.found = found
        self._starts = [o.start for o in found]
        self._blocks = {o.block for o in found}

    def has(self, block: int) -> bool:
        """Whether a block, by its index, tells of any."""
        return block in self._blocks

    def at(self, offset: int) -> Occasion | None:
        index = bisect_right(self._starts, offset) - 1
        return self.found[index] if index >= 0 and offset < self.found[index].end else None


def find_occasions(document: Document) -> Occasions:
    found: list[Occasion] = []
    going: CallKind | None = None
    for i, block in enumerate(document.blocks):
        if block.section in _SILENT:
            going = None
            continue
        text = lowered(document.text_of(block))
        in_zone = block.section in _ZONES
        listed = going is not None and block.section != "contact" and len(text) < _SHORT and _DIGITS.search(text)
        if not in_zone and not listed and not _WORD.search(text):
            going = None
            continue
        going = going if in_zone or listed else None
        for part in _parts(block, document.text_of(block), i, going or _ZONES.get(block.section)):
            found.append(part)
            going = part.kind
    return Occasions(found)


def _parts(block: Block, text: str, index: int, going: CallKind | None) -> Iterator[Occasion]:
    """The sentences of a block; one that turns from the call to its replay is two."""
    small = lowered(text)
    for start, end in sentences(text):
        cut = _turn(small, start, end)
        for a, b in ((start, cut), (cut, end)) if cut else ((start, end),):
            kind = _kind(small, a, b)
            if kind is None and going is None:
                continue
            going = kind or going
            if going is not None:
                yield Occasion(going, block.start + a, block.start + b, kind is not None, index)


def _turn(text: str, start: int, end: int) -> int | None:
    """Where the clause of a replay begins in a sentence that first speaks of the call itself."""
    words = list(_WORD.finditer(text, start, end))
    replay = next((m for m in words if m.lastgroup == "replay"), None)
    if replay is None or words[0] is replay:
        return None
    cuts = list(_CUT.finditer(text, words[0].end(), replay.start()))
    return cuts[-1].end() if cuts else None


def _kind(text: str, start: int, end: int) -> CallKind | None:
    kinds = {m.lastgroup for m in _WORD.finditer(text, start, end)}
    return next((kind for kind in _KINDS if kind in kinds and kind != "webcast"), "webcast" if kinds else None)
