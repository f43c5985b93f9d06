"""The measures beside those of the scorer that lies with the releases, to the digit."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from topline.evaluation import read_gold, read_recorded, score
from topline.extraction import Extractor

pytestmark = pytest.mark.shared


@pytest.mark.parametrize(("name", "texts"), [("seeds", "seeds"), ("news", "corpus/news")])
def test_evaluation_measures_as_the_scorer_of_the_collection_does(
    name: str, texts: str, extractor: Extractor, shared: Callable[[str], Path], tmp_path: Path
) -> None:
    folder, known, scorer = shared(texts), shared(f"gold/events/{name}"), shared("tools/score.py")
    golds = read_gold(known, folder)
    records = tmp_path / "records.jsonl"
    found = (record for gold in golds for record in extractor.all(folder / gold.doc))
    records.write_text("".join(record.to_json() + "\n" for record in found), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, scorer, records, known, folder, "--json"], capture_output=True, text=True, check=True
    )
    theirs = json.loads(done.stdout)
    assert theirs.pop("documents_without_record") == []
    recorded = read_recorded(records)
    run = score((gold, recorded[gold.doc]) for gold in golds)
    ours = json.loads(run.measures.model_dump_json())
    assert {key: ours[key] for key in theirs} == theirs
    assert ours["documents"] == len(golds) > 1
    assert ours["events"]["tp"] > 0
