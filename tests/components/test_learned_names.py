"""Names that a recogniser found before the rules look: which of them stay."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from topline.components.entities import EntityFinder

TEXT = "Zemvara was shown to doctors of Orsova by Merrow Bio at the FDA meeting for chronic pouchitis."
PRECEDENCE = ("URL", "PHONE", "CODE")


def found(nlp: Language, *learned: tuple[str, str] | None, trusted: tuple[str, ...] = ()) -> dict[str, str]:
    """Names after the rules, by their text; `None` stands for a recogniser that found nothing."""
    doc = nlp.make_doc(TEXT)
    if learned:
        doc.set_ents([_span(doc, *name) for name in learned if name is not None])
    EntityFinder(precedence=PRECEDENCE, trusted=trusted)(doc)
    return {e.text: e.label_ for e in doc.ents}


def _span(doc: Doc, words: str, label: str) -> Span:
    span = doc.char_span(doc.text.index(words), doc.text.index(words) + len(words), label=label)
    assert span is not None
    return span


def test_components_names_of_the_rules_stand_alone(nlp: Language) -> None:
    assert found(nlp) == {"FDA": "AGENCY", "chronic pouchitis": "INDICATION"}


def test_components_learned_names_come_beside_those_of_the_rules(nlp: Language) -> None:
    assert found(nlp, ("Zemvara", "DRUG"), ("Orsova", "LOCATION")) == {
        "Zemvara": "DRUG",
        "Orsova": "LOCATION",
        "FDA": "AGENCY",
        "chronic pouchitis": "INDICATION",
    }


@pytest.mark.parametrize(
    ("learned", "stays"),
    [
        (("pouchitis", "INDICATION"), ("chronic pouchitis", "INDICATION")),
        (("the FDA meeting", "CONFERENCE"), ("the FDA meeting", "CONFERENCE")),
        (("FDA", "COMPANY"), ("FDA", "AGENCY")),
    ],
    ids=["the longer of the rules", "the longer that was learned", "of two as long that of the rules"],
)
def test_components_of_overlapping_names_the_longer_stays(
    nlp: Language, learned: tuple[str, str], stays: tuple[str, str]
) -> None:
    names = found(nlp, learned)
    assert stays in names.items()
    assert learned == stays or learned not in names.items()


def test_components_of_trusted_labels_only_learned_names_count(nlp: Language) -> None:
    assert found(nlp, ("pouchitis", "INDICATION"), trusted=("INDICATION",)) == {
        "pouchitis": "INDICATION",
        "FDA": "AGENCY",
    }
    assert found(nlp, None, trusted=("INDICATION",)) == {"FDA": "AGENCY"}


def test_components_trusted_labels_need_a_recogniser(nlp: Language) -> None:
    assert found(nlp, trusted=("INDICATION", "AGENCY")) == found(nlp)


def test_components_learned_names_have_ids(nlp: Language) -> None:
    doc = nlp.make_doc("Zemvara and (TM) AB-12 (zemcaride), formerly known as AB-11, for the U.S. FDA.")
    doc.set_ents([_span(doc, "Zemvara", "DRUG"), _span(doc, "AB-11", "DRUG"), _span(doc, "U.S. FDA", "AGENCY")])
    EntityFinder(precedence=PRECEDENCE, trusted=("DRUG", "AGENCY"))(doc)
    ids = {e.text: e._.entity for e in doc.ents if e.label_ in ("DRUG", "AGENCY")}
    assert ids["Zemvara"] == "drug:zemvara"
    assert ids["U.S. FDA"] == "agency:fda"
    assert ids["AB-11"] == "drug:ab-12"
