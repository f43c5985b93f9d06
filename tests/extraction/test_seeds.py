"""The two annotated releases beside the checkout, by the scorers that lie there with them."""

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from record_rules import broken_rules

from topline.extraction import Extractor

pytestmark = pytest.mark.shared


@pytest.fixture
def scorer(shared: Callable[[str], Path]) -> Iterator[Any]:
    """The module `score`; the path and the modules are put back afterwards."""
    path, modules = list(sys.path), set(sys.modules)
    spec = importlib.util.spec_from_file_location("topline_shared_score", shared("tools") / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    sys.path[:] = path
    for name in set(sys.modules) - modules:
        if name in ("check_gold", "topline_shared_score"):
            del sys.modules[name]


@pytest.fixture
def records(extractor: Extractor, shared: Callable[[str], Path], tmp_path: Path) -> Path:
    file = tmp_path / "records.jsonl"
    lines = [extractor(path).to_json() for path in sorted(shared("seeds").glob("*.txt"))]
    file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return file


def by_name(records: Path) -> dict[str, Any]:
    loaded = [json.loads(line) for line in records.read_text(encoding="utf-8").splitlines()]
    return {record["source"]["name"]: record for record in loaded}


def test_extraction_seeds_events(scorer: Any, records: Path, shared: Callable[[str], Path]) -> None:
    golds, texts = {}, {}
    problems: list[str] = []
    for path in sorted(shared("gold/events/seeds").glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        texts[gold["doc"]] = (shared("seeds") / gold["doc"]).read_text(encoding="utf-8")
        golds[gold["doc"]] = scorer.check(texts[gold["doc"]], gold, problems)
    scores = scorer.score_events(by_name(records), golds, texts)
    assert problems == []
    assert scores["documents"] == 2
    assert scores["documents_without_record"] == []
    assert scores["events"]["f1"] >= 0.90, scores["differences"]
    assert scores["status_accuracy"] >= 0.95, scores["differences"]
    assert scores["date"]["f1"] >= 0.90, scores["differences"]
    assert scores["amounts"]["f1"] >= 0.95, scores["differences"]


def test_extraction_seeds_values(scorer: Any, records: Path, shared: Callable[[str], Path]) -> None:
    gold = json.loads(shared("gold/seed_values.json").read_text(encoding="utf-8"))
    scores = scorer.score_values(by_name(records), gold)
    assert scores["dates"]["gold"] == 39
    assert scores["dates"]["span_and_value_right"] >= 36
    assert scores["money"] == {"gold": 21, "found": 21, "span_and_value_right": 21}
    assert scores["false_mentions"] == {"on_distractors": 0, "elsewhere": 0}
    cells = scores["cells"]
    assert [cells[key] for key in ("gold", "found", "value", "period", "extra")] == [102, 102, 102, 102, 0]
    assert scores["links"]["right"] >= 18
    assert (scores["links"]["wrong"], scores["links"]["stray"]) == (0, 0)


def test_extraction_seed_records_are_sound(extractor: Extractor, shared: Callable[[str], Path]) -> None:
    wrong = []
    for path in sorted(shared("seeds").glob("*.txt")):
        wrong += broken_rules(extractor(path), path.read_bytes().decode())
    assert wrong == []
