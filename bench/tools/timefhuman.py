"""timefhuman: dates, ranges and lengths of time with their places."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from timefhuman import tfhConfig, timefhuman
from timefhuman.utils import Direction

from tools.model import Found, Kind, Value, moment

NAME = "timefhuman"
PACKAGES = ("timefhuman",)


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    config = tfhConfig(direction=Direction.previous, infer_datetimes=False, now=reference, return_matched_text=True)
    return [[Found(*place, *_read(answer)) for _, place, answer in timefhuman(text, config)] for text in texts]


def _read(answer: Any) -> tuple[Kind, Value | None]:
    if isinstance(answer, timedelta):
        return "duration", f"P{answer.days}D" if not answer.seconds else f"PT{answer.total_seconds() / 60:g}M"
    if isinstance(answer, tuple) and len(answer) == 2:
        start, end = (_point(part) for part in answer)
        return ("period", {"start": start, "end": end}) if start and end else ("period", None)
    return "date", _point(answer)


def _point(answer: Any) -> str | None:
    if isinstance(answer, datetime):
        return moment(answer)
    if isinstance(answer, date):
        return answer.isoformat()
    return f"T{answer.isoformat('minutes')}" if isinstance(answer, time) else None
