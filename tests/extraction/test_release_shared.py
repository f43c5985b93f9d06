"""Company, ticker, release date and period of real releases, wherever the text gives them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from zone_gold import Gold, read_gold

from topline.components.release import read_facts
from topline.quantities import Interval

GOLD = read_gold()


def told(period: Interval | None) -> dict[str, str] | None:
    return None if period is None else {"start": period.start.isoformat(), "end": period.end.isoformat()}


@pytest.mark.shared
@pytest.mark.parametrize("gold", GOLD, ids=[gold.name[:40] for gold in GOLD])
def test_extraction_facts_of_real_releases(gold: Gold, shared: Callable[[str], Path]) -> None:
    shared(f"corpus/{gold.file}")
    facts = read_facts(gold.read())
    assert {
        "company": facts.company,
        "ticker": facts.ticker,
        "exchange": facts.exchange,
        "released_on": facts.released_on.isoformat() if facts.released_on else None,
        "period": told(facts.period),
    } == gold.facts
