"""All custom attributes of Doc and Span, declared here and nowhere else.

Doc._.document     the `Document` that the doc's text is the prose of
Doc._.release      `ReleaseFacts`: company, date, period reported, contacts, telephone numbers, calls
Doc._.events       tuple of `EventSpan`s, one a happening, in reading order
Doc.spans          "blocks" one span a block of the document, "sentences", "quantities"; "telling" the sentences that
                   may tell an event of any type, "cues" all that the rules' cues found in them, "happenings"
                   candidates that the network scored (`attrs["scores"]`), "triggers" what events are made of
Doc.ents           names and values that do not overlap
Span._.quantity    the `Quantity` of a span in "quantities"
Span._.entity      the id that an entity shares with its aliases, such as "drug:rsr13"
Span._.rule        what found an entity or a trigger
Span._.spoke       "rule", "model" or "rule+model": who says that a trigger is one
Span._.confidence  the share of triggers like it that are right
Span._.source      `(start, end)` in the source text
"""

from spacy.tokens import Doc, Span

__all__ = ["BLOCKS", "CUES", "HAPPENINGS", "QUANTITIES", "SENTENCES", "TELLING", "TRIGGERS", "declare_attributes"]

BLOCKS = "blocks"
SENTENCES = "sentences"
QUANTITIES = "quantities"
TRIGGERS = "triggers"
TELLING = "telling"
CUES = "cues"
HAPPENINGS = "happenings"


def _source(span: Span) -> tuple[int, int]:
    document = span.doc._.document
    if document is None:
        return span.start_char, span.end_char
    start, end = document.offsets.to_source(span.start_char, span.end_char)
    return start, end


def declare_attributes() -> None:
    """Called by every factory; the second call does nothing."""
    if Doc.has_extension("document"):
        return
    Doc.set_extension("document", default=None)
    Doc.set_extension("release", default=None)
    Doc.set_extension("events", default=())
    for name in ("quantity", "entity", "rule", "confidence", "spoke"):
        Span.set_extension(name, default=None)
    Span.set_extension("source", getter=_source)
