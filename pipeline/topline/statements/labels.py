"""Lines of words before a row: which are headings, and which begin the row's label."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from topline.statements.dated_heading import dates_rows
from topline.statements.vocabulary import normal, singular, words

__all__ = ["LabelLine", "Resolved", "continues", "ends_label", "joined_text", "label_text", "resolve"]

# At most as many as a statement has columns; longer runs are no label's end.
_NOT_GIVEN = re.compile(r"(?:[ ]{2,40}(?:\$ ?)?(?:n/?[am]|n\.[am]\.)){1,40}[ ]*$", re.IGNORECASE)
_BROKEN_WORD = re.compile(r"(?<![A-Za-z])(?P<begin>[A-Za-z]+)- (?P<end>[a-z]+)")
# "(2) Includes stock compensation of:" begins a note.
_NOTE = re.compile(r"\(\d{1,2}\) [A-Z]")
# "U.S", before the stop that leaders may follow.
_INITIALS = re.compile(r"(?<![A-Za-z])(?:[A-Z]\.){1,4}[A-Z]$")
_SHORTEST_RULE = 3
_FULL = 10_000


class LabelLine(NamedTuple):
    """Words without figures; `gap` is set when a blank line or a rule follows them."""

    text: str
    indent: int
    gap: bool = False


class Resolved(NamedTuple):
    headings: list[LabelLine]
    prefix: list[LabelLine]


def label_text(text: str) -> str:
    """A label without leaders, without rules behind it and without the blanks between its words."""
    parts = _NOT_GIVEN.sub("", text.replace("\t", " ")).split()
    while parts and len(parts[-1]) >= _SHORTEST_RULE and not parts[-1].strip("-="):
        parts.pop()
    joined = " ".join(parts)
    stripped = joined.rstrip(". _")
    short = joined.endswith(".") and not joined.endswith("..") and " " in stripped[-6:-2]  # "Genzora Inc."
    initials = joined[len(stripped) :].startswith(".") and _INITIALS.search(stripped)
    return f"{stripped}." if short or initials else stripped


def resolve(pending: Sequence[LabelLine], label: LabelLine, width: int, after: int | None = None) -> Resolved:
    """Joins wrapped lines; those that lead to the row become its prefix, the others are headings.

    `after` is the indent of the next line: where it is the row's, both stand under a heading. So does a label
    that begins further in and goes on in small letters or still further in, unless it is the only one set in.
    """
    units: list[list[LabelLine]] = []
    for i, line in enumerate(pending):
        below = pending[i + 1] if i + 1 < len(pending) else label
        begins = bool(below.text) and (below.indent > line.indent or _goes_on(below.text))
        above = units[-1][-1] if units else line
        others = after is not None and after > above.indent
        room = _FULL if begins and others and line.indent > above.indent else width
        whole = line._replace(text=f"{line.text} {below.text}") if _goes_on(below.text) else line
        if units and not above.gap and _wraps(above, whole, room):
            units[-1].append(line)
        else:
            units.append([line])
    prefix: list[LabelLine] = []
    last = units[-1][-1] if units else None
    room = _FULL if last is not None and after == label.indent > last.indent else width
    heads = last is not None and _is_heading(_joined(units[-1]).text, label.text)
    if last is not None and not heads and (not label.text or _wraps(last, label, room)):
        parted = last.gap and not (_goes_on(label.text) and not _goes_on(units[-1][0].text))
        prefix = [] if parted else units.pop()
    return Resolved([_joined(unit) for unit in units], prefix)


def _is_heading(text: str, below: str) -> bool:
    """By its words. "Other income" and its like begin a label where what is below ends one: "(expense), net"."""
    told = _heading_of(text)
    return told == "any" or (told == "results" and not _ends_label(below))


@lru_cache(maxsize=8192)
def _heading_of(text: str) -> Literal["any", "results"] | None:
    name = normal(text)
    form = _sorted(name)
    if name in words("majors") or name.endswith((" data", " information")) or dates_rows(text):
        return "any"
    return "any" if form in _listed("headings") else "results" if form in _listed("result_headings") else None


def _ends_label(text: str) -> bool:
    first = text.split(None, 1)[0].lower() if text else "net"
    return first.startswith("(") or normal(text) in {"", "net"} or first in words("leading_connectors")


@cache
def _listed(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(map(_sorted, words(name)))


def _sorted(name: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in singular(name).split() if word != "and"))


def _goes_on(text: str) -> bool:
    """Begins with a small letter, as no label does."""
    return text[:1].islower()


def _joined(unit: list[LabelLine]) -> LabelLine:
    return LabelLine(joined_text([line.text for line in unit]), unit[0].indent)


def joined_text(texts: Sequence[str]) -> str:
    """Lines of a label as one; a word that is broken at a hyphen comes together, without it where it is a known one."""
    return _BROKEN_WORD.sub(_whole, " ".join(texts))


def _whole(broken: re.Match[str]) -> str:
    word = broken["begin"] + broken["end"]
    return word if word.lower() in words("broken_words") else f"{broken['begin']}-{broken['end']}"


def _wraps(line: LabelLine, following: LabelLine, width: int) -> bool:
    """The words of `line` go on in the next line."""
    if line.text.endswith(":") or _NOTE.match(following.text):
        return False
    if following.text[0] == "(":
        return True
    last = line.text.rsplit(None, 1)[-1].lower()
    if last in words("connectors") or last.endswith((",", "-", "/")):
        return True
    if (not _goes_on(line.text) and _is_heading(line.text, following.text)) or normal(following.text) in words(
        "sublabels"
    ):
        return False
    first = following.text.split(None, 1)[0]
    if first[0].islower() or first.lower() in words("leading_connectors"):
        return True
    if line.text.isupper() and not following.text.isupper():
        return False
    if following.indent == line.indent + 1 and width < _FULL and not first.lower().startswith(("total", "subtotal")):
        return True  # set in by one, as the rest of a label is; rows under a heading are set in further
    return line.indent + len(line.text) + 1 + len(first) > width and following.indent >= line.indent


def continues(label: str, line: LabelLine) -> bool:
    """Words under a row go on with its label: "End of life inventory   1,044" over "reserve charge"."""
    starts_low = line.text[0].islower() or (line.text[0] == "(" and not line.text[1:2].isupper())
    return bool(label) and not line.text.endswith(":") and (_is_cut(label) or (starts_low and not label[0].islower()))


def ends_label(label: str, indent: int, line: LabelLine) -> bool:
    """The same of words under the last row, where a note may stand, too."""
    set_in = line.indent > indent and line.text.split(None, 1)[0] not in words("notes_begin")
    return continues(label, line) and (_is_cut(label) or (set_in and _goes_on(line.text)))


def _is_cut(label: str) -> bool:
    """Ends in a word that no label ends in: "Weighted average number of"."""
    return label.rsplit(None, 1)[-1].lower() in words("leading_connectors") | words("cut_behind")
