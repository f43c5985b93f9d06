"""Files that are there whole or not at all, under names that say what they are."""

import os
import re
from collections.abc import Container
from itertools import count
from pathlib import Path

__all__ = ["name_file", "save"]

_LONGEST = 40


def name_file(*parts: str, suffix: str, taken: Container[str | None]) -> str:
    """`<part>_<part>….<suffix>`; exhibits of one type in one filing are numbered from the second on."""
    stem = "_".join(_plain(part) for part in parts)
    return next(name for n in count(1) if (name := f"{stem}{f'_{n}' if n > 1 else ''}{suffix}") not in taken)


def save(path: Path, body: bytes) -> None:
    """Written beside, synced and renamed: a name in the folder never stands for half a file. Raises OSError."""
    beside = path.with_name(f".{path.name}.part")
    with beside.open("wb") as out:
        out.write(body)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)


def _plain(part: str) -> str:
    """Small letters, digits, dots and dashes: what every file system and every shell takes. EX-99.(A) is ex-99.a."""
    dotted = re.sub(r"[^a-z0-9]*\.[^a-z0-9]*", ".", part.lower())
    return re.sub(r"[^a-z0-9.]+", "-", dotted).strip("-.")[:_LONGEST] or "x"
