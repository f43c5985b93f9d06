"""Intervals of measures and of differences, by drawing documents."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topline.evaluation.bootstrap import bounds_of_difference, bounds_of_measures
from topline.evaluation.measures import headline

GOOD, BAD = {"tp": 4, "status": 4}, {"tp": 1, "fp": 3, "fn": 3, "status": 1}
_COUNTS = ("tp", "fp", "fn", "am_tp", "am_fp", "am_fn")
documents = st.lists(st.fixed_dictionaries({name: st.integers(0, 9) for name in _COUNTS}), min_size=2, max_size=8)


def test_evaluation_bounds_are_the_same_for_the_same_seed() -> None:
    mixed = [GOOD, BAD, GOOD, BAD, BAD]
    assert bounds_of_measures(mixed, seed=1) == bounds_of_measures(mixed, seed=1)
    assert bounds_of_measures(mixed, samples=50, seed=1) != bounds_of_measures(mixed, samples=50, seed=2)


def test_evaluation_bounds_of_equal_documents_are_their_measure() -> None:
    bounds = bounds_of_measures([BAD] * 6, samples=20)
    assert (bounds["events.p"].low, bounds["events.p"].high) == (0.25, 0.25)
    assert (bounds["status_accuracy"].low, bounds["status_accuracy"].high) == (1.0, 1.0)


def test_evaluation_bounds_lie_around_the_measure() -> None:
    """Ten documents of F1 1 and ten of F1 .25: .625 together."""
    bounds = bounds_of_measures([GOOD, BAD] * 10)["events.f1"]
    assert headline({"tp": 50, "fp": 30, "fn": 30})["events.f1"] == 0.625
    assert 0.40 < bounds.low < 0.55
    assert 0.70 < bounds.high < 0.85


def test_evaluation_one_document_has_no_bounds() -> None:
    assert bounds_of_measures([GOOD]) == {}
    assert bounds_of_measures([]) == {}


def test_evaluation_draws_without_a_count_say_nothing_of_its_measure() -> None:
    """Where no date is drawn there is no F1 of dates; it is not 0."""
    bounds = bounds_of_measures([{"tp": 1, "date_ok": 1}, {"tp": 1}], samples=100)
    assert (bounds["date.f1"].low, bounds["date.f1"].high) == (1.0, 1.0)
    assert "names.f1" not in bounds


def test_evaluation_bounds_of_a_difference_draw_the_same_documents() -> None:
    """Each document is better by the same: drawn apart, the bounds would be wide."""
    hard, easy = {"tp": 2, "fn": 8}, {"tp": 8, "fn": 2}
    before = [hard, easy] * 5
    after = [{"tp": d["tp"] + 1, "fn": d["fn"] - 1} for d in before]
    bounds = bounds_of_difference(before, after)["events.r"]
    assert (bounds.low, bounds.high) == (0.1, 0.1)
    assert bounds_of_difference(before, before)["events.r"].high == 0.0


def test_evaluation_bounds_are_quick() -> None:
    many = [{f"{k}{i}": i for i in range(9)} | GOOD | dict.fromkeys(_COUNTS, 1) for k in "ab" for _ in range(35)]
    begun = perf_counter()
    bounds_of_measures(many, samples=1000)
    assert perf_counter() - begun < 5, "1,000 draws of 70 documents take a fraction of a second"


@given(documents)
def test_evaluation_bounds_are_ordered_shares(counts: list[dict[str, int]]) -> None:
    for bounds in bounds_of_measures(counts, samples=20).values():
        assert 0 <= bounds.low <= bounds.high <= 1


@given(documents)
def test_evaluation_bounds_of_the_difference_to_oneself_are_nil(counts: list[dict[str, int]]) -> None:
    for bounds in bounds_of_difference(counts, counts, samples=10).values():
        assert (bounds.low, bounds.high) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("counts", "name", "value"),
    [
        ({"tp": 3, "fp": 1, "fn": 2}, "events.p", 0.75),
        ({"tp": 3, "fp": 1, "fn": 2}, "events.r", 0.6),
        ({"date_ok": 1, "date_fp": 1}, "date.f1", 2 / 3),
        ({"tp": 4, "status": 3}, "status_accuracy", 0.75),
        ({"fn": 2}, "events.p", None),
        ({"fn": 2}, "events.f1", 0.0),
        ({}, "events.f1", None),
    ],
)
def test_evaluation_headline_measures(counts: dict[str, int], name: str, value: float | None) -> None:
    assert headline(counts).get(name) == value
