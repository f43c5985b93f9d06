"""Tables in the many ways in which companies set them: each is a text and what must be read from it, in `tables/`."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from statement_tables import when

from topline.readers import read_source
from topline.records import Cell, Problem, Row, Statement
from topline.statements import read_statements

TABLES = Path(__file__).with_name("tables")
NAMES = sorted(path.stem for path in TABLES.glob("*.txt"))
UNITS = {"/sh": "USD/shares", "sh": "shares", "pure": "pure"}


def read(name: str) -> tuple[str, list[Statement], list[Problem]]:
    """A table read as a release that holds nothing else but a line of prose."""
    source = "The Company today announced its results for the period, which are set out in the table below.\n\n\n"
    source += (TABLES / f"{name}.txt").read_text(encoding="utf-8")
    (document,) = read_source(source, name=f"{name}.txt", input_format="text")
    return document.page, *read_statements(document.page, document.tables)


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((TABLES / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def row_line(row: Row, statement: Statement, wanted: str) -> str:
    """A row as the case writes it, with any heading where the case asks for none in particular."""
    cells = {cell.column: cell for cell in row.cells}
    shown = [printed(cells.get(column.id), statement.scale) for column in statement.columns]
    heading = "* > " if wanted.startswith("* > ") else f"{row.section} > " if row.section else ""
    return " | ".join([f"{heading}{row.label}".strip(), *shown])


def printed(cell: Cell | None, scale: int) -> str:
    if cell is None:
        return "."
    if cell.nil:
        return "nil"
    value = Decimal(cell.value)
    if len(cell.unit) == 3:
        return f"{(value / scale).normalize():,f}{'' if cell.unit == 'USD' else f' {cell.unit}'}"
    unit = next(short for short, unit in UNITS.items() if unit == cell.unit)
    return f"{value.normalize():,f} {unit}"


def plain(line: str) -> str:
    """A row of a case with its values in one form: "9.0" is "9"."""
    label, *values = (part.strip() for part in line.split("|"))
    return " | ".join([label, *map(_plain_value, values)])


def _plain_value(text: str) -> str:
    if text in {".", "nil"}:
        return text
    number, *unit = text.split()
    return " ".join([f"{Decimal(number.replace(',', '')).normalize():,f}", *unit])


@pytest.mark.parametrize("name", NAMES)
def test_statements_tables_rows(name: str) -> None:
    _, statements, _ = read(name)
    wanted = expected(name)["statements"]
    assert len(statements) == len(wanted)
    for statement, case in zip(statements, wanted, strict=True):
        lines = [line.strip() for line in case["rows"].splitlines()]
        kinds = lines + ["* > "] * max(len(statement.rows) - len(lines), 0)
        got = [row_line(row, statement, line) for row, line in zip(statement.rows, kinds, strict=False)]
        assert got == [plain(line) for line in lines]


@pytest.mark.parametrize("name", NAMES)
def test_statements_tables_heads(name: str) -> None:
    _, statements, _ = read(name)
    for statement, case in zip(statements, expected(name)["statements"], strict=True):
        found = when(statement)
        wanted = [str(x) if x is not None else None for x in case["columns"]]
        assert found == [f if x == "*" else x for f, x in zip(found, wanted, strict=True)]
        assert case["kind"] in {statement.kind, "*"}
        assert statement.scale == case["scale"]
        assert case.get("title", statement.title) == statement.title
        labels = [column.label for column in statement.columns]
        assert case.get("labels", labels) == labels


@pytest.mark.parametrize("name", NAMES)
def test_statements_tables_trouble(name: str) -> None:
    page, statements, problems = read(name)
    assert len(problems) == expected(name).get("problems", 0), problems
    failed = [check for statement in statements for check in statement.checks if not check.holds]
    assert len(failed) == expected(name).get("fails", 0), failed
    cells = [cell for statement in statements for row in statement.rows for cell in row.cells]
    assert [cell.raw for cell in cells] == [page[cell.start : cell.end] for cell in cells]


def test_statements_tables_every_table_has_its_expectations() -> None:
    assert {path.stem for path in TABLES.glob("*.yaml")} == set(NAMES)
