"""What HTML is read into before it is drawn: lines of runs, and tables of cells that hold the same again."""

from dataclasses import dataclass, field
from typing import NamedTuple

__all__ = ["Cell", "Flow", "Line", "Run", "Table"]


class Run(NamedTuple):
    """Words of one style: `length` characters of the source from `source` on; `apart` when a blank is before them."""

    text: str
    source: int
    length: int
    bold: bool
    apart: bool


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
    def text(self) -> str:
        return "".join(f" {r.text}" if r.apart and i else r.text for i, r in enumerate(self.runs))

    @property
    def bold(self) -> bool:
        return all(r.bold for r in self.runs)


@dataclass(slots=True)
class Flow:
    """What stands in the body or in one cell, in order; lines may be empty."""

    items: list["Line | Table"] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        """The lines that hold words, those of tables inside apart."""
        return [i for i in self.items if isinstance(i, Line) and i.runs]


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
