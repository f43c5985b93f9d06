"""Arithmetic on periods, and the small functions that other rooms use."""

from datetime import date

import pytest

from topline.quantities import Interval, parse_partial_date, quarter_of
from topline.quantities.spans import month_later, months_ending, shift, weeks_ending


@pytest.mark.parametrize(
    ("start", "end", "label"),
    [
        (date(2003, 10, 1), date(2003, 12, 31), "2003-Q4"),
        (date(2004, 1, 1), date(2004, 6, 30), "2004-H1"),
        (date(2004, 7, 1), date(2004, 12, 31), "2004-H2"),
        (date(2004, 1, 1), date(2004, 9, 30), "2004-9M"),
        (date(2003, 1, 1), date(2003, 12, 31), "2003"),
        (date(2004, 6, 1), date(2004, 6, 30), "2004-06"),
        (date(2006, 4, 2), date(2006, 7, 1), "2006-Q2"),
        (date(2004, 6, 3), date(2004, 6, 3), None),
        (date(2005, 7, 1), date(2006, 6, 30), None),
    ],
)
def test_quantities_label_of_a_period(start: date, end: date, label: str | None) -> None:
    assert quarter_of(Interval(start, end)) == label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Feb. 12", date(2004, 2, 12)),
        ("12 February", date(2004, 2, 12)),
        ("Thursday, February 12th", date(2004, 2, 12)),
        ("Feb. 12, 2003", date(2003, 2, 12)),
        ("14-Feb-2003", date(2003, 2, 14)),
        ("Feb. 30", None),
        ("may 5", None),
        ("soon", None),
    ],
)
def test_quantities_parses_a_partial_date(text: str, expected: date | None) -> None:
    assert parse_partial_date(text, 2004) == expected


def test_quantities_months_to_a_month_end_are_whole_months() -> None:
    assert months_ending(date(2004, 2, 29), 3) == Interval(date(2003, 12, 1), date(2004, 2, 29))


def test_quantities_months_to_another_day_near_it_are_thirteen_week_quarters() -> None:
    assert months_ending(date(2005, 10, 1), 3) == weeks_ending(date(2005, 10, 1), 13)


def test_quantities_shift_keeps_month_ends() -> None:
    assert shift(Interval(date(2004, 2, 1), date(2004, 2, 29)), -1) == Interval(date(2003, 2, 1), date(2003, 2, 28))


def test_quantities_a_month_later_is_the_same_day_or_the_last() -> None:
    assert month_later(date(2006, 8, 9), 12) == date(2007, 8, 9)
    assert month_later(date(2006, 8, 31), 6) == date(2007, 2, 28)
