"""What a name or value is to its happening: a role's filler, a date, an amount."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from topline.evaluation.gold import GoldAmount, GoldDate
from topline.training.marks import MarkTrouble, Name
from topline.training.values import Values
from topline.vocab import role_labels, roles_of

__all__ = ["Fillers", "LinkedName", "linked_names"]

_VALUES = frozenset({"MONEY", "PER_SHARE", "SHARES", "COUNT", "PERCENT", "DURATION"})
_DATES = frozenset({"DATE", "PERIOD"})
_FREE = frozenset({"previous_date", "-"})


class LinkedName(NamedTuple):
    """A name; `silent` says that it fills no role by itself.

    It is the bracketed short form of the name before it, or the company whose release this is.
    """

    mark: Name
    silent: bool


def linked_names(names: Sequence[Name], text: str, company: str) -> Iterator[LinkedName]:
    """In reading order, values that have no role left out: they belong to nothing."""
    before: Name | None = None
    for name in names:
        alias = before is not None and before.label == name.label and _is_alias(text[before.end : name.start])
        before = name
        if name.label not in _VALUES | _DATES or name.role is not None:
            own = name.label == "COMPANY" and _is_own(text[name.start : name.end], company)
            yield LinkedName(name, name.role is None and not name.of and (alias or own))


def _is_own(words: str, company: str) -> bool:
    """Whether a name begins as the company's does."""
    one, other = words.split(), company.split()
    return bool(one and other) and one[0].rstrip(",.'’s").lower() == other[0].rstrip(",.'’s").lower()


def _is_alias(between: str) -> bool:
    return re.fullmatch(r",?\s*(?:®|™|\(R\)|\(TM\))?\s*\(\s*[\"“]?(?:the\s+[\"“])?", between) is not None


class Fillers:
    """The date, amounts and roles of one happening while its marks are read."""

    def __init__(self) -> None:
        self.date: GoldDate | None = None
        self.amounts: list[GoldAmount] = []
        self.roles: dict[str, list[str]] = {}
        self._borrowed: set[str] = set()

    def take(self, name: LinkedName, leaf: str, values: Values, text: str, *, own: bool) -> list[MarkTrouble]:
        """`own` is set in the happening's first sentence; what others add fills only what that one leaves empty."""
        mark, words = name.mark, text[name.mark.start : name.mark.end]
        if mark.role == "when":
            return self._take_date(mark, values, text)
        if mark.label in _VALUES and mark.role not in _FREE:
            return self._take_amount(mark, values, text)
        self._take_role(name, leaf, words, own=own)
        return []

    def _take_date(self, mark: Name, values: Values, text: str) -> list[MarkTrouble]:
        date = values.date(mark, text)
        if date is None:
            near = text[mark.start : mark.end]
            return [
                MarkTrouble(f"no date is read from {near!r}: write it as [DATE:when=2004-01-01/2004-03-31 …]", near)
            ]
        self.date = self.date or date
        return []

    def _take_amount(self, mark: Name, values: Values, text: str) -> list[MarkTrouble]:
        amount = values.amount(mark, text)
        if amount is None:
            near = text[mark.start : mark.end]
            return [MarkTrouble(f"no number is read from {near!r}: write it as [MONEY:gross=12500000 …]", near)]
        if all(amount.model_copy(update={"quote": a.quote}) != a for a in self.amounts):
            self.amounts.append(amount)
        return []

    def _take_role(self, name: LinkedName, leaf: str, words: str, *, own: bool) -> None:
        role = name.mark.role or _role_of(name.mark.label, leaf)
        if role is None or role == "-" or name.silent:
            return
        forms = self.roles.setdefault(role, [])
        if own and role in self._borrowed:
            forms.clear()
            self._borrowed.discard(role)
        if not own and forms and role not in self._borrowed:
            return
        if not own and not forms:
            self._borrowed.add(role)
        if words.lower() not in (form.lower() for form in forms):
            forms.append(words)


def _role_of(label: str, leaf: str) -> str | None:
    """The role that a name of that label fills in an event of that type."""
    return next((role for role, of in role_labels().items() if of == label and role in roles_of(leaf)), None)
