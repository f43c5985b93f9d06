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
_EXHIBIT_START = re.compile(r"-\d+(?=#)")


class Time(NamedTuple):
    """The days of a column; of an undated one, or one of two that tell the same, its head and where it stands."""

    end: str
    start: str = ""
    place: str = ""


class Item(NamedTuple):
    """`months` is 0 for a balance and -1 without a date; `part` tells statements apart that contradict each other."""

    fact: Fact
    time: Time
    months: int
    part: int


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
    twice, parts = _twice(every), _parts(every)
    return [_item(fact, twice, parts) for fact in facts]


def months_of(fact: Fact) -> int:
    return round(stretch_of(fact.period).days / _MONTH_DAYS) if fact.period else 0


@lru_cache(maxsize=10_000)
def qualifier(title: str, head: str) -> str:
    return qualifier_of(title, head)


def _item(fact: Fact, twice: frozenset[str], parts: Mapping[tuple[str, str | None, str], int]) -> Item:
    part = parts.get((fact.source, fact.exhibit, fact.statement), 0)
    dated = fact.period is not None or fact.instant is not None
    if not dated or (not fact.derived_from and _column_of(fact) in twice):
        return Item(fact, Time(fact.column or "", place=_column_of(fact)), -1, part)
    if fact.period is None:
        return Item(fact, Time(fact.instant or ""), 0, part)
    return Item(fact, Time(fact.period.end, fact.period.start), months_of(fact), part)


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


def _parts(facts: Iterable[Fact]) -> dict[tuple[str, str | None, str], int]:
    """By statement; one that states other amounts than one before is of something else: an affiliate, a segment."""
    statements: dict[tuple[str, str | None, str], dict[tuple[object, ...], str]] = {}
    for fact in facts:
        if not fact.derived_from and fact.value != "0" and (fact.period or fact.instant):
            told = statements.setdefault((fact.source, fact.exhibit, fact.statement), {})
            words = qualifier(fact.title, fact.column or "")
            key = (fact.kind, fact.basis, words, *row_key(fact), fact.period, fact.instant)
            told.setdefault(key, fact.value)
    known: dict[str, list[dict[tuple[object, ...], str]]] = {}
    parts: dict[tuple[str, str | None, str], int] = {}
    for name, told in statements.items():
        before = known.setdefault(name[0], [])
        at = next(
            (i for i, other in enumerate(before) if all(other.get(k, v) == v for k, v in told.items())), len(before)
        )
        if at == len(before):
            before.append({})
        before[at] |= told
        parts[name] = at
    return parts
