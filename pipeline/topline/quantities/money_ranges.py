"""Which of two amounts are the ends of a range: "$3 to $5 million", not "from $10 million to $12 million"."""

import re
from decimal import Decimal
from typing import NamedTuple

from topline.quantities.currencies import BEFORE
from topline.quantities.ends import CHANGE_VERBS, LEFT, RANGE, follows_range
from topline.quantities.money_parts import PER_SHARE, PRICE_LIMIT, scale_factor, scale_source
from topline.quantities.reading import Reading
from topline.quantities.words import DIGITS, compiled, number_of

__all__ = ["MUCH", "SECOND", "Ends", "range_ends", "shared_scale"]

SECOND = (
    rf"(?: ?[-–—] ?| to | and | or )(?P<sign2>{BEFORE})? ?(?P<paren2>\()?(?P<high>{DIGITS})(?(paren2)\))"
    rf"{scale_source('scale2')}(?!/\d)"
)

_CHANGE = re.compile(
    rf"\b{CHANGE_VERBS}\b"
    r"|\bfrom(?: (?:a|an|the|its|our|net|loss|losses|income|profit|revenues?|sales|of|approximately|about|nearly))* $"
)
# "up from $5 to $6 million" is compared with a range.
_ROSE_FROM = re.compile(rf"\b{CHANGE_VERBS}\b(?<!\bup)(?<!\bdown)(?<!\bby)[^.;,]*\bfrom $")
# "to $5 to $6 million": a range is where something goes.
_TO_A_RANGE = re.compile(r"\bto(?: (?:a|an|the|net|loss|income|of|about|approximately|between))* $")
_RANGE_AHEAD = compiled(
    rf"(?:{PER_SHARE})? to {BEFORE} ?\(?{DIGITS}\)?{scale_source('scale3')}(?: to | ?[-–] ?){BEFORE}? ?\(?{DIGITS}"
)
# "from $500 to $1 million" shares no scale.
MUCH = 10


class Ends(NamedTuple):
    """Both ends of a range, and the scale that is printed at its first one."""

    scale: str | None
    low: Decimal
    high: Decimal


def range_ends(match: re.Match[str], reading: Reading, low: Decimal) -> Ends | None:
    """The ends of the range that the groups of a money rule tell, None where its second amount is one of its own.

    Losses in parentheses are told from the larger to the smaller; nothing else falls within a range.
    """
    top = number_of(match["high"]) if match["second"] else None
    if top is None or (match["paren"] is None) != (match["paren2"] is None):
        return None
    scale, losses = match["scale"], match["paren"] is not None
    shared = scale is None and low < PRICE_LIMIT and (low <= top or losses)
    first, second = low * scale_factor(match["scale2"] if shared else scale), top * scale_factor(match["scale2"])
    if losses and first > second:
        first, second = second, first
    one_scale = shared and low < top and match["scale2"] is not None
    # "$5 and $4 million" is no range from five dollars on.
    one_unit = scale is None and match["scale2"] and top < low < min(Decimal(PRICE_LIMIT), MUCH * top)
    if first > second or (one_unit and not losses) or not _closes(match, reading, one_scale=one_scale):
        return None
    return Ends(match["scale2"] if shared else scale, first, second)


def _closes(match: re.Match[str], reading: Reading, *, one_scale: bool) -> bool:
    """Whether the second amount closes a range; "from $4 million to $5 million" and "$5 and $6" do not.

    Two that share one scale are one range but where something "rose from $96 to $98 million".
    """
    joint = match["second"].lstrip()[:3].strip()
    if not joint.isalpha():
        return True
    if joint == "or":
        return bool(match["scale2"] and not match["scale"] and (match["low"] or "").isdigit() and len(match["low"]) < 4)
    left = reading.before(match.start(), LEFT).rpartition(". ")[2]
    if RANGE.search(left):
        return True
    if joint != "to":
        return False
    if _CHANGE.search(left) is None or _is_beside_range(match, reading, left):
        return True
    return one_scale and not (match["sign2"] and _ROSE_FROM.search(left))


def shared_scale(match: re.Match[str], low: Decimal) -> str | None:
    """The second amount's scale, where the first one is told in it, too ("rose from $96 to $98.5 million")."""
    top = number_of(match["high"]) if match["second"] else None
    if top is None or match["scale"] or not match["second"].startswith(" to") or not low <= top:
        return None
    return match["scale2"] if low < PRICE_LIMIT else None


def _is_beside_range(match: re.Match[str], reading: Reading, left: str) -> bool:
    """Whether what something is changed to or from is a range, as the other side of the change tells or its "to"."""
    if _TO_A_RANGE.search(left) or _RANGE_AHEAD.match(match.string, match.end()):
        return True
    return follows_range(reading, match.start())
