"""The stretch of a year that the text has told of: "the 2005 period", "the 2004 and 2003 nine-month periods"."""

import re
from collections.abc import Sequence

from topline.quantities.antecedents import Antecedent, antecedent
from topline.quantities.model import Interval, Quantity
from topline.quantities.previous import MEASURE, NO_END, moved_quantity
from topline.quantities.reading import NUMERAL, Reading, Rule
from topline.quantities.spans import fiscal_year, fiscal_year_of, month, months_in
from topline.quantities.words import WORD_NUMBER, YEAR, compiled, number_of

__all__ = ["YEAR_PERIOD_RULES", "years_to"]

# What a release tells of beside its quarter: the year to date.
_TO_DATE = (6, 9)
# "the nine-month 2004 period"
_LENGTH_BEFORE = compiled(rf"(?<![\w-])(?P<count>\d{{1,2}}|{WORD_NUMBER})[- ]month $")


def years_to(year: str, base: Interval, reading: Reading, *, fiscal: bool) -> int:
    """How many years to move, fiscal ones where the words or the company's year say so."""
    end = base.end
    fiscal = fiscal or reading.context.fiscal_year_end != (12, 31)
    return int(year) - (fiscal_year_of(end, reading.context) if fiscal else end.year)


def _months(match: re.Match[str], reading: Reading) -> int | None:
    if match["count"]:
        count = number_of(match["count"])
        if count is None:
            return None
        return int(count) if match["unit"].lower() == "month" else round(count / 52 * 12)
    before = _LENGTH_BEFORE.search(reading.before(match.start(), 24))
    count = number_of(before["count"]) if before else None
    return int(count) if count is not None else None


def _meant(match: re.Match[str], reading: Reading, months: int | None) -> Antecedent | None:
    """A stretch of that length that was told of; six or nine months of which nothing was told are the first ones."""
    told = any(q.interval is not None and months_in(q.interval) == months for q in reading.periods())
    if months not in _TO_DATE or told:
        base = antecedent(reading, match["noun"].lower(), months, several=match[0][-1] in "sS")
        if base is not None or months not in _TO_DATE:
            return base
    start = fiscal_year(int(match["year"]), reading.context).start
    reading.infer_fiscal(match[0])
    return Antecedent([month(start.year, start.month, months)], "span")


def _build(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    base = _meant(match, reading, _months(match, reading))
    if base is None:
        return ()
    fiscal = "fiscal" in match[0].lower()
    spans = [("year", (match.start("own"), match.end()))]
    if match["other"]:
        spans.insert(0, ("other", (match.start(), match.end("other"))))
    return [
        moved_quantity(span, reading, base, years_to(match[name], base.intervals[0], reading, fiscal=fiscal), rule)
        for name, span in spans
    ]


_PATTERN = (
    rf"(?:(?:fiscal )?(?P<other>{YEAR})(?:,? and| or| versus| vs\.?) (?:the )?)?"
    rf"(?P<own>(?:fiscal )?(?P<year>{YEAR}) (?:(?:comparable|corresponding|same) )?"
    rf"{MEASURE}(?:(?:fiscal|interim|reporting) )?(?P<noun>period|quarter|half)s?){NO_END}"
)
YEAR_PERIOD_RULES = (Rule("same", frozenset({NUMERAL, "fiscal"}), compiled(_PATTERN), _build),)
