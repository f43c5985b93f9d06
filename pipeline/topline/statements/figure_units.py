"""The unit of the cells that may state a prose figure: its currency, as the statements of the release have it."""

from collections.abc import Sequence

from topline.quantities import Quantity
from topline.records import Statement, Unit
from topline.statements.currencies import is_dollar
from topline.statements.facts import is_money

__all__ = ["FigureUnits"]


class FigureUnits:
    """A bare "$" is the dollar of the statements; an amount without a currency is in theirs where they have one."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        units = (cell.unit for s in statements for row in s.rows for cell in row.cells)
        self._printed = dict.fromkeys(unit for unit in units if is_money(unit))

    def of(self, quantity: Quantity, text: str) -> Unit:
        """`text` is the mention as printed."""
        currency = quantity.currency or (next(iter(self._printed)) if len(self._printed) == 1 else "USD")
        dollars = [unit for unit in self._printed if is_dollar(unit)]
        if text.lstrip("( ").startswith("$") and currency not in dollars and len(dollars) == 1:
            currency = dollars[0]
        return f"{currency}/shares" if quantity.label == "PER_SHARE" else currency
