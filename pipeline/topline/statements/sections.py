"""Which heading a row stands under."""

import re
from dataclasses import dataclass

from topline.statements.labels import LabelLine
from topline.statements.vocabulary import first_match, normal, words

__all__ = ["Sections"]

_DEEPEST = 6
_HALVES = ("liabilities and ", "capitalization and ")
_PARTED = re.compile(r"(?: ?[:,]| -{1,2}| [–—]) ?(?P<variant>[A-Za-z& ]{5,20})$")
_COUNTED = frozenset({"USD/shares", "shares"})


@dataclass(slots=True)
class _Section:
    heading: str
    name: str
    indent: int
    major: bool
    lasting: bool
    rows: int = 0
    inner_rows: int = 0


def _lasts(heading: str, name: str) -> bool:
    """ "Balance Sheet Data:" and "For the year ended June 30:" are no parts that a total or a result ends."""
    told = ("dated_headings", "section_kinds")
    return name.endswith((" data", " information")) or any(first_match(listed, heading.lower()) for listed in told)


def _item(label: str) -> str | None:
    """What comes in variants: "EPS" of "EPS: Basic", "Net loss per share" of "Net loss per share - diluted"."""
    parted = _PARTED.search(label)
    if parted is None or normal(parted["variant"]) not in words("variants"):
        return None
    item = label[: parted.start()]
    return item if first_match("units", item.lower()) in _COUNTED else None


class Sections:
    """The headings that are open, outermost first. A total closes the one it totals."""

    __slots__ = ("_item", "_open")

    def __init__(self) -> None:
        self._open: list[_Section] = []
        self._item: str | None = None

    def heading(self, line: LabelLine) -> None:
        name = normal(line.text)
        if not name:
            return
        self._item = None
        major = (name in words("majors") or name.startswith(_HALVES)) and (
            name != "liabilities" or not self._in_equity_half()
        )
        if major:
            self._open.clear()
        while self._open and not self._open[-1].major and self._open[-1].indent >= line.indent:
            self._open.pop()
        if len(self._open) >= _DEEPEST:
            self._open.pop()
        self._open.append(_Section(line.text, name, line.indent, major, _lasts(line.text, name)))

    def _in_equity_half(self) -> bool:
        return bool(self._open) and self._open[0].name.startswith("liabilities and")

    def enter(self, label: str, indent: int) -> tuple[str | None, bool]:
        """The heading of a row, and whether the row is the first under it.

        A bare "Diluted" after "EPS: Basic" stands under "EPS".
        """
        heading, first = self._enter(label, indent)
        if self._item and normal(label) in words("variants"):
            return self._item, False
        self._item = _item(label)
        return heading, first

    def _enter(self, label: str, indent: int) -> tuple[str | None, bool]:
        name = normal(label)
        if not name.startswith("total"):
            self._leave(name, indent)
        if not self._open:
            return None, False
        section = self._open[-1]
        section.rows += 1
        section.inner_rows += indent > section.indent
        heading, first = section.heading, section.rows == 1
        if not name or name.startswith("total"):
            heading = self._close(name.removeprefix("total").strip()) or heading
        return heading, first

    def _leave(self, name: str, indent: int) -> None:
        """A row that is set out again, or a result, does not belong under the heading before it."""
        result = name.startswith(tuple(words("closers"))) and "per" not in name.split()
        while self._open and not self._open[-1].major:
            section = self._open[-1]
            outside = section.inner_rows > 0 and indent <= section.indent
            if not (outside and name) and not (result and section.rows > 0 and not section.lasting):
                return
            self._open.pop()

    def _close(self, what: str) -> str | None:
        """Closes the sections that a total ends and tells which one it totals."""
        for i in range(len(self._open) - 1, -1, -1):
            if what and self._open[i].name == what:
                heading = self._open[i].heading
                del self._open[i:]
                return heading
        if self._open and not (self._open[-1].major or self._open[-1].lasting):
            return self._open.pop().heading
        return None
