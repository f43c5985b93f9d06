"""From when to when: the times that a sentence about a call or a replay states."""

import re
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from topline.quantities import Quantity
from topline.quantities.words import VOCABULARY, alternation
from topline.vocab import load_yaml

__all__ = ["Window", "read_window"]

_UNTIL = re.compile(rf"(?:^|[\s,])(?:{'|'.join(load_yaml('release.yaml')['until'])})\s*(?:on |the )?$", re.IGNORECASE)
_LENGTH = re.compile(
    r"\b(?:for|available|during)(?: (?:a (?:period|total) of|approximately|about|at least|up to|the (?:next|following)|"
    r"only))*\s*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s(?:after|following|from|before|prior)\b", re.IGNORECASE)
_A_LENGTH = re.compile(r"\bfor (?:a|one) (?:full )?(?P<unit>week|month|year)\b", re.IGNORECASE)
_ISO_LENGTH = re.compile(r"P(?:(?P<weeks>\d+)W|(?P<days>\d+)D|T(?P<hours>\d+)H)")
_ZONE = re.compile(rf"\b(?:{alternation(VOCABULARY['zones'])}(?:/{alternation(VOCABULARY['zones'])})?|local)\b"
                   r"(?: (?:standard|daylight|summer))?(?: time)?", re.IGNORECASE)  # fmt: skip
_LEFT = 40


class Window(NamedTuple):
    """`begins` and `ends` are ISO days or moments; `duration` is ISO 8601."""

    begins: str | None = None
    ends: str | None = None
    duration: str | None = None
    basis: Literal["stated", "computed"] | None = None
    zone: str | None = None

    @property
    def is_empty(self) -> bool:
        return self.begins is None and self.ends is None and self.duration is None


def read_window(text: str, span: tuple[int, int], quantities: list[Quantity], *, days: bool) -> Window:
    """The times among the quantities of a stretch of text. `days` admits a first day without a time of day."""
    begins = ends = duration = zone = None
    for quantity in (q for q in quantities if span[0] <= q.start < span[1]):
        left = text[max(0, quantity.start - _LEFT) : quantity.start]
        if quantity.label == "DATE" and isinstance(quantity.value, str):
            if _UNTIL.search(left) and (begins or days):
                ends = ends or quantity.value
            elif begins is None and (days or "T" in quantity.value):
                begins = quantity.value
            zone = zone or _zone(text[quantity.start : quantity.end])
        elif quantity.rule == "days" and days and quantity.interval is not None:
            begins, ends = (d.isoformat() for d in quantity.interval)
        elif duration is None and _is_length(quantity, left, text):
            duration = str(quantity.value)
    return _completed(begins, ends, duration or _spoken(text[slice(*span)]), zone)


def _is_length(quantity: Quantity, left: str, text: str) -> bool:
    """Whether a DURATION is how long something lasts, not how long after the call it begins."""
    if quantity.label != "DURATION" or not isinstance(quantity.value, str) or not _LENGTH.search(left):
        return False
    return "for" in left or not _AFTER.match(text, quantity.end)


def _spoken(text: str) -> str | None:
    match = _A_LENGTH.search(text)
    return f"P1{match['unit'][0].upper()}" if match else None


def _zone(text: str) -> str | None:
    match = _ZONE.search(text)
    return match[0] if match else None


def _completed(begins: str | None, ends: str | None, duration: str | None, zone: str | None) -> Window:
    """With the end that a length gives: to the day, or for hours to the minute."""
    if begins is None and ends is None:
        return Window(duration=duration)
    length = _ISO_LENGTH.fullmatch(duration or "")
    if begins is None or ends is not None or length is None:
        return Window(begins, ends, duration, "stated", zone)
    if length["hours"]:
        if "T" not in begins:
            return Window(begins, None, duration, "stated", zone)
        moment = datetime.fromisoformat(begins) + timedelta(hours=int(length["hours"]))
        return Window(begins, moment.isoformat(), duration, "computed", zone)
    days = int(length["days"] or 7 * int(length["weeks"] or 0))
    last = date.fromisoformat(begins[:10]) + timedelta(days=days)
    return Window(begins, last.isoformat(), duration, "computed", zone)
