"""Figures that are not by the accounting rules, those that nothing tells apart, and balances among flows."""

import pytest
from written_releases import record, table

from topline.exports import facts
from topline.records import Fact, ReleaseRecord

LONG = ("Year Ended|December 31", "Nine Months Ended|September 30")
TIME = "Three Months Ended|September 30, 2010|"


def of(text: str) -> tuple[Fact, ...]:
    return facts([record("a.txt", text, released_on="2010-10-28")])


def told(found: tuple[Fact, ...], label: str = "Net income") -> list[tuple[str, str | None, str]]:
    return [(f.basis, f.concept, f.value) for f in found if f.label == label]


@pytest.mark.parametrize(
    ("by_the_rules", "other"),
    [
        ("GAAP", "Non-GAAP"), ("As Reported", "As Adjusted"), ("Actual", "Pro Forma"),
        ("GAAP Results", "Adjusted Results"), ("As reported", "Excluding special items"), ("Reported", "Core"),
        ("GAAP", "Adjusted"), ("As reported", "Before FAS 123R"), ("Actual", "Forecast"),
    ],
)  # fmt: skip
def test_exports_basis_of_a_column_beside_that_by_the_rules(by_the_rules: str, other: str) -> None:
    found = of(table([TIME + by_the_rules, TIME + other], [("Revenues", [22204, 22204]), ("Net income", [802, 2718])]))
    assert told(found) == [("gaap", "us-gaap:NetIncomeLoss", "802000"), ("pro_forma", None, "2718000")]
    assert [f.note for f in found] == [None] * 4


@pytest.mark.parametrize("between", ["Adjustments", "Special Items", "Reconciling items"])
def test_exports_basis_of_what_leads_from_one_to_the_other(between: str) -> None:
    heads = [TIME + head for head in ("GAAP", between, "Non-GAAP")]
    found = of(table(heads, [("Revenues", [22204, 310, 22514]), ("Net income", [802, 1916, 2718])]))
    assert told(found) == [
        ("gaap", "us-gaap:NetIncomeLoss", "802000"),
        ("reconciliation", None, "1916000"),
        ("pro_forma", None, "2718000"),
    ]


@pytest.mark.parametrize(
    ("heads", "basis"),
    [
        (["Three Months Ended|September 30, 2009|As Adjusted", "Three Months Ended|September 30, 2010"], "gaap"),
        ([TIME + "As Adjusted", TIME + "As Previously Reported"], "gaap"),
        ([TIME + "As Adjusted", "Three Months Ended|September 30, 2009|As Adjusted"], "pro_forma"),
    ],
    ids=["a rule adopted since", "beside what was reported before", "all of them"],
)
def test_exports_basis_of_figures_as_adjusted(heads: list[str], basis: str) -> None:
    found = of(table(heads, [("Revenues", [22204, 22100]), ("Net income", [802, 2718])]))
    assert told(found)[0][0] == basis


@pytest.mark.parametrize(
    ("head", "basis"), [("Actual", "gaap"), ("As Previously Reported", "pro_forma"), ("As Restated", "pro_forma")]
)
def test_exports_basis_of_a_column_of_a_pro_forma_statement(head: str, basis: str) -> None:
    heads, title = [TIME + head, "Three Months Ended|June 30, 2010|Pro Forma"], "PRO FORMA STATEMENTS OF OPERATIONS"
    found = told(of(table(heads, [("Revenues", [4000, 3000]), ("Net income", [910, 700])], title=title)))
    assert found == [(basis, None, "910000"), ("pro_forma", None, "700000")]


def test_exports_basis_of_rows_under_a_heading() -> None:
    text = table([TIME], [("Revenues", [22204]), ("Net income", [802])])
    found = of(f"{text}Non-GAAP results:\n{text.splitlines()[-1].replace('802', '950')}\n")
    assert told(found) == [("gaap", "us-gaap:NetIncomeLoss", "802000"), ("pro_forma", None, "950000")]


