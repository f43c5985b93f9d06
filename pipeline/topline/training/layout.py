"""A release laid out as wires of its time did: wrapped lines, indents, starred or dashed bullets; gold moves along."""

import random
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeVar

from topline.evaluation.gold import GoldLookAlike, GoldName, GoldRelease, Place

__all__ = ["lay_out"]

_Marked = TypeVar("_Marked", GoldName, GoldLookAlike)

_BLOCK = re.compile(r"(?:.+\n?)+")
_WIDTHS = (66, 72, 79)
_BULLETS = ("* ", "-- ", "- ", "o ", "     *  ")
_INDENTS = ("", "    ", "     ")


class _Moves:
    """Pieces of text put in the place of others, and where an old place lies afterwards."""

    def __init__(self) -> None:
        self._ends = [0]
        self._shifts = [0]

    def add(self, end: int, by: int) -> None:
        """From the old place `end` on, all lies `by` characters further than before."""
        self._ends.append(end)
        self._shifts.append(self._shifts[-1] + by)

    def place(self, at: int) -> int:
        return at + self._shifts[bisect_right(self._ends, at) - 1]

    def span(self, span: Place) -> Place:
        """The end is that of its last character, which stays before what is put behind it."""
        return self.place(span[0]), self.place(span[1] - 1) + 1


def lay_out(gold: GoldRelease, *, seed: str) -> GoldRelease:
    """Same words in the same order; one seed always gives the same layout."""
    chance = random.Random(f"{gold.doc} {seed}")  # noqa: S311 - looks, not secrets
    width, bullet, indent = chance.choice(_WIDTHS), chance.choice(_BULLETS), chance.choice(_INDENTS)
    moves, parts, at = _Moves(), [], 0
    for start, end, new in _edits(gold.text, width, bullet, indent):
        parts += [gold.text[at:start], new]
        moves.add(end, len(new) - (end - start))
        at = end
    parts.append(gold.text[at:])
    return _moved(gold, "".join(parts), moves)


def _edits(text: str, width: int, bullet: str, indent: str) -> Iterator[tuple[int, int, str]]:
    for block in _BLOCK.finditer(text):
        body = block[0].rstrip("\n")
        if "\n" in body:
            continue  # a table
        at = block.start()
        hanging, room = "", width
        if body.startswith("* "):
            yield at, at + 2, bullet
            hanging, room = " " * len(bullet), width - len(bullet)
            at += 2
        elif len(body) > width and indent:
            yield at, at, indent
            room -= len(indent)
        yield from _breaks(text, at, block.start() + len(body), width, room, hanging)


def _breaks(text: str, start: int, end: int, width: int, room: int, hanging: str) -> Iterator[tuple[int, int, str]]:
    """Blanks that become line breaks: the last one on each line that is full."""
    line = start
    while end - line > room:
        blank = text.rfind(" ", line + 1, line + room + 1)
        if blank <= line:
            blank = text.find(" ", line + 1, end)
        if blank < 0:
            return
        yield blank, blank + 1, "\n" + hanging
        line, room = blank + 1, width - len(hanging)


def _moved(gold: GoldRelease, text: str, moves: _Moves) -> GoldRelease:
    events = []
    for event in gold.events:
        spans = tuple(moves.span(s) for s in event.spans)
        trigger = moves.span(event.trigger_span) if event.trigger_span else None
        events.append(
            event.model_copy(
                update={
                    "spans": spans,
                    "evidence": tuple(text[s:e] for s, e in spans),
                    "trigger_span": trigger,
                    "trigger": text[slice(*trigger)] if trigger else event.trigger,
                }
            )
        )
    names = tuple(_shifted(n, moves) for n in gold.names) if gold.names is not None else None
    alike = tuple(_shifted(a, moves) for a in gold.lookalikes)
    return gold.model_copy(update={"text": text, "events": tuple(events), "names": names, "lookalikes": alike})


def _shifted(mark: _Marked, moves: _Moves) -> _Marked:
    start, end = moves.span((mark.start, mark.end))
    return mark.model_copy(update={"start": start, "end": end})
