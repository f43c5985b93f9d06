"""A progress display on standard error, for a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

__all__ = ["show_progress"]


@contextmanager
def show_progress(what: str, total: int) -> Iterator[Callable[[], None]]:
    """Yields what to call after each of `total` steps. In a pipe it writes nothing, whatever FORCE_COLOR says."""
    on_terminal = sys.stderr is not None and sys.stderr.isatty()
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not on_terminal) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)
