"""Candidates for triggers: every sentence that may tell a happening, and its clauses."""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc, Span
from spacy.util import registry
from thinc.api import Ops, get_current_ops
from thinc.types import Ragged

from topline.components.attributes import TELLING
from topline.vocab import load_yaml

__all__ = ["candidates", "clauses", "make_suggester"]

_SHORTEST = 3
_SPLITS = frozenset(load_yaml("clauses.yaml")["splits"])
_OPENERS = frozenset(load_yaml("clauses.yaml")["openers"])


def clauses(sentence: Span) -> Iterator[tuple[int, int]]:
    """`[start, end)` tokens of the stretches between commas, dashes, brackets and joining words, if there are several.

    A stretch of fewer than three tokens belongs to the one before it.
    """
    starts = [sentence.start]
    for token in sentence:
        word = token.lower_
        opens = token.i + 1 if word in _SPLITS else token.i if word in _OPENERS else None
        if opens is not None and opens - starts[-1] >= _SHORTEST and sentence.end - opens >= _SHORTEST:
            starts.append(opens)
    if len(starts) > 1:
        yield from zip(starts, [*starts[1:], sentence.end], strict=True)


def candidates(doc: Doc) -> list[tuple[int, int]]:
    """The sentences in `doc.spans["telling"]`, each followed by its clauses."""
    found = []
    for sentence in doc.spans.get(TELLING, ()):
        found.append((sentence.start, sentence.end))
        found += clauses(sentence)
    return found


@registry.misc("topline.Candidates.v1")  # type: ignore[untyped-decorator]
def make_suggester() -> Callable[..., Ragged]:
    """A suggester for spaCy's SpanCategorizer."""

    def suggest(docs: Sequence[Doc], *, ops: Ops | None = None) -> Ragged:
        ops = ops or get_current_ops()
        found = [candidates(doc) for doc in docs]
        flat = [span for spans in found for span in spans]
        lengths = ops.asarray1i([len(spans) for spans in found])
        data = ops.asarray(flat, dtype="i") if flat else ops.xp.zeros((0, 2), dtype="i")
        return Ragged(data, lengths)

    return suggest
