"""Results that are still to come: "expects third-quarter earnings of", "will report fourth-quarter results"."""

from datetime import date, timedelta

from topline.quantities.model import Interval
from topline.quantities.reading import Reading
from topline.quantities.tense import results_end
from topline.quantities.words import VOCABULARY, alternation, compiled

__all__ = ["results_to_come"]

# So long after its end a quarter may still be forecast, and its results still be announced.
_FORECAST, _ANNOUNCED = timedelta(days=45), timedelta(days=95)
_SAME_END = timedelta(days=10)

_BETWEEN = rf"(?: (?:{alternation(VOCABULARY['words_before_results'])}))* $"
_FORECASTS = compiled(rf"\b{alternation(VOCABULARY['forecast_words'])}{_BETWEEN}")
_ANNOUNCES = compiled(rf"\b(?:will|to|shall) {alternation(VOCABULARY['announcing_verbs'])}{_BETWEEN}")
_PARTICIPLES = alternation(VOCABULARY["planned_words"])
_PREDICATE = compiled(
    rf"(?: (?:results|earnings|income|loss|per share|of operations))*"
    rf" (?:should|will|(?:is|are)(?: (?:now|currently|also))? {_PARTICIPLES})(?! have)\b"
)
_LEFT = 80


def _lag(reading: Reading, start: int, end: int) -> timedelta | None:
    left = reading.before(start, _LEFT)
    if _ANNOUNCES.search(left):
        return _ANNOUNCED
    if _FORECASTS.search(left):
        return _FORECAST
    after = results_end(reading, end)
    return _ANNOUNCED if after is not None and _PREDICATE.match(reading.text, after) else None


def results_to_come(choices: list[Interval], reading: Reading, start: int, end: int) -> tuple[bool, Interval | None]:
    """Whether the period at `[start, end)` is named for results to come, and the first whose results are not out.

    Those of the period reported and of all that end after it may not be.
    """
    context, lag = reading.context, _lag(reading, start, end) if results_end(reading, end) is not None else None
    if lag is None:
        return False, None
    reported, anchor = context.period, context.released_on or (context.period.end if context.period else date.min)
    first = anchor - lag if reported is None else max(anchor - lag, reported.end - _SAME_END)
    found = min((c for c in choices if c.end >= first), default=None)
    told = found is not None and reported is not None and abs(found.end - reported.end) <= _SAME_END
    reading.infer("period" if told or context.released_on is None else "released_on")
    return True, found
