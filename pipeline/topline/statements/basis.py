"""Whether a cell is by the accounting rules, pro forma, or an adjustment that leads from one to the other."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from topline.quantities import FigureBasis
from topline.records import Basis, Column, Row, Statement
from topline.statements.caption import basis_of
from topline.vocab.load import load_yaml

__all__ = ["bare_label", "cell_basis", "columns_apart", "concept_by_the_rules", "fact_basis", "told_apart"]

_Told = Literal["gaap", "pro_forma", "adjustment"]
_Time = tuple[str, str]


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_yaml("statement_links.yaml")[name], re.IGNORECASE)


def cell_basis(statement: Statement, row: Row, column: str) -> FigureBasis | None:
    """The row's label speaks before the heading over it and the column's head, these before the title.

    None for an adjustment. `column` is the id of the cell's column.
    """
    head = _heads(statement.columns).get(column)
    if head == "adjustment":
        return None
    section = _of_words(row.section or "")
    told = _of_words(row.label) or (section if section == "pro_forma" else None) or head or section
    return told or ("pro_forma" if basis_of(statement.title) == "pro_forma" else "gaap")


def fact_basis(statement: Statement, row: Row, column: str) -> Basis:
    """What a cell is; what leads from one basis to the other belongs to a reconciliation, and so do all rows of one."""
    own = cell_basis(statement, row, column)
    whole = basis_of(statement.title) == "reconciliation" and _heads(statement.columns).get(column) != "pro_forma"
    return "reconciliation" if own is None or whole else own


def concept_by_the_rules(statement: Statement, row: Row, column: str) -> str | None:
    """The row's element where the cell states it; adjustments and pro forma figures only resemble it."""
    return row.concept if cell_basis(statement, row, column) == "gaap" else None


def columns_apart(statement: Statement) -> frozenset[str]:
    """The columns whose heads say themselves that their figures are by the rules, or that they are not."""
    return frozenset(_heads(statement.columns))


def told_apart(statement: Statement, column: str) -> bool:
    """Whether the head says itself that its figures are by the rules, or that they are not."""
    return column in _heads(statement.columns)


@lru_cache(maxsize=1000)
def _heads(columns: Sequence[Column]) -> dict[str, _Told]:
    """By column what its head says of it; none for most.

    Beside a column by the rules and one that is not, others of their time lead from one to the other.
    """
    found = {c.id: told for c in columns if (told := _of_head(c.label)) and not _adopted(c, columns)}
    sides: dict[_Time, set[_Told]] = {}
    for column in columns:
        if column.id in found:
            sides.setdefault(_time(column), set()).add(found[column.id])
    bridged = {time for time, told in sides.items() if time != ("", "") and told >= {"gaap", "pro_forma"}}
    between: dict[str, _Told] = {c.id: "adjustment" for c in columns if _time(c) in bridged}
    return between | found


def _time(column: Column) -> _Time:
    if column.period is not None:
        return column.period.start, column.period.end
    return column.instant or "", column.instant or ""


def _adopted(column: Column, columns: Sequence[Column]) -> bool:
    """Figures that were adjusted to a rule that the company adopted since: they are by the rules.

    Such a column stands beside the one "as previously reported", or beside nothing else of that time, but beside other
    times that say no such thing.
    """
    if not _pattern("adopted").search(column.label):
        return False
    others = [c for c in columns if c.id != column.id]
    rivals = [c for c in others if _time(c) == _time(column)]
    if rivals:
        return all(_pattern("before_adoption").search(c.label) for c in rivals)
    return any(_of_head(c.label) is None for c in others)


@lru_cache(maxsize=8192)
def _of_head(head: str) -> _Told | None:
    if _pattern("adjustment").search(head):
        return "adjustment"
    told = _of_words(head)
    if told is None and _pattern("pro_forma_heads").search(head):
        return "pro_forma"
    return told or ("gaap" if _pattern("by_the_rules_heads").search(head) else None)


@lru_cache(maxsize=8192)
def _of_words(words: str) -> FigureBasis | None:
    """What is "adjusted for the stock split" is by the rules all the same."""
    words = _pattern("no_basis").sub(" ", words)
    if basis_of(words) == "reconciliation":
        return None
    if _pattern("by_the_rules").search(words):
        return "gaap"
    return "pro_forma" if basis_of(words) == "pro_forma" else None


@lru_cache(maxsize=8192)
def bare_label(label: str) -> str:
    """A row's label without the words that tell its basis: "Net loss on a pro forma basis" is a net loss."""
    return " ".join(_pattern("basis_words").sub(" ", label).split())
