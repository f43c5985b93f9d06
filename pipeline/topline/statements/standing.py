"""Which statements of a release may be set beside others: those that are not of an affiliate or a segment."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from topline.records import Interval, Statement
from topline.statements.caption import basis_of
from topline.statements.flows import Element, element_of, qualifier_of
from topline.statements.owners import apart

__all__ = ["standing"]

_Told = dict[tuple[Element, Interval | str], Decimal]
_Columns = dict[str, tuple[str, Interval | str]]


def standing(statements: Sequence[Statement], company: str | None = None) -> frozenset[str]:
    """Ids of statements whose figures may be set beside those of other tables and releases.

    A release may hold the summary of an affiliate or a segment under much the same words. Of statements of one kind
    that speak of the same time the longest one stands; where two of them state one element with different amounts,
    neither does: which of them is the company's is not known. One that is titled with the name of another company than
    the release's never stands.
    """
    others = apart(statements, company)
    kinds: dict[object, list[Statement]] = {}
    for statement in (s for s in statements if s.id not in others):
        kinds.setdefault(statement.kind, []).append(statement)
    return frozenset(name for members in kinds.values() for name in _standing(members))


def _standing(members: Sequence[Statement]) -> Iterator[str]:
    accepted: list[Statement] = []
    torn: set[str] = set()
    columns = {s.id: _columns(s) for s in members}
    times = {s.id: {(basis_of(s.title), *column) for column in columns[s.id].values()} for s in members}
    told = {s.id: _told(s, columns[s.id]) for s in members}
    for statement in sorted(members, key=lambda s: len(s.rows), reverse=True):
        rivals = [s for s in accepted if times[statement.id] & times[s.id]]
        for rival in rivals:
            if _contradict(told[statement.id], told[rival.id], max(statement.scale, rival.scale)):
                torn |= {statement.id, rival.id}
        if not rivals:
            accepted.append(statement)
    return (s.id for s in accepted if s.id not in torn)


def _columns(statement: Statement) -> _Columns:
    return {
        c.id: (qualifier_of(statement.title, c.label), c.period or c.instant or "")
        for c in statement.columns
        if c.period or c.instant
    }


def _told(statement: Statement, columns: _Columns) -> _Told:
    found: _Told = {}
    heads = {column.id: column for column in statement.columns}
    for row in statement.rows:
        for cell in row.cells if row.concept else ():
            if cell.column in columns:
                element = element_of(statement, row, heads[cell.column], cell.unit)
                if element is not None:
                    found.setdefault((element, columns[cell.column][1]), Decimal(cell.value))
    return found


def _contradict(one: _Told, other: _Told, scale: int) -> bool:
    return any(abs(abs(value) - abs(other[key])) > scale for key, value in one.items() if key in other)
