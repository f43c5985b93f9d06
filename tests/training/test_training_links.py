"""What belongs to a happening: names of its sentence, names from elsewhere, and more evidence."""

import pytest
from marked import compiled, event, gold, release, troubles

from topline.training.compile import compile_release

SUBMITTED = "{application_submission occurred | submitted an NDA}"


def test_training_links_names_of_the_sentence_fill_the_roles_of_the_type() -> None:
    found = event(
        f"Merrow Bay {SUBMITTED} for [DRUG Reventra] to the [AGENCY FDA] in [LOCATION Japan].",
        "It is advised by [PERSON Ann Orrin] on [DRUG Relova].",
    )
    assert (found.type, found.status, found.trigger) == ("application_submission", "occurred", "submitted an NDA")
    assert found.roles == {"drug": ("Reventra",), "agency": ("FDA",)}
    assert found.evidence == ("Merrow Bay submitted an NDA for Reventra to the FDA in Japan.",)


def test_training_links_names_belong_to_all_happenings_of_their_sentence() -> None:
    events = gold(f"It {SUBMITTED} and {{trial_start ongoing #t | is enrolling}} a study of [DRUG A-101].").events
    assert [e.roles for e in events] == [{"drug": ("A-101",)}] * 2


def test_training_links_own_company_is_no_counterparty() -> None:
    found = event(
        "[COMPANY Merrow Bay] {license occurred | has granted a licence} to [COMPANY Orrin Pharma] of"
        " [COMPANY Merrow’s] [DRUG Reventra]."
    )
    assert found.roles == {"counterparty": ("Orrin Pharma",), "drug": ("Reventra",)}
    told = event("{license occurred #l | A licence} was granted by [COMPANY:counterparty Merrow Bay].")
    assert told.roles == {"counterparty": ("Merrow Bay",)}


@pytest.mark.parametrize(
    "alias",
    [" ([DRUG MB-417])", "(R) ([DRUG MB-417])", ' (the "[DRUG MB-417]")', "™ ([DRUG MB-417])", ", ([DRUG MB-417])"],
)
def test_training_links_bracketed_alias_fills_nothing(alias: str) -> None:
    assert event(f"It {SUBMITTED} for [DRUG tesporidine]{alias}.").roles == {"drug": ("tesporidine",)}


def test_training_links_name_in_a_bracket_is_no_alias_of_another_kind() -> None:
    found = event(f"It {SUBMITTED} for [DRUG tesporidine] ([INDICATION gout]).")
    assert found.roles == {"drug": ("tesporidine",), "indication": ("gout",)}


def test_training_links_a_role_may_be_none_or_another() -> None:
    found = event(
        f"It {SUBMITTED} for [DRUG Reventra] with [DRUG:- Zanvor], funded by [AGENCY:counterparty BARDA], after a"
        " [:meeting_kind pre-NDA meeting] that had [:conditions two conditions] and a vote of [:votes 7 to 4]."
    )
    assert found.roles == {
        "drug": ("Reventra",), "counterparty": ("BARDA",), "meeting_kind": ("pre-NDA meeting",),
        "conditions": ("two conditions",), "votes": ("7 to 4",),
    }  # fmt: skip


def test_training_links_same_form_counts_once() -> None:
    assert event(f"[DRUG RELOVA]: it {SUBMITTED} for [DRUG Relova].").roles == {"drug": ("RELOVA",)}


def test_training_links_named_happening_takes_only_its_own() -> None:
    a, b = gold(
        "It {application_submission occurred #a | filed} for [DRUG@a MB-1] and"
        " {trial_start ongoing #b | is enrolling} for [DRUG@b MB-2] against [INDICATION@a,b gout]."
    ).events
    assert a.roles == {"drug": ("MB-1",), "indication": ("gout",)}
    assert b.roles == {"drug": ("MB-2",), "indication": ("gout",)}


def test_training_links_name_from_another_sentence_adds_evidence() -> None:
    found = event(
        "It {application_submission occurred #a | filed} for [DRUG MB-1].", "The [AGENCY@a FDA] has its papers."
    )
    assert found.roles == {"drug": ("MB-1",), "agency": ("FDA",)}
    assert found.evidence == ("It filed for MB-1.", "The FDA has its papers.")


