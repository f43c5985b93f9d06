"""Facts as tables: what is one line, what is one table, and what is said of it."""

import io

import pytest
from rich.console import Console

from topline.cli.fact_tables import print_facts
from topline.records import Fact, Interval

Q2, NINE, YEAR = ("2005-04-01", "2005-06-30"), ("2004-07-01", "2005-03-31"), ("2004-07-01", "2005-06-30")


def fact(label: str, value: str, concept: str | None = "NetIncomeLoss", /, **told: object) -> Fact:
    start, end = told.pop("days", Q2)  # type: ignore[misc]
    own: dict[str, object] = {
        "source": "a.txt", "company": "Tallow Bay Inc.", "released_on": "2005-07-28", "statement": "s1",
        "kind": "operations", "title": "STATEMENTS OF OPERATIONS", "basis": "gaap", "scale": 1000, "unit": "USD",
        "label": label, "value": value, "concept": concept and f"us-gaap:{concept}",
        "period": Interval(start=start, end=end), "column": "Three Months Ended June 30, 2005",
    }  # fmt: skip
    return Fact.model_validate(own | told)


def shown(*facts: Fact, columns: int = 100) -> list[str]:
    out = io.StringIO()
    print_facts(facts, Console(file=out, width=columns), among=facts)
    lines = [line.rstrip() for line in out.getvalue().splitlines()]
    return [line for line in lines[1:] if line and "──" not in line and "release of" not in line]


def old(label: str, value: str, concept: str = "NetIncomeLoss", /) -> Fact:
    days = ("2004-04-01", "2004-06-30")
    return fact(label, value, concept, source="old.txt", released_on="2004-07-28", days=days)


@pytest.mark.parametrize(
    ("new", "before", "lines"),
    [
        (("Net income", "5660000"), ("Net loss", "3150000"), ["Net income 5,660", "Net loss 3,150"]),
        (("Net income", "5660000"), ("Net loss", "-3150000"), ["Net income / Net loss 5,660 (3,150)"]),
        (("Net loss", "-5000"), ("Net income (loss)", "7000"), ["Net income (loss) (5) 7"]),
        (("Net loss", "5000"), ("Net loss", "7000"), ["Net loss 5 7"]),
        (("Net loss", "-5000"), ("Net loss", "7000"), ["Net loss (5)", "Net loss 7"]),
    ],
)
def test_cli_tables_a_loss_without_a_minus_is_no_line_with_an_income(
    new: tuple[str, str], before: tuple[str, str], lines: list[str]
) -> None:
    assert [" ".join(line.split()) for line in shown(fact(*new), old(*before))[2:]] == lines


@pytest.mark.parametrize(
    ("concept", "new", "before", "count"),
    [
        ("OtherNonoperatingIncomeExpense", ("Other income (expense)", "5"), ("Other (income) expense", "7"), 2),
        ("OtherNonoperatingIncomeExpense", ("Other income (expense)", "5"), ("Other (expense) income", "7"), 1),
        ("ResearchAndDevelopmentExpense", ("Research and development", "5"), ("Research expenses", "7"), 1),
        ("IncomeTaxExpenseBenefit", ("Income taxes", "5"), ("Provision for income taxes", "7"), 1),
        ("IncomeTaxExpenseBenefit", ("Income tax benefit", "5"), ("Provision for income taxes", "7"), 2),
    ],
)
def test_cli_tables_rows_of_one_element_are_one_line_where_signs_mean_the_same(
    concept: str, new: tuple[str, str], before: tuple[str, str], count: int
) -> None:
    assert len(shown(fact(*new, concept), old(*before, concept))[2:]) == count


