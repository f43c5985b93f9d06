"""Figures that releases state differently: which is used, and what is said of it."""

import pytest
from written_releases import NINE, NINE_ROWS, YEAR, YEAR_ROWS, across, annual, q3, record, table

from topline.exports import facts
from topline.records import ReleaseRecord


def test_exports_facts_use_the_latest_figures_and_say_what_was_restated() -> None:
    rows = [("Revenues", [4000, 2800]), ("Research and development", [9100, 6400]), ("Net loss", [-5100, -3600])]
    found = facts([q3(), annual(rows, heads=[YEAR, NINE])])
    fourth = [f for f in found if f.derived_from]
    assert [(f.label, f.value, f.cell) for f in fourth] == [
        ("Revenues", "1200000", "d1"), ("Research and development", "2700000", "d2"), ("Net loss", "-1500000", "d3"),
    ]  # fmt: skip
    notes = {(f.source, f.cell): f.note for f in found if f.note}
    assert notes == {
        ("q3.txt", "s1.r1.c1"): "later stated as 2800000: annual.txt#s1.r1.c2",
        ("q3.txt", "s1.r3.c1"): "later stated as -3600000: annual.txt#s1.r3.c2",
        ("annual.txt", "s1.r1.c2"): "earlier stated as 2750000: q3.txt#s1.r1.c1",
        ("annual.txt", "s1.r3.c2"): "earlier stated as -3650000: q3.txt#s1.r3.c1",
    }


def test_exports_facts_restated_between_two_other_releases() -> None:
    """The nine months of 2003 were restated in 2004; the year of 2003 is only in a release that came after that."""
    amended = record(
        "amended.txt", table([NINE], [("Revenues", [2800]), ("Net loss", [-3650])]), released_on="2004-01-20"
    )
    found = across(q3(), amended, annual())
    assert [(f.label, f.value, f.derived_from[1], f.note) for f in found] == [
        (
            "Revenues",
            "1200000",
            "-amended.txt#s1.r1.c1",
            "restated: amended.txt#s1.r1.c1 was 2750000 in q3.txt#s1.r1.c1",
        ),
        ("Research and development", "2700000", "-q3.txt#s1.r2.c1", None),
        ("Net loss", "-1450000", "-amended.txt#s1.r2.c1", None),
    ]


def test_exports_facts_never_of_a_restated_figure_and_one_from_before() -> None:
    """The year was released before the nine months were restated: it may hold the old version of them."""
    amended = record(
        "amended.txt", table([NINE], [("Revenues", [2800]), ("Net loss", [-3650])]), released_on="2004-08-02"
    )
    assert [f.label for f in across(q3(), annual(), amended)] == ["Research and development", "Net loss"]


def test_exports_facts_never_where_a_quarter_within_was_restated_since() -> None:
    second = "Three Months Ended|June 30, 2003"
    before = record("q2.txt", table([second], [("Revenues", [900]), ("Net loss", [-1300])]), released_on="2003-07-30")
    restated = table(
        [second], [("Revenues", [950]), ("Net loss", [-1300])], title="STATEMENTS OF OPERATIONS, AS RESTATED"
    )
    later = record("annual.txt", f"{table([YEAR], YEAR_ROWS)}\n\n{restated}", released_on="2004-02-12")
    assert [f.label for f in across(before, q3(), later)] == ["Research and development", "Net loss"]


def test_exports_facts_of_releases_without_dates_are_not_chosen_from() -> None:
    first = record("first.txt", table([NINE], NINE_ROWS), released_on=None)
    second = record("second.txt", table([NINE], [("Revenues", [2800]), ("Net loss", [-3650])]), released_on=None)
    found = across(first, second, annual())
    assert [(f.label, f.value) for f in found] == [("Research and development", "2700000"), ("Net loss", "-1450000")]


def test_exports_facts_note_a_derived_figure_that_is_printed_otherwise_elsewhere() -> None:
    both = record(
        "q3.txt", table([NINE, "Three Months Ended|September 30, 2003"], [("Revenues", [2750, 950])]),
        released_on="2003-10-30",
    )  # fmt: skip
    half = record("q2.txt", table(["Six Months Ended|June 30, 2003"], [("Revenues", [1750])]), released_on="2003-07-30")
    (derived,) = [f for f in facts([both, half]) if f.derived_from]
    assert (derived.value, derived.note) == ("1800000", "printed as 1750000: q2.txt#s1.r1.c1")


def test_exports_facts_balances_that_were_restated() -> None:
    sheets = []
    for name, cash, other_day, released_on in [
        ("annual.txt", 500, "December 31, 2002", "2004-02-12"), ("q2.txt", 510, "June 30, 2004", "2004-08-03"),
    ]:  # fmt: skip
        rows = [("Cash and cash equivalents", [cash, 900]), ("Total assets", [3000, 4000])]
        text = table(["December 31, 2003", other_day], rows, title="BALANCE SHEETS")
        sheets.append(record(name, text, released_on=released_on))
    notes = [f.note for f in facts(sheets) if f.note]
    assert notes == ["later stated as 510000: q2.txt#s1.r1.c1", "earlier stated as 500000: annual.txt#s1.r1.c1"]


def notes(*records: ReleaseRecord) -> list[tuple[str, str | None, str | None]]:
    return [(f.source, f.cell, f.note) for f in facts(records) if f.note]


def test_exports_facts_of_a_restated_statement_mark_the_original() -> None:
    quarter = "Three Months Ended|September 30, 2003"
    heads, title = [quarter, NINE], "STATEMENTS OF OPERATIONS (RESTATED)"
    first = record("q3.txt", table(heads, [("Revenues", [1000, 3100])]), released_on="2003-10-30")
    second = record("again.txt", table(heads, [("Revenues", [700, 2800])], title=title), released_on="2003-12-20")
    assert notes(first, second, annual()) == [
        ("q3.txt", "s1.r1.c1", "later stated as 700000: again.txt#s1.r1.c1"),
        ("q3.txt", "s1.r1.c2", "later stated as 2800000: again.txt#s1.r1.c2"),
        ("q3.txt", "d1", "of figures that were restated: again.txt#s1.r1.c2"),
        ("again.txt", "s1.r1.c1", "earlier stated as 1000000: q3.txt#s1.r1.c1"),
        ("again.txt", "s1.r1.c2", "earlier stated as 3100000: q3.txt#s1.r1.c2"),
    ]
    assert across(first, second, annual()) == []


@pytest.mark.parametrize("days", [(None, "2003-12-20"), ("2003-10-30", None), ("2003-10-30", "2003-10-30")])
def test_exports_facts_that_no_date_orders_are_said_to_be_stated_otherwise(days: tuple[str | None, str | None]) -> None:
    rows = ([("Revenues", [1000])], [("Revenues", [700])])
    one, two = (
        record(f"{at}.txt", table([NINE], own), released_on=day)
        for at, (own, day) in enumerate(zip(rows, days, strict=True))
    )
    assert notes(one, two) == [
        ("0.txt", "s1.r1.c1", "also stated as 700000: 1.txt#s1.r1.c1"),
        ("1.txt", "s1.r1.c1", "also stated as 1000000: 0.txt#s1.r1.c1"),
    ]
