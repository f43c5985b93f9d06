"""Where an event's parts are looked for: its sentence, its block, the heading above it."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span

from topline.components.attributes import BLOCKS, QUANTITIES, TRIGGERS
from topline.components.release import ReleaseFacts
from topline.components.sentences import SentenceIndex
from topline.readers import DATELINE, Block, Document

__all__ = ["DocIndex", "Scope", "SpanIndex"]

# How many spans before a sentence are looked at for what it does not name itself.
_LOOK_BACK = 60


class SpanIndex:
    """Spans in order of their starts, to be asked for those in a stretch of the doc."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = sorted(spans, key=lambda s: s.start)
        self._starts = [s.start for s in self._spans]

    def within(self, start: int, end: int) -> list[Span]:
        """Those that start at the tokens `[start, end)`."""
        return self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, start: int, end: int) -> list[Span]:
        """The last ones that start at the tokens `[start, end)`, the nearest to the end first."""
        last = bisect_left(self._starts, end)
        first = max(bisect_left(self._starts, start), last - _LOOK_BACK)
        return self._spans[first:last][::-1]


class DocIndex:
    """A doc's entities, quantities, triggers and sentences, found by place."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc.text  # a new string at every call
        self.document: Document | None = doc._.document
        self.release: ReleaseFacts = doc._.release or ReleaseFacts()
        self.blocks = list(doc.spans.get(BLOCKS, [doc[:]]))
        self._block_starts = [b.start for b in self.blocks]
        self.dateline = self._dateline()
        self.sentences = SentenceIndex(doc)
        self.entities = SpanIndex(list(doc.ents))
        self.quantities = SpanIndex(list(doc.spans.get(QUANTITIES, ())))
        self.triggers = SpanIndex(list(doc.spans.get(TRIGGERS, ())))

    def _dateline(self) -> tuple[int, int]:
        """Its characters in the text; an empty place where there is none."""
        lead = next((b for b in (self.document.blocks if self.document else ()) if b.kind == "lead"), None)
        match = DATELINE.match(self.text, lead.start, lead.end) if lead is not None else None
        return match.span() if match is not None else (0, 0)

    def block_of(self, span: Span) -> int:
        return max(bisect_left(self._block_starts, span.start + 1) - 1, 0)

    def kind(self, block: int) -> Block | None:
        return self.document.blocks[block] if self.document is not None else None

    def in_block(self, index: SpanIndex, block: int) -> list[Span]:
        return index.within(self.blocks[block].start, self.blocks[block].end)


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
        return [e for e in self._inside(self.index.entities) if e.label_ == label]

    def entities_around(self, label: str) -> list[Span]:
        """Of the block's earlier sentences, nearest first, then of its heading."""
        before = self.index.entities.before(self.index.blocks[self.block].start, self.sentence.start)
        heading = self.index.in_block(self.index.entities, self.heading) if self.heading is not None else []
        return [e for e in (*before, *heading) if e.label_ == label]

    def other_triggers(self) -> list[Span]:
        """Of the sentence, those of other types."""
        return [t for t in self._inside(self.index.triggers) if t.label_ != self.trigger.label_]

    def quantities(self, *labels: str) -> list[Span]:
        """Of the sentence, in order."""
        return [q for q in self._inside(self.index.quantities) if q.label_ in labels]

    def _inside(self, index: SpanIndex) -> list[Span]:
        return index.within(self.sentence.start, self.sentence.end)