def test_cli_tables_say_the_currency_where_it_is_not_the_dollar() -> None:
    assert shown(fact("Net loss", "-5000"))[0] == "  Statements of operations, three months, in thousands"
    heads = [line for line in shown(fact("Net loss", "-5000", unit="EUR"), old("Net loss", "-7000")) if "State" in line]
    assert heads == [
        "  Statements of operations, three months, in thousands of EUR",
        "  Statements of operations, three months, in thousands of USD",
    ]
    assert shown(fact("Net loss", "-5", unit="EUR", scale=1))[0] == "  Statements of operations, three months, in EUR"


def test_cli_tables_counts_stand_in_the_currency_of_their_column() -> None:
    cells = {"EUR": "s1.r1.c1", "USD": "s1.r1.c2"}
    money = [fact("Net loss", "-5000", unit=unit, cell=cell, column=unit) for unit, cell in cells.items()]
    shares = fact("Shares", "9000", None, unit="shares", cell="s1.r2.c2", column="USD")
    lines = [" ".join(line.split()) for line in shown(*money, shares)]
    assert lines.index("Shares 9") > next(at for at, line in enumerate(lines) if line.endswith("of USD"))


def test_cli_tables_keep_the_decimals_that_are_printed() -> None:
    shares = fact("Shares", "27400000", None, unit="shares", raw="27.4", scale=1_000_000)
    assert shown(shares)[-1].split() == ["Shares", "27.4"]
    whole = fact("Shares", "24118203", None, unit="shares", raw="24,118,203")
    assert shown(whole)[-1].split() == ["Shares", "24,118"]


def test_cli_tables_of_another_year_than_the_calendars_name_their_days() -> None:
    year = fact("Revenues", "4300000", "Revenues", days=YEAR, cell="s1.r1.c1")
    quarter = fact("Revenues", "1200000", "Revenues", cell="s1.r1.c2")
    nine = fact(
        "Revenues", "3100000", "Revenues", days=NINE, column=None, derived_from=("+a.txt#s1.r1.c1", "-a.txt#s1.r1.c2")
    )
    (note,) = [line for line in shown(year, quarter, nine, columns=150) if line.startswith("  * ")]
    assert note == ("  * not printed: nine months to 2005-03-31 is year to 2005-06-30 less three months to 2005-06-30")


def test_cli_tables_never_cut_a_figure() -> None:
    lines = shown(fact("Net loss attributable to the holders of common stock", "-123456789000"), columns=20)
    assert any(line.endswith("(123,456,789)") for line in lines)
    assert lines[1].endswith("2005 Q2")


def test_cli_tables_the_longest_statement_comes_first_and_others_have_their_title() -> None:
    part = [
        fact(label, "151000", label, title="COSTS OF OPTIONS", cell="s1.r1.c1") for label in ("Research", "Selling")
    ]
    whole = [
        fact(label, "4170000", label, statement="s2", cell="s2.r1.c1") for label in ("Revenues", "Research", "Selling")
    ]
    heads = [line for line in shown(*part, *whole) if "Statements" in line]
    assert heads == [
        "  Statements of operations, three months, in thousands",
        "  Statements of operations, COSTS OF OPTIONS, three months, in thousands",
    ]


def test_cli_tables_of_another_company_say_whose() -> None:
    other = fact("Revenues", "1000", "Revenues", title="NORDVIK DELIVERY LLC / STATEMENTS OF OPERATIONS")
    assert shown(other)[0] == "  Statements of operations, NORDVIK DELIVERY LLC, three months, in thousands"


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("earlier stated as 5: b#s1.r1.c1", "releases differ: the latest figure is shown"),
        ("later stated as 5: b#s1.r1.c1", "restated since: a later release has another figure"),
        ("also stated as 5: b#s1.r1.c1", "stated otherwise elsewhere, and no date tells which is the later"),
    ],
)
def test_cli_tables_a_dagger_says_what_is_known(note: str, told: str) -> None:
    assert (
        shown(fact("Net loss", "-5000", note=note), columns=150)[-1]
        == f"  † {told} (`note` of CSV and JSON has the cells)"
    )
