"""Prose figures to the cells that state them: by element and period first, then by rounding, sums of cash last."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from topline.quantities import Quantity
from topline.records import Link, Relation, Statement, Unit
from topline.statements.cells import plain
from topline.statements.facts import Fact, Facts, family_of, is_cash_figure, same_time
from topline.statements.printed import Printed, read_printed
from topline.statements.totals import find_total

__all__ = ["link_figures"]

_FAR = 2


def link_figures(
    figures: Sequence[tuple[str, Quantity]], statements: Sequence[Statement], *, texts: Mapping[str, str] | None = None
) -> list[Link]:
    """One link a figure, in order. `texts` are the mentions as printed: they tell how far a figure is rounded."""
    facts = Facts(statements)
    return [_link(mention, quantity, (texts or {}).get(mention, ""), facts) for mention, quantity in figures]


def _link(mention: str, quantity: Quantity, text: str, facts: Facts) -> Link:
    printed = read_printed(quantity, text)
    if printed is None:
        return Link(mention=mention, cells=(), relation="none", stated=plain(abs(quantity.low or quantity.high or Decimal(0))))
    unit: Unit = "USD/shares" if quantity.label == "PER_SHARE" else "USD"
    relation, cells = _find(quantity, printed, unit, facts) if quantity.currency in (None, "USD") else ("none", [])
    return Link(
        mention=mention,
        cells=tuple(fact.cell.id for fact in cells),
        relation=relation,
        stated=plain(printed.amount),
        computed=plain(sum((fact.value for fact in cells), Decimal(0))) if cells else None,
    )


def _find(quantity: Quantity, printed: Printed, unit: Unit, facts: Facts) -> tuple[Relation, list[Fact]]:
    figure = quantity.figure
    day = figure.period is not None and figure.period.start == figure.period.end
    cash = unit == "USD" and (is_cash_figure(figure.concept) or (figure.concept is None and day))
    if figure.concept is None and not cash:
        return _by_amount(quantity, printed, unit, facts)
    near = _of_concept(quantity, unit, facts) if figure.concept is not None else []
    if cash:
        near = near or []
        near += [f for column in facts.cash_columns() for f in column if f.cash and _timely(quantity, f) and f not in near]
    fitting = [fact for fact in near if printed.fits(fact.value, fact.scale)]
    if best := _best(fitting, quantity, printed):
        return ("equals" if printed.equals(best.value) else "rounds_to"), [best]
    if cash:
        parts = find_total([c for c in facts.cash_columns() if _timely(quantity, c[0])], printed)
        if parts or figure.concept is None:
            return ("sum", parts) if parts else _by_amount(quantity, printed, unit, facts)
        return "none", []
    return _disagreement(quantity, printed, near)


def _timely(quantity: Quantity, fact: Fact) -> bool:
    period = quantity.figure.period
    return period is None or same_time(period, fact.time)


def _of_concept(quantity: Quantity, unit: Unit, facts: Facts) -> list[Fact]:
    return [fact for fact in facts.of_concept(quantity.figure.concept or "", unit) if _timely(quantity, fact)]


def _best(fitting: Sequence[Fact], quantity: Quantity, printed: Printed) -> Fact | None:
    """The fact nearest in meaning, then in amount. None when the prose tells no period and several would do."""
    if not fitting:
        return None
    if quantity.figure.period is None and len({fact.time for fact in fitting}) > 1:
        return None
    return min(
        fitting,
        key=lambda fact: (
            not fact.gaap,
            fact.concept != printed.variant(quantity.figure.concept),
            fact.concept != quantity.figure.concept,
            abs(abs(fact.value) - printed.amount),
            (fact.value < 0) != (quantity.figure.sign < 0),
            fact.rank,
        ),
    )


def _by_amount(quantity: Quantity, printed: Printed, unit: Unit, facts: Facts) -> tuple[Relation, list[Fact]]:
    """Without a named element only a figure printed in full ties, and only when one fact states it."""
    found = [fact for fact in facts.of_amount(printed.amount, unit) if _timely(quantity, fact)]
    found = [fact for fact in found if fact.value and printed.place <= fact.scale and unit == "USD"]
    meanings = {family_of(fact.concept) for fact in found if fact.concept}
    if not found or len({fact.time for fact in found}) > 1 or len(meanings) > 1 or (len(found) > 1 and not meanings):
        return "none", []
    return "equals", [min(found, key=lambda fact: (fact.concept is None, fact.rank))]


def _disagreement(quantity: Quantity, printed: Printed, near: Sequence[Fact]) -> tuple[Relation, list[Fact]]:
    """A single fact of the named element and period, of the same size but another amount."""
    named = [fact for fact in near if fact.gaap and fact.concept == quantity.figure.concept and fact.value]
    if quantity.figure.period is None or len(named) != 1 or len({abs(fact.value) for fact in near}) != 1:
        return "none", []
    size = abs(named[0].value)
    return ("disagrees", named) if printed.amount < size * _FAR and size < printed.amount * _FAR else ("none", [])
