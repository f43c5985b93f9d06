"""ctparse: reads one expression a text. It is given the sentences, then what is left and right of each answer."""

import logging
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from ctparse import ctparse
from ctparse.types import Duration, Interval, Time

from tools.model import Found, Kind, Value, tight
from tools.timex import period_of_months

NAME = "ctparse"
PACKAGES = ("ctparse",)

logging.getLogger("ctparse").setLevel(logging.ERROR)
_SENTENCE = re.compile(r"(?:[^.!?]|[.!?](?!\s+[A-Z]))+[.!?]*")
_GAP, _DASH = re.compile(r"[\s,;()\[\]{}]"), re.compile(r"[-‐-―⁃]")
_UNITS = {
    "minutes": "T{}M",
    "hours": "T{}H",
    "days": "{}D",
    "nights": "{}D",
    "weeks": "{}W",
    "months": "{}M",
}


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    when = reference or datetime.now().astimezone().replace(tzinfo=None)
    return [
        [found for match in _SENTENCE.finditer(text) for found in _all(text, match.start(), match.end(), when)]
        for text in texts
    ]


def _all(text: str, start: int, end: int, reference: datetime) -> Iterator[Found]:
    """ctparse closes gaps up and counts in what is left; so does this, and keeps the places."""
    plain, places = _closed_up(text, start, end)
    answer = ctparse(plain, ts=reference) if plain else None
    if not answer:
        return
    first, last = answer.resolution.mstart, answer.resolution.mend
    if not 0 <= first < last <= len(plain):
        return
    found_start, found_end = places[first], places[last - 1] + 1
    yield from _all(text, start, found_start, reference)
    yield Found(*tight(text, found_start, found_end), *_read(answer.resolution))
    yield from _all(text, found_end, end, reference)


def _closed_up(text: str, start: int, end: int) -> tuple[str, list[int]]:
    signs: list[str] = []
    places: list[int] = []
    for i in range(start, end):
        sign = " " if _GAP.match(text[i]) else "-" if _DASH.match(text[i]) else text[i]
        if sign not in " -" or (signs and signs[-1] != sign) or (sign == "-" and not signs):
            signs.append(sign)
            places.append(i)
    return "".join(signs).rstrip(), places


def _read(answer: Any) -> tuple[Kind, Value | None]:
    if isinstance(answer, Duration):
        return "duration", "P" + _UNITS[answer.unit.value].format(answer.value)
    if isinstance(answer, Interval):
        start, end = (_point(part) if part is not None else None for part in (answer.t_from, answer.t_to))
        return "period", {"start": start, "end": end} if start and end else None
    if isinstance(answer, Time) and answer.year and not answer.day:
        months = (answer.month, 1) if answer.month else (1, 12)
        return "period", period_of_months(answer.year, *months)
    return "date", _point(answer)


def _point(answer: Time) -> str | None:
    if not (answer.year and answer.month and answer.day):
        return None
    day = f"{answer.year:04}-{answer.month:02}-{answer.day:02}"
    return day if answer.hour is None else f"{day}T{answer.hour:02}:{answer.minute or 0:02}"
