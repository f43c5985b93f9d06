"""Loaders of the data files, word lists and verb forms."""

import pytest

from topline.errors import VocabularyError
from topline.vocab import event_types, forms_of, load_yaml, verb_index, word_list


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("file", ("file", "files", "filed", "filed", "filing")),
        ("submit", ("submit", "submits", "submitted", "submitted", "submitting")),
        ("deny", ("deny", "denies", "denied", "denied", "denying")),
        ("delay", ("delay", "delays", "delayed", "delayed", "delaying")),
        ("discuss", ("discuss", "discusses", "discussed", "discussed", "discussing")),
        ("launch", ("launch", "launches", "launched", "launched", "launching")),
        ("agree", ("agree", "agrees", "agreed", "agreed", "agreeing")),
        ("begin", ("begin", "begins", "began", "begun", "beginning")),
        ("give", ("give", "gives", "gave", "given", "giving")),
        ("expect", ("expect", "expects", "expected", "expected", "expecting")),
    ],
)
def test_vocab_forms_of_a_verb(base: str, forms: tuple[str, ...]) -> None:
    assert tuple(forms_of(base)) == forms


@pytest.mark.parametrize(
    ("word", "first", "all_forms"),
    [
        ("submitted", "past", {"past", "participle"}),
        ("submits", "s", {"s"}),
        ("submitting", "ing", {"ing"}),
        ("given", "participle", {"participle"}),
        ("submit", "base", {"base"}),
    ],
)
def test_vocab_verb_index_names_the_forms_finite_ones_first(word: str, first: str, all_forms: set[str]) -> None:
    assert (verb_index()[word][0], set(verb_index()[word])) == (first, all_forms)


@pytest.mark.parametrize("word", ["approval", "zebra", "submission", ""])
def test_vocab_verb_index_has_no_nouns(word: str) -> None:
    assert word not in verb_index()


def test_vocab_every_verb_of_a_cue_is_in_the_index() -> None:
    cues = [cue for leaf in event_types().values() for cue in (*leaf.cues, *leaf.if_ahead, *leaf.blocks)]
    verbs = {a[1:].rstrip("?") for cue in cues for element in cue.split() for a in element.split("|") if a[:1] == "~"}
    assert "submit" in verbs or "receive" in verbs
    assert sorted(v for v in verbs if v.isalpha() and v not in verb_index()) == []


def test_vocab_word_list() -> None:
    assert word_list("scientific_meeting")[:2] == ("ASCO", "ASH")


def test_vocab_word_list_that_is_missing_names_those_there_are() -> None:
    with pytest.raises(VocabularyError, match=r"no list 'nothing'; it has .*agency.*trial"):
        word_list("nothing")


def test_vocab_file_that_is_missing_is_named() -> None:
    with pytest.raises(VocabularyError, match=r"vocab/data/nothing\.yaml cannot be read"):
        load_yaml("nothing.yaml")


def test_vocab_words_that_yaml_takes_for_truth_stay_words() -> None:
    before = load_yaml("status.yaml")["around"]["before"]
    assert "no" in before["not_occurred"]
    assert all(isinstance(word, str) for lines in before.values() for word in lines)


def test_vocab_types_give_way_to_types_that_exist() -> None:
    assert {o for t in event_types().values() for o in t.over} - set(event_types()) == set()
    assert [t.id for t in event_types().values() if t.id in t.over] == []


def test_vocab_statuses_and_outcomes_are_those_of_the_record() -> None:
    statuses = {"occurred", "ongoing", "planned", "not_occurred", "conditional"}
    assert {t.status for t in event_types().values()} - statuses == {None}
    outcomes = {key for t in event_types().values() for key in t.polarity or ()}
    assert outcomes == {"positive", "negative", "mixed", "default"}


def test_vocab_only_types_with_an_outcome_have_polarity() -> None:
    assert {t.id for t in event_types().values() if t.polarity} == {
        "adcom_outcome",
        "eu_opinion",
        "results",
        "interim_or_dsmb",
        "approvable_letter",
        "complete_response",
        "refuse_to_file",
        "approval",
    }
