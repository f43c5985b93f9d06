"""Verbs and the words around a trigger to what became of the happening."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from topline.components.events import EventBuilder
from topline.components.status import StatusReader


@pytest.mark.parametrize(
    ("text", "leaf", "status"),
    [
        # a verb and its auxiliaries
        ("The NDA for Veltaron has been accepted for filing by the FDA.", "filing_acceptance", "occurred"),
        ("The NDA for Veltaron was accepted for filing by the FDA.", "filing_acceptance", "occurred"),
        ("Merrow submitted an NDA for Veltaron.", "application_submission", "occurred"),
        ("Merrow has submitted an NDA for Veltaron.", "application_submission", "occurred"),
        ("Merrow will submit an NDA for Veltaron.", "application_submission", "planned"),
        ("Merrow must submit an NDA for Veltaron.", "application_submission", "conditional"),
        ("Merrow did not submit an NDA for Veltaron.", "application_submission", "not_occurred"),
        ("Merrow has never submitted an NDA for Veltaron.", "application_submission", "not_occurred"),
        ("Merrow will not submit an NDA for Veltaron.", "application_submission", "not_occurred"),
        ("The FDA has not approved Veltaron.", "approval", "not_occurred"),
        ("Merrow will host a conference call on Tuesday.", "investor_event", "planned"),
        ("Merrow is enrolling patients in a Phase 2 trial of MRW-101.", "trial_start", "ongoing"),
        ("Merrow has initiated a Phase 3 trial of MRW-101.", "trial_start", "occurred"),
        ("Merrow will initiate a Phase 3 trial of MRW-101.", "trial_start", "planned"),
        ("Merrow and Tessaly are collaborating on MRW-101.", "collaboration", "occurred"),
        # a headline's present
        ("Merrow Receives FDA Approval for Veltaron", "approval", "occurred"),
        ("Merrow Initiates Phase 3 Trial of MRW-101", "trial_start", "occurred"),
        # what governs an infinitive or a gerund
        ("Merrow expects to file an NDA for Veltaron.", "application_submission", "planned"),
        ("Merrow intends to submit an NDA for Veltaron.", "application_submission", "planned"),
        ("Merrow is preparing to submit an NDA for Veltaron.", "application_submission", "planned"),
        ("Merrow plans to initiate a Phase 3 trial of MRW-101.", "trial_start", "planned"),
        ("Merrow expects to complete enrollment in the Phase 3 trial in June.", "enrollment_complete", "planned"),
        ("Merrow was unable to submit an NDA for Veltaron.", "application_submission", "not_occurred"),
        ("Merrow has decided not to file an NDA for Veltaron.", "application_submission", "not_occurred"),
        ("Merrow agreed to sell its plant.", "acquisition_or_asset_sale", "planned"),
        (
            "The letter states that it will be necessary for the Company to complete a Phase 3 study.",
            "trial_completion",
            "conditional",
        ),
        # a noun and what stands near it
        ("Submission of the NDA for Veltaron is planned for June.", "application_submission", "planned"),
        ("The planned initiation of a Phase 3 trial is subject to financing.", "trial_start", "conditional"),
        ("The advisory committee meeting was cancelled.", "adcom_scheduled", "not_occurred"),
        ("Enrollment in the Phase 2 trial is ongoing.", "trial_start", "ongoing"),
        # an outcome that is negative took place all the same
        ("The advisory committee did not recommend approval of Veltaron.", "adcom_outcome", "occurred"),
        ("The Phase 3 trial did not meet its primary endpoint.", "results", "occurred"),
    ],
)
def test_components_status(nlp: Language, text: str, leaf: str, status: str) -> None:
    assert {e.type: e.status for e in nlp(text)._.events}[leaf] == status


@pytest.mark.parametrize(
    ("text", "leaf", "polarity"),
    [
        ("The Phase 3 trial met its primary endpoint.", "results", "positive"),
        ("The Phase 3 trial did not meet its primary endpoint.", "results", "negative"),
        ("The advisory committee voted 7 to 4 to recommend approval of Veltaron.", "adcom_outcome", "positive"),
        ("The advisory committee did not recommend approval of Veltaron.", "adcom_outcome", "negative"),
        ("Merrow received an approvable letter from the FDA for Veltaron.", "approvable_letter", "mixed"),
        ("The FDA approved Veltaron.", "approval", "positive"),
        ("The FDA has not approved Veltaron.", "approval", "negative"),
        ("Merrow submitted an NDA for Veltaron.", "application_submission", None),
        ("Merrow expects to report results from the Phase 2 trial in June.", "results", None),
    ],
)
def test_components_polarity(nlp: Language, text: str, leaf: str, polarity: str | None) -> None:
    assert {e.type: e.polarity for e in nlp(text)._.events}[leaf] == polarity


def test_components_status_says_what_decided(nlp: Language) -> None:
    (event,) = nlp("Merrow expects to file an NDA for Veltaron.")._.events
    cue, _, reason = event.rule.partition(" | ")
    assert cue == event.trigger._.rule
    assert reason.startswith("governed by: ")
    assert "~expect" in reason


def trigger(nlp: Language, text: str, words: str, leaf: str) -> tuple[Span, Span]:
    doc: Doc = nlp(text)
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words), label=leaf)
    assert span is not None
    return span, doc[:]


def test_components_status_of_a_type_that_always_has_one(nlp: Language) -> None:
    """The vocabulary's own `status` comes before every word of the sentence."""
    span, sentence = trigger(nlp, "Merrow will file it.", "file it", "goal_date_set")
    reading = StatusReader(nlp)(span, sentence)
    assert (reading.status, reading.rule) == ("occurred", "the type's own status")


@pytest.mark.parametrize(
    "text",
    [
        "Merrow may submit an NDA for Veltaron.",
        "Merrow could submit an NDA for Veltaron.",
        "The FDA may reject the NDA.",
    ],
)
def test_components_what_may_be_is_no_event(nlp: Language, text: str) -> None:
    assert nlp(text)._.events == ()


def test_components_events_of_a_doc_without_triggers_are_none(nlp: Language) -> None:
    doc = nlp.make_doc("Nothing was read here.")
    assert EventBuilder(nlp)(doc)._.events == ()
