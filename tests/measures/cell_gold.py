"""Cells and links of real filings beside their gold in `annotations/cells`, file by file.

python tests/measures/cell_gold.py [DIR]     DIR holds the files, in any folders; by default ../shared/corpus
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from topline.extraction import Extractor, load
from topline.records import Cell, Column, ReleaseRecord, Row

GOLD = Path(__file__).parents[2] / "annotations" / "cells"

Read = tuple[Cell, Row, Column]


def gold(name: str) -> dict[str, list[dict[str, str]]]:
    """The rows of a table of the gold by file."""
    found: dict[str, list[dict[str, str]]] = {}
    with (GOLD / name).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["file"], []).append(row)
    return found


def cells_of(records: Iterable[ReleaseRecord]) -> list[Read]:
    """All cells but those of percentages, which the gold does not have."""
    return [
        (cell, row, column)
        for record in records
        for statement in record.statements
        for row in statement.rows
        for cell in row.cells
        for column in statement.columns
        if column.id == cell.column and "%" not in cell.raw
    ]


def cell_scores(records: Sequence[ReleaseRecord], wanted: Sequence[dict[str, str]]) -> Counter[str]:
    """How many cells are wanted, found, right in value, in value and time, in unit and concept; how many are extra."""
    read = cells_of(records)
    by_start = {start: found for found in read for start in range(found[0].start, found[0].end)}
    score: Counter[str] = Counter(wanted=len(wanted))
    taken = set()
    for row in wanted:
        found = by_start.get(int(row["end"]) - 1)
        if found is None:
            continue
        cell, line, column = found
        taken.add(cell.start)
        right = Decimal(cell.value) == Decimal(row["value"])
        score["found"] += 1
        score["value"] += right
        score["value and time"] += right and _same_time(column, row)
        score["unit"] += cell.unit == row["unit"]
        score["named"] += bool(row["concept"])
        score["concept"] += bool(row["concept"]) and line.concept in {row["concept"], *row["also"].split()}
    inside = [(int(row["start"]), int(row["end"])) for row in wanted]
    first, last = min(inside)[0], max(inside)[1]
    score["extra"] = sum(first <= cell.start <= last and cell.start not in taken for cell, _, _ in read)
    return score


def _same_time(column: Column, row: dict[str, str]) -> bool:
    """A first day that the text does not tell is not asked for; a balance may stand in a column of a period."""
    if not row["time"]:
        return True
    if row["time"] == "instant":
        return row["to"] == (column.instant or (column.period and column.period.end))
    return column.period is not None and column.period.end == row["to"] and row["from"] in ("", column.period.start)


def link_scores(records: Sequence[ReleaseRecord], wanted: Sequence[dict[str, str]]) -> Counter[str]:
    score: Counter[str] = Counter(wanted=len(wanted))
    for row in wanted:
        start, end = int(row["start"]), int(row["end"])
        for record in records:
            mentions = {m.id: m for m in record.mentions}
            at = {c.id: range(c.start, c.end) for s in record.statements for r in s.rows for c in r.cells}
            for link in record.links:
                mention = mentions[link.mention]
                if mention.start < end and start < mention.end:
                    score["right"] += _same_cells([at[cell] for cell in link.cells], row["cells"])
    return score


def _same_cells(linked: Sequence[range], wanted: str) -> bool:
    """`wanted` has the starts of the cells, alternatives parted by a bar; a start may lie behind the cell's "$"."""
    return any(
        len(linked) == len(starts.split())
        and all(any(int(start) in place for place in linked) for start in starts.split())
        for starts in wanted.split("|")
    )


def measured(folder: Path) -> dict[str, tuple[Counter[str], Counter[str]]]:
    extractor = Extractor(load())
    cells, links = gold("cells.csv"), gold("links.csv")
    found = {}
    for name in sorted(cells):
        records = extractor.all(next(folder.rglob(name)))
        found[name] = (cell_scores(records, cells[name]), link_scores(records, links.get(name, [])))
    return found


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD.parents[2] / "shared" / "corpus"
    total: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for name, (cells, links) in measured(folder).items():
        sys.stdout.write(f"{name[:36]:36} {dict(cells)} links {links['right']} of {links['wanted']}\n")
        total = (total[0] + cells, total[1] + links)
    sys.stdout.write(f"{'all':36} {dict(total[0])} links {total[1]['right']} of {total[1]['wanted']}\n")


if __name__ == "__main__":
    main()
