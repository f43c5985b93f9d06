"""Sentences with very many figures cost what their length costs."""

import topline
from topline.extraction.mentions import MentionTable

_FAR = 1300


def test_extraction_keeps_of_a_sentence_what_may_name_the_row_of_a_figure() -> None:
    text = f"Acme Bio, Inc. spent on research {'$1.2 million, ' * 500}and on its plant $3.4 million in all."
    doc = topline.load()(text)
    around = MentionTable(doc, doc._.events).around
    assert len(around) == 501
    assert max(len(left) + len(right) for left, right in around.values()) < _FAR
    first, *_, last = around.values()
    assert first[0] == "Acme Bio, Inc. spent on research "
    assert last[0].endswith("and on its plant ")
    assert last[1] == " in all."


def test_extraction_keeps_the_sentences_of_figures_apart() -> None:
    doc = topline.load()("Research cost $1.2 million. The plant cost $3.4 million.")
    around = MentionTable(doc, doc._.events).around
    assert [left for left, _ in around.values()] == ["Research cost ", "The plant cost "]
