"""JSON Lines as they are written: only a line feed ends a line, for texts hold other signs that might."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from topline.errors import CorpusError

__all__ = ["numbered_lines", "told"]


def numbered_lines(path: Path) -> Iterator[tuple[str, str]]:
    """Each line that is not blank, with "FILE:LINE" before it. Raises CorpusError for what is no text."""
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield f"{path}:{number}", line
    except (OSError, ValueError) as error:
        raise CorpusError(f"{path} cannot be read: {error}") from error


def told(error: ValidationError) -> str:
    """The first thing that is wrong, in one line: "events.2.status: Input should be 'occurred', …"."""
    first, *more = error.errors(include_url=False, include_context=False)
    where = ".".join(map(str, first["loc"]))
    rest = f" (and {len(more)} more)" if more else ""
    return f"{where}: {first['msg']}{rest}" if where else f"{first['msg']}{rest}"
