"""Prose figures that no cell states but that follow from two: a fourth quarter beside the year and nine months."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from topline.quantities import Interval, Quantity
from topline.records import Derived, Link, Statement
from topline.statements.facts import family_of, same_time
from topline.statements.figure_units import FigureUnits
from topline.statements.printed import read_printed
from topline.statements.stretches import stretch_of

__all__ = ["link_derived"]


def link_derived(
    links: Iterable[Link],
    figures: Sequence[tuple[str, Quantity]],
    derived: Sequence[Derived],
    statements: Sequence[Statement],
    *,
    texts: Mapping[str, str] | None = None,
) -> Iterator[Link]:
    """The same links; one without a cell gets those of the single derived figure of its element and period it fits."""
    quantities = dict(figures)
    scales = {statement.id: Decimal(statement.scale) for statement in statements}
    units = FigureUnits(statements)
    for link in links:
        text = (texts or {}).get(link.mention, "")
        found = []
        if link.relation == "none" and derived:
            quantity = quantities[link.mention]
            unit = units.of(quantity, text)
            found = [d for d in derived if d.unit == unit and _states(d, quantity, text, 2 * scales[d.statement])]
        if len({d.value for d in found}) == 1:
            cells = (*found[0].plus, *found[0].minus)
            update = {"relation": "difference", "cells": cells, "computed": found[0].value}
            yield link.model_copy(update=update)
        else:
            yield link


def _states(derived: Derived, quantity: Quantity, text: str, place: Decimal) -> bool:
    """Both cells are rounded, so their difference may be off by one in their last place."""
    figure, printed = quantity.figure, read_printed(quantity, text)
    if derived.concept is None or figure.concept is None or figure.period is None or printed is None:
        return False
    period = Interval(*stretch_of(derived.period))
    same = family_of(figure.concept) == family_of(derived.concept) and same_time(figure.period, period)
    return same and figure.basis != "pro_forma" and printed.fits(Decimal(derived.value), place)
