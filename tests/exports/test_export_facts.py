"""Records to facts, one release at a time and across the releases of a company."""

import pytest
from written_releases import record, table

import topline
from topline.exports import facts
from topline.records import Fact, Interval, ReleaseRecord

NINE, YEAR = "Nine Months Ended|September 30, 2003", "Year Ended|December 31, 2003"
NINE_ROWS = [("Revenues", [2750]), ("Research and development", [6400]), ("Net loss", [-3650])]
YEAR_ROWS = [("Revenues", [4000]), ("Research and development", [9100]), ("Net loss", [-5100])]


Rows = list[tuple[str, list[int]]]


def q3(rows: Rows = NINE_ROWS, **told: str) -> ReleaseRecord:
    return record("q3.txt", table([NINE], rows), released_on="2003-10-30", **told)


def annual(rows: Rows = YEAR_ROWS, *, heads: list[str] | None = None, **told: str) -> ReleaseRecord:
    return record("annual.txt", table(heads or [YEAR], rows), released_on="2004-02-12", **told)


def across(*records: ReleaseRecord) -> list[Fact]:
    return [fact for fact in facts(records) if fact.derived_from and fact.cell is None]


def test_exports_facts_of_the_sample(sample_records: dict[str, ReleaseRecord]) -> None:
    sample = sample_records["merrow_bay_2003_q3.txt"]
    found = facts([sample])
    cells = [cell for s in sample.statements for row in s.rows for cell in row.cells]
    assert [f.cell for f in found] == [*(c.id for c in cells), *(d.id for d in sample.derived)]
    assert next(f for f in found if f.cell == "s1.r7.c1") == Fact(
        source="merrow_bay_2003_q3.txt", company="Merrow Bay Therapeutics, Inc.", ticker="MRBT",
        released_on="2003-10-30", statement="s1", kind="operations",
        title="MERROW BAY THERAPEUTICS, INC. / CONDENSED STATEMENTS OF OPERATIONS", basis="gaap", scale=1000,
        audited=False, label="Net loss", concept="us-gaap:NetIncomeLoss",
        column="Three months ended September 30, 2003", period=Interval(start="2003-07-01", end="2003-09-30"),
        value="-7917000", unit="USD", raw="$(7,917)", start=4401, end=4409, cell="s1.r7.c1",
    )  # fmt: skip
    cash = next(f for f in found if f.concept == "us-gaap:CashAndCashEquivalentsAtCarryingValue")
    assert (cash.instant, cash.period, cash.value, cash.section) == ("2003-09-30", None, "21340000", "ASSETS")
    half = next(f for f in found if f.derived_from and f.concept == "us-gaap:NetIncomeLoss")
    assert (half.value, half.period) == ("-14922000", Interval(start="2003-01-01", end="2003-06-30"))
    assert half.derived_from == ("+merrow_bay_2003_q3.txt#s1.r7.c3", "-merrow_bay_2003_q3.txt#s1.r7.c1")
    assert (half.raw, half.start, half.column, half.nil) == (None, None, None, False)


def test_exports_facts_are_public(sample_records: dict[str, ReleaseRecord]) -> None:
    assert topline.facts is facts
    assert isinstance(topline.facts(sample_records.values())[0], topline.Fact)
    assert topline.facts([]) == ()


def test_exports_facts_fourth_quarter_of_two_releases() -> None:
    found = across(annual(), q3())
    assert [(f.label, f.value, f.derived_from) for f in found] == [
        ("Revenues", "1250000", ("+annual.txt#s1.r1.c1", "-q3.txt#s1.r1.c1")),
        ("Research and development", "2700000", ("+annual.txt#s1.r2.c1", "-q3.txt#s1.r2.c1")),
        ("Net loss", "-1450000", ("+annual.txt#s1.r3.c1", "-q3.txt#s1.r3.c1")),
    ]
    assert {f.period for f in found} == {Interval(start="2003-10-01", end="2003-12-31")}
    assert {(f.source, f.released_on, f.note) for f in found} == {("annual.txt", "2004-02-12", None)}
    assert across(q3(), annual()) == found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"company": "Tallow Bay Inc."}, {"company": "Sorrel Point Inc."}),
        ({"cik": "0000000001"}, {"cik": "0000000002"}),
        ({"company": ""}, {"company": ""}),
    ],
    ids=["names", "ciks", "no names"],
)
def test_exports_facts_never_across_companies(one: dict[str, str], other: dict[str, str]) -> None:
    assert across(annual(**one), q3(**other)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"company": "Tallow Bay, Inc."}, {"company": "TALLOW BAY INC"}),
        ({"cik": "0000000001", "company": "Tallow Bay Inc."}, {"cik": "0000000001", "company": "Tallow Inc."}),
        ({"cik": "0000000001"}, {}),
    ],
    ids=["spelling", "one cik", "cik and name"],
)
def test_exports_facts_across_one_company(one: dict[str, str], other: dict[str, str]) -> None:
    assert [f.value for f in across(annual(**one), q3(**other))] == ["1250000", "2700000", "-1450000"]


def test_exports_facts_of_two_filers_with_one_name_are_not_mixed() -> None:
    other = record("other.txt", table(["Year Ended|December 31, 2001"], YEAR_ROWS), released_on="2002-02-12", cik="2")
    assert across(annual(cik="1"), other, q3()) == []


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


