"""From a network's score to the share of triggers like it that are right."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from topline.components.learned.confirm import Calibration


def test_learned_calibration_of_slope_one_leaves_scores() -> None:
    for score in (0.01, 0.3, 0.5, 0.99):
        assert Calibration(1, 0)(score) == pytest.approx(score)


@pytest.mark.parametrize(
    ("slope", "offset", "score", "share"),
    [(2, 0, 0.8, 16 / 17), (0.5, 0, 0.8, 2 / 3), (1, 1, 0.5, 0.731058579), (0, -1, 0.9, 0.268941421)],
)
def test_learned_calibration_is_a_logistic_curve(slope: float, offset: float, score: float, share: float) -> None:
    assert Calibration(slope, offset)(score) == pytest.approx(share)


def test_learned_calibration_of_the_surest_scores_is_finite() -> None:
    assert Calibration(1, 0)(0) == pytest.approx(1e-4)
    assert Calibration(1, 0)(1) == pytest.approx(1 - 1e-4)


@given(st.floats(0.01, 5), st.floats(-5, 5), st.lists(st.floats(0, 1), min_size=2))
def test_learned_calibration_is_monotone(slope: float, offset: float, scores: list[float]) -> None:
    shares = [Calibration(slope, offset)(score) for score in sorted(scores)]
    assert all(one <= other for one, other in pairwise(shares))
    assert all(0 <= share <= 1 for share in shares)
