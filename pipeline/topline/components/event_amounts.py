"""Which figures are an event's, and in which role."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span

from topline.components.event_model import EventAmount
from topline.components.event_outlook import is_forecast
from topline.components.event_scope import DocIndex, Scope
from topline.quantities import Interval, Quantity
from topline.vocab import event_types, load_yaml

__all__ = ["event_amounts", "results_amounts"]

_LABELS = ("MONEY", "PER_SHARE", "SHARES", "PERCENT", "COUNT")
_BEFORE, _AFTER = 60, 40
_SUBJECT = 160
_CASH = re.compile(r"\b[Cc]ash\b[^.;$]*$")
_PROSE = ("headline", "lead", "highlights", "bullet", "body")
_COMPARED = re.compile(
    r"\b(?:compared|versus|(?:in|de)crease[ds]?\b.{0,30}\bfrom|against|market|cumulative)\b[^,;.]{0,30}$", re.IGNORECASE
)


class _Cue(NamedTuple):
    role: str
    label: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    inside: re.Pattern[str] | None


@cache
def _cues() -> tuple[_Cue, ...]:
    return tuple(
        _Cue(
            entry["role"],
            entry["label"],
            re.compile(rf"(?:{entry['before']})[^.;$€£]*$", re.IGNORECASE) if "before" in entry else None,
            re.compile(rf"^[^.;$€£]{{0,12}}?(?:{entry['after']})", re.IGNORECASE) if "after" in entry else None,
            re.compile(rf"\b(?:{entry['inside']})\b", re.IGNORECASE) if "inside" in entry else None,
        )
        for entry in load_yaml("amounts.yaml")["cues"]
    )


def event_amounts(scope: Scope) -> tuple[EventAmount, ...]:
    """The sentence's figures in the roles that the type may have; one unmarked sum takes the type's default role."""
    label = scope.trigger.label_
    data = load_yaml("amounts.yaml")
    family = event_types()[label].family
    if (expected := data["expected"].get(label)) is not None:
        return _expected(scope, frozenset(expected))
    allowed = data["only"].get(label, data["only"].get(family))
    default = data["default"].get(label)
    if allowed is None and default is None:
        return ()
    found: list[EventAmount] = []
    for span in scope.quantities(*_LABELS):
        if span._.quantity.figure.concept in data["concepts"]:
            continue  # a figure of the statements is none of the event's
        if span._.quantity.rule == "digits":
            continue  # "a double-digit royalty" tells a class, no amount
        role = _role(scope, span, frozenset(allowed or ()))
        if role is None and span.label_ == "MONEY" and default and not any(a.role == default for a in found):
            role = default if _unmarked(scope, span) else None
        if role is not None:
            found.append(EventAmount(role, span))
    return tuple(found)


def _expected(scope: Scope, allowed: frozenset[str]) -> tuple[EventAmount, ...]:
    """The figures of the statements that the sentence expects."""
    names: dict[str, dict[int, str]] = load_yaml("amounts.yaml")["concepts"]
    found = []
    for span in scope.quantities("MONEY"):
        figure = span._.quantity.figure
        role = names.get(figure.concept, {}).get(figure.sign)
        if role in allowed and figure.claim == "expected":
            found.append(EventAmount(role, span))
    return tuple(found)


def _role(scope: Scope, span: Span, allowed: frozenset[str]) -> str | None:
    quantity: Quantity = span._.quantity
    before = _text_before(scope, quantity)
    after = scope.index.text[quantity.end : min(scope.sentence.end_char, quantity.end + _AFTER)]
    fitting = [cue for cue in _cues() if cue.label == quantity.label and cue.role in allowed]
    inside = scope.index.text[quantity.start : quantity.end]
    # what follows a figure says more than what stands before it: "an upfront payment and $25 million in milestones"
    for cue in fitting:
        if (cue.inside and cue.inside.search(inside)) or (cue.after and cue.after.search(after)):
            return cue.role
    for cue in fitting:
        if cue.before.search(before) if cue.before else not (cue.after or cue.inside):
            return cue.role
    return None


def _unmarked(scope: Scope, span: Span) -> bool:
    """A sum that no word gives to a market or an earlier time."""
    return not _COMPARED.search(_text_before(scope, span._.quantity))


def _text_before(scope: Scope, quantity: Quantity) -> str:
    return scope.index.text[max(scope.sentence.start_char, quantity.start - _BEFORE) : quantity.start]


def results_amounts(index: DocIndex) -> tuple[EventAmount, ...]:
    """The figures of the period reported that the prose states: of the quarter, the year to date, and its last day."""
    period = index.release.period
    return tuple(dict.fromkeys(_results(index, period))) if period is not None else ()


def _results(index: DocIndex, period: Interval) -> Iterator[EventAmount]:
    for i in range(len(index.blocks)):
        block = index.kind(i)
        if block is None or block.kind not in _PROSE or block.section not in _PROSE:
            continue
        for span in index.in_block(index.quantities, i):
            role = _results_role(index, span._.quantity, period)
            if role is not None and not is_forecast(index, span):
                yield EventAmount(role, span)


def _results_role(index: DocIndex, quantity: Quantity, period: Interval) -> str | None:
    """None for a figure of another time or of nothing that results are made of."""
    figure = quantity.figure
    if figure.basis == "pro_forma" or (figure.period is not None and figure.period.end != period.end):
        return None
    if figure.period is None and figure.claim in ("compared", "expected"):
        return None
    names: dict[int, str] = load_yaml("amounts.yaml")["concepts"].get(figure.concept, {})
    if figure.concept is None and figure.period is not None and figure.period.start == figure.period.end:
        # a total of cash and securities that no us-gaap element names, on the period's last day
        return "cash" if _CASH.search(index.text[max(0, quantity.start - _SUBJECT) : quantity.start]) else None
    return names.get(figure.sign)
