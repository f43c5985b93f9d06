"""A figure of the prose with what is known of it, and whether a fact can be what it speaks of."""

from typing import NamedTuple

from topline.quantities import Quantity
from topline.records import Unit
from topline.statements.facts import Fact, is_gain_or_loss, same_time
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

    @property
    def of_no_time(self) -> bool:
        """Told of what is expected, at a time that the words do not name."""
        return self.quantity.figure.claim == "expected" and self.quantity.figure.period is None

    @property
    def is_firm(self) -> bool:
        """Told of the whole item as a fact: what contradicts it is worth telling."""
        return self.quantity.figure.claim in ("fact", "compared") and self.quantity.figure.basis != "pro_forma"

    def could_be(self, fact: Fact, *, of_its_end: bool = False) -> bool:
        """Of the same unit, for the time and on the basis that the prose tells, if it tells them.

        Selected data print balances under periods: what is told of a day may be `of_its_end`.
        """
        timely = self.timely(fact) or (of_its_end and self._on_last_day(fact))
        return fact.cell.unit == self.unit and timely and self._on_basis(fact)

    def _on_last_day(self, fact: Fact) -> bool:
        period = self.quantity.figure.period
        return self.of_a_day and period is not None and fact.time is not None and fact.time.end == period.end

    def timely(self, fact: Fact) -> bool:
        period = self.quantity.figure.period
        return period is None or same_time(period, fact.time)

    def _on_basis(self, fact: Fact) -> bool:
        """A figure told as pro forma is never one by the accounting rules, nor the other way round."""
        told = self.quantity.figure.basis
        return fact.basis is not None and told in (None, fact.basis)

    def contradicts_sign(self, fact: Fact) -> bool:
        """The words say gain where the statement says loss, or the other way round."""
        told = self.quantity.figure
        tells = self.is_firm and told.sign_told and told.concept is not None and is_gain_or_loss(told.concept)
        return tells and fact.value != 0 and (fact.value < 0) != (told.sign < 0)

    def fits(self, fact: Fact) -> bool:
        return self.printed.fits(fact.value, fact.place)
