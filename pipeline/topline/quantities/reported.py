"""The quarter that the release reports, without its number: "the most recent quarter", "at quarter end"."""

import re
from collections.abc import Sequence

from topline.quantities.model import Interval, Quantity
from topline.quantities.reading import Reading, Rule, period_quantity
from topline.quantities.spans import month, months_ending, months_in
from topline.quantities.tense import AHEAD, tense
from topline.quantities.words import VOCABULARY, compiled

__all__ = ["REPORTED_RULES"]

_END_MODIFIERS = frozenset(VOCABULARY["quarter_end_modifiers"])


def _last_quarter(reading: Reading) -> Interval | None:
    """The last three months of the period reported, its own days where it is a quarter."""
    reported = reading.context.period
    if reported is None:
        return None
    reading.infer("period")
    return reported if months_in(reported) == 3 else months_ending(reported.end, 3)


def _build_recent(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    quarter = _last_quarter(reading)
    return () if quarter is None else (period_quantity(reading, match.span(), quarter, rule),)


def _build_end(match: re.Match[str], reading: Reading, rule: str) -> Sequence[Quantity]:
    """The last month of the quarter, as "end of the quarter" is; what is to be done by a quarter's end is another's."""
    if reading.modifier(match.start()) not in _END_MODIFIERS or tense(reading, *match.span()) == AHEAD:
        return ()
    quarter = _last_quarter(reading)
    if quarter is None:
        return ()
    return (period_quantity(reading, match.span(), month(quarter.end.year, quarter.end.month), rule, precision="part"),)


_JUST = r"(?:just|recently|most recently)[- ](?:ended|completed|finished|closed|concluded)"
REPORTED_RULES = (
    Rule(
        "quarter",
        frozenset({"most", "latest", "just", "recently", "quarter"}),
        compiled(
            rf"(?:most recent|latest|{_JUST}|most recently reported) (?:fiscal )?quarter(?!\w|-)"
            rf"|quarter(?: that)?(?: has)? (?:just|recently|most recently) (?:ended|completed|closed)(?!\w)"
        ),
        _build_recent,
    ),
    Rule("reported_end", frozenset({"quarter"}), compiled(r"quarter[- ]end(?!\w|-)"), _build_end),
)
