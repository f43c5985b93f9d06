"""Figures that are not printed but follow: a fourth quarter is the year less the nine months."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from topline.records import Derived, Link, Statement
from topline.statements.cells import plain
from topline.statements.doubt import doubtful_cells
from topline.statements.flows import Element, Flow, Stated, find_flows
from topline.statements.sides import is_one_signed, side_of_element, signs_agree
from topline.statements.standing import standing
from topline.statements.stretches import Stretch, alike, differences

__all__ = ["Rest", "derive_facts", "impossible", "rests"]


class Rest(NamedTuple):
    """What `plus` less `minus` makes, and of which stretch of time."""

    period: Stretch
    plus: Stated
    minus: Stated

    @property
    def value(self) -> Decimal:
        return self.plus.value - self.minus.value


class _Found(NamedTuple):
    flow: Flow
    rest: Rest


def rests(stated: Iterable[Stated], printed: Sequence[Stretch]) -> list[Rest]:
    """All that follows from figures of one thing, for stretches that are not `printed`, by start and end.

    Only figures printed to the same place are subtracted. A stretch that follows in several ways, with results that
    differ by more than rounding, is left out, and so is a period that is stated with different amounts.
    """
    by_period: dict[Stretch, Stated] = {}
    torn: set[Stretch] = set()
    for one in stated:
        if by_period.setdefault(one.period, one).value != one.value:
            torn.add(one.period)
    sound = {period: one for period, one in by_period.items() if period not in torn}
    found = (Rest(rest, sound[long], sound[short]) for long, short, rest in differences(sound))
    fair = sorted((r for r in found if _subtractable(r.plus, r.minus)), key=lambda r: r.period)
    same = alike([*printed, *(rest.period for rest in fair)])
    taken = {same[period] for period in printed}
    groups: dict[Stretch, list[Rest]] = {}
    for rest in fair:
        if same[rest.period] not in taken:
            groups.setdefault(same[rest.period], []).append(rest)
    return [group[0] for group in groups.values() if _agree(group)]


def _subtractable(plus: Stated, minus: Stated) -> bool:
    """Printed to the same place; of two rows also of one thing, with signs that mean the same."""
    if plus.scale != minus.scale:
        return False
    same = plus.name == minus.name and signs_agree((plus.side, _sign(plus)), (minus.side, _sign(minus)))
    return plus.row == minus.row or same


def _sign(stated: Stated) -> int:
    return (stated.value > 0) - (stated.value < 0)


def impossible(concept: str, rest: Rest) -> bool:
    """Revenues and costs of one sign leave none of the other: the two are not of the same thing."""
    signs = {_sign(rest.plus), _sign(rest.minus), (rest.value > 0) - (rest.value < 0)}
    return signs >= {1, -1} and _sign(rest.plus) == _sign(rest.minus) and is_one_signed(concept)


def _agree(group: Sequence[Rest]) -> bool:
    values = [rest.value for rest in group]
    return max(values) - min(values) <= 2 * max(rest.plus.scale for rest in group)


def derive_facts(statements: Sequence[Statement], links: Iterable[Link] = ()) -> tuple[Derived, ...]:
    """What follows within one release, in the order of its rows; `links` tell which cells the prose contradicts."""
    flows = list(find_flows(statements, doubtful_cells(statements, links)))
    printed = _printed(flows)
    found = [
        _Found(flow, rest)
        for flow in flows
        for rest in rests(flow.stated, printed[flow.element] if flow.element else flow.printed)
        if not _minus_unsure(flow, rest)
    ]
    found = _without_torn(found)
    stand = standing(statements)
    found += _across([flow for flow in flows if flow.statement.id in stand], printed, found)
    places = {cell: at for at, cell in enumerate(s.cell for flow in flows for s in flow.stated)}
    found.sort(key=lambda f: (places[f.rest.plus.cell], f.rest.period))
    return tuple(_derived(f"d{number}", f) for number, f in enumerate(found, 1))


def _minus_unsure(flow: Flow, rest: Rest) -> bool:
    """A "Net loss" with a minus and one without in one row: the second is a gain, or its minus was left out."""
    own = _sign(rest.plus) * _sign(rest.minus) < 0 and rest.plus.side == "loss"
    return own and side_of_element(flow.row.concept or "") == "gain"


def _without_torn(found: Sequence[_Found]) -> list[_Found]:
    """None of two columns that leave revenues or a cost below nothing: a head was misprinted or misread."""
    keys = [(_column(f.rest.plus.cell), _column(f.rest.minus.cell)) for f in found]
    torn = {key for key, f in zip(keys, found, strict=True) if impossible(f.flow.row.concept or "", f.rest)}
    return [f for key, f in zip(keys, found, strict=True) if key not in torn]


def _column(cell: str) -> str:
    """ "s1.c3" of the cell "s1.r7.c3"."""
    return f"{cell.partition('.')[0]}.{cell.rpartition('.')[2]}"


def _printed(flows: Iterable[Flow]) -> dict[Element | None, list[Stretch]]:
    printed: dict[Element | None, list[Stretch]] = {}
    for flow in flows:
        printed.setdefault(flow.element, []).extend(flow.printed)
    return printed


def _across(
    flows: Sequence[Flow], printed: dict[Element | None, list[Stretch]], found: Sequence[_Found]
) -> Iterator[_Found]:
    """One element in several statements: the quarters in one table, the nine months in another."""
    rows = Counter((flow.element, flow.statement.id) for flow in flows)
    twice = {element for (element, _), count in rows.items() if count > 1}
    known = {element: [*periods] for element, periods in printed.items()}
    for flow, rest in found:
        known[flow.element].append(rest.period)
    elements: dict[Element, list[Flow]] = {}
    for flow in flows:
        if flow.element is not None and flow.element not in twice:
            elements.setdefault(flow.element, []).append(flow)
    following: list[tuple[Element, _Found, Flow]] = []
    for element, members in elements.items():
        owner = {stated.cell: flow for flow in members for stated in flow.stated}
        if len(members) > 1:
            together = (stated for flow in members for stated in flow.stated)
            for rest in rests(together, known[element]):
                following.append((element, _Found(owner[rest.plus.cell], rest), owner[rest.minus.cell]))
    # One element that cannot be tells that the two statements are not of one company, or not of one version.
    pairs = [(found.flow.statement.id, minus.statement.id) for _, found, minus in following]
    torn = {
        pair
        for pair, (element, found, _) in zip(pairs, following, strict=True)
        if impossible(element.concept, found.rest)
    }
    yield from (found for pair, (_, found, _) in zip(pairs, following, strict=True) if pair not in torn)


def _derived(name: str, found: _Found) -> Derived:
    flow, rest = found
    return Derived(
        id=name,
        concept=flow.element.concept if flow.element else None,
        label=flow.row.label,
        section=flow.row.section,
        statement=flow.statement.id,
        row=flow.row.id,
        period=rest.period.interval,
        value=plain(rest.value),
        unit=flow.unit,
        plus=(rest.plus.cell,),
        minus=(rest.minus.cell,),
    )
