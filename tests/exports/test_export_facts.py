"""Records to facts, one release at a time and across the releases of a company."""

import pytest
from written_releases import NINE, NINE_ROWS, YEAR, YEAR_ROWS, Rows, across, annual, q3, record, table

import topline
from topline.exports import facts
from topline.records import Fact, Interval, ReleaseRecord


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
    assert {type(fact) for fact in topline.facts(sample_records.values())} == {topline.Fact}
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
