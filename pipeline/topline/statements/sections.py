"""Which heading a row stands under."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from topline.records import Unit
from topline.statements.dated_heading import dates_rows
from topline.statements.labels import LabelLine
from topline.statements.parts import Mark
from topline.statements.small_figures import is_small
from topline.statements.vocabulary import first_match, normal, section_class, words

__all__ = ["Sections"]

_DEEPEST = 6
_HALVES = ("liabilities and ", "capitalization and ")
_PARTED = re.compile(r"(?: ?[:,]| -{1,2}| [–—]) ?(?P<variant>[A-Za-z& ]{5,20})$")
_COUNTED = frozenset({"USD/shares", "shares"})
_NO_MARKS: tuple[Mark, ...] = ()


@dataclass(slots=True)
class _Section:
    """An open heading. `counted` is what the rows under it are, by its own words or by those of a heading over it."""

    heading: str
    name: str
    indent: int
    major: bool
    lasting: bool
    counted: Unit | None = None
    rows: int = 0
    inner_rows: int = 0


def _lasts(heading: str, name: str) -> bool:
    """ "Balance Sheet Data:" and "For the year ended June 30:" are no parts that a total or a result ends."""
    if name.endswith((" data", " information")) or dates_rows(heading):
        return True
    return first_match("section_kinds", heading.lower()) is not None


def _item(label: str) -> str | None:
    """What comes in variants: "EPS" of "EPS: Basic", "Net loss per share" of "Net loss per share - diluted"."""
    parted = _PARTED.search(label)
    if parted is None or normal(parted["variant"]) not in words("variants"):
        return None
    item = label[: parted.start()]
    return item if _counted(item) else None


def _counted(text: str) -> Unit | None:
    """Money a share or shares, where a heading or an item says so."""
    said = " ".join(text.lower().rstrip(":").split())
    told: Unit | None = first_match("units", said) if "except" not in said else None
    return told if told in _COUNTED else None


def _small(marks: Iterable[Mark]) -> bool:
    """Figures such as "0.06" and dashes only: no result in thousands."""
    return not any(mark.digits and not is_small(mark) for mark in marks)


def _tells(heading: str) -> bool:
    """The heading tells for itself what its rows are: "Dividends paid:", "Other balance sheet items:"."""
    return section_class(heading) is not None or first_match("units", heading.lower()) is not None


def _holds(section: _Section, name: str, marks: Iterable[Mark]) -> bool:
    """Whether a result is one of the rows of a section."""
    if section.counted == "USD/shares":
        return name.startswith(tuple(words("results_per_share"))) and _small(marks)
    return section_class(section.heading) == "discontinued" and name.startswith(tuple(words("results_of_a_part")))


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
        variant = name in words("variants")
        while self._open and not self._open[-1].major and self._open[-1].indent >= line.indent:
            if variant and self._open[-1].counted and self._open[-1].name not in words("variants"):
                break
            self._pop()
        if len(self._open) >= _DEEPEST:
            self._pop()
        self._open.append(self._section(line, name, major))

    def _section(self, line: LabelLine, name: str, major: bool) -> _Section:
        """ "Basic:" under "Net loss per share:" is "Net loss per share: Basic:"."""
        heading, lasting, counted = line.text, _lasts(line.text, name), _counted(line.text)
        over = self._open[-1] if self._open else None
        if over and over.counted and not (counted or major or lasting or _tells(line.text)):
            heading, counted = f"{over.heading.rstrip(':')}: {line.text}", over.counted
        return _Section(heading, name, line.indent, major, lasting, counted)

    def _pop(self) -> None:
        """Closes the innermost heading; its rows are those of the counted one over it, too."""
        closed = self._open.pop()
        if self._open and self._open[-1].counted:
            self._open[-1].rows += closed.rows
            self._open[-1].inner_rows += closed.rows

    def _in_equity_half(self) -> bool:
        return bool(self._open) and self._open[0].name.startswith("liabilities and")

    def enter(self, label: str, indent: int, marks: Iterable[Mark] = _NO_MARKS) -> tuple[str | None, bool]:
        """The heading of a row with its figures, and whether the row is the first under it.

        A bare "Diluted" after "EPS: Basic" stands under "EPS".
        """
        heading, first = self._enter(label, indent, marks)
        if self._item and normal(label) in words("variants"):
            return self._item, False
        self._item = _item(label)
        return heading, first

    def _enter(self, label: str, indent: int, marks: Iterable[Mark]) -> tuple[str | None, bool]:
        name = normal(label)
        if not name.startswith("total"):
            self._leave(name, indent, marks)
        if not self._open:
            return None, False
        section = self._open[-1]
        section.rows += 1
        section.inner_rows += indent > section.indent
        heading, first = section.heading, section.rows == 1
        if not name or name.startswith("total"):
            heading = self._close(name.removeprefix("total").strip()) or heading
        return heading, first

    def _leave(self, name: str, indent: int, marks: Iterable[Mark]) -> None:
        """A row that is set out again, or a result, does not belong under the heading before it.

        "Net loss (0.12)" under "Loss per share:" does, and so does a result under "Discontinued operations:".
        """
        result = name.startswith(tuple(words("closers"))) and "per" not in name.split()
        while self._open and not self._open[-1].major:
            section = self._open[-1]
            outside = section.inner_rows > 0 and indent <= section.indent
            ends = result and section.rows > 0 and not section.lasting and not _holds(section, name, marks)
            if not (outside and name) and not ends:
                return
            self._pop()

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
