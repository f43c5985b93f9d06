"""Gold from files: quotes are found in the texts that they were copied from."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from topline.errors import CorpusError
from topline.evaluation.gold import GoldRelease

__all__ = ["read_gold", "read_gold_lines", "resolve"]


def read_gold(gold_dir: Path, text_dir: Path) -> list[GoldRelease]:
    """All `*.json` of a folder with the texts that they name. Raises CorpusError for one that cannot be read."""
    files = sorted(gold_dir.glob("*.json"))
    if not files:
        raise CorpusError(f"{gold_dir} holds no gold (*.json)")
    return [_read(path, text_dir) for path in files]


def read_gold_lines(path: Path) -> Iterator[GoldRelease]:
    """JSON Lines, each with its text."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield GoldRelease.model_validate_json(line)


def _read(path: Path, text_dir: Path) -> GoldRelease:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        text = data.get("text") or (text_dir / data["doc"]).read_text(encoding="utf-8")
        return resolve(data, text)
    except (OSError, ValueError, KeyError, ValidationError) as error:
        raise CorpusError(f"{path} cannot be read as gold: {error}") from error


def resolve(data: dict[str, Any], text: str) -> GoldRelease:
    """Gold with the place of each quote; a quote that the text does not hold has none.

    A trigger is looked for in each piece of evidence in turn, as the quotes are: any run of blanks is like another.
    """
    known = GoldRelease.model_fields.keys()
    events = [_with_places(dict(event), text) for event in data["events"]]
    return GoldRelease.model_validate({k: v for k, v in data.items() if k in known} | {"events": events, "text": text})


def _with_places(event: dict[str, Any], text: str) -> dict[str, Any]:
    if event.get("spans"):
        return event
    places = [p for quote in event.get("evidence", ()) if (p := _find(text, quote, (0, len(text))))]
    trigger = next((p for place in places if (p := _find(text, event.get("trigger", ""), place))), None)
    roles = {role: _forms(forms) for role, forms in (event.get("roles") or {}).items()}
    return event | {"spans": places, "trigger_span": trigger, "roles": roles, "amounts": event.get("amounts") or ()}


def _forms(forms: Any) -> list[str]:
    return [f for f in (forms if isinstance(forms, list) else [forms]) if isinstance(f, str)]


def _find(text: str, quote: str, within: tuple[int, int]) -> tuple[int, int] | None:
    words = quote.split()
    if not words:
        return None
    hit = re.compile(r"\s+".join(map(re.escape, words))).search(text, *within)
    return hit.span() if hit else None
