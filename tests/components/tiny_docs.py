"""Docs of a few words with the groups of spans that the learned components read."""

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from topline.components.attributes import declare_attributes

# Two sentences that may tell something, between two that may not.
WORDS = [
    "Good",
    "day",
    ".",
    "It",
    "got",
    "approval",
    ",",
    "and",
    "will",
    "sell",
    "pills",
    ".",
    "We",
    "met",
    ".",
    "Sales",
    "rose",
    ",",
    "but",
    "its",
    "own",
    "costs",
    "also",
    "rose",
    ".",
]
SENTENCES = ((0, 3), (3, 12), (12, 15), (15, 25))
TELLING = ((3, 12), (15, 25))


def doc(
    words: Sequence[str] = WORDS,
    *,
    sentences: Sequence[tuple[int, int]] = SENTENCES,
    telling: Sequence[tuple[int, int]] = TELLING,
    cues: Sequence[tuple[int, int, str]] = (),
    blocks: Sequence[tuple[int, int, str]] = (),
    vocab: Vocab | None = None,
) -> Doc:
    declare_attributes()
    starts = {start for start, _ in sentences}
    made = Doc(
        vocab or spacy.blank("en").vocab, words=list(words), sent_starts=[i in starts for i in range(len(words))]
    )
    made.spans["sentences"] = [Span(made, *place) for place in sentences]
    made.spans["telling"] = [Span(made, *place) for place in telling]
    made.spans["cues"] = [Span(made, start, end, label=leaf) for start, end, leaf in cues]
    made.spans["blocks"] = [Span(made, start, end, label=kind) for start, end, kind in blocks]
    return made


def sentence(text: str) -> Span:
    """All words of a text, parted by blanks, as one sentence."""
    words = text.split()
    return doc(words, sentences=[(0, len(words))], telling=[(0, len(words))])[:]
