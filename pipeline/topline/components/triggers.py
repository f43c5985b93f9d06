"""Event triggers: the cues of all leaf types over the sentences of the zones that may hold events."""

from collections.abc import Iterable, Mapping
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from topline.components.attributes import BLOCKS, CUES, TELLING, TRIGGERS
from topline.components.cue_language import compile_cue
from topline.components.cue_matcher import CueHit, CueMatcher
from topline.components.sentences import SentenceIndex
from topline.readers import Block
from topline.vocab import event_types

__all__ = ["TriggerFinder", "cue_matcher", "needs_ahead"]


def cue_matcher(nlp: Language, lines: Mapping[str, Iterable[str]]) -> CueMatcher:
    """A matcher for cue lines under keys, in the pipeline's own tokenisation."""

    @cache
    def tokenize(text: str) -> list[str]:
        return [token.text for token in nlp.tokenizer(text)]

    return CueMatcher(nlp.vocab, {key: [compile_cue(line, tokenize) for line in ls] for key, ls in lines.items()})


def needs_ahead(trigger: Span) -> bool:
    """Whether it is one only where the words around it look ahead."""
    return trigger._.rule in event_types()[trigger.label_].if_ahead


class TriggerFinder:
    """Assigns `doc.spans["triggers"]`: label is the leaf type, `span._.rule` the cue line.

    `zones` are the block kinds that may hold events of any type; a type's own zones come on top.
    """

    def __init__(self, nlp: Language, *, zones: Iterable[str]) -> None:
        types = event_types()
        self._zones = frozenset(zones)
        self._own_zones = {t.id: frozenset(t.zones) for t in types.values() if t.zones}
        self._gives_way = {t.id: frozenset(t.gives_way) for t in types.values() if t.gives_way}
        self._if_ahead = {t.id: frozenset(t.if_ahead) for t in types.values()}
        self._over = {t.id: frozenset(t.over) for t in types.values() if t.over}
        self._cues = cue_matcher(nlp, {t.id: (*t.cues, *t.if_ahead) for t in types.values()})
        self._blocks = cue_matcher(nlp, {t.id: t.blocks for t in types.values() if t.blocks})

    def __call__(self, doc: Doc) -> Doc:
        triggers: list[Span] = []
        telling: list[Span] = []
        cues: list[Span] = []
        sentences = SentenceIndex(doc)
        document = doc._.document
        places = document.blocks if document is not None else [None]
        for place, block in zip(places, doc.spans.get(BLOCKS, [doc[:]]), strict=True):
            only = self._types_of(place)
            if (only is not None and not only) or (document is not None and not document.is_release):
                continue
            for sentence in sentences.within(block):
                hits = list(self._cues(sentence, keys=only))
                triggers.extend(self._kept(doc, sentence, hits))
                if only is None:
                    telling.append(sentence)
                    cues.extend(_span(doc, hit) for hit in hits)
        doc.spans[TELLING], doc.spans[CUES], doc.spans[TRIGGERS] = telling, cues, triggers
        return doc

    def _types_of(self, place: Block | None) -> frozenset[str] | None:
        """The types that may be read in a block; None for all. A heading inside the release tells nothing itself."""
        if place is None:
            return None
        if place.is_heading and place.kind != "headline":
            return frozenset()
        if place.kind in self._zones and place.section in self._zones:
            return None
        return frozenset(t for t, zones in self._own_zones.items() if place.kind in zones)

    def _kept(self, doc: Doc, sentence: Span, hits: list[CueHit]) -> list[Span]:
        """The hits that no look-alike, no earlier hit of their type and no stronger type takes away."""
        if not hits:
            return []
        blocked = list(self._blocks(sentence, keys=frozenset(h.key for h in hits)))
        hits = [h for h in hits if not any(b.key == h.key and _overlap(b, h) for b in blocked)]
        best = _one_each(self._surest(hits))
        present = {h.key for h in best}
        best = [h for h in best if present.isdisjoint(self._gives_way.get(h.key, ()))]
        over = [h for h in best if h.line not in self._if_ahead[h.key]]
        kept = [h for h in best if not any(h.key in self._over.get(o.key, ()) and _overlap(o, h) for o in over)]
        return [_span(doc, hit) for hit in sorted(kept, key=lambda h: (h.start, h.end))]

    def _surest(self, hits: list[CueHit]) -> list[CueHit]:
        """Of a type with a cue that counts anywhere, none that counts only where the words look ahead."""
        sure = {h.key for h in hits if h.line not in self._if_ahead[h.key]}
        return [h for h in hits if h.key not in sure or h.line not in self._if_ahead[h.key]]


def _overlap(a: CueHit, b: CueHit) -> bool:
    return a.start < b.end and b.start < a.end


def _one_each(hits: list[CueHit]) -> list[CueHit]:
    """One hit a type: the earliest, and of those that start together the longest."""
    best: dict[str, CueHit] = {}
    for hit in hits:
        known = best.get(hit.key)
        if known is None or (hit.start, -hit.end) < (known.start, -known.end):
            best[hit.key] = hit
    return list(best.values())


def _span(doc: Doc, hit: CueHit) -> Span:
    span = Span(doc, hit.start, hit.end, label=hit.key)
    span._.rule = hit.line
    return span
