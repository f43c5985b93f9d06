"""One happening, one event."""

from collections import Counter
from decimal import Decimal

import pytest
from spacy.language import Language

from topline.components import EventSpan

LEAD = "BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) "


def events(nlp: Language, text: str) -> list[EventSpan]:
    return list(nlp(text)._.events)


def bullets(*items: str) -> str:
    return f"{LEAD}today announced its progress.\n\nHighlights:\n\n" + "\n".join(f" *  {item}\n" for item in items)


def test_components_headline_lead_and_bullet_of_one_happening_become_one(nlp: Language) -> None:
    text = f"""\
Merrow Bio Submits NDA for MRW-101

{LEAD}today announced that it has submitted a New Drug Application (NDA) for MRW-101 to the FDA.

Highlights:

 *  Merrow submitted an NDA for MRW-101 in breast cancer.
"""
    (event,) = events(nlp, text)
    assert event.type == "application_submission"
    assert event.zone == "headline"
    assert event.trigger.text == "Submits NDA"
    assert [" ".join(e.text.split())[:22] for e in event.evidence] == [
        "Merrow Bio Submits NDA",
        "BOSTON, March 3, 2004 ",
        "Merrow submitted an ND",
    ]
    # what the first telling lacks comes from the others
    assert {role: [s.text for s in fillers] for role, fillers in event.roles.items()} == {
        "drug": ["MRW-101"],
        "agency": ["FDA"],
        "application": ["NDA"],
        "indication": ["breast cancer"],
    }
    assert event.time is not None
    assert event.time.interval.start.isoformat() == "2004-03-03"


def test_components_merged_event_has_the_amounts_of_both_tellings_once(nlp: Language) -> None:
    text = f"""\
Merrow Bio Completes $18 Million Private Placement

{LEAD}today announced that it has completed an $18 million private placement of 3.2 million shares at $5.60 per share.
"""
    (event,) = [e for e in events(nlp, text) if e.type == "private_placement"]
    assert [(a.role, a.span._.quantity.low) for a in event.amounts if a.role in ("gross", "shares")] == [
        ("gross", Decimal(18_000_000)),
        ("shares", Decimal(3_200_000)),
    ]


def test_components_presentations_at_two_meetings_stay_two(nlp: Language) -> None:
    text = bullets(
        "Data on MRW-101 were presented at the Annual Meeting of the American Society of Hematology.",
        "Data on MRW-101 were presented at the Annual Meeting of the American Society of Clinical Oncology.",
    )
    found = events(nlp, text)
    assert [e.type for e in found] == ["conference_presentation"] * 2
    assert [e.roles["conference"][0].text.rpartition("Society of ")[2] for e in found] == [
        "Hematology",
        "Clinical Oncology",
    ]


@pytest.mark.parametrize(
    ("items", "number"),
    [
        (("Merrow initiated a Phase 3 trial of MRW-101.", "Merrow initiated a Phase 3 trial of MRW-102."), 2),
        (("Merrow initiated a Phase 3 trial of MRW-101.", "Merrow initiated a Phase 2 trial of MRW-101."), 2),
        (("Merrow initiated a Phase 3 trial of MRW-101.", "Merrow started the Phase 3 study of MRW-101."), 1),
        (("Merrow initiated a Phase 3 trial of MRW-101.", "Merrow initiated a trial in Japan."), 2),
        (
            (
                "Merrow initiated a Phase 3 trial of MRW-101 on January 5, 2004.",
                "Merrow initiated a Phase 3 trial of MRW-101 on February 5, 2004.",
            ),
            2,
        ),
    ],
    ids=["two drugs", "two phases", "told twice", "nothing shared", "two days"],
)
def test_components_bullets_are_one_happening_only_if_they_agree(
    nlp: Language, items: tuple[str, ...], number: int
) -> None:
    assert Counter(e.type for e in events(nlp, bullets(*items)))["trial_start"] == number


def test_components_aliases_of_a_drug_do_not_part_an_event(nlp: Language) -> None:
    text = bullets(
        "Merrow initiated a Phase 3 trial of REVENTRA(TM) (tesporidine).",
        "Merrow started a Phase 3 trial of tesporidine.",
    )
    assert Counter(e.type for e in events(nlp, text))["trial_start"] == 1


def test_components_a_refusal_is_not_merged_with_what_happened(nlp: Language) -> None:
    text = bullets("The FDA approved MRW-101.", "The FDA has not approved MRW-101.")
    assert [e.status for e in events(nlp, text) if e.type == "approval"] == ["occurred", "not_occurred"]


def test_components_results_are_reported_once(nlp: Language) -> None:
    text = f"""\
Merrow Bio Reports Fourth Quarter 2003 Results

{LEAD}today reported results for the fourth quarter ended December 31, 2003.

Merrow reported a net loss of $3 million for the quarter.
"""
    assert Counter(e.type for e in events(nlp, text))["results_reported"] == 1


@pytest.mark.parametrize(
    ("done", "planned", "leaf"),
    [
        ("submitted an NDA for MRW-101", "expects to submit an NDA for MRW-101 in June 2004", "application_submission"),
        ("has started a trial", "plans to start a trial in the second half of 2004", "trial_start"),
        ("filed an IND", "will file an IND on May 5, 2004", "ind_submission"),
        ("presented data at ASCO", "will present data at ASCO in June 2004", "conference_presentation"),
        ("opened a new facility", "expects to complete its facility in 2004", "organisation_change"),
        ("launched MRW-101", "plans to launch MRW-101 in the fourth quarter of 2004", "launch"),
    ],
)
def test_components_what_has_happened_takes_no_time_from_a_plan(
    nlp: Language, done: str, planned: str, leaf: str
) -> None:
    text = f"{LEAD}says that all is well.\n\nMerrow {done}.\n\nMerrow {planned}.\n"
    found = [e for e in events(nlp, text) if e.type == leaf]
    assert [e.status for e in found] == ["occurred", "planned"]
    assert found[0].time is None
    assert found[1].time is not None


def test_components_a_closing_to_come_is_a_step_of_the_deal_without_its_day(nlp: Language) -> None:
    text = (
        f"{LEAD}says that all is well.\n\nMerrow has signed a private placement of $18 million.\n\n"
        "Merrow expects to close the private placement on March 12, 2004.\n"
    )
    (deal,) = [e for e in events(nlp, text) if e.type == "private_placement"]
    assert (deal.status, deal.time, len(deal.evidence)) == ("occurred", None, 2)


def test_components_an_approvable_letter_names_what_it_asks_for(nlp: Language) -> None:
    text = bullets(
        "Merrow received an approvable letter from the FDA for MRW-101.  Before the NDA may be approved, it will be "
        "necessary for the Company to complete a pharmacokinetic study.",
    )
    letter = next(e for e in events(nlp, text) if e.type == "approvable_letter")
    assert [s.text for s in letter.roles["conditions"]] == ["complete a pharmacokinetic study"]
    assert len(letter.evidence) == 2
