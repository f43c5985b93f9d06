from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from topline.components.attributes import SENTENCES
from topline.components.learned.windows import sentence_windows


def windows(longest: int, *sentences: int, rest: int = 0) -> list[tuple[int, int]]:
    doc = Doc(Vocab(), words=["word"] * (sum(sentences) + rest))
    ends = [sum(sentences[: i + 1]) for i in range(len(sentences))]
    doc.spans[SENTENCES] = [Span(doc, end - length, end) for end, length in zip(ends, sentences, strict=True)]
    return [(s.start, s.end) for s in sentence_windows(longest)([doc])[0]]


def test_components_windows_hold_as_many_sentences_as_fit() -> None:
    assert windows(10, 4, 6, 3, 5, 3) == [(0, 10), (10, 18), (18, 21)]


def test_components_windows_cut_a_sentence_that_is_too_long() -> None:
    assert windows(10, 4, 25, 3) == [(0, 4), (4, 14), (14, 24), (24, 32)]


def test_components_windows_hold_what_is_in_no_sentence() -> None:
    assert windows(10, 4, rest=9) == [(0, 4), (4, 13)]


def test_components_windows_of_an_empty_doc_are_none() -> None:
    assert sentence_windows(10)([Doc(Vocab())]) == [[]]
