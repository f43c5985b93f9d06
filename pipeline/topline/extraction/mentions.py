"""Spans of the doc to the mentions of a record, each once, with ids in reading order."""

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from topline.components import QUANTITIES, EventSpan
from topline.quantities import Quantity
from topline.readers import Document
from topline.records import Mention

__all__ = ["MentionTable"]

# How many characters of a sentence on each side of a figure may name the row that states it.
_NEAR = 600
_VALUE_LABELS = frozenset(["DATE", "PERIOD", "DURATION", "MONEY", "PER_SHARE", "SHARES", "PERCENT", "COUNT", "ORDINAL"])


class MentionTable:
    """All names, values and other role fillers of a doc."""

    def __init__(self, doc: Doc, events: Iterable[EventSpan]) -> None:
        self._document: Document | None = doc._.document
        self._text = doc.text
        fillers = (s for e in events for fs in e.roles.values() for s in fs)
        names = (e for e in doc.ents if e.label_ not in _VALUE_LABELS)
        spans = {_key(s): s for s in (*fillers, *names, *doc.spans.get(QUANTITIES, ()))}
        ordered = sorted(spans.values(), key=lambda s: (*self._source(s), s.label_))
        self._ids = {_key(span): f"m{i}" for i, span in enumerate(ordered, 1)}
        self._at = {key[:2]: name for key, name in self._ids.items() if key[2] in ("DATE", "PERIOD")}
        self.mentions = tuple(self._mention(span) for span in ordered)
        figures = [(self._ids[_key(s)], s) for s in ordered if s.label_ in ("MONEY", "PER_SHARE")]
        self.figures = [(mention, span._.quantity) for mention, span in figures]
        self._last: Span | None = None
        self.around = {mention: self._around(span) for mention, span in figures}

    def id_of(self, span: Span) -> str:
        return self._ids[_key(span)]

    def _around(self, span: Span) -> tuple[str, str]:
        """The words of a figure's sentence on its left and on its right, as far as a label is looked for."""
        sentence, quantity = self._sentence(span), span._.quantity
        first = max(sentence.start_char, quantity.start - _NEAR)
        last = min(max(sentence.end_char, quantity.end), quantity.end + _NEAR)
        return self._text[first : quantity.start], self._text[quantity.end : last]

    def _sentence(self, span: Span) -> Span:
        """spaCy walks through the whole sentence to find its ends; the figures of one share what it finds."""
        if self._last is None or not self._last.start <= span.start < self._last.end:
            self._last = span.sent
        return self._last

    def _mention(self, span: Span) -> Mention:
        start, end = self._source(span)
        quantity: Quantity | None = span._.quantity
        text = self._text[quantity.start : quantity.end] if quantity is not None else span.text
        return Mention(
            id=self._ids[_key(span)],
            label=span.label_,  # type: ignore[arg-type]
            start=start,
            end=end,
            text=text,
            value=quantity.value if quantity is not None else None,
            entity=span._.entity,
            precision=quantity.precision if quantity is not None else None,
            inferred_from=self._inferred(quantity) if quantity is not None else None,
        )

    def _inferred(self, quantity: Quantity) -> tuple[str, ...] | None:
        """What the value rests on; another mention by its id, None for a value that is fully stated."""
        if not quantity.inferred_from:
            return None
        other = self._at.get(quantity.antecedent, "text") if quantity.antecedent is not None else "text"
        return tuple(other if source == "text" else source for source in quantity.inferred_from)

    def _source(self, span: Span) -> tuple[int, int]:
        start, end, _ = _key(span)
        return self._document.offsets.to_source(start, end) if self._document is not None else (start, end)


def _key(span: Span) -> tuple[int, int, str]:
    quantity: Quantity | None = span._.quantity
    if quantity is not None:
        return quantity.start, quantity.end, quantity.label
    return span.start_char, span.end_char, span.label_
