"""How well zones are found in real releases."""

from collections.abc import Callable
from pathlib import Path

import pytest
from zone_gold import Score, compare, read_gold


@pytest.mark.shared
def test_readers_zones_of_real_releases(shared: Callable[[str], Path]) -> None:
    shared("corpus")
    score = Score()
    gold = read_gold()
    for item in gold:
        list(compare(item, item.read(), score))
    assert len(gold) >= 16
    assert sum(item.file.startswith("raw/") for item in gold) >= 10
    assert score.f1() >= 0.95
    assert score.f1("bullet") >= 0.97
