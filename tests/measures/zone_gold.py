"""Zones of real releases against `annotations/zones`; run it to see the scores, with `--differences` what differs.

A section is right when its kind is, and when it begins and ends with the same letter or digit of those that a reader
sees; so is a bullet. `annotations/zones/README.md` says how the gold was made.
"""

import json
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from topline.readers import Document, read_file

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "annotations" / "zones"
CORPUS = ROOT.parent / "shared" / "corpus"
_INNER = ("bullet", "quote", "dateline")


class Part(NamedTuple):
    """`first` and `last` count the letters and digits of the document's page."""

    kind: str
    first: int
    last: int


@dataclass(frozen=True)
class Gold:
    """One file of gold: places are characters of the decoded source."""

    name: str
    file: str
    document: dict[str, Any] | None
    facts: dict[str, Any]
    sections: list[dict[str, Any]]
    bullets: list[list[int]]
    blind: bool

    def read(self) -> Document:
        documents = read_file(CORPUS / self.file)
        if self.document is None:
            return documents[0]
        wanted = (self.document["type"], self.document["sequence"])
        return next(d for d in documents if d.exhibit and (d.exhibit.type, d.exhibit.sequence) == wanted)


@dataclass
class Score:
    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)

    def f1(self, *kinds: str) -> float:
        """Of all kinds but bullets, if none is named."""
        chosen = set(kinds) or (set(self.found) | set(self.gold)) - {"bullet"}
        right, found, gold = (sum(c[k] for k in chosen) for c in (self.right, self.found, self.gold))
        return 2 * right / (found + gold) if found + gold else 1.0


class Seen:
    """The letters and digits that a reader sees, by their places in the source; page furniture is in no section."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _places(self) -> list[int]:
        page, layout = self._document.page, self._document.layout
        places = {layout.to_source(i, i + 1)[0] for i, char in enumerate(page) if char.isalnum()}
        for block in self._document.blocks:
            if block.kind == "contact" != block.section:
                places.difference_update(range(block.source_start, block.source_end))
        return sorted(places)

    def part(self, kind: str, start: int, end: int) -> Part:
        return Part(kind, bisect_left(self._places, start), bisect_left(self._places, end))

    def text(self, part: Part) -> str:
        places = self._places[part.first : part.last]
        if not places:
            return ""
        words = " ".join(self._document.source[places[0] : places[-1] + 1].split())
        return words if len(words) < 100 else f"{words[:60]} … {words[-30:]}"


def read_gold() -> list[Gold]:
    found = []
    for path in sorted(GOLD.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        data.pop("sha256")
        found.append(Gold(name=path.stem, blind=data.pop("blind", False), **data))
    return found


def compare(gold: Gold, document: Document, score: Score) -> Iterator[str]:
    """Adds to the score; yields a line for each difference."""
    seen = Seen(document)
    wanted = {seen.part(s["kind"], s["start"], s["end"]) for s in gold.sections}
    wanted |= {seen.part("bullet", *b) for b in gold.bullets}
    found = {seen.part(z.kind, z.start, z.end) for z in document.zones if z.kind not in _INNER[1:]}
    score.right.update(p.kind for p in wanted & found)
    score.found.update(p.kind for p in found)
    score.gold.update(p.kind for p in wanted)
    for part in sorted(wanted ^ found, key=lambda p: p[1:]):
        yield f"{'-' if part in wanted else '+'} {part.kind:11} {seen.text(part)}"


def main() -> None:
    total, blind = Score(), Score()
    for gold in read_gold():
        document = gold.read()
        lines = list(compare(gold, document, total))
        if gold.blind:
            list(compare(gold, document, blind))
        if "--differences" in sys.argv and lines:
            sys.stdout.write("\n".join([gold.name, *(f"  {line}" for line in lines), ""]))
    for name, score in (("all", total), ("read blind", blind)):
        bullets, sections = score.gold["bullet"], sum(score.gold.values()) - score.gold["bullet"]
        if sections:
            sys.stdout.write(
                f"{name}: sections F1 {score.f1():.3f} of {sections}, "
                f"bullets F1 {score.f1('bullet'):.3f} of {bullets}\n"
            )


if __name__ == "__main__":
    main()
