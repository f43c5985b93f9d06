"""Lengths of periods as column heads and titles print them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from topline.quantities.words import VOCABULARY, alternation, number_of

__all__ = ["Duration", "find_duration", "find_durations"]

_NUMBERS = VOCABULARY["numbers"]
_ONE = (
    rf"(?:{alternation(_NUMBERS['tens'])}(?:[- ]+{alternation(_NUMBERS['ones'])})?"
    rf"|{alternation([*_NUMBERS['teens'], *_NUMBERS['ones']])}|\d{{1,2}})"
)
_SPAN = re.compile(
    rf"\b(?P<numbers>{_ONE}(?:,?[ ](?:and|&|or)[ ]{_ONE})?)[- ]+(?P<unit>months?|mos|weeks?|wks|quarters?)\b"
    r"|\b(?:first|second|third|fourth|1st|2nd|3rd|4th)[ ](?P<part>quarter|half)s?\b"
    r"|\b(?P<each>quarterly)[ ](?=(?:consolidated |condensed |selected |operating )?"
    r"(?:results|statements?|financial|summary|data))"
    r"|\b(?P<word>half[- ]year|quarters?|years?|month)[ ](?=(?:(?:and|&)[ ](?:[\w-]+[ ]){1,3})?end)",
    re.IGNORECASE,
)
_EACH = re.compile(_ONE, re.IGNORECASE)
_UNIT_MONTHS = {"year": 12, "half": 6, "quar": 3, "mont": 1}


class Duration(NamedTuple):
    """A length in whole months or in whole weeks."""

    months: int = 0
    weeks: int = 0


def find_duration(text: str) -> Duration | None:
    """The length of the period that a column head names: "Three Months Ended", "13 weeks ended", "Years Ended".

    Weeks go before months: a "Quarter Ended" of "14 Weeks" is told twice. None where several lengths are told.
    """
    found = set(find_durations(text))
    weeks = {duration for duration in found if duration.weeks}
    chosen = weeks or found
    return chosen.pop() if len(chosen) == 1 else None


def find_durations(text: str) -> Iterator[Duration]:
    """All lengths that a text names; "three and nine months" are two."""
    for match in _SPAN.finditer(text):
        if match["numbers"]:
            for number in map(_value, _EACH.findall(match["numbers"])):
                yield _duration(number, match["unit"].lower()[0])
        else:
            yield Duration(months=_UNIT_MONTHS[(match["word"] or match["part"] or match["each"]).lower()[:4]])


def _duration(number: int, unit: str) -> Duration:
    if unit == "w":
        return Duration(weeks=number)
    return Duration(months=3 * number if unit == "q" else number)


def _value(text: str) -> int:
    return int(number_of("-".join(re.split(r"[- ]+", text))) or 0)
