"""The event vocabulary against its cases: `event_cases/<family>.yaml` says what fires each type and what must not."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.language import Language
from spacy.tokens import Doc

from topline.vocab import FAMILIES, event_types

FOLDER = Path(__file__).parent / "event_cases"
CASES: dict[str, dict[str, Any]] = {
    path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))
}
LEAVES = [(family, leaf) for family, leaves in CASES.items() for leaf in leaves]
KEYS = {"text", "status", "polarity", "trigger", "also"}
each_type = pytest.mark.parametrize(("family", "leaf"), LEAVES, ids=[leaf for _, leaf in LEAVES])


def fired(doc: Doc) -> set[str]:
    return {span.label_ for span in doc.spans["triggers"]}


def test_contracts_sixty_one_types_in_eight_families() -> None:
    assert len(event_types()) == 61
    assert Counter(t.family for t in event_types().values()) == {
        "regulatory": 22,
        "designation": 3,
        "trial": 10,
        "dissemination": 3,
        "financing": 8,
        "agreement": 8,
        "commercial": 2,
        "corporate": 5,
    }
    assert tuple(dict.fromkeys(t.family for t in event_types().values())) == FAMILIES


def test_contracts_every_type_has_its_cases_in_the_file_of_its_family() -> None:
    assert Counter(leaf for _, leaf in LEAVES) == Counter(dict.fromkeys(event_types(), 1))
    assert {(t.family, t.id) for t in event_types().values()} == set(LEAVES)


@pytest.mark.shared
def test_contracts_types_are_those_of_the_shared_list(shared: Callable[[str], Path]) -> None:
    listed = yaml.safe_load(shared("design/event_types.yaml").read_text(encoding="utf-8"))
    ours = {family: {t.id for t in event_types().values() if t.family == family} for family in FAMILIES}
    assert ours == {family: set(leaves) for family, leaves in listed.items()}


def test_contracts_every_type_says_what_it_is() -> None:
    titles = [t.title for t in event_types().values()]
    assert sorted(titles) == sorted(set(titles))
    assert [t.id for t in event_types().values() if not t.title.strip() or len(t.means) < 15 or not t.cues] == []


@each_type
def test_contracts_cases_are_enough_and_well_formed(family: str, leaf: str) -> None:
    cases = CASES[family][leaf]
    assert set(cases) == {"positives", "negatives"}
    assert len({case["text"] for case in cases["positives"]}) >= 8
    assert len(set(cases["negatives"])) >= 5
    assert [c for c in cases["positives"] if not {"text", "status"} <= set(c) <= KEYS] == []
    assert [a for c in cases["positives"] for a in c.get("also", ()) if a not in event_types() or a == leaf] == []


@each_type
def test_contracts_positives_fire_their_type_and_no_other_unnamed_one(nlp: Language, family: str, leaf: str) -> None:
    wrong = []
    for case in CASES[family][leaf]["positives"]:
        wanted = {leaf, *case.get("also", ())}
        if (got := fired(nlp(case["text"]))) != wanted:
            wrong.append((case["text"], sorted(got)))
    assert wrong == []


@each_type
def test_contracts_negatives_do_not_fire_their_type(nlp: Language, family: str, leaf: str) -> None:
    assert [text for text in CASES[family][leaf]["negatives"] if leaf in fired(nlp(text))] == []


@each_type
def test_contracts_positives_have_their_status_and_outcome(nlp: Language, family: str, leaf: str) -> None:
    """An outcome is asked of what took place, or was refused; what is still to come has none."""
    wrong = []
    for case in CASES[family][leaf]["positives"]:
        event = next(e for e in nlp(case["text"])._.events if e.type == leaf)
        if event.status != case["status"]:
            wrong.append((case["text"], event.status, event.rule))
        done = case["status"] in ("occurred", "not_occurred")
        if done and "polarity" in case and event.polarity != case["polarity"]:
            wrong.append((case["text"], str(event.polarity), "polarity"))
        if case.get("trigger", "") not in event.trigger.text:
            wrong.append((case["text"], event.trigger.text, "trigger"))
    assert wrong == []
