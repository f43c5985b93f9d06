"""How fast requests may leave."""

import time
from collections import deque
from collections.abc import Callable

__all__ = ["HIGHEST_RATE", "Pace"]

HIGHEST_RATE = 10
"""Requests a second that EDGAR grants one caller."""


class Pace:
    """Never more than `per_second` requests within any second; the first ones need not wait."""

    def __init__(
        self,
        per_second: int,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._left_at: deque[float] = deque(maxlen=per_second)
        self._clock = clock
        self._sleep = sleep

    def wait(self) -> None:
        """Returns when the next request may leave, and counts it."""
        if len(self._left_at) == self._left_at.maxlen:
            # asked again after each sleep, because a sleep may end a little early
            while (wait := self._left_at[0] + 1 - self._clock()) > 0:
                self._sleep(wait)
        self._left_at.append(self._clock())
