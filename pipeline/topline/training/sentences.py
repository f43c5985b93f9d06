"""Where the sentences of a text begin and end, as the pipeline splits it."""

from functools import cache

import spacy
from spacy.language import Language

from topline.components.sentences import SentenceSplitter
from topline.components.tokenizer import make_tokenizer

__all__ = ["plain_pipeline", "sentence_spans"]


@cache
def plain_pipeline() -> Language:
    """A pipeline with the tokenizer of releases and nothing else."""
    nlp = spacy.blank("en")
    nlp.tokenizer = make_tokenizer()(nlp)
    return nlp


@cache
def _splitter() -> SentenceSplitter:
    return SentenceSplitter()


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """`[start, end)` of each sentence of one block."""
    if not text.strip():
        return []
    doc = _splitter()(plain_pipeline().tokenizer(text))
    return [(s.start_char, s.end_char) for s in doc.spans["sentences"]]
