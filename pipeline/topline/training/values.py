"""The values of marked dates and amounts: stated in the mark, else read from its words."""

import re
from decimal import Decimal, InvalidOperation

from topline.evaluation.gold import GoldAmount, GoldDate
from topline.quantities import Interval, Quantity, ReleaseContext, find_quantities
from topline.training.marks import Name, days_of
from topline.training.release import MarkedRelease

__all__ = ["Values"]

_CODE = re.compile(r"(?P<low>\d+(?:\.\d+)?)?(?:\.\.(?P<high>\d+(?:\.\d+)?)?)?(?P<code>[A-Z]{3})?")


class Values:
    """Reads marks against the day and the period of one release; each block of the text is read once."""

    def __init__(self, release: MarkedRelease) -> None:
        period = Interval(*release.period) if release.period is not None else None
        self._context = ReleaseContext(released_on=release.released_on, period=period, company=release.company)
        self._blocks: dict[tuple[int, int], list[Quantity]] = {}

    def date(self, mark: Name, text: str) -> GoldDate | None:
        """None where the words tell none; two dates joined ("May 31 to June 4") give the interval of both."""
        if mark.value is not None:
            days = days_of(mark.value)
            return GoldDate(start=days[0], end=days[1], basis="stated") if days else None
        intervals = [q.interval for q in self._inside(mark, text) if q.interval is not None]
        if not intervals:
            return None
        start, end = min(i.start for i in intervals), max(i.end for i in intervals)
        return GoldDate(start=start.isoformat(), end=end.isoformat(), basis="stated")

    def amount(self, mark: Name, text: str) -> GoldAmount | None:
        """None where the words tell no number."""
        words = text[mark.start : mark.end]
        found = next((q for q in self._inside(mark, text) if q.low is not None or q.high is not None), None)
        if mark.value is not None:
            return _stated(mark, words, found.currency if found is not None else None)
        if found is None:
            return None
        plain = found.low is not None and found.low == found.high
        return GoldAmount(
            role=mark.role or "other",
            value=found.low if plain else None,
            low=None if plain else found.low,
            high=None if plain else found.high,
            currency=found.currency,
            quote=words,
        )

    def _inside(self, mark: Name, text: str) -> list[Quantity]:
        """The quantities that the mark touches; those that it holds whole come first."""
        start = text.rfind("\n\n", 0, mark.start) + 2 if "\n\n" in text[: mark.start] else 0
        end = text.find("\n\n", mark.end)
        block = (start, end if end >= 0 else len(text))
        if block not in self._blocks:
            self._blocks[block] = find_quantities(text[slice(*block)], self._context)
        touched = [q for q in self._blocks[block] if q.start + start < mark.end and mark.start < q.end + start]
        return [q for q in touched if mark.start <= q.start + start and q.end + start <= mark.end] or touched


def _stated(mark: Name, words: str, currency: str | None) -> GoldAmount | None:
    parts = _CODE.fullmatch(mark.value or "")
    if parts is None or (parts["low"] is None and parts["high"] is None):
        return None
    try:
        low, high = (Decimal(p) if p else None for p in (parts["low"], parts["high"]))
    except InvalidOperation:
        return None
    ranged = ".." in (mark.value or "")
    money = currency or parts["code"] or ("USD" if mark.label in ("MONEY", "PER_SHARE") else None)
    return GoldAmount(
        role=mark.role or "other",
        value=None if ranged else low,
        low=low if ranged else None,
        high=high if ranged else None,
        currency=money,
        quote=words,
    )
