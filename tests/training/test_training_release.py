"""Files of marked releases: headers, blocks, and the text of them all."""

from datetime import date
from pathlib import Path

import pytest
from marked import release

from topline.errors import CorpusError
from topline.training.release import marked_files, parse_release, read_marked

HEADER = "company: Merrow Bay\nticker: MRBT\nreleased_on: 2004-05-04\nperiod: 2004-01-01/2004-03-31\n\n"


def test_training_release_header() -> None:
    read = parse_release(HEADER + "Text.", name="merrow", theme="updates")
    assert (read.name, read.theme, read.company, read.ticker) == ("merrow", "updates", "Merrow Bay", "MRBT")
    assert (read.released_on, read.period) == (date(2004, 5, 4), (date(2004, 1, 1), date(2004, 3, 31)))


@pytest.mark.parametrize("period", ["", "period:\n", "period: none\n", "period: null\n"])
def test_training_release_need_not_have_ticker_or_period(period: str) -> None:
    read = parse_release(f"company: A\nreleased_on: 2004-05-04\nticker:\n{period}\nText.", name="a")
    assert (read.ticker, read.period) == (None, None)


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("company: A", "the header lacks released_on"),
        ("company:\nticker: B", "the header lacks company, released_on"),
        (
            "company: A\nexchange: Nasdaq",
            "'exchange: Nasdaq' is no line of a header; it has company, period, released_on, ticker",
        ),
        ("Merrow Bay Reports", "'Merrow Bay Reports' is no line of a header"),
        ("company: A\nreleased_on: May 4, 2004", "'May 4, 2004' is no day: write it as 2004-05-04"),
        ("company: A\nreleased_on: 2004-02-30", "'2004-02-30' is no day: write it as 2004-05-04"),
        (
            "company: A\nreleased_on: 2004-05-04\nperiod: Q1",
            "'Q1' is no period: write it as 2004-01-01/2004-03-31",
        ),
        (
            "company: A\nreleased_on: 2004-05-04\nperiod: 2004-01-01/2004-02-31",
            "'2004-02-31' is no day: write it as 2004-05-04",
        ),
        (
            "company: A\nreleased_on: 2004-05-04\nperiod: 2004-03-31/2004-01-01",
            "the period '2004-03-31/2004-01-01' ends before it begins: write the earlier day first",
        ),
    ],
)
def test_training_release_wrong_headers_name_file_and_remedy(header: str, what: str) -> None:
    with pytest.raises(CorpusError) as error:
        parse_release(header + "\n\nText.", name="a", path="updates/a.txt")
    assert str(error.value).startswith(f"updates/a.txt: {what}")


def test_training_release_blocks_have_kinds() -> None:
    read = release("# Head", "## Part", "* Item", "| a   1", "It goes on.  ")
    assert [(b.kind, b.text) for b in read.blocks] == [
        ("headline", "Head"), ("heading", "Part"), ("bullet", "Item"), ("table", "a   1"), ("paragraph", "It goes on."),
    ]  # fmt: skip


def test_training_release_text_shows_blocks_apart_and_moves_marks_along() -> None:
    source = release("# [DRUG Reventra]", "* Of [DRUG Relova]", "| a  1\n| b  2", "End [DRUG Zanvor].").source()
    assert source.text == "Reventra\n\n* Of Relova\n\na  1\nb  2\n\nEnd Zanvor.\n\n"
    assert [source.text[m.start : m.end] for m in source.marks] == ["Reventra", "Relova", "Zanvor"]


def test_training_release_keeps_what_is_wrong_with_marks() -> None:
    assert [t.what for t in release("[DRGU a]", "b]").troubles] == [
        "DRGU is no label of a name or value", "a ']' that closes nothing",
    ]  # fmt: skip


def test_training_release_files_are_found_in_order(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a/y.txt", "a/README.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(HEADER + "Text.", encoding="utf-8")
    assert marked_files(tmp_path) == [tmp_path / "a/y.txt", tmp_path / "b/x.txt"]
    assert marked_files(tmp_path / "b/x.txt") == [tmp_path / "b/x.txt"]
    assert (read_marked(tmp_path / "b/x.txt").name, read_marked(tmp_path / "b/x.txt").theme) == ("x", "b")


def test_training_release_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"holds no marked release \(\*\.txt\): name a folder"):
        marked_files(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"company: \xff")
    with pytest.raises(CorpusError, match=r"a\.txt cannot be read as a marked release: "):
        read_marked(tmp_path / "a.txt")
    with pytest.raises(CorpusError, match=r"b\.txt cannot be read as a marked release: "):
        read_marked(tmp_path / "b.txt")
