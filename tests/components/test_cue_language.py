"""The cue language: each element of it, on the smallest sentence that tells it."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from topline.components.cue_language import compile_cue
from topline.components.cue_matcher import CueMatcher
from topline.errors import VocabularyError
from topline.vocab import word_list

BLANK = spacy.blank("en")


def tokenize(text: str) -> list[str]:
    return [token.text for token in BLANK.tokenizer(text)]


def hits(cue: str, text: str, *, entity: tuple[str, str] | None = None) -> list[str]:
    """The words that the cue takes in the text; `entity` is the text and the label of one name in it."""
    doc = BLANK.make_doc(text)
    if entity is not None:
        start = text.index(entity[0])
        named = doc.char_span(start, start + len(entity[0]), label=entity[1])
        assert named is not None
        doc.set_ents([named])
    matcher = CueMatcher(BLANK.vocab, {"key": [compile_cue(cue, tokenize)]})
    return [doc[hit.start : hit.end].text for hit in matcher(doc[:])]


@pytest.mark.parametrize(
    ("cue", "text", "taken"),
    [
        # a word, in any case
        ("approval", "Approval of the drug", ["Approval"]),
        ("approval", "an APPROVAL", ["APPROVAL"]),
        ("approval", "approvals", []),
        ("priority review", "granted Priority Review today", ["Priority Review"]),
        ("priority review", "priority of review", []),
        # alternatives
        ("filed|sent it", "she sent it", ["sent it"]),
        ("filed|sent it", "she filed it", ["filed it"]),
        ("filed|sent it", "she lost it", []),
        # any form of a verb, doubled and irregular ones too
        ("~submit", "submit submits submitted submitting", ["submit", "submits", "submitted", "submitting"]),
        ("~submit", "submission", []),
        ("~begin", "it began and has begun", ["began", "begun"]),
        ("~deny|~refuse", "denies, refused", ["denies", "refused"]),
        # a word that may be absent
        ("the new? drug", "the new drug", ["the new drug"]),
        ("the new? drug", "the drug", ["the drug"]),
        ("the new? drug", "the old drug", []),
        # gaps
        ("filed .. application", "filed a b c d e f application", ["filed a b c d e f application"]),
        ("filed .. application", "filed a b c d e f g application", []),
        ("filed .. application", "filed application", ["filed application"]),
        ("filed ..3 application", "filed a b c application", ["filed a b c application"]),
        ("filed ..3 application", "filed a b c d application", []),
        ("filed .. application", "filed it; the application", []),
        ("filed .. application", "filed this: an application", []),
        # anywhere later: the words before it are what is taken
        ("voted ... approval", "voted a b c d e f g h i j for approval", ["voted"]),
        ("voted ... approval", "approval was voted", []),
        ("voted ... yes ... approval", "voted and said yes to approval", ["voted"]),
        ("voted ... yes ... approval", "voted approval and said yes", []),
        # that word in exactly this case
        ("=IND", "the IND", ["IND"]),
        ("=IND", "the ind or Ind", []),
        # numbers
        ("# patients", "120 patients, twelve patients", ["120 patients", "twelve patients"]),
        ("# patients", "many patients", []),
        # a word that the tokenizer takes apart
        ("late-breaking abstract", "a late-breaking abstract", ["late-breaking abstract"]),
        # of one start the shortest, of several starts each
        ("filed .. application", "filed an application, an application", ["filed an application"]),
        ("filed", "filed, and filed", ["filed", "filed"]),
    ],
)
def test_components_cue_element(cue: str, text: str, taken: list[str]) -> None:
    assert hits(cue, text) == taken


@pytest.mark.parametrize("word", ["committee", "panel"])
def test_components_cue_of_an_entity_takes_it_whole(word: str) -> None:
    text = f"The Arthritis Drugs {word} voted"
    assert hits("@COMMITTEE voted", text, entity=(f"Arthritis Drugs {word}", "COMMITTEE"))[0] == (
        f"Arthritis Drugs {word} voted"
    )
    assert hits("@COMMITTEE voted", text, entity=(f"Arthritis Drugs {word}", "COMPANY")) == []
    assert hits("@COMMITTEE voted", text) == []


def test_components_cue_of_a_list_takes_each_of_its_words() -> None:
    words = [w for w in word_list("agency") if w.isalpha()]
    assert "FDA" in words
    assert "regulator" in words
    assert [w for w in words if hits("$agency agreed", f"the {w} agreed") != [f"{w} agreed"]] == []
    assert hits("$agency agreed", "the company agreed") == []


def test_components_cue_of_a_list_of_verbs_takes_their_forms() -> None:
    assert "~submit" in word_list("submit")
    assert hits("$submit it", "filed it, lodging it, submits it, sold it") == ["filed it", "lodging it", "submits it"]


def test_components_cue_elements_combine() -> None:
    assert hits("$submit|sent .. =NDA|BLA", "sent the NDA and filed a bla") == ["sent the NDA", "filed a bla"]


def test_components_cue_gap_may_not_leave_the_span_it_is_asked_for() -> None:
    doc = BLANK.make_doc("filed it . application")
    matcher = CueMatcher(BLANK.vocab, {"key": [compile_cue("filed .. application", tokenize)]})
    assert [(h.start, h.end) for h in matcher(doc[:])] == [(0, 4)]
    assert list(matcher(doc[:3])) == []


@pytest.mark.parametrize(
    ("cue", "says"),
    [
        ("", "write at least one word on each side"),
        ("   ", "write at least one word on each side"),
        ("voted ... ", "write at least one word on each side"),
        (" ... voted", "write at least one word on each side"),
        ("a ..20 b ..2 c", "add up to over 20 words; write ` ... ` instead"),
        ("a .. b .. c .. d .. e", "add up to over 20 words"),
        ("a-b|c a-b|c a-b|c a-b|c a-b|c a-b|c a-b|c", "128 patterns; split it into several lines"),
        ("$no_such_list", "words.yaml has no list 'no_such_list'; it has "),
    ],
)
def test_components_cue_that_is_wrong_says_what_to_do(cue: str, says: str) -> None:
    with pytest.raises(VocabularyError) as caught:
        compile_cue(cue, tokenize)
    assert says in str(caught.value)


def test_components_cue_needs_are_the_words_no_match_goes_without() -> None:
    cue = compile_cue("the new? ~submit .. =NDA|bla ... @AGENCY", tokenize)
    forms = frozenset(["submit", "submits", "submitted", "submitting"])
    assert frozenset(["nda", "bla"]) in cue.needs
    assert forms in cue.needs
    assert cue.needs[-1] == frozenset(["the"])
    assert not any("new" in need for need in cue.needs)
    assert compile_cue("@AGENCY .. #", tokenize).needs == ()


def test_components_cue_matcher_gives_hits_with_key_line_and_place() -> None:
    cues = {"a": [compile_cue("filed it", tokenize)], "b": [compile_cue("it", tokenize), compile_cue("#", tokenize)]}
    matcher = CueMatcher(BLANK.vocab, cues)
    doc = BLANK.make_doc("We have filed it 3 times")
    assert [tuple(h) for h in matcher(doc[:])] == [
        ("a", 2, 4, "filed it"),
        ("b", 3, 4, "it"),
        ("b", 4, 5, "#"),
    ]
    assert [h.key for h in matcher(doc[:], keys=frozenset(["b"]))] == ["b", "b"]
    assert list(matcher(doc[:], keys=frozenset())) == []


def test_components_cue_matcher_places_count_from_the_start_of_the_doc() -> None:
    doc = BLANK.make_doc("one two filed it")
    sentence = Span(doc, 2, 4)
    matcher = CueMatcher(BLANK.vocab, {"a": [compile_cue("filed it", tokenize)]})
    assert [(h.start, h.end) for h in matcher(sentence)] == [(2, 4)]


def test_components_cue_line_of_the_default_pipeline_sees_its_tokens(nlp: Language) -> None:
    """ "510(k)" is written in cues as it is in text."""
    doc = nlp("Merrow received 510(k) clearance for its Corvane pump.")
    assert [s.label_ for s in doc.spans["triggers"]] == ["approval"]
