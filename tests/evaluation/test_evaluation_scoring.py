"""What is counted of events that were found, and of names."""

from typing import Any

import pytest
from scored_releases import ABOUT, ALL, MEETING, PLACED, PLACEMENT, SENT, SUBMISSION, TEXT, gold, place, record, told

from topline.evaluation.measures import measures
from topline.evaluation.scoring import tally, total
from topline.evaluation.views import plain_form


def counts(found: dict[str, Any], known: dict[str, Any], *names: str) -> tuple[int, ...]:
    counted = tally(record(found), gold(known)).counts
    assert counted["tp"] == 1
    return tuple(counted[name] for name in names)


def test_evaluation_of_gold_against_itself_is_all_right() -> None:
    known = gold(*ALL)
    measured = measures(tally(record(*ALL), known))
    assert measured.documents == 1
    assert (measured.events.f1, measured.events.tp, measured.events.duplicates) == (1.0, 3, 0)
    assert (measured.events_any_type.f1, measured.status_accuracy) == (1.0, 1.0)
    assert (measured.date.tp, measured.amounts.tp, measured.roles.tp) == (1, 1, 5)
    assert (measured.date.f1, measured.amounts.f1, measured.roles.f1, measured.amounts.role_right) == (1, 1, 1, 1)
    assert measured.names is None


def test_evaluation_counts_by_type_and_what_was_taken_for_what() -> None:
    wrong = told("launch", "submitted an NDA", SENT)
    counted = tally(record(wrong, PLACEMENT), gold(*ALL))
    measured = measures(counted)
    assert (measured.events.tp, measured.events.fp, measured.events.fn) == (1, 1, 2)
    assert (measured.events.p, measured.events.r, measured.events.f1) == (0.5, 0.3333, 0.4)
    assert (measured.events_any_type.tp, measured.events_any_type.fp, measured.events_any_type.fn) == (2, 0, 1)
    assert dict(counted.confusion) == {("application_submission", "launch"): 1}
    assert {t: (p.tp, p.fp, p.fn) for t, p in measured.by_type.items()} == {
        "application_submission": (0, 0, 1),
        "conference_presentation": (0, 0, 1),
        "launch": (0, 1, 0),
        "private_placement": (1, 0, 0),
    }


def test_evaluation_tells_what_became_of_each_event() -> None:
    wrong = told("launch", "submitted an NDA", SENT)
    outcomes = tally(record(wrong, PLACEMENT), gold(SUBMISSION, PLACEMENT)).outcomes
    assert [(o.kind, o.type, (o.start, o.end), o.words) for o in outcomes] == [
        ("found", "private_placement", place("completed a private placement"), PLACED),
        ("extra", "launch", place("submitted an NDA"), SENT[:90]),
        ("missed", "application_submission", place("submitted an NDA"), SENT[:90]),
    ]


def test_evaluation_without_a_record_misses_everything() -> None:
    counted = tally(None, gold(*ALL)).counts
    assert (counted["tp"], counted["fp"], counted["fn"], counted["am_fn"]) == (0, 0, 3, 1)


def test_evaluation_counts_a_record_of_one_event_twice_as_duplicate() -> None:
    counted = tally(record(SUBMISSION, SUBMISSION), gold(SUBMISSION)).counts
    assert (counted["tp"], counted["fp"], counted["dup"]) == (1, 1, 1)


def test_evaluation_counts_status_and_polarity_of_events_found() -> None:
    known = told("approval", "submitted an NDA", SENT, polarity="positive")
    assert counts(known, known, "status", "pol", "pol_ok") == (1, 1, 1)
    other = known | {"status": "planned", "polarity": "mixed"}
    assert counts(other, known, "status", "pol", "pol_ok") == (0, 1, 0)
    assert counts(known, known | {"polarity": None}, "pol", "pol_ok") == (0, 0)


JUNE = {"start": "2004-06-01", "end": "2004-06-30", "basis": "stated"}


@pytest.mark.parametrize(
    ("found", "known", "expected"),
    [
        (JUNE, JUNE, (1, 0, 0)),
        (JUNE | {"basis": "period"}, JUNE, (1, 0, 0)),
        (JUNE | {"end": "2004-06-29"}, JUNE, (0, 1, 1)),
        (None, JUNE, (0, 0, 1)),
        (JUNE, None, (0, 1, 0)),
        (None, None, (0, 0, 0)),
    ],
)
def test_evaluation_counts_dates_by_both_ends(
    found: dict[str, str] | None, known: dict[str, str] | None, expected: tuple[int, ...]
) -> None:
    assert (
        counts(SUBMISSION | {"date": found}, SUBMISSION | {"date": known}, "date_ok", "date_fp", "date_fn") == expected
    )


def money(role: str = "gross", currency: str | None = "USD", **values: str) -> dict[str, Any]:
    return {"role": role, "currency": currency, **values}


