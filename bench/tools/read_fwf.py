"""pandas.read_fwf, which finds the columns itself: in the whole region, from its first row on, or in its rows alone.

The one that gives most figures counts.
"""

import re
from collections.abc import Iterator
from io import StringIO

import pandas as pd

from tools.model import Grid

NAME = "pandas.read_fwf"
PACKAGES = ("pandas",)

_ROW = re.compile(r"\s*\S.*\s{2,}[$(]*(?:\d|--)")
_FIGURE = re.compile(r"\$?\s?\(?[\d,.]+\)?|--")


def read_table(region: str) -> Grid:
    return max(map(_grid, _parts(region)), key=_figures)


def _parts(region: str) -> Iterator[str]:
    lines = region.splitlines()
    rows = [i for i, line in enumerate(lines) if _ROW.match(line)]
    yield region
    yield "\n".join(lines[rows[0] :] if rows else lines)
    yield "\n".join([lines[i] for i in rows] or lines)


def _grid(text: str) -> Grid:
    frame = pd.read_fwf(StringIO(text), header=None, dtype=str, infer_nrows=len(text.splitlines()))
    return [[str(cell) for cell in row] for row in frame.fillna("").to_numpy()]


def _figures(grid: Grid) -> int:
    return sum(_FIGURE.fullmatch(cell.strip()) is not None for row in grid for cell in row)
