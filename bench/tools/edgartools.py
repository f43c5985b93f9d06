"""edgartools' document parser, given the text as a filing would hold it; it is made for HTML."""

import html

from edgar.documents import parse_html

from tools.model import Grid

NAME = "edgartools"
PACKAGES = ("edgartools",)


def read_table(region: str) -> Grid:
    tables = parse_html(f"<html><body><pre>{html.escape(region)}</pre></body></html>").tables
    return [
        [cell.text() for cell in cells]
        for table in tables
        for cells in (*table.headers, *(row.cells for row in table.rows))
    ]
