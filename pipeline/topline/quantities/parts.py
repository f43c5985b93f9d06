"""Parts of a longer stretch: "early 2025", "mid-June", "end of the third quarter of 2025"."""

import re
from collections.abc import Sequence

from topline.quantities.model import Interval, Quantity
from topline.quantities.months import MONTH_RULES
from topline.quantities.quarters import QUARTER_RULES
from topline.quantities.reading import Reading, Rule, period_quantity
from topline.quantities.relative import RELATIVE_RULES
from topline.quantities.spans import months_in, slice_of
from topline.quantities.words import compiled
from topline.quantities.years import YEAR_RULES

__all__ = ["PART_RULES"]

_PARTS = {
    "early": "early",
    "earlier": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "later": "late",
    "latter": "late",
    "end": "end",
    "close": "end",
    "conclusion": "end",
    "beginning": "start",
    "start": "start",
}
_WHOLES = (*QUARTER_RULES, *YEAR_RULES, *RELATIVE_RULES, *MONTH_RULES)
_PREFIX = compiled(
    r"(?P<part>early|mid|middle|late|latter)(?:(?:-? ?to[- ]|/| or )(?P<last>mid|late))?(?: part)?[- /](?:in |of )?"
    r"(?:the )?(?:calendar[- ](?=20))?"
    r"|(?P<part2>later) in (?:the )?"
    r"|(?P<part3>end|close|conclusion|beginning|start|middle) of (?:the )?(?:calendar[- ](?=20))?"
)


def _whole_at(text: str, at: int, reading: Reading) -> Quantity | None:
    """The longest period that begins at an offset; `reading` gets nothing added but what that period rests on."""
    best: Quantity | None = None
    for rule in _WHOLES:
        match = rule.pattern.match(text, at)
        if match is None:
            continue
        reading.begin()
        for found in rule.build(match, reading, rule.name):
            if found.label == "PERIOD" and found.start == at and (best is None or found.end > best.end):
                best = found
    reading.begin()
    if best is not None:
        reading.infer(*best.inferred_from)
        reading.antecedent = best.antecedent
    return best


def _build_part(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    whole = _whole_at(match.string, match.end(), reading)
    if whole is None or whole.interval is None or months_in(whole.interval) < 1:
        return ()
    name = (match["part"] or match["part2"] or match["part3"]).lower()
    found = slice_of(whole.interval, _PARTS[name])
    if match["last"]:
        found = Interval(found.start, slice_of(whole.interval, _PARTS[match["last"].lower()]).end)
    return (period_quantity(reading, (match.start(), whole.end), found, rule),)


PART_RULES = (Rule("part", frozenset(_PARTS), _PREFIX, _build_part),)
