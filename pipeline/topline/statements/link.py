"""Prose figures to the cells that state them: by element and period first, then by rounding, sums of cash last."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from topline.quantities import Quantity
from topline.records import Link, Relation, Statement
from topline.statements.cells import plain
from topline.statements.facts import Fact, Facts, family_of, is_cash_figure, is_money, parts_of
from topline.statements.figure_units import FigureUnits
from topline.statements.named_rows import NamedRows
from topline.statements.printed import read_printed
from topline.statements.prose_figure import ProseFigure
from topline.statements.totals import find_total, whole_total

__all__ = ["link_figures"]

_EARNINGS = "us-gaap:EarningsPerShareBasicAndDiluted"
_RESULT = "us-gaap:NetIncomeLoss"
_BESIDE = 16
_FAR = 2


class _Found(NamedTuple):
    """How a figure relates to which facts."""

    relation: Relation
    facts: Sequence[Fact]


_NONE = _Found("none", ())


def link_figures(
    figures: Sequence[tuple[str, Quantity]],
    statements: Sequence[Statement],
    *,
    texts: Mapping[str, str] | None = None,
    around: Mapping[str, tuple[str, str]] | None = None,
) -> list[Link]:
    """One link a figure, in order. `texts` are the mentions as printed: they tell how far a figure is rounded.

    `around` holds the words of each figure's sentence on its left and on its right: a row may be called by its label.
    """
    facts = Facts(statements)
    rows, units = NamedRows(facts), FigureUnits(statements)
    links: list[Link] = []
    before: tuple[Quantity, _Found] | None = None
    for mention, quantity in figures:
        left, right = (around or {}).get(mention, ("", ""))
        text = (texts or {}).get(mention, "")
        printed = read_printed(quantity, text, left, right)
        found = _NONE
        if printed is not None:
            figure = ProseFigure(quantity, printed, units.of(quantity, text))
            found = _NONE if figure.of_no_time else _beside(figure, before, facts) or _find(figure, facts)
            if found.relation in ("none", "disagrees") and not figure.of_no_time:
                named = _by_label(figure, rows, left, right)
                found = named if named.relation != "none" else found
        links.append(_link(mention, quantity, found))
        before = (quantity, found)
    return links


def _link(mention: str, quantity: Quantity, found: _Found) -> Link:
    total = sum((fact.value for fact in found.facts), Decimal(0))
    return Link(
        mention=mention,
        cells=tuple(fact.cell.id for fact in found.facts),
        relation=found.relation,
        stated=plain(abs(quantity.low or quantity.high or Decimal(0)).normalize()),
        computed=plain(total) if found.facts else None,
    )


def _beside(figure: ProseFigure, before: tuple[Quantity, _Found] | None, facts: Facts) -> _Found | None:
    """ "$1.2 million, or $0.05 per share": earnings per share of the column that states the amount before them."""
    if before is None or is_money(figure.unit) or figure.concept not in (None, _EARNINGS):
        return None
    amount, found = before
    if amount.label != "MONEY" or not 0 <= figure.quantity.start - amount.end <= _BESIDE or len(found.facts) != 1:
        return None
    result = found.facts[0]
    if result.concept is None or family_of(result.concept) != family_of(_RESULT):
        return None
    column = [f for f in facts.of_concept(_EARNINGS, figure.unit) if f.column == result.column and figure.fits(f)]
    return _stated(figure, _best(figure, column, _EARNINGS)) if column else None


def _find(figure: ProseFigure, facts: Facts) -> _Found:
    if figure.concept is None:
        return _cash(figure, facts) if figure.of_a_day and is_money(figure.unit) else _by_amount(figure, facts)
    told = facts.of_concept(figure.concept, figure.unit)
    near = [fact for fact in told if figure.could_be(fact)]
    fitting = [fact for fact in near if figure.fits(fact)]
    if fitting:
        return _stated(figure, _best(figure, fitting, figure.concept))
    if is_cash_figure(figure.concept):
        return _cash(figure, facts)
    parts = [f for part in parts_of(figure.concept) for f in facts.of_concept(part, figure.unit) if figure.could_be(f)]
    if not near and (whole := whole_total([f for f in parts if f.gaap], figure.printed)):
        return _Found("sum", whole)
    # where the release states the amount for another time or basis, it is the reading of the prose that is in doubt
    return _NONE if any(figure.fits(fact) for fact in told) else _disagreement(figure, near)


def _stated(figure: ProseFigure, best: Fact | None) -> _Found:
    if best is None:
        return _NONE
    if figure.contradicts_sign(best):
        return _Found("disagrees", (best,))
    return _Found("equals" if figure.printed.equals(best.value) else "rounds_to", (best,))


def _best(figure: ProseFigure, fitting: Sequence[Fact], concept: str | None) -> Fact | None:
    """The fact nearest in meaning, then in amount. None when the prose tells no period and several would do."""
    if not fitting or (figure.quantity.figure.period is None and len({fact.time for fact in fitting}) > 1):
        return None
    gain = all(fact.value > 0 for fact in fitting)
    variant = figure.printed.variant(concept, gain=gain)
    return min(
        fitting,
        key=lambda fact: (
            not fact.gaap,
            fact.concept not in (variant, concept),
            fact.concept != variant,
            abs(abs(fact.value) - figure.printed.amount),
            (fact.value < 0) != (figure.quantity.figure.sign < 0),
            fact.rank,
        ),
    )


def _cash(figure: ProseFigure, facts: Facts) -> _Found:
    """One row of cash and investments, else the sum of some of one column."""
    columns = [column for column in facts.cash_columns() if figure.timely(column[0])]
    single = [fact for column in columns for fact in column if figure.fits(fact)]
    if single:
        return _stated(figure, _best(figure, single, figure.concept))
    parts = find_total(columns, figure.printed)
    return _Found("sum", parts) if parts else _NONE


def _by_amount(figure: ProseFigure, facts: Facts) -> _Found:
    """Without a named element only an amount printed in full ties, and only when one fact states it.

    In a table in millions any amount of that size would: it must be told to the thousand and be no round number.
    """
    if not figure.printed.is_telling:
        return _NONE
    stated = [fact for fact in facts.of_amount(figure.printed.amount, figure.unit) if fact.value]
    found = [fact for fact in stated if figure.could_be(fact)]
    if not is_money(figure.unit) or any(figure.printed.place > fact.place for fact in found):
        return _NONE
    meanings = {family_of(fact.concept) for fact in found if fact.concept}
    if not found or len({fact.time for fact in found}) > 1 or len(meanings) > 1 or (len(found) > 1 and not meanings):
        return _NONE
    return _Found("equals", (min(found, key=lambda fact: (fact.concept is None, not fact.gaap, fact.rank)),))


def _by_label(figure: ProseFigure, rows: NamedRows, before: str, after: str) -> _Found:
    """The row that the sentence calls by its label, where it states the amount for the period told."""
    for named in rows.told(figure.unit, before, after):
        fitting = [
            fact for fact in named if fact.value and figure.could_be(fact, of_its_end=True) and figure.fits(fact)
        ]
        best = _best(figure, fitting, None)
        if best is not None:
            return _stated(figure, best)
    return _NONE


def _disagreement(figure: ProseFigure, near: Sequence[Fact]) -> _Found:
    """A single fact of the named element and period, of the same size or the same digits but another amount."""
    if not figure.is_firm:
        return _NONE
    named = [fact for fact in near if fact.gaap and fact.concept == figure.concept and fact.value]
    if figure.quantity.figure.period is None or len(named) != 1 or len({abs(fact.value) for fact in near}) != 1:
        return _NONE
    if figure.printed.may_be(named[0].value):
        return _NONE
    size, amount = abs(named[0].value), figure.printed.amount
    near_size = amount < size * _FAR and size < amount * _FAR
    return _Found("disagrees", named) if near_size or figure.printed.is_scaled(size) else _NONE
