"""What the columns of a statement count: money of which currency, shares, percentages."""

import re
from collections.abc import Sequence

from topline.statements.cells import Place
from topline.statements.columns import in_percent
from topline.statements.currencies import currencies_in, is_dollar, of_row, same_sign
from topline.statements.parts import Band, Caption, Head, Mark, TableLine, TableRow
from topline.statements.small_figures import is_small
from topline.statements.vocabulary import first_match
from topline.vocab import CURRENCY_SIGN

__all__ = ["place_columns", "statement_currency"]

_MONEY = re.compile(CURRENCY_SIGN)
_SHARE = 0.6
_REACH = 3


def place_columns(
    bands: Sequence[Band],
    heads: Sequence[Head],
    head_lines: Sequence[TableLine],
    rows: Sequence[TableRow],
    *,
    caption: Caption,
    throughout: str | None,
    statement: str,
) -> list[Place]:
    """One place a column. The currency of one that no head, sign or title tells is the US dollar, as "$" is."""
    found = [_told(i, bands, heads, head_lines, rows) for i in range(len(bands))]
    foreign = {code for named, signs, _ in found for code in (*named, *signs)} - {"USD"}
    percents = [band.percent or _is_percent(i, heads[i], rows) for i, band in enumerate(bands)]
    if all(percents) and not all(in_percent(head) for head in heads):
        percents = [False] * len(bands)  # rows of ratios among others, as in selected data: each figure tells
    counted = [_counted(i, head, rows) for i, head in enumerate(heads)]
    by_column = any(per_share for _, per_share in counted)
    places = []
    for i, (percent, head, told) in enumerate(zip(percents, heads, found, strict=True)):
        currency = _currency(*told, caption=caption, throughout=throughout, foreign=bool(foreign))
        counts, per_share = counted[i]
        per_share_or_none = per_share if by_column else None
        places.append(Place(statement, f"c{i + 1}", counts, currency, percent, head.label, per_share_or_none))
    return places


def _counted(index: int, head: Head, rows: Sequence[TableRow]) -> tuple[bool, bool]:
    """Whether a column is of shares, and whether of money a share, as its head and its figures say."""
    told = first_match("column_units", " ".join(head.label.lower().split()))
    if told != "USD/shares":
        return told == "shares", False
    marks = [row.marks[index] for row in rows if index in row.marks and row.unit in {"USD", "USD/shares"}]
    printed = [mark for mark in marks if mark.digits and not mark.percent]
    return False, sum(map(is_small, printed)) > _SHARE * len(printed)


def statement_currency(places: Sequence[Place], rows: Sequence[TableRow], caption: Caption) -> str | None:
    """The currency of most columns; None where the dollar is only a guess because no sign is printed."""
    found = [place.currency for place in places if place.currency and not place.percent]
    if not found:
        return caption.currencies[0] if caption.currencies else None
    most = max(found, key=found.count)
    told = most != "USD" or "USD" in caption.currencies
    return (
        most
        if told or any("$" in mark.raw or "USD" in mark.raw for row in rows for mark in row.marks.values())
        else None
    )


def _is_percent(index: int, head: Head, rows: Sequence[TableRow]) -> bool:
    """By its head, or because most of its figures print the sign."""
    if in_percent(head) and _MONEY.search(head.label) is None:
        return True
    marks = [row.marks[index] for row in rows if index in row.marks]
    return sum(mark.percent for mark in marks) > _SHARE * len(marks)


def _told(
    index: int, bands: Sequence[Band], heads: Sequence[Head], lines: Sequence[TableLine], rows: Sequence[TableRow]
) -> tuple[list[str], list[str], bool]:
    """What the head names, what the signs beside the figures are, and whether a bare "$" is among these."""
    band = bands[index]
    over = [s.text for line in lines for s in line.segments if _over(s.left, s.right, band) and not _worded(s.text)]
    named = currencies_in(" ".join([heads[index].label, *over]))
    marks = [row.marks[index] for row in rows if index in row.marks and of_row(row.label) is None]
    signed = [mark.raw for mark in marks if not mark.raw[0].isdigit() or not mark.raw[-1].isdigit()]
    signs = dict.fromkeys(code for raw in signed for code in currencies_in(raw))
    return named, list(signs), any(_bare_dollar(mark) for mark in marks)


def _over(left: int, right: int, band: Band) -> bool:
    return left <= band.edge_high + _REACH and band.left - _REACH <= right


def _worded(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _bare_dollar(mark: Mark) -> bool:
    return "$" in mark.raw and not currencies_in(mark.raw)


def _currency(
    named: Sequence[str],
    signs: Sequence[str],
    bare: bool,
    *,
    caption: Caption,
    throughout: str | None,
    foreign: bool,
) -> str | None:
    """None where what is said does not fit together, or leaves several."""
    told = [*dict.fromkeys([*named, *same_sign(signs, [*named, *caption.currencies])])]
    if not told and caption.currencies:
        told = list(caption.currencies)
    if len(told) > 1:
        return None
    if told:
        return told[0] if not bare or is_dollar(told[0]) else None
    if foreign:  # another column has a currency of its own
        return "USD" if bare else None
    if throughout and (is_dollar(throughout) or not bare):
        return throughout
    return "USD"
