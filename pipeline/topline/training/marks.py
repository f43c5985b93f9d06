"""The marks of an annotated release: names in `[LABEL words]`, happenings in `{type status | trigger}`.

`annotations/releases/README.md` is their reference. Offsets count from the start of the plain text, marks taken out.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, get_args

from topline.records import Interval, Label, Polarity, Status
from topline.vocab import event_types

__all__ = ["LookAlike", "Mark", "MarkTrouble", "Name", "Retelling", "Trigger", "days_of", "parse_marks"]

_NAME_HEAD = re.compile(
    r"(?P<label>[A-Z_]+)?(?::(?P<role>[a-z_]+|-))?(?:@(?P<of>[\w,-]+))?(?:=(?P<value>\S+?))?(?:@(?P<of_too>[\w,-]+))?"
)
_UNDER = re.compile(r"(?:period|date)=(?P<days>\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d)")
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")
_LABELS = frozenset(get_args(Label))
_STATUSES = frozenset(get_args(Status))
_POLARITIES = frozenset(get_args(Polarity))
_CLOSERS = {"[": "]", "{": "}"}


class MarkTrouble(NamedTuple):
    """What is wrong with a mark, for the person who wrote it; `near` are the words around it."""

    what: str
    near: str


@dataclass(frozen=True, slots=True)
class Mark:
    """`[start, end)` of the plain text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name(Mark):
    """A name or value. `role` is None for that of its label, "-" for none; `of` names the happenings it belongs to.

    `value` is written where the words do not say it: a number, `low..high`, or a day, or two parted by a slash.
    """

    label: str = "OTHER"
    role: str | None = None
    of: tuple[str, ...] = ()
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger(Mark):
    """A happening. `dated` is "today", "period", an interval of the period it stands under, or None."""

    type: str = ""
    status: str = "occurred"
    polarity: str | None = None
    dated: str | Interval | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Retelling(Mark):
    """More evidence of the happening of that name."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class LookAlike(Mark):
    """Words that must not fire any of `types`."""

    types: tuple[str, ...] = ()


class _Open(NamedTuple):
    """`mark` is None for a wrong one."""

    sign: str
    mark: Mark | None
    start: int


def parse_marks(line: str) -> tuple[str, list[Mark], list[MarkTrouble]]:
    """Plain text, the marks in it in order of their starts, and what is wrong; a wrong mark's words stay text."""
    plain: list[str] = []
    marks: list[Mark] = []
    troubles: list[MarkTrouble] = []
    stack: list[_Open] = []
    at = length = 0
    while at < len(line):
        sign = line[at]
        if sign in _CLOSERS:
            head, past = _head(line, at)
            mark, trouble = _NAMES_OR_EVENTS[sign](head)
            if trouble is None and stack and not (stack[-1].sign == "{" and sign == "["):
                trouble = "marks do not nest, but for names in triggers"
            if trouble is not None:
                troubles.append(MarkTrouble(trouble, line[max(0, at - 20) : at + 60]))
            stack.append(_Open(sign, mark if trouble is None else None, length))
            at = past
        elif stack and sign == _CLOSERS[stack[-1].sign]:
            opened = stack.pop()
            if opened.mark is not None:
                marks.append(replace(opened.mark, start=opened.start, end=length))
            at += 1
        else:
            if sign in "]}":
                troubles.append(MarkTrouble(f"a {sign!r} that closes nothing", line[max(0, at - 40) : at + 20]))
            plain.append(sign)
            length += 1
            at += 1
    troubles += [MarkTrouble(f"a {o.sign!r} that is not closed", line[:60]) for o in stack]
    text = "".join(plain)
    troubles += [MarkTrouble("a mark without words", line[:60]) for m in marks if not text[m.start : m.end].strip()]
    return text, sorted((m for m in marks if m.end > m.start), key=lambda m: (m.start, -m.end)), troubles


def days_of(text: str) -> tuple[str, str] | None:
    """First and last day of "2004-01-01/2004-03-31" or "2004-01-01"; None for what is no such stretch of time."""
    if (match := _DAYS.fullmatch(text)) is None:
        return None
    first, last = match[1], match[2] or match[1]
    return (first, last) if _is_day(first) and _is_day(last) and first <= last else None


def _is_day(text: str) -> bool:
    year, month, day = map(int, text.split("-"))
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def _head(line: str, at: int) -> tuple[str, int]:
    """What stands between the opening sign and the words, and where the words begin: at the closing sign for none."""
    end = line.find(" " if line[at] == "[" else "|", at)
    close = line.find(_CLOSERS[line[at]], at)
    if close >= 0 and not 0 <= end < close:
        return line[at + 1 : close].strip(), close
    if end < 0:
        return "", at + 1
    past = end + 1
    while past < len(line) and line[past] == " ":
        past += 1
    return line[at + 1 : end].strip(), past


def _name(head: str) -> tuple[Mark, str | None]:
    match = _NAME_HEAD.fullmatch(head)
    if match is None or not head:
        return Name(0, 0), f"[{head} …] is not of the form [LABEL:role@name=value words]"
    label = match["label"] or "OTHER"
    of = tuple(filter(None, (match["of"] or match["of_too"] or "").split(",")))
    trouble = None if label in _LABELS else f"{label} is no label of a name or value"
    return Name(0, 0, label=label, role=match["role"], of=of, value=match["value"]), trouble


def _event(head: str) -> tuple[Mark, str | None]:
    words = head.split()
    if words and words[0].startswith("!"):
        types = tuple(word.removeprefix("!") for word in words)
        unknown = [t for t in types if t not in event_types()]
        return LookAlike(0, 0, types=types), f"{unknown[0]!r} is no type" if unknown else None
    if len(words) == 1 and words[0].startswith("#"):
        return Retelling(0, 0, name=words[0][1:]), None
    if not words or words[0] not in event_types():
        return Trigger(0, 0), f"{{{head} | …}} does not begin with a type, a #name or !type"
    return _trigger(words)


def _trigger(words: list[str]) -> tuple[Mark, str | None]:
    mark = Trigger(0, 0, type=words[0], status="")
    for word in words[1:]:
        given = dict(_told(word))
        if not given:
            return mark, f"{word!r} is no status, polarity, `today`, `period` or #name"
        mark = replace(mark, **given)
    return mark, None if mark.status else f"{words[0]} has no status: one of {', '.join(sorted(_STATUSES))}"


def _told(word: str) -> Iterator[tuple[str, Any]]:
    if word in _STATUSES:
        yield "status", word
    elif word in _POLARITIES:
        yield "polarity", word
    elif word in ("today", "period"):
        yield "dated", word
    elif word.startswith("#"):
        yield "name", word[1:]
    elif (match := _UNDER.fullmatch(word)) and (days := days_of(match["days"])):
        yield "dated", Interval(start=days[0], end=days[1])


_NAMES_OR_EVENTS = {"[": _name, "{": _event}
