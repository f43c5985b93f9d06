"""Item, sign and period of amounts, by the cases that stand in figures.json."""

import json
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from topline.quantities import Interval, Quantity, ReleaseContext, find_quantities, quarter_of

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("figures.json").read_text(encoding="utf-8"))
CONTEXT = ReleaseContext(date(2006, 8, 9), Interval(date(2006, 4, 1), date(2006, 6, 30)))


def described(found: Quantity, text: str) -> list[Any]:
    period = found.figure.period
    label = (quarter_of(period) or period.end.isoformat()) if period is not None else None
    return [text[found.start : found.end], found.figure.concept, found.figure.sign, label]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_quantities_reads_what_an_amount_speaks_of(case: dict[str, Any]) -> None:
    found = [q for q in find_quantities(case["text"], CONTEXT) if q.label in ("MONEY", "PER_SHARE")]
    assert [described(q, case["text"]) for q in found] == case["figures"]
    assert [q.figure.basis for q in found] == case.get("bases", [None] * len(found))


def test_quantities_leaves_an_undated_figure_without_period_when_nothing_was_reported() -> None:
    (found,) = find_quantities("The net loss was $3 million.", ReleaseContext(date(2006, 8, 9)))
    assert found.figure.concept == "us-gaap:NetIncomeLoss"
    assert found.figure.period is None


def test_quantities_names_fiscal_years_as_the_release_does() -> None:
    context = ReleaseContext(date(2006, 8, 20), Interval(date(2006, 5, 1), date(2006, 7, 31)), (1, 31), -1)
    (found,) = (q for q in find_quantities("Sales in the second quarter of fiscal 2006 rose.", context))
    assert found.interval == Interval(date(2006, 5, 1), date(2006, 7, 31))


@pytest.mark.parametrize("sign", ["*", "%"])
def test_quantities_reads_a_figure_behind_a_word_of_any_length(sign: str) -> None:
    """It took longer than ten seconds when each letter of the word was tried for its begin."""
    text = f"Its {'x-' * 20_000}{sign} net loss was $5 million."
    begin = process_time()
    (found,) = find_quantities(text, ReleaseContext(released_on=date(2004, 5, 3)))
    assert process_time() - begin < 3
    assert (found.figure.concept, found.figure.sign) == ("us-gaap:NetIncomeLoss", -1)


@pytest.mark.parametrize("told", ["in the prior year", "last year", "in the previous fiscal year"])
def test_quantities_cuts_a_fiscal_year_to_the_months_compared(told: str) -> None:
    """The second quarter of a fiscal year that ends in June lies in the calendar year that the year before ends in."""
    context = ReleaseContext(date(2006, 2, 2), Interval(date(2005, 10, 1), date(2005, 12, 31)), (6, 30))
    text = f"Revenues for the second quarter were $5 million, compared to $4 million {told}."
    found = [q.figure.period for q in find_quantities(text, context) if q.label == "MONEY"]
    assert found == [
        Interval(date(2005, 10, 1), date(2005, 12, 31)),
        Interval(date(2004, 10, 1), date(2004, 12, 31)),
    ]
