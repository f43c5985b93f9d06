"""What stands on a page of paper for the paper's sake: its number, its running head, "-more-"."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from topline.readers.lines import Line
from topline.vocab import load_yaml

__all__ = ["find_furniture"]

_NUMBER = re.compile("|".join(load_yaml("wire.yaml")["page_numbers"]), re.IGNORECASE)
_RULE = re.compile(r"[-–—*_=+~.\s]{3,}")
_DIGITS = re.compile(r"\d+")
_NEAR = 4
_LONGEST = 90


def find_furniture(lines: Sequence[Line], breaks: Sequence[int]) -> frozenset[int]:
    """The starts of lines that are furniture: page numbers alone on a line, rules, and what comes again at page
    `breaks`. One paragraph may go on behind them. A form feed is a page break, too.
    """
    places = sorted({*breaks, *(line.start for line in lines if line.feed)})
    if places and lines:
        places.append(lines[-1].end + 1)
    near = list(_near_breaks(lines, places))
    again = Counter(_shape(lines[i]) for i in near)
    heads = {lines[i].start for i in near if again[_shape(lines[i])] > 1}
    return frozenset(heads | {line.start for i, line in enumerate(lines) if _is_rule(line) or _is_number(lines, i)})


def _near_breaks(lines: Sequence[Line], places: Sequence[int]) -> Iterator[int]:
    """The first lines of each page, as far as the first that is too long to be furniture, and the last two."""
    starts = [line.start for line in lines]
    seen: set[int] = set()
    for place in places:
        at = bisect_left(starts, place)
        for step, most in ((1, _NEAR), (-1, 2)):
            i = at if step > 0 else at - 1
            found = 0
            while 0 <= i < len(lines) and found < most and len(lines[i].words) <= _LONGEST:
                if lines[i].text and i not in seen and _is_title(lines[i].words):
                    seen.add(i)
                    yield i
                found += bool(lines[i].text) and not _is_rule(lines[i])
                i += step


def _is_title(words: str) -> bool:
    """No running text: capitals begin at least half of the words."""
    parts = words.split()
    return 2 * sum(not part[0].islower() for part in parts) >= len(parts)


def _shape(line: Line) -> str:
    return _DIGITS.sub("0", " ".join(line.words.split()))


def _is_rule(line: Line) -> bool:
    return _RULE.fullmatch(line.text) is not None


def _is_number(lines: Sequence[Line], i: int) -> bool:
    if len(lines[i].words) > 30 or not _NUMBER.fullmatch(lines[i].words):
        return False
    return (i == 0 or lines[i - 1].blank) or (i + 1 == len(lines) or lines[i + 1].blank)
