"""Where a release contradicts itself: sums that do not add up, prose figures that no cell bears out."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from topline.records import Cell, Link, Statement

__all__ = ["contradictions", "doubtful_cells"]


def contradictions(statements: Iterable[Statement], links: Iterable[Link]) -> list[Link]:
    """Links that disagree. A figure that another period of the same element bears out is said of that one instead."""
    disagreeing = [link for link in links if link.relation == "disagrees"]
    if not disagreeing:
        return []
    elements: dict[str, list[Cell]] = {}
    own: dict[str, str] = {}
    for statement in statements:
        for row in statement.rows:
            name = row.concept or f"{statement.id}.{row.id}"
            elements.setdefault(name, []).extend(row.cells)
            own |= {cell.id: name for cell in row.cells}
    return [link for link in disagreeing if not any(_bears_out(c, link) for c in elements[own[link.cells[0]]])]


def _bears_out(cell: Cell, link: Link) -> bool:
    stated = Decimal(link.stated)
    exponent = stated.normalize().as_tuple().exponent
    place = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return bool(stated) and abs(abs(Decimal(cell.value)) - stated) <= place / 2


def doubtful_cells(statements: Sequence[Statement], links: Iterable[Link]) -> frozenset[str]:
    """Cells of sums that do not add up, and those that a figure of the prose contradicts."""
    failed = (c for s in statements for c in s.checks if not c.holds)
    summed = {cell for check in failed for cell in (check.total, *check.parts)}
    return frozenset(summed | {cell for link in contradictions(statements, links) for cell in link.cells})
