"""datefinder: dates with their places."""

from collections.abc import Sequence
from datetime import datetime

from datefinder import find_dates

from tools.model import Found, moment, tight

NAME = "datefinder"
PACKAGES = ("datefinder",)


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    return [
        [
            Found(*tight(text, *place), "date", moment(when))
            for when, place in find_dates(text, index=True, base_date=reference)
        ]
        for text in texts
    ]
