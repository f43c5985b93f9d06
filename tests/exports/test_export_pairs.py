"""Which figures of two tables are never subtracted: other signs, other things, other companies, other versions."""

import pytest
from written_releases import record, table

from topline.exports import facts
from topline.records import Fact, ReleaseRecord

NINE, YEAR = "Nine Months Ended|September 30, 2003", "Year Ended|December 31, 2003"
Rows = list[tuple[str, list[int]]]


def q3(rows: Rows, **told: str) -> ReleaseRecord:
    return record("q3.txt", table([NINE], rows, **told), released_on="2003-10-30")


def annual(rows: Rows) -> ReleaseRecord:
    return record("annual.txt", table([YEAR], rows), released_on="2004-02-12")


def across(*records: ReleaseRecord) -> list[Fact]:
    return [fact for fact in facts(records) if fact.derived_from and fact.cell is None]


@pytest.mark.parametrize(
    ("nine", "year", "fourth"),
    [
        (("Other (income) expense, net", -300), ("Other income (expense), net", 500), []),
        (("Other income (expense), net", 300), ("Other income (expense), net", 500), ["200000"]),
        (("Other (income) expense, net", -300), ("Other expense (income), net", -500), ["-200000"]),
        (("Income tax (benefit) provision", -100), ("Income tax benefit (provision)", 150), []),
        (("Provision (benefit) for income taxes", 100), ("Income tax provision (benefit)", 150), ["50000"]),
        (("Provision for income taxes", 100), ("Income tax provision (benefit)", 150), ["50000"]),
        (("Provision for income taxes", 100), ("Income tax benefit (provision)", 150), []),
        (("Provision for income taxes", -100), ("Income tax benefit (provision)", -150), ["-50000"]),
        (("Income taxes", 100), ("Income tax benefit (provision)", 150), []),
        (("Interest income", 100), ("Interest expense (income)", 150), []),
    ],
)
def test_exports_pairs_what_stands_outside_the_parentheses_orients_the_sign(
    nine: tuple[str, int], year: tuple[str, int], fourth: list[str]
) -> None:
    found = across(q3([(nine[0], [nine[1]]), ("Revenues", [1])]), annual([(year[0], [year[1]]), ("Revenues", [1])]))
    assert [f.value for f in found if f.label != "Revenues"] == fourth


@pytest.mark.parametrize(
    ("nine", "year", "fourth"),
    [
        ("Research and development, excluding stock-based compensation", "Research and development", []),
        ("Research and development", "Net research and development", []),
        ("Product sales", "Product sales and royalties", []),
        ("Interest and other income, net", "Total other income (expense)", []),
        ("Research and development", "Research and development expenses", ["100000"]),
        ("Revenues", "Total revenues", ["100000"]),
        ("Net loss attributable to common stockholders", "Net loss applicable to common shareholders", ["-100000"]),
        ("Loss from operations", "Operating loss", ["-100000"]),
    ],
)
def test_exports_pairs_rows_of_one_element_are_of_one_thing(nine: str, year: str, fourth: list[str]) -> None:
    other = ("General and administrative", [300])
    found = across(q3([(nine, [300]), other]), annual([(year, [400]), other]))
    assert [f.value for f in found if f.label == year] == fourth


VERSIONS = [("Revenues", 1400, 2000), ("Research and development", 4600, 8000), ("Net loss", -5900, -8000)]


def test_exports_pairs_a_year_and_nine_months_stated_a_year_later_say_so() -> None:
    year = annual([(label, [figure]) for label, _, figure in VERSIONS])
    heads = ["Nine Months Ended|September 30, 2004", NINE]
    later = table(heads, [(label, [figure - 7, figure]) for label, figure, _ in VERSIONS])
    found = across(year, record("q3.txt", later, released_on="2004-10-28"))
    assert [(f.label, f.value) for f in found] == [
        ("Revenues", "600000"), ("Research and development", "3400000"), ("Net loss", "-2100000"),
    ]  # fmt: skip
    assert [f.note for f in found] == [
        f"of two versions: q3.txt#s1.r{row}.c2 was stated a year later and may be reclassified" for row in (1, 2, 3)
    ]
    first = record("first.txt", table([NINE], [(n, [f]) for n, f, _ in VERSIONS]), released_on="2003-10-30")
    again = across(year, record("q3.txt", later, released_on="2004-10-28"), first)
    assert [(f.value, f.note) for f in again] == [("600000", None), ("3400000", None), ("-2100000", None)]


def test_exports_pairs_a_cost_of_the_wrong_sign_tells_that_nothing_follows() -> None:
    """General and administrative cost of 2,700 in nine months and 2,000 in the year: it was reclassified."""
    nine = [("Revenues", [1400]), ("General and administrative", [2700]), ("Net loss", [-5900])]
    year = [("Revenues", [2000]), ("General and administrative", [2000]), ("Net loss", [-8000])]
    assert across(q3(nine), annual(year)) == []
    assert [f.value for f in across(q3([*nine[:1], *nine[2:]]), annual(year))] == ["600000", "-2100000"]


@pytest.mark.parametrize(
    ("owner", "derived"),
    [
        ("NORDVIK DELIVERY LLC", []),
        ("TALLOW BAY, INC. AND SUBSIDIARIES", ["Revenues", "Net loss"]),
        ("TALLOW BAY INC.", ["Revenues", "Net loss"]),
    ],
)
def test_exports_pairs_never_of_the_statement_of_another_company(owner: str, derived: list[str]) -> None:
    own = table(
        [YEAR], [("Revenues", [4000]), ("Net loss", [-5100])], title="TALLOW BAY INC.\nSTATEMENTS OF OPERATIONS"
    )
    other = table([NINE], [("Revenues", [2750]), ("Net loss", [-3650])], title=f"{owner}\nSTATEMENTS OF OPERATIONS")
    both = record("annual.txt", f"{own}\n\n{other}", released_on="2004-02-12")
    assert [f.label for f in facts([both]) if f.derived_from] == derived
    apart = [record(f"{at}.txt", text, released_on="2004-02-12") for at, text in enumerate((own, other))]
    assert len([f for f in facts(apart) if f.derived_from]) in (len(derived), 2)


def test_exports_pairs_never_of_a_breakdown_of_one_cost() -> None:
    rows = [("Research and development", [151]), ("Total stock-based compensation", [377])]
    for title in ("STOCK-BASED COMPENSATION", "STATEMENTS OF OPERATIONS"):
        found = across(q3(rows, title=title), annual([("Research and development", [4000]), ("Revenues", [10])]))
        assert found == []
