"""Figures as the prose tells them, for tests that tie them to cells."""

from datetime import date
from decimal import Decimal
from typing import Literal

from statement_tables import BALANCE, OPERATIONS, read

from topline.quantities import FigureContext, Interval, Quantity
from topline.records import Link
from topline.statements import link_figures

Q3 = Interval(date(2005, 7, 1), date(2005, 9, 30))
NET = "us-gaap:NetIncomeLoss"
EPS = "us-gaap:EarningsPerShareBasicAndDiluted"

STATEMENTS, _ = read(OPERATIONS + "\n\n" + BALANCE)


def figure(
    amount: str,
    concept: str | None,
    period: Interval | None,
    *,
    sign: Literal[1, -1] = 1,
    start: int = 0,
    length: int = 12,
    label: Literal["MONEY", "PER_SHARE"] = "MONEY",
) -> Quantity:
    number = Decimal(amount)
    context = FigureContext(concept, sign, period)
    return Quantity(label, start, start + length, None, "test", low=number, high=number, currency="USD", figure=context)


def link(text: str, quantity: Quantity) -> Link:
    """To the cells of two statements: Nordvale's operations and its balance sheet."""
    (found,) = link_figures([("m1", quantity)], STATEMENTS, texts={"m1": text})
    return found
