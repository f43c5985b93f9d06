"""Rows whose meaning the rows around them tell."""

import re
from collections.abc import Callable, Sequence

from topline.records import StatementKind
from topline.statements.parts import TableRow
from topline.statements.vocabulary import first_match, normal

__all__ = ["settle_places"]

_OPERATING = "us-gaap:OperatingIncomeLoss"
_COSTS = re.compile(r":(?:CostOf|CostsAnd|ResearchAnd|GeneralAnd|Selling|Marketing|OperatingExpenses)")
_PER_SHARE = "us-gaap:EarningsPerShare"


def settle_places(rows: Sequence[TableRow], kind: StatementKind, concept_of: Callable[..., str | None]) -> None:
    """Sets `analog` and `concept` anew where the label alone misleads."""
    if kind == "operations":
        _settle_operating_income(rows)
    if kind == "cash_flows":
        _settle_balances(rows, concept_of)
    _settle_depositary(rows)


def _settle_operating_income(rows: Sequence[TableRow]) -> None:
    """ "Operating income" over the expenses, as revenue and subsidies are called in France, is no result."""
    named = [i for i, row in enumerate(rows) if row.analog == _OPERATING]
    costs = [i for i, row in enumerate(rows) if row.analog and _COSTS.search(row.analog)]
    for i in named[:-1]:
        called = normal(rows[i].label).removeprefix("total ") == "operating income"
        if called and costs and i < costs[0] < named[-1] and _differ(rows[i], rows[named[-1]]):
            _name(rows[i], None)


def _differ(one: TableRow, other: TableRow) -> bool:
    return any(mark.digits != other.marks[i].digits for i, mark in one.marks.items() if i in other.marks)


def _settle_balances(rows: Sequence[TableRow], concept_of: Callable[..., str | None]) -> None:
    """Under the cash at the end of the period the same cash is parted: balances, not flows."""
    ends = [i for i, row in enumerate(rows) if first_match("cash_at_end", normal(row.label))]
    for row in rows[ends[-1] + 1 :] if ends else ():
        if first_match("cash_balances", normal(row.label)):
            _name(row, concept_of(row.label, kind="balance_sheet", section=None, unit=row.unit))


def _settle_depositary(rows: Sequence[TableRow]) -> None:
    """Beside figures per share those per ADS are no earnings per share."""
    per_share = [row for row in rows if row.unit.endswith("/shares") and (row.analog or "").startswith(_PER_SHARE)]
    depositary = [row for row in per_share if _is_depositary(row)]
    if len(depositary) < len(per_share):
        for row in depositary:
            _name(row, None)


def _is_depositary(row: TableRow) -> bool:
    """The label tells before the heading does."""
    texts = (normal(row.label), normal(row.section or ""))
    told = (first_match("share_kinds", text) for text in texts)
    return next((kind for kind in told if kind), "share") == "depositary"


def _name(row: TableRow, concept: str | None) -> None:
    row.analog = concept
    row.concept = None if row.concept is None and concept is None else concept
