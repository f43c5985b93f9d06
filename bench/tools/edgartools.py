"""edgartools' document parser, given the text as a filing would hold it, with its tags or as preformatted text.

It is made for HTML, which the gold has none of.
"""

import html
from collections.abc import Iterator

from edgar.documents import parse_html

from tools.model import Grid

NAME = "edgartools"
PACKAGES = ("edgartools",)


def read_table(region: str) -> Grid:
    """Of the two the one with most cells."""
    return max(map(_grid, _forms(region)), key=lambda grid: sum(map(len, grid)))


def _forms(region: str) -> Iterator[str]:
    yield f"<html><body><pre>{html.escape(region)}</pre></body></html>"
    yield f"<html><body>{region}</body></html>"


def _grid(page: str) -> Grid:
    return [
        [cell.text() for cell in cells]
        for table in parse_html(page).tables
        for cells in (*table.headers, *(row.cells for row in table.rows))
    ]
