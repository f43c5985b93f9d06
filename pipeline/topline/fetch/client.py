"""One request after another: paced, tried again where that may help, given up with a named error."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from topline.errors import EdgarThrottled, EdgartoolsMissing
from topline.fetch.answers import Answer, Fault, Trouble, judge
from topline.fetch.pace import Pace

__all__ = ["Client", "Connection", "Patience", "open_client"]

_LONGEST_BACKOFF = 60.0
_LONGEST_ASKED = 900.0  # EDGAR blocks a caller for ten minutes


class Patience(NamedTuple):
    """`tries` a file; `wait` seconds before the second one, doubled for each further one; `rate` a second."""

    tries: int = 5
    wait: float = 1.0
    timeout: float = 30.0
    rate: int = 8


class Connection(Protocol):
    def get(self, url: str) -> Answer: ...


class Client:
    """Gets whole and good bodies. `sleep` and the two clocks are arguments so that a test need not wait."""

    def __init__(
        self,
        connection: Connection,
        patience: Patience,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], float] = time.time,
    ) -> None:
        self._connection = connection
        self._patience = patience
        self._pace = Pace(patience.rate, clock=clock, sleep=sleep)
        self._sleep = sleep
        self._now = now
        self._reached = False

    def get(self, url: str, *, fault: Fault) -> bytes:
        """The body of `url`, which `fault` has found nothing wrong with. Raises a FetchError."""
        tried = 1
        while True:
            self._pace.wait()
            answer = self._connection.get(url)
            trouble = judge(answer, url, fault, now=self._now())
            if trouble is None:
                self._reached = True
                return answer.body
            # no connection from the start: this machine is offline, and waiting will not change that
            if tried == self._patience.tries or not trouble.again or not (answer.connected or self._reached):
                raise trouble.error
            self._sleep(self._pause(trouble, tried))
            tried += 1

    def _pause(self, trouble: Trouble, tried: int) -> float:
        backoff: float = min(self._patience.wait * 2.0 ** (tried - 1), _LONGEST_BACKOFF)
        asked = trouble.after or 0.0
        if asked > _LONGEST_ASKED:
            raise EdgarThrottled(
                f"EDGAR asks to come back in {asked / 60:.0f} minutes: run the same command again then; it goes on "
                "where it stopped"
            )
        return max(backoff, asked)


@contextmanager
def open_client(identity: str, patience: Patience) -> Iterator[Client]:
    """Raises EdgartoolsMissing."""
    try:
        # not at the top of the file: edgartools is optional, and takes more than a second to import
        from topline.fetch import _edgar
    except ModuleNotFoundError as error:
        raise EdgartoolsMissing(
            f"fetching needs edgartools ({error.name} is not installed): pip install 'topline[edgar]'"
        ) from error
    with _edgar.connect(identity, timeout=patience.timeout) as connection:
        yield Client(connection, patience)
