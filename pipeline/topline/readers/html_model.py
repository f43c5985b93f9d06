"""What HTML is read into before it is drawn: lines of runs, and tables of cells that hold the same again."""

from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Cell", "Flow", "Line", "PageBreak", "Run", "Table"]


class Run(NamedTuple):
    """Words of one style: `length` characters of the source from `source` on; `apart` when a blank is before them."""

    text: str
    source: int
    length: int
    bold: bool
    apart: bool
    raised: bool = False


class PageBreak(NamedTuple):
    """Where a page of paper ends."""


@dataclass(slots=True)
class Line:
    """`gap` asks for a blank line before it; `marker` is a list's own sign, which the source does not print."""

    runs: list[Run] = field(default_factory=list)
    gap: bool = False
    centred: bool = False
    indent: int = 0
    marker: str = ""
    verbatim: bool = False

    @property
    def bold(self) -> bool:
        return all(r.bold for r in self.runs)


@dataclass(slots=True)
class Flow:
    """What stands in the body or in one cell, in order."""

    items: list["Line | Table | PageBreak"] = field(default_factory=list)


@dataclass(slots=True)
class Cell:
    columns: int = 1
    rows: int = 1
    centred: bool = False
    indent: int = 0
    flow: Flow = field(default_factory=Flow)


@dataclass(slots=True)
class Table:
    rows: list[list[Cell]] = field(default_factory=list)
    open: Cell | None = None
