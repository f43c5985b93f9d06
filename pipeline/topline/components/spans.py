"""Places in the text to spans of tokens."""

from spacy.tokens import Doc, Span

__all__ = ["span_at"]


def span_at(doc: Doc, start: int, end: int, label: str) -> Span:
    """The tokens that `[start, end)` of the doc's text touches; an empty span where it lies outside the text."""
    span: Span | None = doc.char_span(start, end, label=label, alignment_mode="expand")
    return span if span is not None else Span(doc, 0, 0, label=label)
