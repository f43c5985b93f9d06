"""dateparser's own search through a text. It tells no offsets: each answer is looked for behind the one before."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dateparser.search import search_dates as _search

from tools.model import Found, moment

NAME = "dateparser.search_dates"
PACKAGES = ("dateparser",)


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past"}
    if reference is not None:
        settings["RELATIVE_BASE"] = reference
    return [_placed(text, _search(text, languages=["en"], settings=settings) or []) for text in texts]


def _placed(text: str, answers: Sequence[tuple[str, datetime]]) -> list[Found]:
    found, at = [], 0
    for words, when in answers:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Found(start, at, "date", moment(when)))
    return found
