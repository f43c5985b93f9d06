"""Cells and links against the gold: of a tool that types its cells, and of one that gives a grid of strings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from counts import Counts
from gold import GoldCell, GoldMention, GoldTable
from tools.model import FoundCell, FoundLink, Grid

__all__ = ["Cells", "Links", "score_cells", "score_grid", "score_links"]


@dataclass(frozen=True)
class Cells(Counts):
    """How many of `total` have a cell of their own, and with which of its parts right; `whole` has them all."""

    total: int = 0
    found: int = 0
    value: int = 0
    unit: int = 0
    period: int = 0
    label: int = 0
    whole: int = 0


@dataclass(frozen=True)
class Links(Counts):
    """Figures that a cell states, and those that none does: right when exactly the gold's cells are named."""

    linked: int = 0
    linked_right: int = 0
    unlinked: int = 0
    unlinked_right: int = 0


def score_cells(found: Iterable[FoundCell], gold: Sequence[GoldCell]) -> Cells:
    found = list(found)
    return sum((_cell(cell, found) for cell in gold), Cells())


def _cell(gold: GoldCell, found: Sequence[FoundCell]) -> Cells:
    cell = next((f for f in found if f.start < gold.end and gold.start < f.end), None)
    if cell is None:
        return Cells(total=1)
    value, unit, period = cell.value == gold.value, cell.unit == gold.unit, cell.period == gold.period
    label = _even(gold.label) in map(_even, cell.labels)
    return Cells(1, 1, value, unit, period, label, value and unit and period and label)


def score_grid(grid: Grid, gold: GoldTable) -> Cells:
    """Strings have no unit, period or scale; their value is what they say as plain numbers, a dash being nothing."""
    rows = [row for _, row in sorted(_rows(gold.cells).items())]
    score, at = Cells(total=len(gold.cells)), 0
    for cells in rows:
        best = max(range(at, len(grid)), key=lambda i: _isolated(grid[i], cells), default=None)
        if best is None or not _isolated(grid[best], cells):
            continue
        score, at = score + _row(grid[best], cells), best + 1
    return score


def _rows(cells: Iterable[GoldCell]) -> dict[int, list[GoldCell]]:
    rows: dict[int, list[GoldCell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _isolated(row: Sequence[str], cells: Iterable[GoldCell]) -> int:
    strings = [_bare(text) for text in row]
    return sum(_take(strings, _bare(cell.raw)) for cell in cells)


def _row(row: Sequence[str], cells: Sequence[GoldCell]) -> Cells:
    strings, score = [_bare(text) for text in row], Cells()
    label = next((text for text in row if text.strip()), "")
    for cell in cells:
        if _take(strings, _bare(cell.raw)):
            named = _even(label) == _even(cell.label)
            score += Cells(found=1, value=_plain(cell.raw) == cell.value, label=named)
    return score


def _take(strings: list[str], wanted: str) -> bool:
    if wanted not in strings:
        return False
    strings.remove(wanted)
    return True


def _bare(text: str) -> str:
    return "".join(text.split())


def _even(text: str) -> str:
    return " ".join(text.lower().split())


def _plain(raw: str) -> Decimal | None:
    """ "$(1,234)" is -1234 and "--" is 0."""
    digits = raw.translate(str.maketrans("", "", "$, ()"))
    try:
        number = Decimal(digits) if digits.strip("-") else Decimal(0)
    except InvalidOperation:
        return None
    return -number if "(" in raw else number


def score_links(
    found: Sequence[FoundLink],
    cells: Iterable[FoundCell],
    gold: Sequence[tuple[GoldMention, frozenset[str]]],
    tables: Iterable[GoldTable],
) -> Links:
    """A cell of a link is the gold's cell that it lies on; one that lies on none makes the link wrong."""
    known = [cell for table in tables for cell in table.cells]
    place = {cell.id: _on(cell, known) for cell in cells}
    right = {True: 0, False: 0}
    for mention, wanted in gold:
        link = next((f for f in found if f.start < mention.end and mention.start < f.end), None)
        named = frozenset(place.get(cell) for cell in link.cells) if link is not None else None
        right[bool(wanted)] += named == wanted
    linked = sum(bool(wanted) for _, wanted in gold)
    return Links(linked, right[True], len(gold) - linked, right[False])


def _on(found: FoundCell, known: Iterable[GoldCell]) -> str | None:
    return next((g.id for g in known if found.start < g.end and g.start < found.end), None)
