"""Where an event's parts are looked for: its sentence, its block, the heading above it."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from topline.components.attributes import BLOCKS, QUANTITIES, TRIGGERS
from topline.components.release import ReleaseFacts
from topline.components.sentences import SentenceIndex
from topline.readers import Block, Document

__all__ = ["DocIndex", "Scope"]


class DocIndex:
    """Entities, quantities and triggers of a doc by block, found once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.document: Document | None = doc._.document
        self.release: ReleaseFacts = doc._.release or ReleaseFacts()
        self.blocks = list(doc.spans.get(BLOCKS, [doc[:]]))
        self._block_of = {token: i for i, b in enumerate(self.blocks) for token in range(b.start, b.end)}
        self.sentences = SentenceIndex(doc)
        self.entities = self._by_block(list(doc.ents))
        self.quantities = self._by_block(list(doc.spans.get(QUANTITIES, ())))
        self.triggers = self._by_block(list(doc.spans.get(TRIGGERS, ())))

    def block_of(self, span: Span) -> int:
        return self._block_of.get(span.start, 0)

    def kind(self, block: int) -> Block | None:
        return self.document.blocks[block] if self.document is not None else None

    def _by_block(self, spans: list[Span]) -> list[list[Span]]:
        found: list[list[Span]] = [[] for _ in self.blocks]
        for span in spans:
            if span.start in self._block_of:
                found[self._block_of[span.start]].append(span)
        return found


@dataclass(frozen=True)
class Scope:
    """One trigger in its surroundings."""

    index: DocIndex
    trigger: Span

    @cached_property
    def block(self) -> int:
        return self.index.block_of(self.trigger)

    @cached_property
    def sentence(self) -> Span:
        return self.index.sentences.of(self.trigger)

    @cached_property
    def zone(self) -> str:
        block = self.index.kind(self.block)
        return block.kind if block is not None else "body"

    @cached_property
    def heading(self) -> int | None:
        block = self.index.kind(self.block)
        return block.heading if block is not None and block.heading != self.block else None

    def entities(self, label: str) -> list[Span]:
        """Of the sentence, in order."""
        return [e for e in self.index.entities[self.block] if e.label_ == label and _inside(e, self.sentence)]

    def entities_around(self, label: str) -> list[Span]:
        """Of the block's earlier sentences, nearest first, then of its heading."""
        before = [e for e in self.index.entities[self.block] if e.label_ == label and e.end <= self.sentence.start]
        heading = self.index.entities[self.heading] if self.heading is not None else []
        return [*reversed(before), *(e for e in heading if e.label_ == label)]

    def other_triggers(self) -> list[Span]:
        """Of the sentence, those of other types."""
        found = self.index.triggers[self.block]
        return [t for t in found if t.label_ != self.trigger.label_ and _inside(t, self.sentence)]

    def quantities(self, *labels: str) -> list[Span]:
        """Of the sentence, in order."""
        return [q for q in self.index.quantities[self.block] if q.label_ in labels and _inside(q, self.sentence)]


def _inside(span: Span, outer: Span) -> bool:
    return outer.start <= span.start < outer.end
