"""How fine the times of a record are, and what they were inferred from."""

import json

import pytest

from topline import extract
from topline.records import Mention, ReleaseRecord

RELEASE = """\
    RENO, Nev., Aug. 9 /Wire/ -- Corvane Inc. (Nasdaq: CRVN) today announced its results for the quarter ended
June 30, 2006.  Net loss was $3.1 million, compared with $4.0 million in the same period of 2005.

    Corvane expects to file an application by the end of 2006.  The company plans to hold a conference call on
Thursday at 9:00 a.m. EDT.

    Sales fell in March and April 2006.

    -0-                             08/09/2006
"""


@pytest.fixture(scope="module")
def record() -> ReleaseRecord:
    return extract(RELEASE)


def named(record: ReleaseRecord, text: str) -> Mention:
    (found,) = [m for m in record.mentions if m.text == text]
    return found


@pytest.mark.parametrize(
    ("text", "precision", "sources"),
    [
        ("Aug. 9", "day", ("released_on",)),
        ("quarter ended June 30, 2006", "quarter", None),
        ("end of 2006", "part", ("released_on",)),
        ("Thursday at 9:00 a.m. EDT", "time", ("released_on", "weekday")),
        ("08/09/2006", "day", None),
    ],
)
def test_extraction_mentions_tell_how_fine_and_from_what(
    record: ReleaseRecord, text: str, precision: str, sources: tuple[str, ...] | None
) -> None:
    mention = named(record, text)
    assert (mention.precision, mention.inferred_from) == (precision, sources)


@pytest.mark.parametrize(
    ("text", "other"), [("same period of 2005", "quarter ended June 30, 2006"), ("March", "April 2006")]
)
def test_extraction_a_mention_names_the_one_it_rests_on(record: ReleaseRecord, text: str, other: str) -> None:
    assert named(record, text).inferred_from == (named(record, other).id,)


def test_extraction_keys_that_say_nothing_are_left_out(record: ReleaseRecord) -> None:
    mentions = {m["text"]: m for m in json.loads(record.to_json())["mentions"]}
    assert "precision" not in mentions["$3.1 million"]
    assert "inferred_from" not in mentions["quarter ended June 30, 2006"]
    assert mentions["Aug. 9"]["inferred_from"] == ["released_on"]
