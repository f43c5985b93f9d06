"""Names and values as `doc.ents`: what names itself, drugs, diseases, and the quantities, without overlap."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from topline.components.attributes import BLOCKS, QUANTITIES
from topline.components.drugs import collect_drugs
from topline.components.indications import find_indications
from topline.components.names import canonical_id, find_names
from topline.components.spans import span_at

__all__ = ["EntityFinder"]


class EntityFinder:
    """Assigns `doc.ents`. Of overlapping names the one of the earlier label wins, then the longer.

    `precedence` lists labels that win over the rest whatever their length.
    """

    def __init__(self, *, precedence: Iterable[str]) -> None:
        self._precedence = {label: i for i, label in enumerate(precedence)}

    def __call__(self, doc: Doc) -> Doc:
        spans = list(doc.spans.get(QUANTITIES, ()))
        drugs = collect_drugs(doc.text)
        for block in doc.spans.get(BLOCKS, [doc[:]]):
            text, at = block.text, block.start_char
            for name in find_names(text):
                span = span_at(doc, at + name.start, at + name.end, name.label)
                span._.entity = canonical_id(name.label, text[name.start : name.end])
                spans.append(span)
            spans.extend(find_indications(doc, block))
            for start, end, entity in drugs.find(text):
                span = span_at(doc, at + start, at + end, "DRUG")
                span._.entity = entity
                spans.append(span)
        doc.set_ents(self._without_overlap(spans))
        return doc

    def _without_overlap(self, spans: list[Span]) -> list[Span]:
        """Labels with precedence first, each taking its tokens; the rest by length."""
        groups: dict[int, list[Span]] = {}
        for span in spans:
            groups.setdefault(self._precedence.get(span.label_, len(self._precedence)), []).append(span)
        taken: set[int] = set()
        kept: list[Span] = []
        for _, group in sorted(groups.items()):
            for span in filter_spans(group):
                tokens = range(span.start, span.end)
                if taken.isdisjoint(tokens):
                    taken.update(tokens)
                    kept.append(span)
        return kept
