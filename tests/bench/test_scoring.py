"""How the benchmark of values scores, on predictions made by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from gold import Gold, GoldCell, GoldMention, GoldTable
from scoring import Amounts, FalseFinds, exact, false_finds, right_alone, score_amounts, score_mentions
from table_scoring import Cells, Links, score_cells, score_grid, score_links
from tools.model import Figure, Found, FoundCell, FoundLink

QUARTER = {"start": "2024-01-01", "end": "2024-03-31"}
# "in the first quarter of 2024": the core is "first quarter of 2024", "the" may be taken along.
PERIOD = GoldMention("m1", 7, 28, 3, 28, "period", (QUARTER,))
CALL = GoldMention("m2", 40, 60, 37, 60, "date", ("2024-05-02T16:30:00-04:00",))
DAY = GoldMention("m3", 70, 81, 70, 81, "date", ("2024-05-02",))
LENGTH = GoldMention("m4", 90, 97, 86, 97, "duration", ("P30D",))


def money(amount: str, per: str | None = None) -> dict[str, str | None]:
    return {"amount": amount, "currency": "USD", "per": per}


DAYS = ("2024-01-01", "2024-03-31")
LOSS = GoldMention("m5", 100, 112, 100, 112, "money", (money("7200000"),), "NetIncomeLoss", Decimal(-7200000), DAYS)
EARNINGS = GoldMention(
    "m6", 116, 131, 116, 131, "money", (money("0.23", "share"),), "EarningsPerShareDiluted", Decimal("-0.23"), DAYS
)


@pytest.mark.parametrize(("start", "end"), [(7, 28), (3, 28)])
def test_bench_takes_a_span_between_core_and_extension(start: int, end: int) -> None:
    assert exact(Found(start, end, "period", QUARTER), PERIOD)


@pytest.mark.parametrize(("start", "end"), [(2, 28), (8, 28), (7, 27), (7, 29)])
def test_bench_takes_no_span_that_is_too_long_or_too_short_but_its_value_alone(start: int, end: int) -> None:
    found = Found(start, end, "period", QUARTER)
    assert (exact(found, PERIOD), right_alone(found, PERIOD)) == (False, True)


def test_bench_takes_no_value_from_another_place() -> None:
    assert not right_alone(Found(28, 40, "period", QUARTER), PERIOD)


@pytest.mark.parametrize("value", ["2024-01-01", {"start": "2024-01-01", "end": "2024-04-01"}, None, "P3M"])
def test_bench_wants_both_days_of_a_period(value: str | dict[str, str | None] | None) -> None:
    assert not right_alone(Found(7, 28, "date", value), PERIOD)


@pytest.mark.parametrize(
    ("value", "whole", "alone"),
    [
        ("2024-05-02T16:30-04:00", True, True),
        ("2024-05-02T16:30:00-04:00", True, True),
        ("2024-05-02T16:30", False, True),
        ("2024-05-02T04:30", False, False),
        ("2024-05-02", False, False),
    ],
)
def test_bench_wants_the_zone_of_a_time_only_with_the_span(value: str, whole: bool, alone: bool) -> None:
    found = Found(40, 60, "date", value)
    assert (exact(found, CALL), right_alone(found, CALL)) == (whole, alone)


@pytest.mark.parametrize("value", ["2024-05-02", "2024-05-02T16:30", {"start": "2024-05-02", "end": "2024-05-02"}])
def test_bench_takes_a_day_in_each_shape(value: str | dict[str, str | None]) -> None:
    assert exact(Found(70, 81, "date", value), DAY)


def test_bench_counts_periods_among_the_mentions() -> None:
    found = [Found(7, 28, "period", QUARTER), Found(90, 97, "duration", "P30D"), Found(70, 75, "date", "2024-05-02")]
    score = score_mentions(found, [PERIOD, CALL, DAY, LENGTH])
    assert (score.total, score.exact, score.alone) == (4, 2, 3)
    assert (score.periods, score.periods_exact, score.periods_alone) == (1, 1, 1)


def test_bench_takes_any_of_the_values_that_are_right() -> None:
    either = replace(DAY, values=("2024-05-02", "2024-05-03"))
    assert exact(Found(70, 81, "date", "2024-05-03"), either)


def test_bench_compares_amounts_as_numbers_and_asks_for_the_currency() -> None:
    assert exact(Found(100, 112, "money", money("-7200000.0")), LOSS)
    assert not exact(Found(100, 112, "money", {**money("7200000"), "currency": "dollar"}), LOSS)
    assert not exact(Found(100, 112, "money", money("7.2")), LOSS)


def test_bench_asks_what_an_amount_is_said_of() -> None:
    figure = Figure("us-gaap:NetIncomeLoss", -1, DAYS)
    loss = Found(100, 112, "money", money("7200000"), figure)
    short = Found(116, 121, "money", money("0.23"))
    assert score_amounts([loss, short], [LOSS, EARNINGS]) == Amounts(
        total=2, exact=1, alone=2, per_share=1, typed=0, said=1
    )
    for wrong in (replace(figure, sign=1), replace(figure, concept="us-gaap:Revenues"), replace(figure, period=None)):
        assert score_amounts([replace(loss, figure=wrong)], [LOSS]).said == 0


def test_bench_asks_for_no_element_where_there_is_none() -> None:
    figure = Figure(None, -1, DAYS)
    unnamed = replace(LOSS, concept=None)
    assert score_amounts([Found(100, 112, "money", money("7200000"), figure)], [unnamed]).said == 1


def test_bench_tells_amounts_per_share_apart() -> None:
    assert score_amounts([Found(116, 131, "money", money("0.23", "share"))], [EARNINGS]).typed == 1


def gold_of(distractors: tuple[tuple[int, int], ...]) -> Gold:
    return Gold(
        name="release.txt",
        released_on="2024-05-02",
        mentions=(PERIOD,),
        amounts=(LOSS,),
        known_amounts=((100, 112),),
        known_others=((7, 28),),
        distractors=distractors,
        tables=(GoldTable(300, 400, ()),),
        links=(),
    )


def test_bench_counts_false_finds_outside_tables_and_known_values() -> None:
    places = [(7, 10), (200, 203), (204, 207), (250, 253), (310, 320)]
    found = [Found(start, end, "number", "1") for start, end in places]
    assert false_finds(found, gold_of(((200, 212), (220, 224)))) == FalseFinds(distractors=1, elsewhere=1)


def test_bench_counts_a_date_on_an_amount_and_an_amount_on_a_date_as_false() -> None:
    found = [Found(100, 103, "date", "2024-05-07"), Found(7, 10, "money", money("1"))]
    assert false_finds(found, gold_of(())) == FalseFinds(distractors=0, elsewhere=2)
    known = [Found(7, 10, "date", None), Found(100, 103, "money", None), Found(100, 103, "number", "7")]
    assert false_finds(known, gold_of(())) == FalseFinds()


def cell(number: int, row: int, raw: str, label: str, value: str) -> GoldCell:
    return GoldCell(
        f"c{number}", 10 * number, 10 * number + 5, row, raw, label, Decimal(value), "USD", ("2024-03-31",) * 2
    )


TABLE = GoldTable(
    0,
    100,
    (
        cell(1, 0, "$1,200", "Cash", "1200000"),
        cell(2, 0, "$900", "Cash", "900000"),
        cell(3, 1, "(30)", "Loss, net", "-30"),
        cell(4, 1, "--", "Loss, net", "0"),
    ),
)


def typed(gold: GoldCell) -> FoundCell:
    return FoundCell(gold.id, gold.start, gold.end, gold.value, gold.unit, gold.period, (gold.label,))


def test_bench_scores_each_part_of_a_typed_cell() -> None:
    right = [typed(gold) for gold in TABLE.cells]
    assert score_cells(right, TABLE.cells) == Cells(4, 4, 4, 4, 4, 4, 4)
    wrong = [
        replace(right[0], value=Decimal(1200)),
        replace(right[1], unit="shares"),
        replace(right[2], period=None),
        replace(right[3], labels=("net", "Other net")),
    ]
    assert score_cells(wrong, TABLE.cells) == Cells(4, 4, 3, 3, 3, 3, 0)
    assert score_cells(right[:1], TABLE.cells) == Cells(4, 1, 1, 1, 1, 1, 1)


def test_bench_takes_a_label_put_together_from_its_section() -> None:
    found = replace(typed(TABLE.cells[0]), labels=("equivalents", "CASH"))
    assert score_cells([found], TABLE.cells[:1]).whole == 1


def test_bench_scores_a_grid_of_strings() -> None:
    grid = [["", "2024", "2023"], ["Cash", "$1,200", "$ 900"], ["net", "(30)", "--"]]
    assert score_grid(grid, TABLE) == Cells(total=4, found=4, value=2, label=2)


def test_bench_finds_no_cell_in_a_column_that_was_not_parted() -> None:
    grid = [["Cash  $1,200", "$900"], ["Loss, net    (30)    --"]]
    assert score_grid(grid, TABLE) == Cells(total=4, found=1)
    assert score_grid([], TABLE) == Cells(total=4)


def test_bench_wants_all_cells_of_a_link_and_no_other() -> None:
    found = [typed(gold) for gold in TABLE.cells]
    gold = [(LOSS, frozenset({"c1", "c2"})), (EARNINGS, frozenset[str]())]
    both, none = FoundLink(100, 112, ("c1", "c2")), FoundLink(116, 131, ())
    assert score_links([both, none], found, gold, [TABLE]) == Links(1, 1, 1, 1)
    assert score_links([FoundLink(100, 112, ("c1",)), none], found, gold, [TABLE]) == Links(1, 0, 1, 1)
    assert score_links([FoundLink(100, 112, ("c1", "c2", "c9")), none], found, gold, [TABLE]) == Links(1, 0, 1, 1)
    assert score_links([both, FoundLink(116, 131, ("c3",))], found, gold, [TABLE]) == Links(1, 1, 1, 0)
    assert score_links([], found, gold, [TABLE]) == Links(1, 0, 1, 0)
