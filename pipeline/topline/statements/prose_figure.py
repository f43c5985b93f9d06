"""A figure of the prose with what is known of it, and whether a fact can be what it speaks of."""

from typing import NamedTuple

from topline.quantities import Quantity
from topline.records import Unit
from topline.statements.facts import Fact, same_time
from topline.statements.printed import Printed

__all__ = ["ProseFigure"]


class ProseFigure(NamedTuple):
    """`unit` is that of the cells that may state it."""

    quantity: Quantity
    printed: Printed
    unit: Unit

    @property
    def concept(self) -> str | None:
        return self.quantity.figure.concept

    @property
    def of_a_day(self) -> bool:
        period = self.quantity.figure.period
        return period is not None and period.start == period.end

    def could_be(self, fact: Fact) -> bool:
        """Of the same unit, for the time and on the basis that the prose tells, if it tells them."""
        return fact.cell.unit == self.unit and self.timely(fact) and self._on_basis(fact)

    def timely(self, fact: Fact) -> bool:
        period = self.quantity.figure.period
        return period is None or same_time(period, fact.time)

    def _on_basis(self, fact: Fact) -> bool:
        """A figure told as pro forma is never one by the accounting rules, nor the other way round."""
        told = self.quantity.figure.basis
        return fact.basis is not None and told in (None, fact.basis)

    def fits(self, fact: Fact) -> bool:
        return self.printed.fits(fact.value, fact.place)
