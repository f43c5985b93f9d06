"""The gold file of the releases: what is to be found, what is not, and the cells with their figures of the prose."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from tools.model import Kind, Value

__all__ = ["Gold", "GoldCell", "GoldMention", "GoldTable", "read_gold", "read_table_gold"]

_TIMES = frozenset({"date", "period", "duration"})
_AMOUNTS = frozenset({"money", "per_share"})
_UNITS = {"USD/share": "USD/shares"}


@dataclass(frozen=True, slots=True)
class GoldMention:
    """`[start, end)` must be covered, and `[least, most)` may be. `values` holds every value that is right.

    `concept` is None where there is no element to name; `fact` is the amount with its sign.
    """

    id: str
    start: int
    end: int
    least: int
    most: int
    kind: Kind
    values: tuple[Value, ...]
    concept: str | None = None
    fact: Decimal | None = None
    period: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class GoldCell:
    id: str
    start: int
    end: int
    row: int
    raw: str
    label: str
    value: Decimal
    unit: str
    period: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class GoldTable:
    start: int
    end: int
    cells: tuple[GoldCell, ...]


@dataclass(frozen=True, slots=True)
class Gold:
    """Of one release. `mentions` and `amounts` are required.

    `known_amounts` and `known_others` are all places where a value stands, required or not.
    """

    name: str
    released_on: str
    mentions: tuple[GoldMention, ...]
    amounts: tuple[GoldMention, ...]
    known_amounts: tuple[tuple[int, int], ...]
    known_others: tuple[tuple[int, int], ...]
    distractors: tuple[tuple[int, int], ...]
    tables: tuple[GoldTable, ...]
    links: tuple[tuple[GoldMention, frozenset[str]], ...]


def read_gold(path: Path) -> list[Gold]:
    whole = json.loads(path.read_text(encoding="utf-8"))
    return [_gold(name, head["release_date"], _of(whole, name)) for name, head in whole["files"].items()]


def read_table_gold(path: Path) -> dict[str, list[GoldTable]]:
    """The tables of a gold of cells alone, by the name of the file that they stand in."""
    whole = json.loads(path.read_text(encoding="utf-8"))
    tables: dict[str, list[GoldTable]] = {name: [] for name in whole["files"]}
    for table in whole["tables"]:
        tables[table["file"]].append(_table(table, whole["cells"]))
    return tables


def _of(whole: Mapping[str, Any], name: str) -> dict[str, list[dict[str, Any]]]:
    parts = ("mentions", "distractors", "tables", "cells", "links")
    return {part: [entry for entry in whole[part] if entry["file"] == name] for part in parts}


def _gold(name: str, released_on: str, parts: Mapping[str, list[dict[str, Any]]]) -> Gold:
    required = [m for m in parts["mentions"] if _is_required(m)]
    amounts = [_mention(m) for m in required if m["kind"] in _AMOUNTS]
    by_id = {mention.id: mention for mention in amounts}
    return Gold(
        name=name,
        released_on=released_on,
        mentions=tuple(_mention(m) for m in required if m["kind"] in _TIMES),
        amounts=tuple(amounts),
        known_amounts=tuple(_place(m) for m in parts["mentions"] if m["kind"] in _AMOUNTS),
        known_others=tuple(_place(m) for m in parts["mentions"] if m["kind"] not in _AMOUNTS),
        distractors=tuple(_place(d) for d in parts["distractors"]),
        tables=tuple(_table(table, parts["cells"]) for table in parts["tables"]),
        links=tuple((by_id[link["mention"]], frozenset(link["cells"])) for link in parts["links"]),
    )


def _is_required(entry: Mapping[str, Any]) -> bool:
    return not (entry.get("optional") or entry.get("nested_in") or entry.get("zone") == "table_header")


def _place(entry: Mapping[str, Any]) -> tuple[int, int]:
    return entry["start"], entry["end"]


def _mention(entry: Mapping[str, Any]) -> GoldMention:
    start, end = _place(entry)
    concept, fact = str(entry.get("concept") or ""), entry.get("fact_value")
    return GoldMention(
        id=entry["id"],
        start=start,
        end=end,
        least=entry.get("ext_start", start),
        most=entry.get("ext_end", end),
        kind="money" if entry["kind"] in _AMOUNTS else entry["kind"],
        values=tuple(_value(v) for v in (entry["value"], *(entry.get("alt") or ()))),
        concept=concept if concept and " " not in concept else None,
        fact=Decimal(str(fact)) if fact is not None else None,
        period=_days(entry["period"]) if entry.get("period") else None,
    )


def _value(value: Any) -> Value:
    if not isinstance(value, dict):
        return str(value)
    if "amount" in value:
        return {"amount": str(value["amount"]), "currency": value["currency"], "per": value.get("per")}
    return {"start": value["start"], "end": value["end"]}


_QUARTERS = {"Q1": ("01-01", "03-31"), "Q2": ("04-01", "06-30"), "Q3": ("07-01", "09-30"), "Q4": ("10-01", "12-31")}
_PARTS = {**_QUARTERS, "H1": ("01-01", "06-30"), "H2": ("07-01", "12-31"), "": ("01-01", "12-31")}


def _days(timex: str) -> tuple[str, str]:
    """ "2003-Q4", "2004-H1", "2003" or a day, as first and last day."""
    year, _, part = timex.partition("-")
    if part not in _PARTS:
        return timex, timex
    first, last = _PARTS[part]
    return f"{year}-{first}", f"{year}-{last}"


def _table(table: Mapping[str, Any], cells: Sequence[Mapping[str, Any]]) -> GoldTable:
    return GoldTable(*_place(table), tuple(_cell(cell) for cell in cells if cell["table"] == table["table"]))


def _cell(cell: Mapping[str, Any]) -> GoldCell:
    period = cell.get("period") or {}
    instant, first, last = period.get("instant"), period.get("start"), period.get("end")
    return GoldCell(
        id=cell["id"],
        start=cell["start"],
        end=cell["end"],
        row=cell["row"],
        raw=cell["raw"],
        label=cell["full_label"],
        value=Decimal(str(cell["value"] or 0)),
        unit=_UNITS.get(cell["unit"], cell["unit"]),
        period=(instant, instant) if instant else (first, last) if first and last else None,
    )
