"""The written cases of tests/quantities: sentences whose values are known, handed to every tool."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from counts import Counts
from gold import GoldMention
from scoring import exact, right_alone
from tools import topline as ours
from tools.model import Found
from tools.topline_text import KINDS
from topline.quantities import Interval, ReleaseContext

__all__ = ["Case", "CaseScore", "case_score", "our_case_score", "read_cases"]

_BEFORE = re.compile(r"(?:\b(?:the|an?|in|on|at|of|by|as of|for|from|since|during|until|through|to|over)\s+)+$", re.I)


@dataclass(frozen=True, slots=True)
class Case:
    """`mentions` are the times and amounts; `empty` says that no value at all is to be found."""

    text: str
    context: ReleaseContext
    mentions: tuple[GoldMention, ...]
    empty: bool

    @property
    def reference(self) -> datetime | None:
        day = self.context.released_on
        return datetime(day.year, day.month, day.day) if day is not None else None  # noqa: DTZ001 (no zone is known)


@dataclass(frozen=True)
class CaseScore(Counts):
    times: int = 0
    times_exact: int = 0
    times_alone: int = 0
    amounts: int = 0
    amounts_exact: int = 0
    amounts_alone: int = 0
    empty: int = 0
    disturbed: int = 0


def read_cases(path: Path) -> list[Case]:
    """Of one file, or of all files of a folder."""
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    entries = [entry for file in files for entry in json.loads(file.read_text(encoding="utf-8"))]
    return [_case(entry) for entry in entries]


def _case(entry: dict[str, Any]) -> Case:
    released, period = entry["released_on"], entry["period"]
    context = ReleaseContext(
        date.fromisoformat(released) if released else None,
        Interval(*map(date.fromisoformat, period)) if period else None,
        tuple(entry.get("fiscal_year_end") or (12, 31)),
    )
    return Case(entry["text"], context, tuple(_mentions(entry)), not entry["expect"])


def _mentions(entry: dict[str, Any]) -> Iterator[GoldMention]:
    """The words before a span that only lead to it may be taken along."""
    text, at = entry["text"], 0
    for number, expected in enumerate(entry["expect"]):
        start = text.index(expected["span"], at)
        at = start + len(expected["span"])
        if expected["label"] in KINDS and expected["value"] is not None:
            lead = _BEFORE.search(text, 0, start)
            yield GoldMention(
                id=str(number),
                start=start,
                end=at,
                least=lead.start() if lead else start,
                most=at,
                kind=KINDS[expected["label"]],
                values=(expected["value"],),
            )


def case_score(tool: ModuleType, cases: Sequence[Case]) -> CaseScore:
    """Cases of one release date go to the tool together: HeidelTime starts Java once for them."""
    score = CaseScore()
    for reference in dict.fromkeys(case.reference for case in cases):
        group = [case for case in cases if case.reference == reference]
        for case, found in zip(group, tool.find([case.text for case in group], reference), strict=True):
            score += _score(case, found)
    return score


def our_case_score(cases: Sequence[Case]) -> CaseScore:
    """topline is told the period reported, too, which it reads itself in a release."""
    return sum((_score(case, ours.find_in(case.text, case.context)) for case in cases), CaseScore())


def _score(case: Case, found: Sequence[Found]) -> CaseScore:
    amounts = [m for m in case.mentions if m.kind == "money"]
    times = [m for m in case.mentions if m.kind != "money"]
    return CaseScore(
        times=len(times),
        times_exact=sum(any(exact(f, m) for f in found) for m in times),
        times_alone=sum(any(right_alone(f, m) for f in found) for m in times),
        amounts=len(amounts),
        amounts_exact=sum(any(exact(f, m) for f in found) for m in amounts),
        amounts_alone=sum(any(right_alone(f, m) for f in found) for m in amounts),
        empty=case.empty,
        disturbed=case.empty and bool(found),
    )
