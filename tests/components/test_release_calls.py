"""Conference calls, webcasts and replays, and from when to when."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from release_text import closed_by, facts_of

Told = tuple[str, str | None, str | None, str | None, str | None]


def calls(*lines: str) -> list[Told]:
    """Released on Wednesday, March 3, 2004."""
    return [(c.kind, c.begins, c.ends, c.duration, c.basis) for c in facts_of(closed_by(*lines)).calls]


@pytest.mark.parametrize(
    ("line", "begins"),
    [
        ("The company will host a conference call today at 4:30 p.m. ET.", "2004-03-03T16:30:00-05:00"),
        ("The conference call will begin at 1:30 p.m. Pacific time today.", "2004-03-03T13:30:00-08:00"),
        ("A conference call is set for Thursday, March 4 at 8:00 a.m. CST.", "2004-03-04T08:00:00-06:00"),
        ("Join the conference call on April 6, 2004, at 10:00 a.m. Eastern Time.", "2004-04-06T10:00:00-04:00"),
        (
            "A conference call will be held today, March 3, 2004, at 2:00 pm PST (5:00 pm EST).",
            "2004-03-03T14:00:00-08:00",
        ),
        ("A conference call takes place on 4 March 2004 at 14:00 CET (13:00 GMT).", "2004-03-04T14:00:00+01:00"),
        ("A conference call takes place on 1 June 2004 at 2:00 p.m. BST.", "2004-06-01T14:00:00+01:00"),
        ("A conference call will be held on March 4, 2004 at 9:00 a.m. local time.", "2004-03-04T09:00:00"),
    ],
)
def test_components_release_call_begins(line: str, begins: str) -> None:
    assert calls(line) == [("call", begins, None, None, "stated")]


@pytest.mark.parametrize(
    "line",
    [
        "The company will host a conference call at 4:30 p.m. ET.",
        "As said in our conference calls, sales are uneven.",
        "Nothing was heard of the conference call.",
    ],
)
def test_components_release_time_without_a_day_is_unknown(line: str) -> None:
    assert calls(line) == []


@pytest.mark.parametrize(
    ("line", "begins", "ends", "duration", "basis"),
    [
        (
            "A replay will be available from 7:00 p.m. ET on March 3 through 11:59 p.m. ET on March 10.",
            "2004-03-03T19:00:00-05:00", "2004-03-10T23:59:00-05:00", None, "stated",
        ),
        ("A replay of the call will be available through May 14, 2004.", None, "2004-05-14", None, "stated"),
        (
            "A replay will be available until midnight Eastern on March 10, 2004.",
            None, "2004-03-11T00:00:00-05:00", None, "stated",
        ),
        (
            "A replay will be available for 7 days commencing from 4:30 PM Pacific time today.",
            "2004-03-03T16:30:00-08:00", "2004-03-10", "P7D", "computed",
        ),
        (
            "A replay will be available for 48 hours beginning today at 7:00 p.m. ET.",
            "2004-03-03T19:00:00-05:00", "2004-03-05T19:00:00-05:00", "PT48H", "computed",
        ),
        ("A replay will be available for 48 hours, beginning two hours after the call.", None, None, "PT48H", None),
        ("The webcast will be archived for 30 days after the call.", None, None, "P30D", None),
        ("A replay will be available for a month after the call.", None, None, "P1M", None),
        ("A replay will be available for one week.", None, None, "P1W", None),
        ("The replay will be available March 4-11, 2004.", "2004-03-04", "2004-03-11", None, "stated"),
    ],
)  # fmt: skip
def test_components_release_replay_window(
    line: str, begins: str | None, ends: str | None, duration: str | None, basis: str | None
) -> None:
    assert calls(line) == [("replay", begins, ends, duration, basis)]


def test_components_release_call_as_a_list() -> None:
    text = closed_by(
        "Conference Call Information",
        "",
        "When: Thursday, March 4, 2004 starting at 4:30 p.m. ET",
        "Dial-in: (800) 555-0101 (Toll Free) or (617) 555-0102 (International)",
        "Conference ID: 6167564",
    )
    found = facts_of(text)
    assert [(c.kind, c.begins, c.phones) for c in found.calls] == [("call", "2004-03-04T16:30:00-05:00", ("p1", "p2"))]
    assert [(p.role, p.code) for p in found.phones] == [("call", "6167564"), ("international_call", "6167564")]


def test_components_release_replay_within_a_day_of_the_call_has_no_window() -> None:
    line = "A replay will be available at www.merrow.example within 24 hours after the call."
    assert calls(line) == [("replay", None, None, None, None)]


def test_components_release_call_with_its_numbers_webcast_and_replay() -> None:
    text = closed_by(
        "Conference Call",
        "",
        "Merrow will host a conference call today at 4:30 p.m. Eastern Time. To take part, dial 800-555-0101 or "
        "617-555-0102 (international). A live webcast will be on www.merrow.example. A replay will be available "
        "through March 10, 2004 at 888-555-0103, passcode 1234567.",
    )
    found = facts_of(text)
    assert [(c.kind, c.phones, c.url, c.zone) for c in found.calls] == [
        ("call", ("p1", "p2"), None, "Eastern Time"),
        ("webcast", (), "www.merrow.example", None),
        ("replay", ("p3",), None, None),
    ]
    assert [text[c.start : c.end].split()[0] for c in found.calls] == ["Merrow", "A", "A"]
    assert [p.code for p in found.phones] == [None, None, "1234567"]


def test_components_release_call_told_in_the_lead_and_detailed_below_is_one() -> None:
    text = closed_by(
        "Merrow will discuss the results on a conference call today at 4:30 p.m. ET, followed by a question hour.",
        "",
        "Conference Call Information",
        "",
        "The conference call begins at 4:30 p.m. ET today. Dial 800-555-0101.",
    )
    (call,) = facts_of(text).calls
    assert (call.begins, call.phones) == ("2004-03-03T16:30:00-05:00", ("p1",))


def test_components_release_two_calls_are_two() -> None:
    found = calls(
        "The first conference call is on March 4, 2004 at 9:00 a.m. ET. The second conference call is on March 5, 2004 "
        "at 9:00 a.m. ET."
    )
    assert [begins for _, begins, *_ in found] == ["2004-03-04T09:00:00-05:00", "2004-03-05T09:00:00-05:00"]


def test_components_release_calls_of_the_safe_harbor_are_none() -> None:
    text = closed_by(
        "Forward-Looking Statements",
        "",
        "This release contains forward-looking statements that involve risks and uncertainties. Statements of the "
        "conference call at 4:30 p.m. ET today may differ materially.",
    )
    assert facts_of(text).calls == ()


@given(
    day=st.integers(4, 31),
    hour=st.integers(1, 11),
    minute=st.sampled_from(["00", "15", "30"]),
    half=st.sampled_from(["a.m.", "p.m."]),
    hours=st.integers(12, 96),
)
def test_components_release_window_of_hours_ends_so_much_later(
    day: int, hour: int, minute: str, half: str, hours: int
) -> None:
    (found,) = calls(
        f"A replay will be available for {hours} hours beginning March {day}, 2004 at {hour}:{minute} {half} EST."
    )
    _, begins, ends, duration, basis = found
    assert begins is not None
    assert ends is not None
    assert datetime.fromisoformat(begins).hour == hour + 12 * (half == "p.m.")
    assert datetime.fromisoformat(ends) - datetime.fromisoformat(begins) == timedelta(hours=hours)
    assert (duration, basis) == (f"PT{hours}H", "computed")
