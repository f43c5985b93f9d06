"""Earnings per share: the result over the shares, rounded to the printed places."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from topline.records import Check
from topline.statements.cells import plain
from topline.statements.parts import TableRow

__all__ = ["eps_checks"]

_BASIC = "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic"
_DILUTED = "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding"
_BOTH = "us-gaap:WeightedAverageNumberOfShareOutstandingBasicAndDiluted"
_SHARES = {
    "us-gaap:EarningsPerShareBasic": (_BASIC, _BOTH),
    "us-gaap:EarningsPerShareDiluted": (_DILUTED, _BOTH),
    "us-gaap:EarningsPerShareBasicAndDiluted": (_BOTH, _BASIC),
}
_RESULTS = ("us-gaap:NetIncomeLossAvailableToCommonStockholdersBasic", "us-gaap:NetIncomeLoss")


def eps_checks(rows: Sequence[TableRow], columns: Sequence[int]) -> Iterator[Check]:
    """One check a per-share cell that holds. One that does not may rest on figures that are not printed: none then."""
    first: dict[str, TableRow] = {}
    for row in rows:
        first.setdefault(row.analog or "", row)
    results = [first[name] for name in _RESULTS if name in first]
    for row in rows:
        shares = next((first[name] for name in _SHARES.get(row.analog or "", ()) if name in first), None)
        for column in columns if shares else ():
            check = next((c for result in results if (c := _check(row, result, shares, column))), None)
            if check:
                yield check


def _check(eps: TableRow, result: TableRow, shares: TableRow | None, column: int) -> Check | None:
    if shares is None or not all(column in row.values for row in (eps, result, shares)):
        return None
    count, stated, place = shares.values[column], eps.values[column], eps.place[column]
    if count <= 0 or eps.cells[column].nil:
        return None
    quotient = result.values[column] / count
    slack = (result.place[column] + abs(quotient) * shares.place[column]) / count / 2
    if abs(quotient - stated) > place / 2 + slack:
        return None
    near = quotient.quantize(place, ROUND_HALF_UP)
    return Check(
        total=eps.cells[column].id,
        parts=(result.cells[column].id, shares.cells[column].id),
        stated=eps.cells[column].value,
        computed=plain(near if near == stated or abs(near - stated) > place else Decimal(stated)),
        holds=True,
    )
