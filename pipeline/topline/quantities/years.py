"""Years that stand alone or repeat a stretch: "in 2004", "2003-2005", "... ended June 30, 2004 and 2003"."""

import re
from collections.abc import Sequence

from topline.quantities.fiscal_years import FISCAL_RULES, NAME_HEAD
from topline.quantities.model import Quantity
from topline.quantities.reading import NUMERAL, Reading, Rule, date_quantity, period_quantity
from topline.quantities.spans import month, shift
from topline.quantities.words import VOCABULARY, YEAR, compiled
from topline.quantities.year_ends import YEAR_END_RULES
from topline.vocab import SYMBOLS

__all__ = ["YEAR_RULES"]

_NAMES = tuple(f" {w.lower()}" for w in [*VOCABULARY["year_labels"], *VOCABULARY["meetings_of_years"]])
_GROUP_BEFORE = re.compile(rf"(?:[\d)] |[\d)]|[{SYMBOLS}#] ?|[\w]/)$")
_GROUP_AFTER = re.compile(r"(?:[ -]\d{3}|-[A-Za-z\d]|\.\d|/\d|:\d|%|,\d)")
_ELIDED = re.compile(r"^(?:,? and(?: of| in)?|,| versus| vs\.?| or| to| compared (?:to|with)|-|–) ?$")


def _is_name(match: re.Match[str], reading: Reading) -> bool:
    text, start, end = match.string, match.start(), match.end()
    left = " " + reading.before(start, 16).rstrip(" .:")
    return (
        left.endswith(_NAMES)
        or _GROUP_BEFORE.search(text[max(0, start - 2) : start]) is not None
        or _GROUP_AFTER.match(text, end) is not None
        or NAME_HEAD.match(text, end) is not None
    )


def _elided(match: re.Match[str], reading: Reading, year: int) -> Quantity | None:
    """ "... ended June 30, 2004 and 2003": the second year repeats the stretch or the day of the first."""
    last = reading.seen[-1] if reading.seen else None
    if last is None or last.interval is None or last.rule == "year":
        return None
    gap = match.string[last.end : match.start()]
    if len(gap) > 24 or not _ELIDED.match(gap) or not 0 < abs(last.interval.end.year - year) <= 5:
        return None
    moved = shift(last.interval, year - last.interval.end.year)
    if last.label not in ("DATE", "PERIOD"):
        return None
    reading.point_to((last.start, last.end))
    if last.label == "DATE":
        return date_quantity(reading, match.span(), moved.end, "elided_year")
    return period_quantity(reading, match.span(), moved, "elided_year", precision=last.precision)


def _build_year(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    year = int(match["year"])
    if not 1990 <= year <= 2045 and not (year < 1990 and reading.modifier(match.start()) in _SINCE):
        return ()
    if _is_name(match, reading):
        return ()
    found = _elided(match, reading, year) or period_quantity(reading, match.span("year"), month(year, 1, 12), rule)
    return (found,)


def _build_years(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    first, last = (
        int(match["first"]),
        int(match["last"] if len(match["last"]) == 4 else match["first"][:2] + match["last"]),
    )
    if (" " + reading.before(match.start(), 16).rstrip(" .:")).endswith(_NAMES):
        return ()
    if not 1990 <= first < last <= 2060 or _GROUP_BEFORE.search(reading.before(match.start(), 2)):
        return ()
    spans = ((first, match.span("first")), (last, match.span("last")))
    return [period_quantity(reading, span, month(y, 1, 12), "year") for y, span in spans]


# A number as small as 1985 is a year only after one of these.
_SINCE = frozenset({"in", "since", "during", "from", "until", "through"})
YEAR_RULES = (
    Rule("year", frozenset({NUMERAL}), compiled(rf"(?P<year>{YEAR})(?!\w)"), _build_year),
    Rule(
        "years", frozenset({NUMERAL}), compiled(rf"(?P<first>{YEAR})[-–](?P<last>{YEAR}|\d\d)(?![\w-])"), _build_years
    ),
    *FISCAL_RULES,
    *YEAR_END_RULES,
)
