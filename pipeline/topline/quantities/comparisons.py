"""The year that "last year" is on the far side of a comparison: the one before what is compared, not before today."""

import re

from topline.quantities.antecedents import POINTERS, is_compared
from topline.quantities.model import Interval
from topline.quantities.reading import Reading
from topline.quantities.spans import fiscal_year, fiscal_year_of, months_in, shift
from topline.quantities.tense import AHEAD, tense
from topline.quantities.words import SAME_AS, VOCABULARY, alternation, compiled
from topline.vocab import SYMBOLS

__all__ = [
    "compared_fiscal_year",
    "compared_period",
    "compared_year",
    "compares_like",
    "is_compared_amount",
    "sentence_start",
]

_WIDTH = 110
_SENTENCE = re.compile(r"[.!?] (?=[A-Z\"“(])|; ")
_AGAINST = compiled(r"\b(?:compar(?:ed|ison) (?:to|with)|versus|vs\.?|against|whereas)(?!\w)(?P<far>[^;]*)$")
# "Consistent with our strategy, we paid $5 million last year" is no comparison: the amount must follow at once.
_LIKE = compiled(
    rf"\b{SAME_AS}(?!\w)(?P<far>(?:(?: (?!(?:we|it|they|company)\b)[\w'&-]+){{0,6}} [~(]?[{SYMBOLS}][^;]*| [^;$]*)?)$"
)
_CHANGE = alternation(set(VOCABULARY["change_words"]) - {"from", "by"})
# "raised over $5 million last year" compares nothing.
_CHANGED = compiled(rf"\b{_CHANGE}\b[^;]{{0,60}}?\b(?:from|over(?!\D{{0,24}}\d))\b(?P<far>[^;]*)$")
_THAN = compiled(r"\b(?:more|less|fewer|[a-z]{2,}er) than(?P<far>[^;]*)$")
# What is compared is an amount; a trial that was held last year against placebo is not.
_AMOUNT = re.compile(rf"[{SYMBOLS}]\s?\(?\d")
_FORECAST = compiled(rf"\b{alternation(VOCABULARY['forecast_nouns'])}\b")
_ROSE_TO = re.compile(rf" to (?:approximately |about )?(?:[{SYMBOLS}]\s?\(?\d|[\d.]+%)")
# "compared with $5 million, or $0.31 per share, for the same period", "versus 57% last year": no other item is named.
_BARE_AMOUNTS = compiled(
    rf"(?: (?:(?:an?|the|net|loss(?:es)?|income|profit|of|approximately|about|only|just|or|and|per|basic|diluted|share|"
    rf"in|for|during|from|reported|recorded|earned|incurred|million|billion|thousand)|[~(]?[{SYMBOLS}]\s?\(?[\d.,]+\)?|"
    r"[\d.]+%),?)* "
)
_NO_MORE = compiled(r" ?(?:(?:at|as|of|in|for|during|the|that|those|end|close|beginning|levels?) )*")


def _comparison(left: str) -> re.Match[str] | None:
    """The comparison on whose far side the end of `left` stands."""
    for pattern in (_AGAINST, _LIKE, _CHANGED):
        match = pattern.search(left)
        if match is None or _FORECAST.search(match["far"]):
            continue
        if any((_AMOUNT.search(match["far"]), _NO_MORE.fullmatch(match["far"]), _BARE_AMOUNTS.fullmatch(match["far"]))):
            return match
    match = _THAN.search(left)
    return match if match is not None and _NO_MORE.fullmatch(match["far"]) else None


def _left(reading: Reading, start: int) -> str:
    """What stands before `start` in its sentence."""
    return _SENTENCE.split(reading.text[max(0, start - _WIDTH) : start])[-1]


def _base(reading: Reading, sentence: int) -> Interval | None:
    """What is compared: the period last named in the sentence, else that reported, else the last one named at all.

    None where the sentence speaks of a time to come, whose last year is that of the release day.
    """
    released, reported = reading.context.released_on, reading.context.period
    named = [
        q
        for q in reading.periods()
        if q.interval is not None and q.rule not in POINTERS and not is_compared(reading, q.start)
    ]
    own = [q for q in named if q.start >= sentence]
    if any(released is not None and q.interval is not None and q.interval.end > released for q in own):
        return None
    if not own and reported is not None:
        reading.infer("period")
        return reported
    found = (own or named)[-1:]
    for last in found:
        if last.interval is not None and (released is None or last.interval.end <= released):
            reading.point_to((last.start, last.end))
            return last.interval
    return None


def _far_side(reading: Reading, start: int) -> int | None:
    """Where the comparison of amounts begins on whose far side `start` is, None where it is on none."""
    left = _left(reading, start)
    match = _comparison(left)
    return None if match is None else match.start() + start - len(left)


def is_compared_amount(reading: Reading, start: int) -> bool:
    """Whether the amount at `start`, or the time told of it, is what another amount is compared with."""
    return _far_side(reading, start) is not None


def compares_like(reading: Reading, start: int, *, same: bool) -> bool:
    """Whether "the comparable period" at `start` is that of an amount which another one is compared with.

    "the same period" may be that of the other amount, unless nothing but its amount is told of it. Of shares of a
    hundred that goes for "the comparable period", too: what they are shares of may be patients.
    """
    match = _comparison(_left(reading, start))
    if match is None or _ROSE_TO.search(match["far"]) or (same and reading.before(start, 9).endswith("over the ")):
        return False
    if not same and _AMOUNT.search(match["far"]):
        return True
    return _BARE_AMOUNTS.fullmatch(match["far"]) is not None


def sentence_start(reading: Reading, start: int) -> int:
    """Where the sentence or clause of the mention at `start` begins, or a place far before it."""
    ends = [m.end() for m in _SENTENCE.finditer(reading.text, max(0, start - 4 * _WIDTH), start)]
    return ends[-1] if ends else max(0, start - 4 * _WIDTH)


def compared_period(reading: Reading, start: int) -> Interval | None:
    """The period of the amount that the one at `start` is compared with, None outside comparisons of amounts."""
    at = _far_side(reading, start)
    if at is None or tense(reading, at, at) == AHEAD:
        return None
    return _base(reading, sentence_start(reading, start))


def compared_year(reading: Reading, start: int) -> Interval | None:
    """The year before the one that is compared, None where "last year" stands in no comparison of amounts."""
    base = compared_period(reading, start)
    if base is None or months_in(base) == 12:
        return None if base is None else shift(base, -1)
    return fiscal_year(fiscal_year_of(base.end, reading.context) - 1, reading.context)


def compared_fiscal_year(reading: Reading, start: int) -> int | None:
    """The number of that year."""
    base = compared_period(reading, start)
    return None if base is None else fiscal_year_of(base.end, reading.context) - 1
