"""Printed quarters that the year less the nine months does not bear out."""

import pytest
from written_releases import record, table

from topline.exports import compared, unborne
from topline.records import ReleaseRecord

QUARTER, YEAR = "Three Months Ended|December 31, 2003", "Year Ended|December 31, 2003"
NINE = "Nine Months Ended|September 30, 2003"


def found(*records: ReleaseRecord) -> list[tuple[str, int, int, str, str]]:
    return [
        (f.printed.cell, int(f.printed.value), int(f.rest.value), f.plus.cell, f.minus.cell)
        for f in unborne(compared(records))
    ]


def releases(quarter: int, *, day: str = "2004-02-12", label: str = "Revenues") -> tuple[ReleaseRecord, ReleaseRecord]:
    year = table([QUARTER, YEAR], [(label, [quarter, 4300])])
    nine = table([NINE], [(label, [3100])])
    return record("annual.txt", year, released_on=day), record("q3.txt", nine, released_on="2003-10-30")


@pytest.mark.parametrize(
    ("quarter", "told"),
    [
        (1200, []),
        (1202, []),
        (1400, [("annual.txt#s1.r1.c1", 1400000, 1200000, "annual.txt#s1.r1.c2", "q3.txt#s1.r1.c1")]),
    ],
)
def test_exports_unborne_more_than_rounding_off(quarter: int, told: list[tuple[str, int, int, str, str]]) -> None:
    assert found(*releases(quarter)) == told


def test_exports_unborne_never_of_figures_stated_a_year_apart() -> None:
    assert found(*releases(1400, day="2005-02-12")) == []


def test_exports_unborne_within_one_release() -> None:
    text = table([QUARTER, NINE, YEAR], [("Revenues", [1400, 3100, 4300])])
    assert [each[:3] for each in found(record("a.txt", text, released_on="2004-02-12"))] == [
        ("a.txt#s1.r1.c1", 1400000, 1200000)
    ]
