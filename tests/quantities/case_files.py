"""The cases of the folder `cases`, one JSON file a topic, and what the tests ask of one."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from topline.quantities import Interval, Quantity, ReleaseContext

__all__ = ["CASES", "context_of", "described", "shape"]

Case = dict[str, Any]
FOLDER = Path(__file__).with_name("cases")
CASES: list[Case] = [c for path in sorted(FOLDER.glob("*.json")) for c in json.loads(path.read_text(encoding="utf-8"))]
_OPTIONAL = ("precision", "inferred_from")


def context_of(case: Case) -> ReleaseContext:
    released, period, year_end = case["released_on"], case["period"], case.get("fiscal_year_end")
    return ReleaseContext(
        date.fromisoformat(released) if released else None,
        Interval(*(date.fromisoformat(d) for d in period)) if period else None,
        (year_end[0], year_end[1]) if year_end else (12, 31),
    )


def described(found: Quantity, text: str, expected: Case | None) -> Case:
    """A mention in the shape of a case; precision and inference only where the expected one names them."""
    told: Case = {"span": text[found.start : found.end], "label": found.label, "value": found.value}
    given = {"precision": found.precision, "inferred_from": list(found.inferred_from)}
    return told | {key: given[key] for key in _OPTIONAL if expected is not None and key in expected}


def shape(span: str) -> str:
    """The words of a mention with every digit as 9: "3Q04" and "1Q05" are of one shape."""
    return " ".join(re.sub(r"\d", "9", span).split())
