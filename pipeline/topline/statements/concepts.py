"""Row labels to us-gaap elements, by the vocabulary; unknown labels stay without."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from topline.errors import VocabularyError
from topline.records import Basis, StatementKind, Unit
from topline.statements.parts import TableRow
from topline.statements.patterns import expand
from topline.statements.property_rows import name_property
from topline.statements.row_places import settle_places
from topline.statements.small_figures import settle_small
from topline.statements.stems import stems
from topline.statements.units import settle_capital
from topline.statements.vocabulary import first_match, normal, section_class, words
from topline.vocab.load import load_yaml

__all__ = ["assign_concepts", "concept_entries", "concept_of", "kind_by_rows", "name_totals", "signed_results"]

_FILE = "row_concepts.yaml"
_VARIANT = re.compile(r"\b(?:basic(?: and)? diluted|fully diluted|basic|diluted|primary|assuming dilution)\b")
_KINDS: tuple[StatementKind, ...] = ("operations", "balance_sheet", "cash_flows")


class Entry(NamedTuple):
    """A label in normal form and what it means in a kind of statement, in sections of a class or (None) in any."""

    kind: str
    under: str | None
    label: str
    concept: str


def concept_entries() -> Iterator[Entry]:
    """The vocabulary, one entry a label."""
    data: dict[str, Any] = load_yaml(_FILE)
    lists: Mapping[str, str] = data["lists"]
    for item in data["concepts"]:
        labels = sorted({label for pattern in item["labels"] for label in expand(pattern, lists)})
        for under in item.get("under", [None]):
            yield from (Entry(item["kind"], under, label, item["concept"]) for label in labels)


@cache
def _index() -> dict[tuple[str, str | None, str], str]:
    index: dict[tuple[str, str | None, str], str] = {}
    for entry in concept_entries():
        key = (entry.kind, entry.under, entry.label)
        if index.setdefault(key, entry.concept) != entry.concept:
            raise VocabularyError(f"{entry.label!r} stands for two concepts in {_FILE}: {index[key]}, {entry.concept}")
    return index


@cache
def _noise(under: str) -> frozenset[str]:
    return frozenset(load_yaml(_FILE)["noise"][under])


@lru_cache(maxsize=8192)
def concept_of(label: str, *, kind: str, section: str | None = None, unit: Unit = "USD") -> str | None:
    """The element that a row's label means in its place; None when the vocabulary does not know it."""
    name = normal(label)
    under = "per_share" if unit.endswith("/shares") else "shares" if unit == "shares" else None
    if under is not None:
        return _index().get((kind, under, _counted(name, section, under) or "all"))
    if unit == "pure" or not name:
        return None
    section_name = section_class(section)
    for form in (name, *map(normal, stems(label))):
        found = _index().get((kind, section_name, form)) if section_name else None
        found = found or (None if section_name in words("closed_sections") else _index().get((kind, None, form)))
        if found:
            return found
    return None


def _counted(name: str, section: str | None, under: str) -> str:
    """What is told of a figure per share or a count.

    The heading may tell another item of a bare "Diluted", and of "Net loss" that it is diluted.
    """
    heading = normal(section) if section else ""
    item = heading if name in words("variants") else ""
    told = item if not _noise("other_items").isdisjoint(item.split()) else ""
    variant = _VARIANT.search(heading) if _VARIANT.search(f"{told} {name}") is None else None
    text = f"{variant[0] if variant else ''} {told} {name}"
    return " ".join(word for word in text.split() if word not in _noise(under))


def kind_by_rows(rows: Sequence[TableRow]) -> StatementKind:
    """The kind that most labels belong to, at least two of them; "other" when none leads."""
    counts = {kind: sum(_known(row, kind) for row in rows[:200]) for kind in _KINDS}
    first, second, _ = sorted(counts.values(), reverse=True)
    return max(counts, key=lambda kind: counts[kind]) if first >= 2 and first > second else "other"


def _known(row: TableRow, kind: StatementKind) -> bool:
    return concept_of(row.label, kind=kind, section=row.section, unit=row.unit) is not None


def assign_concepts(rows: Sequence[TableRow], *, kind: StatementKind, basis: Basis) -> None:
    """Sets `concept` and `analog`. Pro forma rows keep the analog only, reconciling items have neither.

    What a row counts is settled here where the kind of the statement or the rows beside it tell.
    """
    if kind == "balance_sheet":
        settle_capital(rows)
    places: tuple[str, ...] = (
        ("reconciliation",) if basis == "reconciliation" else _KINDS if kind == "other" else (kind,)
    )
    _assign(rows, places, basis)
    _assign(settle_small(rows), places, basis)
    settle_places(rows, kind, concept_of)


def _assign(rows: Iterable[TableRow], places: Sequence[str], basis: Basis) -> None:
    for row in rows:
        part = first_match("section_kinds", row.section.lower()) if row.section and basis != "reconciliation" else None
        among = (part,) if part else places
        meant = {concept_of(row.label, kind=place, section=row.section, unit=row.unit) for place in among} - {None}
        row.analog = meant.pop() if len(meant) == 1 else None
        row.concept = None if basis == "pro_forma" else row.analog


@cache
def signed_results() -> frozenset[str]:
    """The elements of a result, which is negative when it is a loss."""
    return frozenset(load_yaml(_FILE)["signed_results"])


def name_totals(rows: Sequence[TableRow], totals: Iterable[TableRow], *, kind: StatementKind, basis: Basis) -> None:
    """A total that prints no label means what "Total" means under its heading; of several the last does.

    Not where a labelled row means it. What property is gross and net of depreciation, the amounts tell.
    """
    named = {row.analog for row in rows if row.label}
    last: dict[str, TableRow] = {}
    for row in totals:
        meant = concept_of("total", kind=kind, section=row.section, unit=row.unit)
        if meant and meant not in named and not row.label and row.analog is None:
            last[meant] = row
    for meant, row in last.items():
        row.analog = meant
    if kind == "balance_sheet":
        name_property(rows)
    for row in rows:
        row.concept = None if basis == "pro_forma" else row.analog
