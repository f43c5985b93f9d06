"""The pipeline's components together: what they assign to a doc, and the way back to the release's own text."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from topline.components import BLOCKS, QUANTITIES, TRIGGERS, EventSpan
from topline.components.attributes import SENTENCES
from topline.readers import read_source

WIRE = """\
Merrow Bio Submits NDA

    BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) today
announced that it has submitted a New
Drug Application for MRW-101
to the FDA.

    Highlights:

     *  A private placement of $18
        million was completed.

     *  Merrow signed a short-
        term lease.
"""


def test_components_doc_is_the_unwrapped_prose(nlp: Language) -> None:
    doc = nlp(WIRE)
    assert "it has submitted a New Drug Application for MRW-101 to the FDA." in doc.text
    assert "Merrow signed a short-term lease." in doc.text
    assert doc.text == read_source(WIRE)[0].prose
    assert doc._.document.source == WIRE


def test_components_source_of_a_span_is_its_place_in_the_wire_text(nlp: Language) -> None:
    doc = nlp(WIRE)
    start, end = next(e for e in doc.ents if e.label_ == "DRUG")._.source
    assert WIRE[start:end] == "MRW-101"
    (submitted,) = [t for t in doc.spans[TRIGGERS] if t.text.startswith("submitted")]
    start, end = submitted._.source
    assert WIRE[start:end].split() == submitted.text.split()
    assert "\n" in WIRE[start:end]


def test_components_source_of_every_token_is_that_token(nlp: Language) -> None:
    doc = nlp(WIRE)
    wrong = []
    for token in doc:
        start, end = doc[token.i : token.i + 1]._.source
        if not token.is_space and WIRE[start:end] != token.text:
            wrong.append((token.text, WIRE[start:end]))
    assert wrong == []


def test_components_source_of_a_doc_without_a_document_is_its_own_place(nlp: Language) -> None:
    doc = nlp.make_doc("Merrow filed it.")
    assert doc[1:3]._.source == (7, 15)


@pytest.mark.parametrize(
    ("kind", "names"),
    [(Doc, {"document", "release", "events"}), (Span, {"quantity", "entity", "rule", "source"})],
)
def test_components_attributes_declared_exist_after_load(nlp: Language, kind: type, names: set[str]) -> None:
    assert {name for name in names if kind.has_extension(name)} == names  # type: ignore[attr-defined]


def test_components_attributes_are_filled(nlp: Language) -> None:
    doc = nlp(WIRE)
    assert doc._.release.company == "Merrow Bio, Inc."
    assert [type(e) for e in doc._.events] == [EventSpan, EventSpan]
    assert [e.type for e in doc._.events] == ["application_submission", "private_placement"]
    assert [s.label_ for s in doc.spans[BLOCKS]] == [b.kind for b in doc._.document.blocks]
    assert len(doc.spans[SENTENCES]) == len(list(doc.sents))
    money = next(q for q in doc.spans[QUANTITIES] if q.label_ == "MONEY")
    assert money._.quantity.value["amount"] == "18000000"
    assert doc.text[money._.quantity.start : money._.quantity.end] == "$18 million"
    drug = next(e for e in doc.ents if e.label_ == "DRUG")
    assert drug._.entity == "drug:mrw-101"


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_components_blank_text_is_a_doc_without_anything(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.document is None
    assert doc._.events == ()
    assert list(doc.ents) == []


def test_components_pipe_gives_the_same_as_one_by_one(nlp: Language) -> None:
    texts = [WIRE, "The FDA approved Veltaron.", "", "Merrow submitted an NDA."]
    piped = [[(e.type, e.status, e.trigger.text) for e in doc._.events] for doc in nlp.pipe(texts)]
    assert piped == [[(e.type, e.status, e.trigger.text) for e in nlp(text)._.events] for text in texts]
    assert [len(found) for found in piped] == [2, 1, 0, 1]


def test_components_declare_what_they_read_and_write(nlp: Language) -> None:
    assert nlp.pipe_names == ["reader", "sentences", "release", "quantities", "entities", "triggers", "events"]
    problems = nlp.analyze_pipes()["problems"]
    assert {name: found for name, found in problems.items() if found} == {}


def test_components_factories_are_entry_points_that_a_blank_pipeline_finds(nlp: Language) -> None:
    blank = spacy.blank("en")
    names = [nlp.get_pipe_meta(name).factory for name in nlp.pipe_names]
    assert [name for name in names if not blank.has_factory(name)] == []
    assert len(set(names)) == 7


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("REVENTRA(TM) works", ["REVENTRA", "(TM)", "works"]),
        ("Corvane® and Zelnib™", ["Corvane", "®", "and", "Zelnib", "™"]),
        ("the U.S./Canada border", ["the", "U.S.", "/", "Canada", "border"]),
    ],
)
def test_components_tokenizer_splits_the_marks_of_the_trade(nlp: Language, text: str, tokens: list[str]) -> None:
    assert [t.text for t in nlp.make_doc(text)] == tokens


@pytest.mark.parametrize("word", ["$" * 1000, "_" * 301, "ab" * 400])
def test_components_tokenizer_cuts_words_of_absurd_length(nlp: Language, word: str) -> None:
    text = f"before {word} after"
    doc = nlp.make_doc(text)
    assert doc.text == text
    assert max(len(t) for t in doc) == 300
    assert [doc[0].text, doc[-1].text] == ["before", "after"]
