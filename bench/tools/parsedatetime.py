"""parsedatetime: its search through a text, `nlp`. A flag tells whether an answer is a day or a time."""

from collections.abc import Sequence
from datetime import datetime

from parsedatetime import Calendar

from tools.model import Found, tight

NAME = "parsedatetime"
PACKAGES = ("parsedatetime",)

_CALENDAR = Calendar()
_DAY, _NOTHING = 1, 0


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    return [
        [
            Found(*tight(text, start, end), "date", _value(when, flag))
            for when, flag, start, end, _ in _CALENDAR.nlp(text, sourceTime=reference) or ()
        ]
        for text in texts
    ]


def _value(when: datetime, flag: int) -> str | None:
    if flag == _NOTHING:
        return None
    return when.date().isoformat() if flag == _DAY else when.isoformat(timespec="minutes")
