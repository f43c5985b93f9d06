"""Operating figures among amounts: tests delivered and systems shipped are counts, the revenue per test is a price."""

import re
from collections.abc import Sequence
from functools import cache

from topline.statements.parts import TableRow
from topline.statements.units import in_money
from topline.statements.vocabulary import first_match, normal, section_class, singular, words

__all__ = ["settle_operating"]


def settle_operating(rows: Sequence[TableRow], *, excepted: Sequence[str], scaled: bool) -> None:
    """Counts become pure numbers, prices money in full; figures that may be either, or thousands, are not certain.

    `excepted` is what the caption takes out of its scale.
    """
    open_ = [row for row in rows if row.unit in {"USD", "USD/shares"} and row.scale is None]
    doubtful: list[TableRow] = []
    found = False
    for row in open_:
        named = _names(row, excepted)
        if _is_price(row, named):
            row.unit, row.scale, found = "USD", 1, True
        elif row.unit == "USD" and _speaks_of_pieces(row) and not _in_money(row):
            if _names(row, excepted, last=True) or _is_count(row):
                row.unit, found = "pure", True
            elif _ends_in_pieces(row):
                doubtful.append(row)
        elif scaled and row.unit == "USD" and _may_be_either(row):
            _doubt(row)
    for row in doubtful:
        if found or first_match("operating_sections", (row.section or "").lower()):
            row.unit = "pure"
        else:
            _doubt(row)


def _names(row: TableRow, excepted: Sequence[str], *, last: bool = False) -> bool:
    """`last`: the label ends with the thing, or with what is done to it: not "Analyzer repairs"."""
    label = f" {singular(normal(row.label))} "
    found = [label.partition(f" {name} ")[2] for name in excepted if f" {name} " in label]
    return any(not last or not rest or rest.split()[0] in words("done") | words("behind_pieces") for rest in found)


def _is_price(row: TableRow, named: bool) -> bool:
    label = row.label.lower()
    if first_match("price_items", label):
        return True
    if _price_of("pieces").search(label) or (named and _price_of("large_pieces").search(label)):
        return row.unit == "USD" or first_match("unit_results", label) is None
    return False


def _speaks_of_pieces(row: TableRow) -> bool:
    """The label and the heading over it have no words of money."""
    section = (row.section or "").lower()
    money = first_match("money_words", row.label.lower()) or section_class(row.section)
    return not (money or (first_match("money_words", section) and not first_match("operating_sections", section)))


def _in_money(row: TableRow) -> bool:
    return any(in_money(mark.raw) or "." in mark.digits for mark in row.marks.values())


def _is_count(row: TableRow) -> bool:
    return _counts().search(row.label.lower()) is not None


def _ends_in_pieces(row: TableRow) -> bool:
    name = normal(row.label).split()
    return bool(name) and name[-1] in words("counted")


def _may_be_either(row: TableRow) -> bool:
    """A price that may be in thousands as the amounts are, or a volume of sales or of what is sold."""
    label = row.label.lower()
    told = _price_of("large_pieces").search(label) or first_match("doubtful_items", label)
    return bool(told) and not (first_match("doubtful_items", label) and _in_money(row))


def _doubt(row: TableRow) -> None:
    row.marks = {i: mark._replace(certain=False) if mark.digits else mark for i, mark in row.marks.items()}


@cache
def _price_of(pieces: str) -> re.Pattern[str]:
    listed = words(pieces) - (words("large_pieces") if pieces == "pieces" else frozenset())
    return re.compile(rf"\bper[- ](?:[a-z]+ ){{0,2}}(?:{'|'.join(sorted(listed))})\b")


@cache
def _counts() -> re.Pattern[str]:
    pieces = _any("pieces")
    return re.compile(rf"\b(?:{pieces}) (?:{_any('done')})\b|\b(?:{pieces}) volumes?\b|^(?:total )?volumes?$")


def _any(name: str) -> str:
    return "|".join(sorted(words(name)))