def test_exports_basis_nothing_is_derived_across_nor_of_adjustments() -> None:
    heads = [f"{time}, 2010|{kind}" for time in LONG for kind in ("GAAP", "Adjustments", "Core")]
    rows = [
        ("Revenues", [4000, 50, 4050, 2750, 30, 2780]),
        ("Research and development", [910, -20, 890, 640, -10, 630]),
    ]
    found = [f for f in of(table(heads, rows)) if f.derived_from]
    assert [(f.basis, f.concept, f.value) for f in found] == [
        ("gaap", "us-gaap:Revenues", "1250000"), ("pro_forma", None, "1270000"),
        ("gaap", "us-gaap:ResearchAndDevelopmentExpense", "270000"), ("pro_forma", None, "260000"),
    ]  # fmt: skip


def test_exports_basis_that_nothing_tells_is_noted_and_nothing_derived() -> None:
    heads = [f"{time}, 2010|{kind}" for time in LONG for kind in ("Street", "Company")]
    found = of(table(heads, [("Revenues", [4000, 4000, 2750, 2750]), ("Net income", [910, 890, 640, 630])]))
    assert [f.concept for f in found] == ["us-gaap:Revenues"] * 4 + ["us-gaap:NetIncomeLoss"] * 4
    assert [f.note for f in found[4:]] == [
        "in another column 890000: a.txt#s1.r2.c2", "in another column 910000: a.txt#s1.r2.c1",
        "in another column 630000: a.txt#s1.r2.c4", "in another column 640000: a.txt#s1.r2.c3",
    ]  # fmt: skip
    assert [f.note for f in found[:4]] == [None] * 4


def test_exports_basis_versions_of_one_figure_are_told_apart_by_their_heads() -> None:
    heads = [TIME + "As Restated", TIME + "As Previously Reported"]
    found = of(table(heads, [("Revenues", [4000, 4100]), ("Net income", [910, 890])]))
    assert [f.note for f in found] == [None] * 4


@pytest.mark.parametrize(
    ("label", "basis"),
    [
        ("Net income, as adjusted for the 2-for-1 stock split", "gaap"),
        ("Net income, adjusted to reflect stock dividends", "gaap"),
        ("Net income, adjusted for amortization", "pro_forma"),
    ],
)
def test_exports_basis_of_what_is_adjusted_for_a_split(label: str, basis: str) -> None:
    found = of(table([TIME], [("Revenues", [4000]), (label, [910])]))
    assert [f.basis for f in found] == ["gaap", basis]


def cash_flows(heads: list[str], first: str, last: str) -> ReleaseRecord:
    rows = [("Net loss", [-5100]), ("Net decrease in cash", [-4700]), (first, [9000]), (last, [4300])]
    return record("a.txt", table(heads, rows, title="STATEMENTS OF CASH FLOWS"), released_on="2005-02-01")


@pytest.mark.parametrize(
    ("head", "first", "days"),
    [
        (
            "Year Ended|December 31, 2004",
            "Cash and cash equivalents at beginning of year",
            ("2003-12-31", "2004-12-31"),
        ),
        ("Nine Months Ended|September 30, 2004", "Cash, beginning of period", ("2003-12-31", "2004-09-30")),
        ("Thirteen Weeks Ended|September 25, 2004", "Beginning cash", ("2004-06-26", "2004-09-25")),
        ("Three Months Ended|September 25, 2004", "Beginning cash", (None, "2004-09-25")),
    ],
)
def test_exports_balances_among_flows_are_of_a_day(head: str, first: str, days: tuple[str | None, str]) -> None:
    found = facts([cash_flows([head], first, "Cash and cash equivalents at end of period")])
    assert [f.instant for f in found] == [None, None, *days]
    assert [f.period is None for f in found] == [False, False, True, True]


def test_exports_balances_of_one_day_under_two_periods_are_compared_across_releases() -> None:
    heads = ["Three Months Ended|September 30, 2004", "Nine Months Ended|September 30, 2004"]
    rows = [("Net loss", [-100, -300]), ("Net decrease in cash", [-90, -280])]
    last = "Cash and cash equivalents at end of period"
    first, second = (
        record(
            f"{day}.txt", table(heads, [*rows, (last, [cash, cash])], title="STATEMENTS OF CASH FLOWS"), released_on=day
        )
        for day, cash in (("2004-10-28", 4300), ("2004-11-28", 4200))
    )
    found = [f for f in facts([first, second]) if f.instant and f.released_on == "2004-10-28"]
    assert [f.note for f in found] == ["later stated as 4200000: 2004-11-28.txt#s1.r3.c2"] * 2
