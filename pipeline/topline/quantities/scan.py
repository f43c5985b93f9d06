"""One pass over a text: at every word or number the rules that can begin there, the longest mention first."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from topline.quantities.anaphora import ANAPHORA_RULES
from topline.quantities.clock import CLOCK_RULES
from topline.quantities.counting import COUNTING_RULES
from topline.quantities.counts import COUNT_RULES
from topline.quantities.dates import DATE_RULES
from topline.quantities.day_ranges import DAY_RANGE_RULES
from topline.quantities.ended import ENDED_RULES
from topline.quantities.lengths import LENGTH_RULES
from topline.quantities.model import Quantity, ReleaseContext
from topline.quantities.money import MONEY_RULES
from topline.quantities.months import MONTH_RULES
from topline.quantities.parts import PART_RULES
from topline.quantities.percents import PERCENT_RULES
from topline.quantities.previous import PREVIOUS_RULES
from topline.quantities.quarters import QUARTER_RULES
from topline.quantities.reading import CURRENCY, NUMERAL, PAREN, Reading, Rule
from topline.quantities.relative import RELATIVE_RULES
from topline.quantities.reported import REPORTED_RULES
from topline.quantities.stretches import STRETCH_RULES
from topline.quantities.units import UNIT_RULES
from topline.quantities.weekdays import WEEKDAY_RULES
from topline.quantities.weeks import WEEK_RULES
from topline.quantities.words import VOCABULARY
from topline.quantities.years import YEAR_RULES
from topline.vocab import SYMBOLS

__all__ = ["RULES", "scan"]

# Of two mentions of the same length the earlier rule wins.
RULES: tuple[Rule, ...] = (
    *CLOCK_RULES,
    *DAY_RANGE_RULES,
    *DATE_RULES,
    *ENDED_RULES,
    *QUARTER_RULES,
    *ANAPHORA_RULES,
    *PREVIOUS_RULES,
    *PART_RULES,
    *RELATIVE_RULES,
    *REPORTED_RULES,
    *MONTH_RULES,
    *STRETCH_RULES,
    *WEEKDAY_RULES,
    *WEEK_RULES,
    *YEAR_RULES,
    *MONEY_RULES,
    *PERCENT_RULES,
    *LENGTH_RULES,
    *UNIT_RULES,
    *COUNT_RULES,
    *COUNTING_RULES,
)
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S*|(?P<word>[^\W\d_]+)|(?P<numeral>\.?\d[\d,.]*)"
    rf"|(?P<paren>\((?=[A-Z]{{0,3}}[{SYMBOLS}]))|(?P<sign>[{SYMBOLS}])"
)
_KEYS = {"numeral": NUMERAL, "paren": PAREN, "sign": CURRENCY}
# The second of "Q1-Q2 2009" and "3Q/4Q 2008".
_CODE = re.compile(r"(?:[QH][1-4]|[1-4][QH])(?![A-Za-z])")
_CODE_BEFORE = re.compile(r"(?<![\w.])(?:[QH][1-4]|[1-4][QH])(?:'?\d\d)?[-–/]$")
_MONTHS = frozenset(VOCABULARY["months"])
_AFTER_SLASH = frozenset({*VOCABULARY["months"], "early", "mid", "late", "q", "h"})


def _by_first(rules: Iterable[Rule]) -> dict[str, tuple[Rule, ...]]:
    table: dict[str, list[Rule]] = defaultdict(list)
    for rule in rules:
        for first in rule.first:
            table[first].append(rule)
    return {first: tuple(found) for first, found in table.items()}


_BY_FIRST = _by_first(RULES)


def _inside(text: str, start: int, key: str) -> bool:
    """Whether what begins here is the rest of a longer word, a code, an address or a phone number."""
    before = text[start - 1 : start]
    if before.isalnum() or before == "_":
        return key not in (CURRENCY, PAREN)
    if not before or before not in "-–/.:#'@&+,":
        return False
    if before in "-–/" and _CODE.match(text, start) and _CODE_BEFORE.search(text[max(0, start - 8) : start]):
        return False
    outer = text[start - 2 : start - 1] if start > 1 else ""
    if before in "#@+":
        return True
    if key == NUMERAL:
        return outer.isdigit() if before == ":" else outer.isalnum() or outer in (")", ".")
    if key in _MONTHS and before == "-" and outer.isdigit():
        return False
    return before not in ":,–" and outer.isalnum() and not (before == "/" and key in _AFTER_SLASH)


def _longest(text: str, start: int, rules: tuple[Rule, ...], reading: Reading) -> list[Quantity]:
    matches = [(m, rule) for rule in rules if (m := rule.pattern.match(text, start)) is not None]
    matches.sort(key=lambda pair: -pair[0].end())
    best: list[Quantity] = []
    for match, rule in matches:
        if best and match.end() <= best[-1].end:
            break
        reading.begin()
        found = list(rule.build(match, reading, rule.name))
        if found and (not best or found[-1].end > best[-1].end):
            best = found
    return best


def scan(text: str, context: ReleaseContext) -> list[Quantity]:
    """The mentions of a text, from left to right, without their figures."""
    reading = Reading(text, context)
    at = 0
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        key = token[0].lower() if kind == "word" else _KEYS.get(kind or "", "")
        rules = _BY_FIRST.get(key)
        if rules is None or (start := token.start()) < at or _inside(text, start, key):
            continue
        found = _longest(text, start, rules, reading)
        if found:
            reading.seen += found
            at = found[-1].end
    starts = [q.start for q in reading.seen]
    return [_settled(q, reading.seen, starts) for q in reading.seen]


def _settled(found: Quantity, seen: list[Quantity], starts: list[int]) -> Quantity:
    """With the whole span of the mention that it rests on, of which a part was known when it was built."""
    if found.antecedent is None:
        return found
    start, end = found.antecedent
    around = seen[max(bisect_right(starts, start) - 1, 0)]
    if around is found or not (around.start <= start and end <= around.end):
        return found
    return replace(found, antecedent=(around.start, around.end))
