"""Stretches of time: which follow from two others, and which are alike."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from topline.statements import Stretch, alike, near
from topline.statements.stretches import differences


def quarter_ends(first: date, lengths: list[int]) -> list[date]:
    ends = [first - timedelta(days=1)]
    for weeks in lengths:
        ends.append(ends[-1] + timedelta(weeks=weeks))
    return ends


@given(st.integers(0, 3000), st.lists(st.integers(12, 14), min_size=4, max_size=4))
def test_statements_stretches_of_fiscal_quarters(offset: int, weeks: list[int]) -> None:
    """From the year to date after each quarter every single quarter follows, at its true days."""
    first = date(1996, 1, 1) + timedelta(days=offset)
    assume(sum(weeks) <= 54)
    ends = quarter_ends(first, weeks)
    to_date = [Stretch(first, end) for end in ends[1:]]
    rests = {rest for _, _, rest in differences(to_date)}
    assert rests >= {Stretch(a + timedelta(days=1), b) for a, b in pairwise(ends[1:])}
    assert all(long.days - short.days == rest.days for long, short, rest in differences(to_date))


def test_statements_stretches_starts_that_were_reckoned_may_be_a_week_off() -> None:
    year, nine = Stretch(date(2003, 1, 4), date(2004, 1, 3)), Stretch(date(2002, 12, 28), date(2003, 9, 27))
    assert [rest for _, _, rest in differences([year, nine])] == [Stretch(date(2003, 9, 28), date(2004, 1, 3))]
    later = Stretch(date(2002, 12, 20), date(2003, 9, 27))
    assert list(differences([year, later])) == []


def test_statements_stretches_never_of_more_than_a_year() -> None:
    since = date(1998, 3, 2)
    assert list(differences([Stretch(since, date(2003, 12, 31)), Stretch(since, date(2003, 9, 30))])) == []


def test_statements_stretches_alike_have_one_head() -> None:
    a, b = Stretch(date(2005, 7, 1), date(2005, 9, 30)), Stretch(date(2005, 7, 2), date(2005, 10, 1))
    c = Stretch(date(2005, 4, 1), date(2005, 9, 30))
    assert alike([b, c, a]) == {a: a, b: a, c: c}
    assert (near(a, b), near(a, c)) == (True, False)
