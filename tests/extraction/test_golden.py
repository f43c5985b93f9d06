"""The records of the two sample releases, whole, against `tests/golden`.

After a change that is meant to change them: `pytest tests/extraction/test_golden.py --update-golden`, then read what
`git diff tests/golden` says. What a vocabulary line is called and how sure it is are left out of the files.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from record_rules import broken_rules

from conftest import SAMPLE
from topline.records import ReleaseRecord

GOLDEN = Path(__file__).parents[1] / "golden"
NAMES = ["merrow_bay_2003_q3.txt", "merrow_bay_2004_q1.txt"]
Q1 = "merrow_bay_2004_q1.txt"


def golden_form(record: ReleaseRecord) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(record.to_json())
    for event in data["events"]:
        del event["why"], event["confidence"]
    return data


def test_extraction_samples_are_all_tested() -> None:
    assert sorted(path.name for path in SAMPLE.glob("*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_extraction_golden(sample_records: dict[str, ReleaseRecord], name: str, update_golden: bool) -> None:
    path = GOLDEN / Path(name).with_suffix(".json")
    form = golden_form(sample_records[name])
    if update_golden:
        path.write_text(json.dumps(form, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    assert form == json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_extraction_sample_records_are_sound(sample_records: dict[str, ReleaseRecord], name: str) -> None:
    source = (SAMPLE / name).read_text(encoding="utf-8")
    assert broken_rules(sample_records[name], source) == []


def test_extraction_events_of_a_sample(sample_records: dict[str, ReleaseRecord]) -> None:
    """What a reader of the release would say happened, in the order it is told."""
    assert [
        (e.type, e.status, e.polarity, (e.date.start, e.date.end) if e.date else None)
        for e in sample_records[Q1].events
    ] == [
        ("results_reported", "occurred", None, ("2004-05-04", "2004-05-04")),
        ("adcom_outcome", "occurred", "positive", ("2004-03-18", "2004-03-18")),
        ("approvable_letter", "occurred", "mixed", ("2004-04-29", "2004-04-29")),
        ("trial_completion", "conditional", None, None),
        ("resubmission", "conditional", None, None),
        ("foreign_application", "planned", None, ("2004-07-01", "2004-12-31")),
        ("results", "occurred", "negative", None),
        ("program_decision", "occurred", None, None),
        ("organisation_change", "occurred", None, ("2004-02-01", "2004-02-29")),
        ("investor_event", "planned", None, ("2004-05-04", "2004-05-04")),
    ]


def test_extraction_sample_drug_and_its_aliases_are_one(sample_records: dict[str, ReleaseRecord]) -> None:
    entities = {m.text: m.entity for m in sample_records[Q1].mentions if m.label == "DRUG"}
    assert entities == {
        "REVENTRA": "drug:reventra",
        "tesporidine": "drug:reventra",
        "MB-417": "drug:reventra",
        "MB-530": "drug:mb-530",
    }


@pytest.mark.parametrize("name", NAMES)
def test_extraction_sample_statements_add_up_and_state_the_prose(
    sample_records: dict[str, ReleaseRecord], name: str
) -> None:
    record = sample_records[name]
    assert [s.kind for s in record.statements] == ["operations", "balance_sheet"]
    assert [c for s in record.statements for c in s.checks if not c.holds] == []
    assert min(len(s.checks) for s in record.statements) >= 4
    assert "disagrees" not in {link.relation for link in record.links}
    assert record.problems == ()


@pytest.mark.parametrize("name", NAMES)
def test_extraction_says_why_of_every_event(sample_records: dict[str, ReleaseRecord], name: str) -> None:
    events = sample_records[name].events
    assert {len(e.why.rule.split(" | ", 1)) for e in events} == {2}
    assert len({e.why.component for e in events}) == 1
    assert [e.id for e in events] == [f"e{i}" for i in range(1, len(events) + 1)]
