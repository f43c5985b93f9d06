"""Gold and records from files, and what is said of those that are none."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scored_releases import ALL, MEETING, PLACEMENT, SENT, SUBMISSION, TEXT, gold, place, record, told

from topline.errors import CorpusError
from topline.evaluation import (
    check_records,
    join_exhibits,
    lost_quotes,
    read_gold,
    read_gold_file,
    read_gold_line,
    read_recorded,
)
from topline.evaluation.scoring import tally
from topline.records import ReleaseRecord

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def written(folder: Path, *events: dict[str, Any], doc: str = "tallow.txt", **more: Any) -> Path:
    path = folder / f"{doc}.json"
    data = {"doc": doc, "released_on": "2004-07-01", "events": events, **more}
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_evaluation_finds_quotes_in_the_text_beside_gold(tmp_path: Path) -> None:
    wrapped = TEXT.replace("for TB-101 to", "for\n    TB-101  to")
    (tmp_path / "tallow.txt").write_text(wrapped, encoding="utf-8")
    (read,) = [read_gold_file(written(tmp_path, SUBMISSION))]
    (event,) = read.events
    assert event.spans == ((0, len(SENT) + 5),)
    assert event.trigger_span is not None
    assert wrapped[slice(*event.trigger_span)] == "submitted an NDA"
    assert event.roles["drug"] == ("TB-101",)
    assert list(lost_quotes(read)) == []


def test_evaluation_looks_for_a_trigger_inside_its_evidence_only(tmp_path: Path) -> None:
    again = f"They submitted an NDA. {TEXT}"
    (event,) = gold(SUBMISSION, text=again).events
    start, _ = place("submitted an NDA for", again)
    assert event.trigger_span == (start, start + len("submitted an NDA"))


def test_evaluation_takes_texts_from_another_folder_before_those_inside(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "tallow.txt").write_text(TEXT, encoding="utf-8")
    path = written(tmp_path, SUBMISSION, text="Another text.")
    assert read_gold_file(path, texts).text == TEXT
    assert read_gold_file(path).text == "Another text."


def test_evaluation_reads_texts_as_the_pipeline_does(tmp_path: Path) -> None:
    """Line ends stay, whatever the machine; places would not be those of records else."""
    (tmp_path / "tallow.txt").write_bytes(TEXT.replace("\n", "\r\n").encode("utf-8-sig"))
    read = read_gold_file(written(tmp_path, PLACEMENT))
    assert read.text == TEXT.replace("\n", "\r\n")


def test_evaluation_tells_quotes_that_the_text_lacks() -> None:
    lost = gold(told("approval", "was approved", SENT), told("launch", "launched", "It launched."), SUBMISSION)
    assert list(lost_quotes(lost)) == ["was approved", "launched"]
    assert [e.trigger_span for e in lost.events] == [None, None, place("submitted an NDA")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "Expecting property name"),
        ("[]", "it is no JSON object"),
        ('{"events": []}', "it lacks `doc`"),
        ('{"doc": "tallow.txt"}', "it lacks `events`"),
        ('{"doc": "tallow.txt", "events": [3]}', r"events\.0 is no object"),
        ('{"doc": "tallow.txt", "events": [{"evidence": "x"}]}', r"events\.0\.evidence is no list of quotes"),
        ('{"doc": "tallow.txt", "events": [{"trigger": 3}]}', r"events\.0\.trigger is no quote"),
        ('{"doc": "tallow.txt", "events": [{"roles": [3]}]}', r"events\.0\.roles is no object"),
        ('{"doc": "tallow.txt", "events": []}', "released_on: Field required"),
        (
            '{"doc": "tallow.txt", "released_on": "2004-07-01", "events": [{"type": "launch", "status": "done"}]}',
            r"events\.0\.status: Input should be 'occurred'",
        ),
        ('{"doc": "none.txt", "released_on": "2004-07-01", "events": []}', r"there is no text: no file .*none\.txt"),
    ],
)
def test_evaluation_says_what_is_wrong_with_gold(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "tallow.txt").write_text(TEXT, encoding="utf-8")
    path = tmp_path / "bad.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=rf"bad\.json cannot be read as gold: .*{says}"):
        read_gold_file(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(anything)
def test_evaluation_reads_gold_or_says_that_it_is_none(tmp_path: Path, data: object) -> None:
    for value in (data, {"doc": "tallow.txt", "released_on": "2004-07-01", "events": [data], "text": TEXT}):
        with pytest.raises(CorpusError, match="cannot be read as gold: "):
            read_gold_line(json.dumps(value), at="line 1", text_dir=tmp_path)


@given(st.lists(st.sampled_from(ALL), max_size=4))
def test_evaluation_gold_with_places_is_read_back(events: list[dict[str, Any]]) -> None:
    known = gold(*events)
    assert read_gold_line(known.model_dump_json(), at="line 1", text_dir=Path("nowhere")) == known


def test_evaluation_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"holds no gold \(\*\.json\)"):
        read_gold(tmp_path)


def lines(path: Path, *records: ReleaseRecord) -> Path:
    path.write_text("".join(r.to_json() + "\n" for r in records), encoding="utf-8")
    return path


def test_evaluation_joins_the_records_of_the_exhibits_of_one_file(tmp_path: Path) -> None:
    first = record(SUBMISSION, exhibit="EX-99.1", silent=[MEETING])
    second = record(PLACEMENT, exhibit="EX-99.2", silent=[SENT])
    other = record(doc="other.txt")
    read = read_recorded(lines(tmp_path / "records.jsonl", first, other, second))
    assert list(read) == ["tallow.txt", "other.txt"]
    joined = read["tallow.txt"]
    assert joined == join_exhibits([first, second])
    assert [e.type for e in joined.events] == ["application_submission", "private_placement"]
    assert [z.start for z in joined.release.zones] == [place(MEETING)[0], 0]
    assert len({m.id for m in joined.mentions}) == 3
    counted = tally(joined, gold(SUBMISSION, PLACEMENT)).counts
    assert (counted["tp"], counted["fp"], counted["ro_tp"], counted["ro_fp"]) == (2, 0, 3, 0)


def test_evaluation_reads_a_line_that_holds_other_line_ends(tmp_path: Path) -> None:
    text = TEXT + "\u2028Tallow\x85Bay"
    path = lines(tmp_path / "records.jsonl", record(text=text, names=[("COMPANY", "\u2028Tallow\x85Bay")]))
    assert read_recorded(path)["tallow.txt"].mentions[0].text == "\u2028Tallow\x85Bay"


def test_evaluation_says_which_line_is_no_record(tmp_path: Path) -> None:
    path = lines(tmp_path / "records.jsonl", record())
    path.write_text(path.read_text(encoding="utf-8") + "\n{}\n", encoding="utf-8")
    with pytest.raises(
        CorpusError, match=r"records\.jsonl:3 is no record of `topline extract`: source: Field required"
    ):
        read_recorded(path)


def test_evaluation_takes_no_two_runs_for_exhibits(tmp_path: Path) -> None:
    path = lines(tmp_path / "records.jsonl", record(SUBMISSION), record(SUBMISSION))
    with pytest.raises(CorpusError, match=r"records\.jsonl:2 is a second record of tallow\.txt"):
        read_recorded(path)


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe"])
def test_evaluation_says_of_a_file_without_records(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(content)
    with pytest.raises(CorpusError, match=r"records\.jsonl (holds no records|cannot be read)"):
        read_recorded(path)


def test_evaluation_knows_records_of_other_releases(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    check_records({"tallow.txt": record()}, [gold()], path=path)
    with pytest.raises(CorpusError, match=r"holds records of other releases: of b\.txt; gold is of tallow\.txt"):
        check_records({"b.txt": record()}, [gold()], path=path)
    with pytest.raises(CorpusError, match=r"tallow\.txt was read from another text: it has 12 characters"):
        check_records({"tallow.txt": record(text="Twelve chars")}, [gold()], path=path)