@pytest.mark.parametrize(
    "second", ["[INDICATION gout] is for the [AGENCY@a FDA].", "The [AGENCY@a FDA] knows [INDICATION gout]."]
)
def test_training_links_name_from_another_sentence_brings_no_other_along(second: str) -> None:
    found = event("It {application_submission occurred #a | filed} for [DRUG MB-1].", second)
    assert found.roles == {"drug": ("MB-1",), "agency": ("FDA",)}


def test_training_links_retelling_fills_only_what_the_first_telling_leaves_empty() -> None:
    found = event(
        "# {application_submission occurred #a | Filing} for [DRUG MB-1]",
        "It {#a | has filed} for [DRUG MB-1X] and [INDICATION gout] and [INDICATION lupus].",
        "It {#a | has filed} with the [AGENCY FDA] for [INDICATION asthma].",
    )
    assert found.roles["drug"] == ("MB-1",)
    assert found.roles["agency"] == ("FDA",)
    assert found.roles["indication"] == ("gout", "lupus", "asthma")
    assert len(found.evidence) == 3


def test_training_links_first_telling_wins_over_a_retelling_before_it() -> None:
    found = event(
        "# {#a | Filing} for [DRUG MB-1X]", "It {application_submission occurred #a | has filed} for [DRUG MB-1]."
    )
    assert found.roles == {"drug": ("MB-1",)}
    assert found.evidence == ("It has filed for MB-1.", "Filing for MB-1X")


def test_training_links_previous_date_is_a_role() -> None:
    found = event(
        "The [AGENCY FDA] {goal_date_change occurred | extended the date} from [DATE:previous_date June 4, 2004] to"
        " [DATE:when September 4, 2004]."
    )
    assert found.roles == {"agency": ("FDA",), "previous_date": ("June 4, 2004",)}
    assert found.date is not None
    assert (found.date.start, found.date.end) == ("2004-09-04", "2004-09-04")


def test_training_links_values_without_role_belong_to_nothing() -> None:
    found = event(f"It {SUBMITTED} on [DATE June 4, 2004] for [MONEY $12.5 million] and [MONEY:- $1.5 million].")
    assert (found.date, found.amounts, found.roles) == (None, (), {})


def test_training_links_wrong_references_are_named() -> None:
    assert troubles("It {#a | has filed}.") == ["#a names no happening"]
    assert troubles(f"It {SUBMITTED} for [DRUG@b MB-1].") == ["@b names no happening"]
    assert troubles("A vote of [:votes 7 to 4].") == ["a role without a happening in its sentence"]
    twice = "It {approval occurred #a | has approval}. It {launch planned #a | will launch}."
    assert troubles(twice) == ["#a names two happenings"]


def test_training_links_wrong_mark_does_not_stop_the_others() -> None:
    found = compiled("[DRGU Relova] {approval | came}. It {launch planned | will launch} [DRUG Reventra].")
    assert [e.roles for e in found.gold.events] == [{"drug": ("Reventra",)}]
    assert len(found.troubles) == 2


def test_training_links_gold_has_the_header_names_and_lookalikes() -> None:
    found = gold("[DRUG Reventra] {!approval !launch | may one day reach patients}.", period="2004-01-01/2004-03-31")
    assert (found.doc, found.released_on, found.company) == (
        "merrow.txt",
        "2004-05-04",
        "Merrow Bay Therapeutics, Inc.",
    )
    assert found.period == {"start": "2004-01-01", "end": "2004-03-31"}
    assert found.names is not None
    assert [(n.label, found.text[n.start : n.end]) for n in found.names] == [("DRUG", "Reventra")]
    assert [(a.types, found.text[a.start : a.end]) for a in found.lookalikes] == [
        (("approval", "launch"), "may one day reach patients")
    ]


def test_training_links_sentences_are_those_of_each_block() -> None:
    found = compile_release(release("# Head of it", "* One item. Two items.", "| a 1\n| b 2", "The end."))
    texts = [found.gold.text[s:e] for s, e in found.sentences]
    assert texts[:3] == ["Head of it", "One item.", "Two items."]
    assert texts[-1] == "The end."
