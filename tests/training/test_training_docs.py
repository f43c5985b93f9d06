"""Docs that spaCy trains on: gold on the candidates, names on tokens, and nothing of it in the predicted doc."""

from pathlib import Path

import pytest
from marked import gold
from spacy.language import Language
from spacy.tokens import Doc
from written import written

from topline.components.learned.clauses import candidates
from topline.training.compile import compile_release
from topline.training.docs import bare, gold_doc, read_examples, write_docs
from topline.training.layout import lay_out

HEAD = "# [COMPANY Merrow Bay] Gives an Update"


def told(doc: Doc) -> list[tuple[str, str]]:
    return [(span.label_, " ".join(span.text.split())) for span in doc.spans["happenings"]]


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(ent.label_, " ".join(ent.text.split())) for ent in doc.ents]


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    return gold_doc(nlp, compile_release(written()).gold)


def test_training_docs_happenings_are_a_sentence_and_its_clause(nlp: Language) -> None:
    lead = "It {approval occurred positive | received approval} in May, and {launch planned | will launch} this drug."
    assert told(gold_doc(nlp, gold(HEAD, lead))) == [
        ("approval", "It received approval in May,"),
        ("approval", "It received approval in May, and will launch this drug."),
        ("launch", "It received approval in May, and will launch this drug."),
        ("launch", "and will launch this drug."),
    ]


def test_training_docs_sentence_without_clauses_is_one_candidate(nlp: Language) -> None:
    assert told(gold_doc(nlp, gold(HEAD, "It {approval occurred positive | received approval}."))) == [
        ("approval", "It received approval.")
    ]


def test_training_docs_evidence_elsewhere_is_told_by_its_sentence(nlp: Language) -> None:
    lines = (
        HEAD,
        "It {approval occurred positive #a | received approval}.",
        "{#a | Approval} came early, as we wished.",
    )
    assert told(gold_doc(nlp, gold(*lines))) == [
        ("approval", "It received approval."),
        ("approval", "Approval came early, as we wished."),
    ]


def test_training_docs_lookalikes_are_told_by_nothing(nlp: Language) -> None:
    assert told(gold_doc(nlp, gold(HEAD, "It hopes that {!approval | approval will come}, and soon."))) == []


def test_training_docs_all_happenings_are_candidates(doc: Doc) -> None:
    found = {(s.start, s.end) for s in doc.spans["happenings"]}
    assert found <= set(candidates(doc))
    assert {label for label, _ in told(doc)} == {
        "results_reported", "organisation_change", "approval", "launch", "trial_start", "enrollment_complete",
        "private_placement", "guidance",
    }  # fmt: skip


def test_training_docs_names_are_aligned(doc: Doc) -> None:
    found = names(doc)
    assert found[:2] == [("COMPANY", "Merrow Bay"), ("DRUG", "RELOVA")]
    assert ("COMPANY", "Merrow Bay Therapeutics, Inc.") in found
    assert ("AGENCY", "U.S. Food and Drug Administration") in found
    assert [text for label, text in found if label == "DRUG"] == ["RELOVA", "Relova", "MB-4171", "Zanvorilate"]
    assert not {"MONEY", "DATE", "COUNT", "SHARES"} & {label for label, _ in found}


def test_training_docs_name_with_a_sentence_start_inside_is_left_out(nlp: Language) -> None:
    # the recogniser takes no name over what the splitter says is the end of a sentence
    line = "It {approval occurred positive | received approval}, said [PERSON Piku. Pihir Bonopa] and [PERSON Ida Ash]."
    assert names(gold_doc(nlp, gold(HEAD, line)))[-1] == ("PERSON", "Ida Ash")
    assert "Pihir" not in str(names(gold_doc(nlp, gold(HEAD, line))))


def test_training_docs_layout_moves_nothing(nlp: Language, doc: Doc) -> None:
    for seed in ("0", "1", "2"):
        laid = gold_doc(nlp, lay_out(compile_release(written()).gold, seed=seed))
        assert names(laid) == names(doc)
        assert sorted(told(laid)) == sorted(told(doc))


def test_training_docs_events_alone_leave_names_missing(nlp: Language) -> None:
    known = compile_release(written()).gold.model_copy(update={"names": None})
    found = gold_doc(nlp, known)
    assert len(found.ents) == 0
    assert {token.ent_iob_ for token in found} == {""}
    assert found.spans["happenings"]


def test_training_docs_bare_knows_no_gold(doc: Doc) -> None:
    found = bare(doc)
    assert found.text == doc.text
    assert len(found.ents) == 0
    assert set(found.spans) == {"blocks", "sentences", "telling", "cues"}
    assert candidates(found) == candidates(doc)
    assert [s.start for s in found.sents] == [s.start for s in doc.sents]
    assert [(c.start, c.end, c.label_) for c in found.spans["cues"]] == [
        (c.start, c.end, c.label_) for c in doc.spans["cues"]
    ]
    assert len(found.spans["cues"]) > 3


def test_training_docs_come_back_from_the_file(nlp: Language, doc: Doc, tmp_path: Path) -> None:
    path = tmp_path / "made" / "train.spacy"
    events_only = compile_release(written()).gold.model_copy(update={"names": None})
    write_docs([doc, gold_doc(nlp, events_only)], path)
    one, other = read_examples(path)(nlp)
    assert one.reference.text == doc.text
    assert names(one.reference) == names(doc)
    assert told(one.reference) == told(doc)
    assert [s.start for s in one.reference.sents] == [s.start for s in doc.sents]
    assert {group: len(spans) for group, spans in one.reference.spans.items()} == {
        group: len(spans) for group, spans in doc.spans.items()
    }
    assert one.predicted.text == doc.text
    assert "happenings" not in one.predicted.spans
    assert len(one.predicted.ents) == 0
    assert candidates(one.predicted) == candidates(doc)
    assert {token.ent_iob_ for token in other.reference} == {""}
    assert set(one.get_aligned_ner()) > {"O", "U-AGENCY"}
    assert set(other.get_aligned_ner()) == {None}
