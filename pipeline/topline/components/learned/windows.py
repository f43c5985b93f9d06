"""What a transformer reads at a time: whole sentences, as many as fit."""

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Doc, Span

from topline.components.attributes import SENTENCES

__all__ = ["sentence_windows"]


def sentence_windows(longest: int) -> Callable[[Iterable[Doc]], list[list[Span]]]:
    """Stretches of at most `longest` tokens that hold each token once and end where a sentence does.

    A sentence that is longer is cut.
    """

    def windows(docs: Iterable[Doc]) -> list[list[Span]]:
        return [[doc[start:end] for start, end in _windows(doc, longest)] for doc in docs]

    return windows


def _windows(doc: Doc, longest: int) -> Iterator[tuple[int, int]]:
    start = last = 0
    for end in _ends(doc):
        if end - start > longest and last > start:
            yield start, last
            start = last
        while end - start > longest:
            yield start, start + longest
            start += longest
        last = end
    if last > start:
        yield start, last


def _ends(doc: Doc) -> list[int]:
    """Where sentences end, and the doc."""
    return sorted({*(s.end for s in doc.spans.get(SENTENCES, ())), len(doc)})
