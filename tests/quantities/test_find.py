"""What is found in a text, by the cases of the folder `cases`."""

from datetime import date
from itertools import zip_longest
from typing import Any

import pytest
from case_files import CASES, context_of, described, shape

from topline.quantities import Interval, ReleaseContext, find_dates, find_quantities


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_quantities_finds_exactly_what_the_case_expects(case: dict[str, Any]) -> None:
    found = find_quantities(case["text"], context_of(case))
    pairs = list(zip_longest(found, case["expect"]))
    assert [described(q, case["text"], e) for q, e in pairs if q is not None] == case["expect"]


def test_quantities_cases_are_many_and_of_many_shapes() -> None:
    assert len(CASES) >= 990
    assert len({shape(e["span"]) for c in CASES for e in c["expect"]}) >= 655
    assert sum(not c["expect"] for c in CASES) >= 178


def test_quantities_no_case_stands_twice() -> None:
    told = [(c["text"], c["released_on"], str(c["period"])) for c in CASES]
    assert [t for t in told if told.count(t) > 1] == []


def test_quantities_tells_the_modifier_before_a_mention() -> None:
    context = ReleaseContext(date(2006, 8, 9), Interval(date(2006, 4, 1), date(2006, 6, 30)))
    text = "As of June 30, 2006 up to $5 million is due by July 1, 2007, on or before the 4th of July, 2007."
    assert [q.modifier for q in find_quantities(text, context)] == ["as of", "up to", "by", "on or before"]


def test_quantities_opens_a_capped_amount_below() -> None:
    (found,) = find_quantities("worth up to $60 million", ReleaseContext())
    assert (found.low, str(found.high)) == (None, "60000000")


def test_quantities_reads_fiscal_quarters_against_the_fiscal_year_end() -> None:
    context = ReleaseContext(date(2006, 8, 9), None, (6, 30))
    found = find_quantities("the first quarter of fiscal 2007 and the first quarter of calendar 2007", context)
    assert [q.interval for q in found] == [
        Interval(date(2006, 7, 1), date(2006, 9, 30)),
        Interval(date(2007, 1, 1), date(2007, 3, 31)),
    ]


def test_quantities_gives_each_of_two_periods_named_apart() -> None:
    text = (
        "Costs were $1 million for the third quarter of 2006 and $3 million for the first nine months of 2006, up from "
        "$2 million and $5 million in the corresponding periods of 2005. The corresponding quarter of 2004 was worse."
    )
    found = [q for q in find_quantities(text, ReleaseContext(date(2006, 11, 2))) if q.rule == "same"]
    third, nine = Interval(date(2005, 7, 1), date(2005, 9, 30)), Interval(date(2005, 1, 1), date(2005, 9, 30))
    assert [q.also for q in found] == [(third, nine), ()]


@pytest.mark.parametrize(
    "year", ["full year 2022", "full-year 2022", "fiscal year 2022", "year ended December 31, 2022"]
)
def test_quantities_gives_the_quarter_and_the_year_that_end_together(year: str) -> None:
    text = (
        f"Costs were $7 million for the fourth quarter of 2022 and $30 million for the {year}, compared to $6 million "
        "and $25 million for the same periods in 2021, respectively."
    )
    context = ReleaseContext(date(2023, 3, 2), Interval(date(2022, 10, 1), date(2022, 12, 31)))
    (same,) = [q for q in find_quantities(text, context) if q.rule == "same"]
    assert same.also == (
        Interval(date(2021, 10, 1), date(2021, 12, 31)),
        Interval(date(2021, 1, 1), date(2021, 12, 31)),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Grants of $5 and $4 million",
        "a loss of $1.20 to $1.10 per share",
        "a loss of $(0.05) to $(0.03) per share",
        "a cost of $12 million to $14",
        "between $5 and $4 million",
        "a drop from 17 to 15 cents",
        "a price of $5.00-$4.50",
    ],
)
def test_quantities_no_range_falls(text: str) -> None:
    found = find_quantities(text, ReleaseContext())
    assert found
    assert all(q.low is not None and q.high is not None and q.low <= q.high for q in found)


def test_quantities_reads_a_range_of_losses_as_one_of_losses() -> None:
    (found,) = find_quantities("Net loss of ($0.05) to ($0.03) per share is expected.", ReleaseContext())
    assert (str(found.low), str(found.high), found.figure.sign) == ("0.03", "0.05", -1)


def test_quantities_gives_each_of_two_comparable_periods() -> None:
    text = "the three and six months ended June 30, 2006 and the comparable periods in 2005"
    found = find_quantities(text, ReleaseContext(date(2006, 8, 9)))
    assert found[-1].also == (
        Interval(date(2005, 4, 1), date(2005, 6, 30)),
        Interval(date(2005, 1, 1), date(2005, 6, 30)),
    )


def test_quantities_finds_only_printed_dates_without_a_context() -> None:
    text = "DENVER, Aug. 9 -- Acme today told of its call on August 10, 2006 at 9:00 a.m. EDT (-0- 08/09/2006)"
    assert [q.value for q in find_dates(text)] == ["2006-08-10T09:00:00-04:00", "2006-08-09"]


@pytest.mark.slow
def test_quantities_reads_a_compound_unit_that_the_vocabulary_does_not_name() -> None:
    (found,) = find_quantities("a dose of 10 mg/kg/day", ReleaseContext())
    assert found.value == {"amount": "10", "unit": "milligram per kilogram per day"}
