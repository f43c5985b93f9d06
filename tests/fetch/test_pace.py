"""How fast requests leave and how long is waited: by a clock that the test holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from edgar_server import Reply
from hypothesis import given
from hypothesis import strategies as st
from local_edgar import Q3, penlow, submission_path

from topline.errors import EdgarThrottled, EdgarUnreachable
from topline.fetch import Patience
from topline.fetch._edgar import connect
from topline.fetch.answers import read_retry_after
from topline.fetch.client import Client
from topline.fetch.pace import Pace

_USUAL = Patience()
Get = Callable[[], bytes]


class Clock:
    """Moves only when somebody sleeps, or works."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@given(st.integers(1, 10), st.lists(st.floats(0, 2), max_size=60))
def test_pace_never_more_than_the_rate_within_a_second(rate: int, works: list[float]) -> None:
    clock, left_at = Clock(), []
    pace = Pace(rate, clock=clock, sleep=clock.sleep)
    for work in works:
        pace.wait()
        left_at.append(clock.now)
        clock.now += work
    assert all(later - earlier >= 1 - 1e-9 for earlier, later in zip(left_at, left_at[rate:], strict=False))


def test_pace_waits_no_longer_than_it_must() -> None:
    clock = Clock()
    pace = Pace(2, clock=clock, sleep=clock.sleep)
    for _ in range(5):
        pace.wait()
    assert clock.slept == [1.0, 1.0]


def test_pace_asks_the_clock_again_after_a_short_sleep() -> None:
    clock = Clock()
    pace = Pace(1, clock=clock, sleep=lambda seconds: clock.sleep(seconds / 2 if seconds > 0.2 else seconds))
    pace.wait()
    pace.wait()
    assert clock.now >= 101.0


@contextmanager
def get_with_replies(replies: list[Reply], clock: Clock, *, patience: Patience = _USUAL) -> Iterator[Get]:
    """A client of the real library, whose waits go to `clock`, and a file of which `replies` come first."""
    with penlow() as edgar, connect("Test test@example.org", timeout=5) as connection:
        edgar.replies[submission_path(Q3)] = list(replies)
        client = Client(connection, patience, sleep=clock.sleep, clock=clock, now=lambda: 0.0)
        yield lambda: client.get(edgar.url + submission_path(Q3), fault=lambda body: None)


def test_pace_counts_each_try() -> None:
    clock = Clock()
    with get_with_replies([Reply(503)] * 3, clock, patience=Patience(rate=2, wait=0)) as get:
        get()
        get()
    assert [seconds for seconds in clock.slept if seconds] == [1.0, 1.0]


@pytest.mark.parametrize(
    ("replies", "slept"),
    [
        ([Reply(503)] * 4, [1.0, 2.0, 4.0, 8.0]),
        ([Reply(429, headers={"Retry-After": "7"}), Reply(503)], [7.0, 2.0]),
        ([Reply(503, headers={"Retry-After": "Thu, 01 Jan 1970 00:01:30 GMT"})], [90.0]),
        ([Reply(429, headers={"Retry-After": "soon"})], [1.0]),
    ],
)
def test_pace_backs_off_and_does_as_edgar_asks(replies: list[Reply], slept: list[float]) -> None:
    clock = Clock()
    with get_with_replies(replies, clock) as get:
        assert get().startswith(b"<SEC-DOCUMENT>")
    assert clock.slept == slept


def test_pace_backs_off_a_minute_at_the_most() -> None:
    clock = Clock()
    with get_with_replies([Reply(503)] * 9, clock, patience=Patience(tries=9)) as get, pytest.raises(EdgarUnreachable):
        get()
    assert clock.slept == [1, 2, 4, 8, 16, 32, 60, 60]


def test_pace_does_not_wait_for_hours() -> None:
    clock = Clock()
    replies = [Reply(429, headers={"Retry-After": "901"})]
    with get_with_replies(replies, clock) as get, pytest.raises(EdgarThrottled, match="in 15 minutes"):
        get()
    assert clock.slept == []


def test_pace_offline_is_given_up_at_once_and_a_lost_connection_is_not() -> None:
    clock, closed = Clock(), "http://127.0.0.1:1/"
    with penlow() as edgar, connect("Test test@example.org", timeout=5) as connection:
        client = Client(connection, _USUAL, sleep=clock.sleep, clock=clock)
        with pytest.raises(EdgarUnreachable, match="no connection"):
            client.get(closed, fault=lambda body: None)
        assert clock.slept == []
        client.get(edgar.url + submission_path(Q3), fault=lambda body: None)
        with pytest.raises(EdgarUnreachable, match="no connection"):
            client.get(closed, fault=lambda body: None)
    assert clock.slept == [1.0, 2.0, 4.0, 8.0]


@given(st.text() | st.from_regex(r"\A[0-9]{1,6}\Z"))
def test_pace_reads_any_retry_after(header: str) -> None:
    seconds = read_retry_after(header, now=0.0)
    text = header.strip()
    if text.isascii() and text.isdigit():
        assert seconds == float(text)
    else:
        assert seconds is None or seconds >= 0
