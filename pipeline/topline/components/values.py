"""Dates, periods, amounts and counts of every block, as spans that carry their `Quantity`."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from topline.components.attributes import BLOCKS, QUANTITIES
from topline.components.spans import span_at
from topline.quantities import Quantity, ReleaseContext, find_quantities

__all__ = ["QuantityFinder"]


class QuantityFinder:
    """Assigns `doc.spans["quantities"]`; a `Quantity`'s own offsets are exact and count from the start of the doc."""

    def __call__(self, doc: Doc) -> Doc:
        context = doc._.release.context if doc._.release is not None else ReleaseContext()
        spans = []
        for block, heading in _under_headings(doc):
            for found in find_quantities(block.text, context, heading=heading):
                quantity = _moved(found, block.start_char)
                span = span_at(doc, quantity.start, quantity.end, quantity.label)
                span._.quantity = quantity
                spans.append(span)
        doc.spans[QUANTITIES] = spans
        return doc


def _under_headings(doc: Doc) -> Iterator[tuple[Span, str]]:
    """Each block with the words of the heading it stands under."""
    spans = list(doc.spans.get(BLOCKS, [doc[:]]))
    blocks = doc._.document.blocks if doc._.document is not None else [None] * len(spans)
    for at, (span, block) in enumerate(zip(spans, blocks, strict=True)):
        heading = block.heading if block is not None else None
        yield span, spans[heading].text if heading is not None and heading != at else ""


def _moved(found: Quantity, by: int) -> Quantity:
    """With offsets that count from the start of the doc."""
    other = found.antecedent
    if other is not None:
        other = (other[0] + by, other[1] + by)
    return replace(found, start=found.start + by, end=found.end + by, antecedent=other)
