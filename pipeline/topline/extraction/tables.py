"""Statements of a document's page, with the places of all cells in its source."""

from topline.quantities import ReleaseContext
from topline.readers import Document, OffsetMap
from topline.records import Cell, Problem, Span, Statement
from topline.statements import read_statements

__all__ = ["read_tables"]


def read_tables(document: Document, release: ReleaseContext | None = None) -> tuple[list[Statement], list[Problem]]:
    """Statements and what could not be read of them; `raw` of a cell is as seen, without the tags between its signs."""
    statements, problems = read_statements(document.page, document.tables, release=release)
    layout = document.layout
    if layout.is_copy:
        return statements, problems
    return [_moved(s, layout) for s in statements], [_told(p, layout) for p in problems]


def _moved(statement: Statement, layout: OffsetMap) -> Statement:
    rows = tuple(
        row.model_copy(update={"cells": tuple(_cell(cell, layout) for cell in row.cells)}) for row in statement.rows
    )
    start, end = layout.to_source(statement.start, statement.end)
    return statement.model_copy(update={"rows": rows, "start": start, "end": end})


def _cell(cell: Cell, layout: OffsetMap) -> Cell:
    start, end = layout.to_source(cell.start, cell.end)
    return cell.model_copy(update={"start": start, "end": end})


def _told(problem: Problem, layout: OffsetMap) -> Problem:
    if problem.at is None:
        return problem
    start, end = layout.to_source(problem.at.start, problem.at.end)
    return problem.model_copy(update={"at": Span(start=start, end=end)})
