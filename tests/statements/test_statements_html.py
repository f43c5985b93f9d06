"""Statements in HTML, one table a pair of files in `html_tables/`, which README.md there describes."""

import html
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from statement_tables import when

from topline.extraction.tables import read_tables
from topline.readers import Document, read_source
from topline.records import Cell, Statement

FOLDER = Path(__file__).parent / "html_tables"
CASES = sorted(path.stem for path in FOLDER.glob("*.html"))
_NOTE = re.compile(r"(?<=[\d)])(?:\(\w\)|\*+)$")


def _source(name: str) -> str:
    return (FOLDER / f"{name}.html").read_text(encoding="utf-8")


def _expected(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506
    return data


def _documents(name: str) -> tuple[Document, ...]:
    return read_source(_source(name))


def _cell(cell: Cell | None, currency: str | None) -> str:
    if cell is None:
        return "."
    unit = "" if cell.unit == currency else f" {cell.unit}"
    return ("nil" if cell.nil else f"{Decimal(cell.value).normalize():f}") + unit


def _wanted(cell: str) -> str:
    value, _, unit = cell.partition(" ")
    number = value if value in {"nil", "."} else f"{Decimal(value).normalize():f}"
    return f"{number} {unit}".strip()


def _rows(statement: Statement) -> list[list[str]]:
    rows = []
    for row in statement.rows:
        cells = {cell.column: cell for cell in row.cells}
        rows.append([row.label, *(_cell(cells.get(c.id), statement.currency) for c in statement.columns)])
    return rows


@pytest.mark.parametrize("name", CASES)
def test_statements_html_tables(name: str) -> None:
    expected = _expected(name)
    statements, problems = zip(*(read_tables(d) for d in _documents(name)), strict=True)
    found = [s for many in statements for s in many]
    assert len(found) == len(expected["statements"])
    for statement, want in zip(found, expected["statements"], strict=True):
        assert _rows(statement) == [[row[0], *map(_wanted, row[1:])] for row in want["rows"]]
        assert [time or "none" for time in when(statement)] == want["columns"]
        assert (statement.kind, str(statement.scale), statement.currency or "null") == (
            want["kind"], want["scale"], want["currency"]
        )  # fmt: skip
        assert "labels" not in want or [column.label for column in statement.columns] == want["labels"]
        assert "title" not in want or statement.title == want["title"]
    told = [problem.what for many in problems for problem in many]
    wanted = expected.get("problems", [])
    assert len(told) == len(wanted)
    assert all(words in what for words, what in zip(wanted, told, strict=True))


@pytest.mark.parametrize("name", CASES)
def test_statements_html_cells_lie_where_their_figures_are_printed(name: str) -> None:
    source = _source(name)
    for document in _documents(name):
        for statement in read_tables(document)[0]:
            for cell in (cell for row in statement.rows for cell in row.cells):
                seen = _seen(source[cell.start : cell.end])
                assert seen == "".join(cell.raw.split())
                digits = re.sub(r"\D", "", _NOTE.sub("", seen)).strip("0")
                assert digits == re.sub(r"\D", "", cell.value).strip("0")
            assert 0 <= statement.start < statement.end <= len(source)


def _seen(markup: str) -> str:
    return "".join(html.unescape(re.sub(r"<[^>]*>", "", markup)).split())


def test_statements_html_every_table_has_its_expectations() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(CASES)
    assert len(CASES) >= 20
