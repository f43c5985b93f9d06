"""Gold from files: quotes are found in the texts that they were copied from."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from topline.errors import CorpusError, SourceError
from topline.evaluation.gold import GoldRelease
from topline.evaluation.lines import told
from topline.readers.decode import decode

__all__ = ["gold_files", "lost_quotes", "read_gold", "read_gold_file", "read_gold_line", "resolve"]


def gold_files(gold_dir: Path) -> list[Path]:
    """All `*.json` of a folder, in order."""
    return sorted(gold_dir.glob("*.json"))


def read_gold(gold_dir: Path, text_dir: Path | None = None) -> list[GoldRelease]:
    """All gold of a folder with its texts. Raises CorpusError for the first file that cannot be read, and for none."""
    files = gold_files(gold_dir)
    if not files:
        raise CorpusError(f"{gold_dir} holds no gold (*.json)")
    return [read_gold_file(path, text_dir) for path in files]


def read_gold_file(path: Path, text_dir: Path | None = None) -> GoldRelease:
    """The text is the file `doc` of `text_dir`, or of the folder of the gold; else the `text` of the gold itself.

    Raises CorpusError.
    """
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise CorpusError(f"{path} cannot be read as gold: {error}") from error
    return _parse(written, str(path), text_dir or path.parent)


def read_gold_line(line: str, *, at: str, text_dir: Path) -> GoldRelease:
    """One line of JSON Lines, with its `text` or with that of the file `doc`. Raises CorpusError, which names `at`."""
    return _parse(line, at, text_dir)


def _parse(written: str, at: str, text_dir: Path) -> GoldRelease:
    try:
        data = _shape(json.loads(written))
        return resolve(data, _text(data, text_dir))
    except ValidationError as error:
        raise CorpusError(f"{at} cannot be read as gold: {told(error)}") from error
    except (OSError, ValueError, SourceError, CorpusError, RecursionError) as error:
        raise CorpusError(f"{at} cannot be read as gold: {error}") from error


def _shape(data: Any) -> dict[str, Any]:
    """What the places of quotes are looked for in; all else is the model's to judge."""
    if not isinstance(data, dict):
        raise CorpusError("it is no JSON object")
    if not isinstance(data.get("doc"), str) or not data["doc"]:
        raise CorpusError("it lacks `doc`, the name of the release's file")
    events = data.get("events")
    if not isinstance(events, list):
        raise CorpusError("it lacks `events`, a list")
    for i, event in enumerate(events):
        if not isinstance(event, dict):
            raise CorpusError(f"events.{i} is no object")
        evidence = event.get("evidence", ())
        if not isinstance(evidence, list | tuple) or not all(isinstance(quote, str) for quote in evidence):
            raise CorpusError(f"events.{i}.evidence is no list of quotes")
        if not isinstance(event.get("trigger", ""), str):
            raise CorpusError(f"events.{i}.trigger is no quote")
        if not isinstance(event.get("roles") or {}, dict):
            raise CorpusError(f"events.{i}.roles is no object")
    return data


def _text(data: dict[str, Any], text_dir: Path) -> str:
    path = text_dir / data["doc"]
    if path.is_file():
        return decode(path.read_bytes())
    text = data.get("text")
    if isinstance(text, str) and text:
        return text
    raise CorpusError(f"there is no text: no file {path}, and no `text` beside the events")


def resolve(data: dict[str, Any], text: str) -> GoldRelease:
    """Gold with the place of each quote; a quote that the text does not hold has none.

    A trigger is looked for in each piece of evidence in turn, as the quotes are: any run of blanks is like another.
    """
    known = GoldRelease.model_fields.keys()
    events = [_with_places(dict(event), text) for event in data["events"]]
    return GoldRelease.model_validate({k: v for k, v in data.items() if k in known} | {"events": events, "text": text})


def lost_quotes(gold: GoldRelease) -> Iterator[str]:
    """Triggers, and evidence of events, that the text does not hold."""
    for event in gold.events:
        if event.trigger and event.trigger_span is None:
            yield event.trigger
        elif len(event.spans) < len(event.evidence):
            yield event.evidence[0]


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
