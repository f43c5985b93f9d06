"""Names and values as `doc.ents`: what names itself, drugs, diseases, learned names, and the quantities, no overlap."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from topline.components.attributes import BLOCKS, QUANTITIES
from topline.components.drugs import DrugNames, collect_drugs, drug_id
from topline.components.indications import find_indications
from topline.components.names import canonical_id, find_names
from topline.components.spans import span_at

__all__ = ["EntityFinder"]


class EntityFinder:
    """Assigns `doc.ents`. Of overlapping names the one of the earlier label wins, then the longer.

    `precedence` lists labels that win over the rest whatever their length. What a named-entity recogniser has put into
    `doc.ents` before competes with what the rules find; for the labels in `trusted` it alone counts.
    """

    def __init__(self, *, precedence: Iterable[str], trusted: Iterable[str] = ()) -> None:
        self._precedence = {label: i for i, label in enumerate(precedence)}
        self._trusted = frozenset(trusted)

    def __call__(self, doc: Doc) -> Doc:
        drugs = collect_drugs(doc.text)
        ruled = list(_ruled(doc, drugs))
        learned: list[Span] = []
        if doc.has_annotation("ENT_IOB"):  # so a recogniser ran, even if it found nothing
            learned = list(doc.ents)
            ruled = [span for span in ruled if span.label_ not in self._trusted]
        # of two that are as long the first wins: the rules' knows its aliases
        kept = self._without_overlap([*doc.spans.get(QUANTITIES, ()), *ruled, *learned])
        told = {_place(span) for span in ruled}
        alone = {_place(span) for span in learned} - told
        for span in kept:
            if _place(span) in alone:
                span._.entity = _id_of(span, drugs)
        doc.set_ents(kept)
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


def _ruled(doc: Doc, drugs: DrugNames) -> Iterator[Span]:
    for block in doc.spans.get(BLOCKS, [doc[:]]):
        text, at = block.text, block.start_char
        for name in find_names(text):
            span = span_at(doc, at + name.start, at + name.end, name.label)
            span._.entity = canonical_id(name.label, text[name.start : name.end])
            yield span
        yield from find_indications(doc, block)
        for start, end, entity in drugs.find(text):
            span = span_at(doc, at + start, at + end, "DRUG")
            span._.entity = entity
            yield span


def _place(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.label_


def _id_of(span: Span, drugs: DrugNames) -> str | None:
    """A learned name's id: of a drug that of its aliases, where the rules know some."""
    if span.label_ == "DRUG":
        return drugs.entity.get(span.text.lower(), drug_id(span.text))
    return canonical_id(span.label_, span.text)