@pytest.mark.parametrize(
    ("found", "known", "expected"),
    [
        ([money(value="12500000")], [money(value=12500000)], (1, 0, 0, 1)),
        ([money(value="12500000.00")], [money(value="12500000")], (1, 0, 0, 1)),
        ([money(value="-12500000")], [money(value=12500000)], (1, 0, 0, 1)),
        ([money("net", value="12500000")], [money(value=12500000)], (1, 0, 0, 0)),
        ([money(currency="EUR", value="12500000")], [money(value=12500000)], (0, 1, 1, 0)),
        ([money(low="10", high="12")], [money(low=10, high=12)], (2, 0, 0, 2)),
        ([money(high="12")], [money(low=10, high=12)], (1, 0, 1, 1)),
        ([money(value="12")], [money(high=12)], (1, 0, 0, 1)),
        ([money(value="5"), money(value="5")], [money(value=5)], (1, 1, 0, 1)),
        ([money(currency=None, value="5.1")], [money(currency=None, value=5.1)], (1, 0, 0, 1)),
        ([], [money(value=5)], (0, 0, 1, 0)),
    ],
)
def test_evaluation_counts_amounts_by_number_and_currency(
    found: list[dict[str, Any]], known: list[dict[str, Any]], expected: tuple[int, ...]
) -> None:
    names = ("am_tp", "am_fp", "am_fn", "am_role")
    assert counts(PLACEMENT | {"amounts": found}, PLACEMENT | {"amounts": known}, *names) == expected


@pytest.mark.parametrize(
    ("found", "known", "expected"),
    [
        ({"drug": ["TB-101"]}, {"drug": ["tb 101"]}, (1, 0, 0)),
        ({"agency": ["FDA"]}, {"agency": ["the United States Food and Drug Administration"]}, (1, 0, 0)),
        ({"agency": ["U.S. FDA"]}, {"agency": ["FDA"]}, (1, 0, 0)),
        ({"agency": ["EMA"]}, {"agency": ["FDA"]}, (0, 1, 1)),
        ({"counterparty": ["Orrin"]}, {"counterparty": ["Orrin Capital Partners"]}, (1, 0, 0)),
        ({"counterparty": ["Orr"]}, {"counterparty": ["Orr Capital"]}, (0, 1, 1)),
        ({"counterparty": ["rrin Cap"]}, {"counterparty": ["Orrin Capital"]}, (0, 1, 1)),
        ({"indication": ["Orrin Capital"]}, {"counterparty": ["Orrin Capital"]}, (0, 1, 1)),
        ({"drug": ["TB-101", "TB 101"]}, {"drug": ["TB-101"]}, (1, 0, 0)),
        ({"person": ["Ada Orrin"]}, {"step": ["closed"]}, (0, 0, 0)),
        ({}, {"drug": ["TB-101"], "phase": ["Phase 2"]}, (0, 0, 2)),
    ],
)
def test_evaluation_counts_fillers_by_words_that_the_other_has(
    found: dict[str, list[str]], known: dict[str, list[str]], expected: tuple[int, ...]
) -> None:
    assert counts(SUBMISSION | {"roles": found}, SUBMISSION | {"roles": known}, "ro_tp", "ro_fp", "ro_fn") == expected


@pytest.mark.parametrize(
    ("words", "form"),
    [("U.S. FDA", "fda"), ("US Food and Drug Administration (FDA)", "fda"), ("TB-101(TM)", "tb 101 tm"), ("--", "")],
)
def test_evaluation_plain_forms(words: str, form: str) -> None:
    assert plain_form(words) == form


def test_evaluation_counts_names_by_place_and_label() -> None:
    start, end = place("TB-101")
    at, to = place("Orrin Capital")
    names = [{"label": "DRUG", "start": start, "end": end}, {"label": "COMPANY", "start": at, "end": to}]
    found = record(names=[("DRUG", "TB-101"), ("PERSON", "Orrin Capital"), ("MONEY", "$12.5 million")])
    counted = tally(found, gold(names=names))
    measured = measures(counted)
    assert measured.names is not None
    assert measured.names_by_label is not None
    assert (measured.names.tp, measured.names.fp, measured.names.fn) == (1, 1, 1)
    assert {k: (p.tp, p.fp, p.fn) for k, p in measured.names_by_label.items()} == {
        "COMPANY": (0, 0, 1),
        "DRUG": (1, 0, 0),
        "PERSON": (0, 1, 0),
    }
    assert (counted.counts["na_tp"], counted.counts["na_fp"], counted.counts["na_fn"]) == (1, 1, 1)


def test_evaluation_counts_no_names_where_gold_has_none() -> None:
    assert tally(record(names=[("DRUG", "TB-101")]), gold()).names == {}


def test_evaluation_counts_events_in_boilerplate_and_on_lookalikes() -> None:
    old = told("private_placement", "placement in 1999", ABOUT)
    assert tally(record(old, PLACEMENT, silent=[ABOUT]), gold(PLACEMENT)).counts["boilerplate"] == 1
    start, end = place("presented data", TEXT)
    alike = [{"types": ["results"], "start": start, "end": end}]
    tempted = [told("results", "presented data", MEETING), told("publication", "presented data", MEETING)]
    assert tally(record(*tempted), gold(lookalikes=alike)).counts["boilerplate"] == 1


def test_evaluation_counts_add_up_over_releases() -> None:
    wrong = told("launch", "submitted an NDA", SENT)
    both = total([tally(record(wrong), gold(SUBMISSION)), tally(record(PLACEMENT), gold(PLACEMENT))])
    assert (both.counts["documents"], both.counts["tp"], both.counts["fp"], both.counts["fn"]) == (2, 1, 1, 1)
    assert dict(both.confusion) == {("application_submission", "launch"): 1}
    assert [o.kind for o in both.outcomes] == ["extra", "missed", "found"]
