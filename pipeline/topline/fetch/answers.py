"""What an answer of EDGAR means: good, worth another try, or final."""

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from topline.errors import (
    EdgarAnswerWrong,
    EdgarNotFound,
    EdgarThrottled,
    EdgarUnreachable,
    FetchError,
    IdentityMissing,
)

__all__ = ["Answer", "Fault", "Trouble", "judge", "read_retry_after"]

Fault = Callable[[bytes], str | None]
"""Says of a body what is wrong with it, in words that follow "the answer"; None for a good one."""

_UNDECLARED = b"Undeclared Automated Tool"


class Answer(NamedTuple):
    """`status` is None where no whole answer came; `trouble` says why, `connected` whether there was a connection."""

    status: int | None
    body: bytes = b""
    retry_after: str | None = None
    trouble: str = ""
    connected: bool = True


class Trouble(NamedTuple):
    """`after`: seconds that EDGAR asks to wait before the next try."""

    error: FetchError
    again: bool
    after: float | None = None


def judge(answer: Answer, url: str, fault: Fault, *, now: float) -> Trouble | None:
    """None for a good answer."""
    if answer.status is None:
        return Trouble(_unreachable(answer.trouble), again=True)
    if answer.status == 200:
        wrong = fault(answer.body)
        return None if wrong is None else Trouble(EdgarAnswerWrong(f"{url}: the answer {wrong}"), again=True)
    if answer.status == 403 and _UNDECLARED in answer.body:
        what = "EDGAR turned the identity down: use your own name and e-mail address with --identity or EDGAR_IDENTITY"
        return Trouble(IdentityMissing(what), again=False)
    after = read_retry_after(answer.retry_after, now=now)
    if answer.status in (403, 429):
        what = f"EDGAR asks to slow down (status {answer.status}): wait ten minutes, or use a lower --rate"
        return Trouble(EdgarThrottled(what), again=True, after=after)
    if answer.status >= 500:
        return Trouble(_unreachable(f"status {answer.status}"), again=True, after=after)
    if answer.status == 404:
        return Trouble(EdgarNotFound(f"EDGAR has no {url}"), again=False)
    return Trouble(EdgarAnswerWrong(f"{url}: status {answer.status}, which nothing is known to do about"), again=False)


def read_retry_after(header: str | None, *, now: float) -> float | None:
    """Seconds from `now` (seconds since 1970): the header has either a number of them or a date."""
    text = (header or "").strip()
    if text.isascii() and text.isdigit():
        return float(text)
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    zoned = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (zoned - datetime.fromtimestamp(now, UTC)).total_seconds())


def _unreachable(why: str) -> EdgarUnreachable:
    return EdgarUnreachable(
        f"EDGAR does not answer ({why}): check the network connection, or https://www.sec.gov for maintenance, and run "
        "the same command again; it goes on where it stopped"
    )