@pytest.mark.parametrize(
    ("title", "scale", "rows"),
    [
        ("PRO FORMA STATEMENTS OF OPERATIONS", "(in thousands)", NINE_ROWS),
        ("STATEMENTS OF OPERATIONS (AS RESTATED)", "(in thousands)", NINE_ROWS),
        ("STATEMENTS OF OPERATIONS", "(in millions)", NINE_ROWS),
        ("STATEMENTS OF OPERATIONS", "(in thousands)",
         [("Research and development", [-6400]), ("Loss before taxes", [-3700]), ("Net loss", [3650])]),
    ],
    ids=["basis", "restated", "scale", "signs"],
)  # fmt: skip
def test_exports_facts_never_across_what_differs(title: str, scale: str, rows: Rows) -> None:
    other = record("q3.txt", table([NINE], rows, title=title, scale=scale), released_on="2003-10-30")
    assert across(annual(), other) == []


@pytest.mark.parametrize(
    ("nine", "year", "fourth"),
    [
        (("Net income (loss)", 400), ("Net income (loss)", -100), ["-500000"]),
        (("Net loss", -400), ("Net loss", -900), ["-500000"]),
        (("Net loss", 400), ("Net loss", 900), ["-500000"]),
        (("Net loss", -400), ("Net income", 100), ["500000"]),
        (("Net loss", -400), ("Net income (loss)", 100), ["500000"]),
        (("Net loss", 400), ("Net income", 100), ["500000"]),
        (("Net loss", 400), ("Net income (loss)", -900), ["-500000"]),
        (("Net loss", 400), ("Net loss", -900), ["-500000"]),
        (("Net income", 400), ("Net income", -900), []),
        (("Income tax expense", 40), ("Income tax benefit", 20), []),
        (("Provision for income taxes", 40), ("Income tax expense", 90), ["50000"]),
        (("Research and development", 400), ("Research and development expenses", 900), ["500000"]),
        (("Research and development", 400), ("Research and development", -900), []),
    ],
)
def test_exports_facts_signs_of_two_tables_must_mean_the_same(
    nine: tuple[str, int], year: tuple[str, int], fourth: list[str]
) -> None:
    """Some tables print a loss with a minus, some without."""
    found = across(q3([(nine[0], [nine[1]]), ("Revenues", [1])]), annual([(year[0], [year[1]]), ("Revenues", [1])]))
    assert [f.value for f in found if f.label != "Revenues"] == fourth


def test_exports_facts_never_what_another_release_prints() -> None:
    fourth = record(
        "q4.txt", table(["Three Months Ended|December 31, 2003"], [("Revenues", [1251]), ("Net loss", [-1450])]),
        released_on="2004-02-01",
    )  # fmt: skip
    assert [f.label for f in across(q3(), annual(), fourth)] == ["Research and development"]


@pytest.mark.parametrize(
    ("affiliate", "derived"),
    [
        ([("Income before income taxes", [5]), ("Net income", [3])], ["Revenues", "Research and development"]),
        ([("Revenues", [40]), ("Income before income taxes", [5])], []),
        ([("Revenues", [2750]), ("Income before income taxes", [5])], ["Revenues", "Research and development"]),
    ],
    ids=["shorter", "another amount", "the same amount"],
)
def test_exports_facts_never_of_the_summary_of_an_affiliate(affiliate: Rows, derived: list[str]) -> None:
    """The company's own result has a label that means no element here: the affiliate's must not stand in for it."""
    own = table([NINE], [("Revenues", [2750]), ("Research and development", [6400]), ("Result of it all", [-3650])])
    release = record("q3.txt", f"{own}\n\n{table([NINE], affiliate)}", released_on="2003-10-30")
    year = [("Revenues", [4000]), ("Research and development", [9100]), ("Income before income taxes", [-5100])]
    assert [f.label for f in across(release, annual(year))] == derived


def test_exports_facts_never_what_a_statement_prints_that_is_not_used() -> None:
    fourth = "Three Months Ended|December 31, 2003"
    short = table([YEAR, fourth], [("Revenues", [4000, 1251])])
    release = record("annual.txt", f"{table([YEAR], YEAR_ROWS)}\n\n{short}", released_on="2004-02-12")
    assert [f.label for f in across(q3(), release)] == ["Research and development", "Net loss"]


def test_exports_facts_of_a_release_given_twice_are_there_once() -> None:
    copy = q3().model_copy(update={"source": q3().source.model_copy(update={"name": "copy.txt"})})
    assert facts([q3(), copy, q3()]) == facts([q3()])


def test_exports_facts_of_files_with_one_name_are_told_apart() -> None:
    other = annual().model_copy(update={"source": annual().source.model_copy(update={"name": "q3.txt"})})
    found = across(q3(), other)
    assert found[0].derived_from == ("+q3.txt~2#s1.r1.c1", "-q3.txt#s1.r1.c1")
    assert {f.source for f in facts([q3(), other])} == {"q3.txt", "q3.txt~2"}


def test_exports_facts_of_one_file_with_two_releases_name_the_exhibit() -> None:
    first, second = q3(cik="1"), annual(cik="1")
    source = first.source.model_copy(update={"document": second.source.document})
    assert source.document is not None
    exhibit = source.document.model_copy(update={"type": "EX-99.2", "start": 5000, "end": 6000})
    second = second.model_copy(update={"source": source.model_copy(update={"document": exhibit})})
    found = across(first, second)
    assert found[0].derived_from == ("+q3.txt:EX-99.2-5000#s1.r1.c1", "-q3.txt:EX-99.1-0#s1.r1.c1")
    assert {(f.exhibit, f.cik) for f in facts([first, second])} == {("EX-99.1", "1"), ("EX-99.2", "1")}


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
