"""Conference calls, webcasts and replays: when, where to dial, where to listen."""

import re
from bisect import bisect_left
from datetime import date

from topline.components.release.occasions import Occasion, Occasions
from topline.components.release.phones import Number
from topline.components.release.windows import read_window
from topline.quantities import Quantity, ReleaseContext, find_quantities
from topline.readers import Document
from topline.records import Call, CallKind
from topline.vocab import load_yaml

__all__ = ["read_calls"]

_URL = re.compile("|".join(rf"(?<![\w$])(?:{p})" for p in load_yaml("entities.yaml")["URL"]["patterns"]))


def read_calls(document: Document, occasions: Occasions, numbers: list[Number], released_on: date | None) -> list[Call]:
    """One for each occasion that a time, a number or an address is told of, in order."""
    calls: list[Call] = []
    last: dict[CallKind, int] = {}
    starts = [n.start for n in numbers]
    context = ReleaseContext(released_on=released_on)
    block, quantities = -1, list[Quantity]()
    for occasion in occasions.found:
        if occasion.block != block:
            block = occasion.block
            quantities = find_quantities(document.text_of(document.blocks[block]), context)
        inside = numbers[bisect_left(starts, occasion.start) : bisect_left(starts, occasion.end)]
        call = _call(document, occasion, quantities, inside)
        if call is not None:
            _add(calls, last, call, named=occasion.named)
    return calls


def _call(document: Document, occasion: Occasion, quantities: list[Quantity], numbers: list[Number]) -> Call | None:
    text = document.text_of(document.blocks[occasion.block])
    at = document.blocks[occasion.block].start
    start, end = occasion.start - at, occasion.end - at
    window = read_window(text, (start, end), quantities, days=occasion.kind == "replay")
    url = _URL.search(text, start, end)
    phones = tuple(n.phone.id for n in numbers if n.kind)
    if window.is_empty and url is None and not phones:
        return None
    kind = occasion.kind
    if kind == "call" and url and not phones and window.begins is None:
        kind = "webcast"
    source_start, source_end = document.offsets.to_source(occasion.start, _trimmed(text, start, end) + at)
    return Call(
        start=source_start,
        end=source_end,
        kind=kind,
        begins=window.begins,
        ends=window.ends,
        duration=window.duration,
        basis=window.basis,
        zone=window.zone,
        phones=phones,
        url=url[0] if url else None,
    )


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _add(calls: list[Call], last: dict[CallKind, int], call: Call, *, named: bool) -> None:
    """To the last of its kind, unless both state when they begin or end and do not agree."""
    index = last.get(call.kind)
    if index is None or (named and _differ(calls[index], call)):
        last[call.kind] = len(calls)
        calls.append(call)
        return
    old = calls[index]
    calls[index] = old.model_copy(
        update={
            **{k: getattr(old, k) or getattr(call, k) for k in ("begins", "ends", "duration", "basis", "zone", "url")},
            "phones": tuple(dict.fromkeys((*old.phones, *call.phones))),
        }
    )


def _differ(old: Call, new: Call) -> bool:
    begins = old.begins and new.begins and old.begins != new.begins
    old_end, new_end = (old.ends, old.duration), (new.ends, new.duration)
    return bool(begins) or (any(old_end) and any(new_end) and old_end != new_end)
