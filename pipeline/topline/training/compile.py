"""A marked release to gold: what each mark belongs to, and the values of dates and amounts.

A name belongs to the happenings of its sentence, or to those that it names. Values are read from the words by
`quantities`, against the day and the period of the header, unless the mark states them.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from topline.evaluation.gold import GoldDate, GoldEvent, GoldLookAlike, GoldName, GoldRelease
from topline.records import Interval
from topline.training.links import Fillers, linked_names
from topline.training.marks import LookAlike, MarkTrouble, Name, Retelling, Trigger
from topline.training.release import MarkedRelease, SourceText
from topline.training.sentences import sentence_spans
from topline.training.values import Values

__all__ = ["Compiled", "compile_release"]


class Compiled(NamedTuple):
    """Gold and what is wrong with the marks; `sentences` are places in the text of the gold."""

    gold: GoldRelease
    sentences: tuple[tuple[int, int], ...]
    troubles: tuple[MarkTrouble, ...]


@dataclass
class _Told:
    """A happening while its parts are collected."""

    trigger: Trigger
    sentences: list[tuple[int, int]]
    fillers: Fillers = field(default_factory=Fillers)


def compile_release(release: MarkedRelease, source: SourceText | None = None) -> Compiled:
    """`source` is the text and its marks, where it was laid out in another way than `release.source()`."""
    source = source or release.source()
    sentences = _sentences(source.text)
    troubles = list(release.troubles)
    told, by_name = _happenings(source, sentences, troubles)
    _link(source, sentences, told, by_name, Values(release), release.company, troubles)
    gold = GoldRelease(
        doc=f"{release.name}.txt",
        released_on=release.released_on.isoformat(),
        company=release.company,
        ticker=release.ticker,
        period={"start": str(release.period[0]), "end": str(release.period[1])} if release.period else None,
        events=tuple(_event(t, source.text, release) for t in told),
        names=tuple(GoldName(label=m.label, start=m.start, end=m.end) for m in source.marks if isinstance(m, Name)),  # type: ignore[arg-type]
        lookalikes=tuple(
            GoldLookAlike(types=m.types, start=m.start, end=m.end) for m in source.marks if isinstance(m, LookAlike)
        ),
        text=source.text,
    )
    return Compiled(gold, tuple(sentences), tuple(troubles))


def _sentences(text: str) -> list[tuple[int, int]]:
    found = []
    for block in re.finditer(r"(?:.+\n?)+", text):
        start = block.start() + 2 * block[0].startswith("* ")
        found += [(start + s, start + e) for s, e in sentence_spans(text[start : block.end()].rstrip())]
    return found


def _around(sentences: list[tuple[int, int]], at: int) -> tuple[int, int]:
    return next((s for s in sentences if s[0] <= at < s[1]), (at, at))


def _happenings(
    source: SourceText, sentences: list[tuple[int, int]], troubles: list[MarkTrouble]
) -> tuple[list[_Told], dict[str, _Told]]:
    told: list[_Told] = []
    by_name: dict[str, _Told] = {}
    for mark in source.marks:
        if not isinstance(mark, Trigger):
            continue
        happening = _Told(mark, [_around(sentences, mark.start)])
        told.append(happening)
        if mark.name is None:
            continue
        if mark.name in by_name:
            troubles.append(MarkTrouble(f"#{mark.name} names two happenings", source.text[mark.start : mark.end]))
        by_name[mark.name] = happening
    for mark in source.marks:
        if not isinstance(mark, Retelling):
            continue
        if mark.name in by_name:
            by_name[mark.name].sentences.append(_around(sentences, mark.start))
        else:
            troubles.append(MarkTrouble(f"#{mark.name} names no happening", source.text[mark.start : mark.end]))
    return told, by_name


def _link(
    source: SourceText,
    sentences: list[tuple[int, int]],
    told: list[_Told],
    by_name: dict[str, _Told],
    values: Values,
    company: str,
    troubles: list[MarkTrouble],
) -> None:
    """Each name and value to the happenings that it belongs to; the happening's own sentence comes first."""
    names = [m for m in source.marks if isinstance(m, Name)]
    # What `@name` reaches from afar makes its sentence evidence, but brings along nothing else of that sentence.
    tellers = {s: [t for t in told if s in t.sentences] for t in told for s in t.sentences}
    for name in linked_names(names, source.text, company):
        if unknown := [n for n in name.mark.of if n not in by_name]:
            troubles.append(MarkTrouble(f"@{unknown[0]} names no happening", source.text[name.mark.start :][:60]))
            continue
        sentence = _around(sentences, name.mark.start)
        owners = [by_name[n] for n in name.mark.of] or tellers.get(sentence, [])
        if not owners and name.mark.role not in (None, "-"):
            troubles.append(
                MarkTrouble("a role without a happening in its sentence", source.text[name.mark.start :][:60])
            )
        for owner in owners:
            if name.mark.of and sentence not in owner.sentences:
                owner.sentences.append(sentence)
            first = sentence == owner.sentences[0] or bool(name.mark.of)
            troubles += owner.fillers.take(name, owner.trigger.type, values, source.text, own=first)


def _event(told: _Told, text: str, release: MarkedRelease) -> GoldEvent:
    trigger = told.trigger
    spans = tuple(dict.fromkeys(told.sentences))
    return GoldEvent(
        type=trigger.type,
        status=trigger.status,  # type: ignore[arg-type]
        polarity=trigger.polarity,  # type: ignore[arg-type]
        evidence=tuple(text[s:e] for s, e in spans),
        spans=spans,
        trigger=text[trigger.start : trigger.end],
        trigger_span=(trigger.start, trigger.end),
        date=told.fillers.date or _dated(trigger.dated, release),
        amounts=tuple(told.fillers.amounts),
        roles={role: tuple(forms) for role, forms in told.fillers.roles.items()},
    )


def _dated(told: str | Interval | None, release: MarkedRelease) -> GoldDate | None:
    if told == "today":
        day = release.released_on.isoformat()
        return GoldDate(start=day, end=day, basis="stated")
    if told == "period" and release.period is not None:
        return GoldDate(start=str(release.period[0]), end=str(release.period[1]), basis="period")
    if isinstance(told, Interval):
        return GoldDate(start=told.start, end=told.end, basis="period")
    return None
