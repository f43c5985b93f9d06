"""Runs: written and read back, and compared."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scored_releases import ALL, PLACED, PLACEMENT, PRESENTATION, SENT, SUBMISSION, gold, place, record, told

from topline.errors import CorpusError
from topline.evaluation import Run, compare_documents, read_run, score

LAUNCH = told("launch", "submitted an NDA", SENT)
subsets = st.lists(st.sampled_from([*ALL, LAUNCH]), max_size=5)


def run(*found: dict[str, Any], known: tuple[dict[str, Any], ...] = ALL) -> Run:
    """Two documents; all that differs is in the second."""
    first = (gold(SUBMISSION, doc="a.txt"), record(SUBMISSION, doc="a.txt"))
    return score([first, (gold(*known, doc="b.txt"), record(*found, doc="b.txt"))], samples=20)


def test_evaluation_run_has_measures_intervals_and_documents() -> None:
    done = run(LAUNCH, PLACEMENT)
    assert (done.measures.events.tp, done.measures.events.fp, done.measures.events.fn) == (2, 1, 2)
    assert done.intervals["events.f1"].low <= done.measures.events.f1 <= done.intervals["events.f1"].high
    assert [(c.gold, c.found, c.count) for c in done.confusions] == [("application_submission", "launch", 1)]
    assert [(w.doc, w.extra, w.missed) for w in done.worst] == [("b.txt", 1, 2)]
    first, second = done.documents
    assert (first.doc, first.measures["events.f1"], first.count("found")) == ("a.txt", 1.0, 1)
    assert (second.measures["events.p"], second.measures["events.r"]) == (0.5, 0.3333)
    assert [(o.kind, o.type) for o in second.outcomes] == [
        ("missed", "application_submission"),
        ("extra", "launch"),
        ("missed", "conference_presentation"),
        ("found", "private_placement"),
    ]


def test_evaluation_run_knows_documents_without_a_record() -> None:
    done = score([(gold(SUBMISSION), None)])
    assert [d.recorded for d in done.documents] == [False]
    assert done.measures.events.fn == 1


def test_evaluation_worst_documents_are_ordered_and_few() -> None:
    pairs = [(gold(*ALL[: i % 4], doc=f"{i:02}.txt"), None) for i in range(16)]
    assert [w.doc for w in score(pairs, samples=2).worst] == [
        "03.txt", "07.txt", "11.txt", "15.txt", "02.txt", "06.txt", "10.txt", "14.txt", "01.txt", "05.txt",
    ]  # fmt: skip


@given(subsets, subsets)
def test_evaluation_run_is_read_back_as_it_was_written(
    found: list[dict[str, Any]], known: list[dict[str, Any]]
) -> None:
    done = run(*found, known=tuple(known))
    assert Run.model_validate_json(done.to_json()) == done


@given(subsets.filter(bool))
def test_evaluation_of_any_gold_against_itself_is_right(events: list[dict[str, Any]]) -> None:
    done = score([(gold(*events), record(*events))])
    assert (done.measures.events.f1, done.measures.events_any_type.f1, done.measures.status_accuracy) == (1, 1, 1)
    assert {m.f1 for m in (done.measures.date, done.measures.amounts, done.measures.roles)} <= {0.0, 1.0}
    assert [o.kind for o in done.documents[0].outcomes] == ["found"] * len(events)
    assert (done.worst, done.confusions) == ((), ())


@given(subsets, subsets)
def test_evaluation_changes_are_undone_by_the_way_back(one: list[dict[str, Any]], other: list[dict[str, Any]]) -> None:
    a, b = run(*one), run(*other)
    there, back = (compare_documents(x.documents, y.documents, samples=5) for x, y in ((a, b), (b, a)))
    assert {n: c.difference for n, c in there.changes.items()} == {n: -c.difference for n, c in back.changes.items()}
    turned = {"gained": "lost", "lost": "gained", "new_extra": "gone_extra", "gone_extra": "new_extra"}
    assert sorted((m.start, m.type, turned[m.move]) for m in there.moved) == sorted(
        (m.start, m.type, m.move) for m in back.moved
    )


def test_evaluation_compares_measures_and_events() -> None:
    before, after = run(LAUNCH, PLACEMENT), run(SUBMISSION, PRESENTATION)
    compared = compare_documents(before.documents, after.documents, name="before.json", samples=50)
    assert compared.before == "before.json"
    precision = compared.changes["events.p"]
    assert (precision.before, precision.after, precision.difference) == (0.6667, 1.0, 0.3333)
    assert precision.bounds is not None
    assert 0 == precision.bounds.low < precision.bounds.high == 0.5
    assert {t: m.model_dump() for t, m in compared.by_type.items()} == {
        "application_submission": {"gained": 1, "lost": 0, "new_extra": 0, "gone_extra": 0},
        "conference_presentation": {"gained": 1, "lost": 0, "new_extra": 0, "gone_extra": 0},
        "launch": {"gained": 0, "lost": 0, "new_extra": 0, "gone_extra": 1},
        "private_placement": {"gained": 0, "lost": 1, "new_extra": 0, "gone_extra": 0},
    }
    lost = next(m for m in compared.moved if m.move == "lost")
    assert (lost.doc, lost.start, lost.words) == ("b.txt", place("completed a private placement")[0], PLACED)


def test_evaluation_compares_two_like_events_in_one_place_as_two() -> None:
    twice = compare_documents(run(SUBMISSION).documents, run(SUBMISSION, SUBMISSION).documents, samples=2)
    assert [(m.move, m.type) for m in twice.moved] == [("new_extra", "application_submission")]
    two, four = run(*[SUBMISSION] * 2), run(*[SUBMISSION] * 4)
    moved = compare_documents(two.documents, four.documents, samples=2).moved
    assert [m.move for m in moved] == ["new_extra", "new_extra"]


def test_evaluation_compares_documents_in_any_order() -> None:
    before, after = run(LAUNCH), run(SUBMISSION)
    turned = compare_documents(before.documents[::-1], after.documents, samples=9)
    assert turned == compare_documents(before.documents, after.documents, samples=9)


def test_evaluation_compares_no_other_documents() -> None:
    one, other = run(SUBMISSION), score([(gold(SUBMISSION, doc="a.txt"), None), (gold(doc="c.txt"), None)])
    with pytest.raises(CorpusError, match=r"not over the same documents: only now: c\.txt; only before: b\.txt"):
        compare_documents(one.documents, other.documents)


def test_evaluation_compares_no_other_gold() -> None:
    before, after = run(SUBMISSION), run(SUBMISSION, known=(SUBMISSION,))
    with pytest.raises(CorpusError, match=r"gold is another than that of the earlier run, in b\.txt"):
        compare_documents(before.documents, after.documents)


def test_evaluation_run_with_its_comparison_is_read_back(tmp_path: Path) -> None:
    before, after = run(LAUNCH), run(SUBMISSION)
    after = after.model_copy(update={"comparison": compare_documents(before.documents, after.documents, samples=9)})
    path = tmp_path / "run.json"
    path.write_text(after.to_json(), encoding="utf-8")
    assert read_run(path) == after
    assert '"comparison"' not in before.to_json()


@pytest.mark.parametrize("written", ["", "{}", "[1]", '{"schema": "topline.release/1"}', "\x00"])
def test_evaluation_says_what_is_no_run(written: str, tmp_path: Path) -> None:
    path = tmp_path / "run.json"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"run\.json is no run of `topline evaluate`: "):
        read_run(path)
