"""Candidates for triggers: sentences and their clauses."""

import pytest
from spacy.util import registry
from tiny_docs import doc, sentence

from topline.components.learned.clauses import candidates, clauses, make_suggester


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The FDA approved the new drug .", []),
        ("The FDA approved it , and Merrow will sell it .", ["The FDA approved it ,", "and Merrow will sell it ."]),
        ("The FDA approved it and Merrow will sell it .", ["The FDA approved it", "and Merrow will sell it ."]),
        (
            "Merrow , which makes pills , said Which drugs it sells .",
            ["Merrow , which makes pills ,", "said Which drugs it sells ."],
        ),
        (
            "It met its goal -- the FDA had asked ( in May 2004 ) for more ; it filed last week .",
            ["It met its goal --", "the FDA had asked (", "in May 2004 )", "for more ;", "it filed last week ."],
        ),
        ("After the meeting , it filed .", ["After the meeting ,", "it filed ."]),
        ("It sold A , B , and C .", ["It sold A ,", "B , and C ."]),
        ("It sold , and .", []),
        ("The firm says : we will do as much", ["The firm says :", "we will do as much"]),
    ],
)
def test_learned_clauses_are_the_stretches_between_joints(text: str, parts: list[str]) -> None:
    whole = sentence(text)
    assert [whole.doc[start:end].text.strip() for start, end in clauses(whole)] == parts


def test_learned_clauses_cover_the_sentence_without_gaps() -> None:
    made = doc()
    found = list(clauses(made[3:12]))
    assert found == [(3, 7), (7, 12)]
    assert list(clauses(made[15:25])) == [(15, 18), (18, 25)]


def test_learned_candidates_are_telling_sentences_and_their_clauses() -> None:
    assert candidates(doc()) == [(3, 12), (3, 7), (7, 12), (15, 25), (15, 18), (18, 25)]
    assert candidates(doc(telling=[(0, 3)])) == [(0, 3)]
    assert candidates(doc(telling=[])) == []


def test_learned_suggester_gives_the_candidates_of_each_doc() -> None:
    suggest = make_suggester()
    found = suggest([doc(), doc(telling=[]), doc(telling=[(0, 3)])])
    assert found.lengths.tolist() == [6, 0, 1]
    assert found.dataXd.tolist() == [[3, 12], [3, 7], [7, 12], [15, 25], [15, 18], [18, 25], [0, 3]]
    nothing = suggest([doc(telling=[])])
    assert (nothing.lengths.tolist(), nothing.dataXd.shape) == ([0], (0, 2))
    assert registry.misc.get("topline.Candidates.v1") is make_suggester
