"""Facts with where they stand in a table: which time, which table of several, which row."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from topline.cli.fact_rows import row_key
from topline.records import Fact
from topline.statements import qualifier_of, stretch_of

__all__ = ["MONTHS", "Item", "Places", "Time", "items_of", "months_of", "qualifier"]

MONTHS = {3: "three months", 6: "six months", 9: "nine months", 12: "year"}
_MONTH_DAYS = 30.4
_COUNTS = frozenset(["shares", "pure"])
_EXHIBIT_START = re.compile(r"-\d+(?=#)")

_Statement = tuple[str, str | None, str]


class Time(NamedTuple):
    """The days of a column; of an undated one, or one of two that tell the same, its head and where it stands."""

    end: str
    start: str = ""
    place: str = ""


class Item(NamedTuple):
    """`months` is 0 for a balance and -1 without a date; `part` tells statements apart that contradict each other.

    `currency` is that of the column, of counts as well.
    """

    fact: Fact
    time: Time
    months: int
    part: int
    currency: str


class Places:
    """Printed figures by the names that derived ones have for them."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts: dict[str, Fact] = {}
        for fact in facts:
            if fact.cell:
                self._facts[f"{fact.source}#{fact.cell}"] = fact
                self._facts[f"{fact.source}:{fact.exhibit}#{fact.cell}"] = fact

    def of(self, fact: Fact) -> list[Fact | None]:
        names = [signed[1:] for signed in fact.derived_from]
        return [self._facts.get(name) or self._facts.get(_EXHIBIT_START.sub("", name)) for name in names]


def items_of(facts: Iterable[Fact], among: Iterable[Fact]) -> list[Item]:
    """Items of some facts, as they stand `among` all."""
    every = list(among)
    twice, parts, currencies = _twice(every), _parts(every), _currencies(every)
    return [_item(fact, twice, parts, currencies) for fact in facts]


def months_of(fact: Fact) -> int:
    return round(stretch_of(fact.period).days / _MONTH_DAYS) if fact.period else 0


@lru_cache(maxsize=10_000)
def qualifier(title: str, head: str) -> str:
    return qualifier_of(title, head)


def _item(fact: Fact, twice: frozenset[str], parts: Mapping[_Statement, int], currencies: Mapping[object, str]) -> Item:
    own = parts.get(_statement(fact), 0), _currency(fact, currencies)
    dated = fact.period is not None or fact.instant is not None
    if not dated or (not fact.derived_from and _column_of(fact) in twice):
        return Item(fact, Time(fact.column or "", place=_column_of(fact)), -1, *own)
    if fact.period is None:
        return Item(fact, Time(fact.instant or ""), 0, *own)
    return Item(fact, Time(fact.period.end, fact.period.start), months_of(fact), *own)


def _statement(fact: Fact) -> _Statement:
    return fact.source, fact.exhibit, fact.statement


def _currency(fact: Fact, currencies: Mapping[object, str]) -> str:
    """Of a count the currency of the amounts in its column, else in its statement."""
    if fact.unit not in _COUNTS:
        return fact.unit.partition("/")[0]
    return currencies.get(_column_of(fact)) or currencies.get(_statement(fact), "")


def _currencies(facts: Iterable[Fact]) -> dict[object, str]:
    found: dict[object, str] = {}
    for fact in facts:
        if fact.unit not in _COUNTS:
            for place in (_column_of(fact), _statement(fact)):
                found.setdefault(place, fact.unit.partition("/")[0])
    return found


def _column_of(fact: Fact) -> str:
    """ "a.txt EX-99.1 s1 c2" of a printed figure."""
    return f"{fact.source} {fact.exhibit or ''} {fact.statement} {(fact.cell or '').rpartition('.')[2]}"


def _twice(facts: Iterable[Fact]) -> frozenset[str]:
    """Columns that tell the same time in the same words as another one of their statement."""
    columns: dict[tuple[object, ...], set[str]] = {}
    for fact in facts:
        if not fact.derived_from:
            head = (fact.source, fact.exhibit, fact.statement, fact.column, fact.period, fact.instant)
            columns.setdefault(head, set()).add(_column_of(fact))
    return frozenset(column for same in columns.values() if len(same) > 1 for column in same)


def _parts(facts: Iterable[Fact]) -> dict[_Statement, int]:
    """By statement; one that states other amounts than a longer one is of something else: an affiliate, a segment."""
    statements: dict[_Statement, dict[tuple[object, ...], str]] = {}
    lengths: dict[_Statement, set[tuple[object, ...]]] = {}
    for fact in facts:
        if not fact.derived_from and fact.value != "0" and (fact.period or fact.instant):
            told = statements.setdefault(_statement(fact), {})
            lengths.setdefault(_statement(fact), set()).add((fact.section, fact.label, fact.unit))
            words = qualifier(fact.title, fact.column or "")
            key = (fact.kind, fact.basis, words, *row_key(fact), fact.period, fact.instant)
            told.setdefault(key, fact.value)
    known: dict[str, list[dict[tuple[object, ...], str]]] = {}
    parts: dict[_Statement, int] = {}
    for name, told in sorted(statements.items(), key=lambda item: len(lengths[item[0]]), reverse=True):
        before = known.setdefault(name[0], [])
        at = next(
            (i for i, other in enumerate(before) if all(other.get(k, v) == v for k, v in told.items())), len(before)
        )
        if at == len(before):
            before.append({})
        before[at] |= told
        parts[name] = at
    return parts
