"""The statements of the release collection, where it lies beside the checkout."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from topline.readers import TableRegion
from topline.statements import read_statements

pytestmark = pytest.mark.shared


@pytest.mark.parametrize(
    ("gold", "folder"), [("gold/seed_values.json", "seeds"), ("gold/filings_cells.json", "corpus/filings")]
)
def test_statements_shared_cells(shared: Callable[[str], Path], gold: str, folder: str) -> None:
    data = json.loads(shared(gold).read_text(encoding="utf-8"))
    wrong = []
    for name in data["files"]:
        source = shared(f"{folder}/{name}").read_text(encoding="latin-1")
        regions = [TableRegion(t["start"], t["end"]) for t in data["tables"] if t["file"] == name]
        statements, problems = read_statements(source, regions)
        assert problems == []
        cells = [
            (c, column)
            for s in statements
            for row in s.rows
            for c in row.cells
            for column in s.columns
            if column.id == c.column
        ]
        want = [c for c in data["cells"] if c["file"] == name]
        assert len(cells) == len(want)
        for cell in want:
            got = next(((c, k) for c, k in cells if c.start < cell["end"] and cell["start"] < c.end), None)
            when = cell["period"].get("instant") or (cell["period"]["start"], cell["period"]["end"])
            read = got and (got[1].instant or (got[1].period and (got[1].period.start, got[1].period.end)))
            if got is None or Decimal(got[0].value) != Decimal(str(cell["value"])) or read != when:
                wrong.append(cell["id"])
    assert wrong == []
