"""Dates and amounts of happenings: read from the words, or stated in the mark."""

from decimal import Decimal

import pytest
from marked import event, gold, troubles

from topline.evaluation.gold import GoldAmount, GoldDate


def dated(mark: str, status: str = "occurred", period: str | None = None) -> GoldDate | None:
    return event(f"The FDA {{approval {status} | approved it}} {mark}.", period=period).date


@pytest.mark.parametrize(
    ("mark", "start", "end"),
    [
        ("on [DATE:when April 2, 2004]", "2004-04-02", "2004-04-02"),
        ("in [DATE:when the second half of 2004]", "2004-07-01", "2004-12-31"),
        ("in [DATE:when April 2004]", "2004-04-01", "2004-04-30"),
        ("[DATE:when today]", "2004-05-04", "2004-05-04"),
        ("in [DATE:when=2003-09-01/2003-11-30 last fall]", "2003-09-01", "2003-11-30"),
        ("on [DATE:when=2004-04-02 a Friday]", "2004-04-02", "2004-04-02"),
        ("from [DATE:when May 31, 2004 to June 4, 2004]", "2004-05-31", "2004-06-04"),
    ],
)
def test_training_values_dates(mark: str, start: str, end: str) -> None:
    assert dated(mark) == GoldDate(start=start, end=end, basis="stated")


def test_training_values_two_dates_joined_give_the_interval_of_both() -> None:
    assert dated("on [DATE:when March 3, 2004 and then on April 5, 2004]") == GoldDate(
        start="2004-03-03", end="2004-04-05", basis="stated"
    )


def test_training_values_today_and_period_date_what_has_no_date() -> None:
    quarter = "2004-01-01/2004-03-31"
    day = GoldDate(start="2004-05-04", end="2004-05-04", basis="stated")
    assert dated("", status="occurred today", period=quarter) == day
    of_quarter = GoldDate(start="2004-01-01", end="2004-03-31", basis="period")
    assert dated("", status="occurred period", period=quarter) == of_quarter
    year = GoldDate(start="2003-01-01", end="2003-12-31", basis="period")
    assert dated("", status="occurred period=2003-01-01/2003-12-31", period=quarter) == year
    assert dated("", status="occurred", period=quarter) is None
    assert dated("", status="occurred period") is None


def test_training_values_a_date_of_its_own_wins() -> None:
    told = dated("on [DATE:when April 2, 2004]", status="occurred today")
    assert told == GoldDate(start="2004-04-02", end="2004-04-02", basis="stated")


def test_training_values_the_first_date_wins() -> None:
    found = event(
        "It {trial_start planned #t | will start} in [DATE:when June 2004].",
        "{#t | The start} in [DATE:when@t July 2004] is near.",
    )
    assert found.date == GoldDate(start="2004-06-01", end="2004-06-30", basis="stated")


@pytest.mark.parametrize(
    "mark", ["in [DATE:when due course]", "on [DATE:when=2004-02-30 a day]", "[DATE:when=soon soon]"]
)
def test_training_values_dates_that_cannot_be_read(mark: str) -> None:
    words = mark.split(" ", 2)[-1].rstrip("]") if not mark.startswith("[") else "soon"
    assert troubles(f"The FDA {{approval planned | will approve it}} {mark}.") == [
        f"no date is read from {words!r}: write it as [DATE:when=2004-01-01/2004-03-31 …]"
    ]


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        ("[MONEY:gross $12.5 million]", {"role": "gross", "value": 12500000, "currency": "USD"}),
        ("[MONEY:gross €3 million]", {"role": "gross", "value": 3000000, "currency": "EUR"}),
        ("[MONEY:capacity up to $30 million]", {"role": "capacity", "high": 30000000, "currency": "USD"}),
        (
            "[MONEY:revenue $50 million to $53 million]",
            {"role": "revenue", "low": 50000000, "high": 53000000, "currency": "USD"},
        ),
        ("[MONEY:cash=45600000 45.6]", {"role": "cash", "value": 45600000, "currency": "USD"}),
        ("[MONEY:cash=45600000EUR 45.6]", {"role": "cash", "value": 45600000, "currency": "EUR"}),
        ("[MONEY:cash=45600000 £45.6 mln]", {"role": "cash", "value": 45600000, "currency": "GBP"}),
        ("[PER_SHARE:loss_per_share $0.34 per share]", {"role": "loss_per_share", "value": "0.34", "currency": "USD"}),
        ("[SHARES:shares 2,500,000 shares]", {"role": "shares", "value": 2500000}),
        ("[COUNT:patients 120 patients]", {"role": "patients", "value": 120}),
        ("[COUNT:patients=200..240 200 to 240]", {"role": "patients", "low": 200, "high": 240}),
        ("[COUNT:patients=..240 as many as 240]", {"role": "patients", "high": 240}),
        ("[COUNT:patients=200.. no fewer than 200]", {"role": "patients", "low": 200}),
        ("[COUNT:patients=84 Eighty-four boys]", {"role": "patients", "value": 84}),
        ("[PERCENT:royalty_rate 5%]", {"role": "royalty_rate", "value": 5}),
    ],
)
def test_training_values_amounts(mark: str, told: dict[str, object]) -> None:
    quote = mark[1:-1].split(" ", 1)[1]
    found = event(f"It {{private_placement occurred | made a deal}} of {mark} with others.")
    assert found.amounts == (GoldAmount.model_validate(told | {"quote": quote}),)


def test_training_values_up_to_before_the_mark_belongs_to_the_amount() -> None:
    (amount,) = event(
        "It {atm_or_equity_line occurred | may sell} up to [MONEY:capacity $30 million] of stock."
    ).amounts
    assert (amount.value, amount.low, amount.high) == (None, None, Decimal(30000000))


@pytest.mark.parametrize(
    "mark", ["[MONEY:gross a lot]", "[MONEY:gross=lots $12.5 million]", "[MONEY:gross=.. $12.5 million]"]
)
def test_training_values_amounts_that_cannot_be_read(mark: str) -> None:
    quote = mark[1:-1].split(" ", 1)[1]
    assert troubles(f"It {{private_placement occurred | made a deal}} of {mark}.") == [
        f"no number is read from {quote!r}: write it as [MONEY:gross=12500000 …]"
    ]


def test_training_values_a_sum_told_twice_is_one() -> None:
    found = event(
        "# {private_placement occurred #p | Deal} of [MONEY:gross $12.5 Million]",
        "{#p | The deal} of [MONEY:gross $12,500,000] came with [MONEY:net $12.1 million].",
    )
    assert [(a.role, a.value, a.quote) for a in found.amounts] == [
        ("gross", 12500000, "$12.5 Million"), ("net", 12100000, "$12.1 million"),
    ]  # fmt: skip


def test_training_values_amounts_go_to_the_happening_that_they_name() -> None:
    loss, call = gold(
        "It {results_reported occurred #r | reported} a loss of [MONEY:net_loss@r $3.1 million] and"
        " {investor_event planned #c | holds a call} on [DATE:when@c May 6, 2004]."
    ).events
    assert [a.role for a in loss.amounts] == ["net_loss"]
    assert (loss.date, call.amounts) == (None, ())
    assert call.date == GoldDate(start="2004-05-06", end="2004-05-06", basis="stated")
