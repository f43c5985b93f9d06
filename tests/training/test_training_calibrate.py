"""Thresholds and curves, settled on gold."""

import shutil
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from tiny_model import tiny_gold

from topline.components.learned.confirm import Calibration, Settings
from topline.training.calibrate import _PLAIN, _curve, calibrate, write_settings


@pytest.fixture(scope="module")
def learned(model: Path) -> Language:
    return spacy.load(model)


def test_training_calibrate_settles_on_the_best_of_the_grid(learned: Language) -> None:
    before = learned.get_pipe("confirm").settings
    settled = calibrate(learned, tiny_gold())
    # a network that means nothing scores no type high: the rules' triggers stand alone
    assert settled.precision > settled.recall > 0.3
    assert (settled.settings.rule_calibration, settled.settings.model_calibration) == (_PLAIN, _PLAIN)
    assert settled.f1 == pytest.approx(2 * settled.precision * settled.recall / (settled.precision + settled.recall))
    assert learned.get_pipe("confirm").settings == before


def test_training_calibrate_curve_gives_back_the_shares_that_were_right() -> None:
    chance = np.random.default_rng(3)
    scores = chance.uniform(0.05, 0.95, size=4000)
    right = chance.uniform(size=4000) < scores / 2  # half as often as the score says
    curve = _curve(list(zip(scores.tolist(), right.tolist(), strict=True)))
    low, high = scores < 0.4, scores > 0.6
    assert np.mean([curve(s) for s in scores[low]]) == pytest.approx(right[low].mean(), abs=0.04)
    assert np.mean([curve(s) for s in scores[high]]) == pytest.approx(right[high].mean(), abs=0.04)


def test_training_calibrate_few_outcomes_leave_the_score_as_it_is() -> None:
    assert _curve([(0.5, True)] * 29) == Calibration(1.0, 0.0)


def test_training_calibrate_settings_are_what_the_pipeline_reads_back(model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pipeline"
    shutil.copytree(model, folder)
    settings = Settings(0.1, 0.7, Calibration(1.5, -0.2), Calibration(0.8, 0.4))
    write_settings(folder, settings)
    assert spacy.load(folder).get_pipe("confirm").settings == settings
