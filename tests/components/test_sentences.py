"""Where sentences begin."""

import pytest
from spacy.language import Language

from topline.components.sentences import SentenceIndex


@pytest.mark.parametrize(
    "sentences",
    [
        ["Merrow Bay, Inc. announced results.", "Sales grew."],
        ["The U.S. market grew.", "Sales in the U.S. grew."],
        ["It is sold in the U.S.", "The company grew."],
        ["It was filed by Merrow, Inc.", "This was in May."],
        ["Merrow, Inc. Phase 2 trials go on."],
        ['He said, "We are pleased."', '"It works," she said.', "Next one."],
        ["“We did.”", "Then more."],
        ["Dr. Quist joined (in May.)", "Then she left."],
        ["It costs $3.5 million.", "2004 was good."],
        ["Was it filed?", "Yes!", "It was."],
        ["It was active vs. Placebo in mice.", "It was safe."],
        ["no capital. so no end"],
        ["One without a stop"],
    ],
)
def test_components_sentences(nlp: Language, sentences: list[str]) -> None:
    assert [s.text for s in nlp(" ".join(sentences)).sents] == sentences


def test_components_sentences_never_cross_a_block(nlp: Language) -> None:
    doc = nlp("Merrow today said this:\n\n *  filed an NDA\n\n *  met with the FDA\n")
    assert [s.text.strip() for s in doc.sents] == ["Merrow today said this:", "filed an NDA", "met with the FDA"]


def test_components_sentence_index_finds_by_token_and_by_block(nlp: Language) -> None:
    doc = nlp("One is here. Two is here.\n\nThree is there.\n")
    index = SentenceIndex(doc)
    assert [s.text.strip() for s in index.sentences] == ["One is here.", "Two is here.", "Three is there."]
    assert [index.of(doc[t.i : t.i + 1]).start for t in doc] == [t.sent.start for t in doc]
    first, second = doc.spans["blocks"]
    assert [s.text.strip() for s in index.within(first)] == ["One is here.", "Two is here."]
    assert [s.text.strip() for s in index.within(second)] == ["Three is there."]
