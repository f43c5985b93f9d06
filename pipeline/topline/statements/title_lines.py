"""Which lines over a table are its titles: names of statements and companies, periods, scales and notes."""

import re
from collections.abc import Sequence

from topline.statements.caption import is_annotation, is_aside, names_statement
from topline.statements.parts import TableLine
from topline.statements.vocabulary import first_match, is_sentence
from topline.vocab import load_yaml

__all__ = ["first_title", "past_notes"]

_NOT_TITLE = re.compile(
    r"^(?:SOURCE|CONTACT|NOTES?)\b|^[*/(]?\(?\d+\)|^[-\d\s]+$|^page \d|^[*/]|^[-–•o] |^see (?:accompanying )?notes"
    r"|\$ ?(?!0{3})\d",  # an amount is a row's
    re.IGNORECASE,
)
_WIRE = load_yaml("wire.yaml")
_COMPANY = re.compile(rf" (?:{'|'.join([*_WIRE['company_forms'], *_WIRE['further_company_forms']])})\.$")
_CAPITALS = re.compile(r"[A-Z(&$]")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LONGEST_TITLE = 110
_MOST_TITLE_LINES = 12
_MOST_BLANKS = 5
_MOST_WRAPPED = 4
_MOST_UP_TO_NAME = 4


def first_title(lines: Sequence[TableLine], anchor: int, floor: int) -> int:
    """Walks up from the column heads over what looks like titles, and over one odd line below a statement's name."""
    first, blanks, taken, i = anchor, 0, 0, anchor - 1
    odd = False
    while i >= floor and blanks <= _MOST_BLANKS and taken < _MOST_TITLE_LINES:
        if lines[i].kind == "blank":
            blanks += 1
        elif lines[i].kind not in {"tag", "rule"}:
            begin = _begin_of(lines, i, floor)
            text = _text(lines[begin : i + 1])
            if _is_title(text, lines[begin], near=blanks == 0 and taken > 0):
                first, blanks, taken = begin, 0, taken + 1
            elif not odd and _could_be(text, lines[begin]) and _named_above(lines, begin, floor):
                odd = True
            else:
                break
            i = begin
        i -= 1
    return first


def past_notes(lines: Sequence[TableLine], at: int, row: int) -> int:
    """Behind the periods, scales and notes that stand under the name of a statement without column heads."""
    end = at
    for i in range(at, row):
        alone = lines[i].kind == "text" and len(lines[i].segments) == 1
        if alone and _tells(_text(lines[i : i + 1])):
            end = i + 1
        elif lines[i].kind not in {"blank", "tag"}:
            break
    return end


def _text(lines: Sequence[TableLine]) -> str:
    return " ".join(" ".join(line.text for line in lines).split())


def _begin_of(lines: Sequence[TableLine], at: int, floor: int) -> int:
    """Of a line that closes a parenthesis the line that opened it: "(in thousands, except / per share data)"."""
    open_ones = lines[at].text.count(")") - lines[at].text.count("(")
    for i in range(at - 1, max(floor, at - _MOST_WRAPPED) - 1, -1):
        if open_ones <= 0 or lines[i].kind != "text":
            break
        open_ones += lines[i].text.count(")") - lines[i].text.count("(")
        if open_ones <= 0:
            return i
    return at


def _is_title(text: str, line: TableLine, *, near: bool) -> bool:
    if len(text) > _LONGEST_TITLE or _NOT_TITLE.search(text):
        return False
    if _tells(text):
        return True
    if is_sentence(text) and not _is_name(text):
        return False
    if text.isupper() or text.startswith("("):
        return True
    before, bracket, _ = text.partition("(")
    if names_statement(before) or (bracket and first_match("scales", text.lower())):
        return True
    if first_match("title_words", text.lower()) or first_match("scales", text.lower()):
        return _capital_share(text) >= 0.5 or line.indent >= 6
    return (line.indent >= 6 or near) and _capital_share(text) >= 0.6


def _tells(text: str) -> bool:
    """Nothing but a scale, a note such as "unaudited" or a period, whatever its capitals."""
    return is_annotation(text) or is_aside(text) or _is_period(text)


def _is_period(text: str) -> bool:
    bare = " ".join(_IN_BRACKETS.sub(" ", text).lower().split())
    return bool(bare) and first_match("period_titles", bare) is not None


def _could_be(text: str, line: TableLine) -> bool:
    """Words that may stand between the name of a statement and its columns."""
    words = line.kind == "text" and len(line.segments) == 1 and len(text) <= _LONGEST_TITLE
    return words and not text.endswith((":", ",")) and not _NOT_TITLE.search(text) and not is_sentence(text)


def _named_above(lines: Sequence[TableLine], at: int, floor: int) -> bool:
    """Whether a statement is named within the few lines of titles above."""
    seen = 0
    for i in range(at - 1, floor - 1, -1):
        if lines[i].kind in {"blank", "tag", "rule"}:
            continue
        text, seen = _text(lines[i : i + 1]), seen + 1
        if names_statement(text):
            return lines[i].kind == "text"
        if seen == _MOST_UP_TO_NAME or not _is_title(text, lines[i], near=True):
            return False
    return False


def _is_name(text: str) -> bool:
    """Ends in the legal form of a company, whose stop ends no sentence."""
    return _COMPANY.search(text) is not None


def _capital_share(text: str) -> float:
    long = [word for word in text.split() if len(word) > 3 and not word.strip(",.").isdigit()]
    return sum(bool(_CAPITALS.match(word)) for word in long) / len(long) if long else 1.0
