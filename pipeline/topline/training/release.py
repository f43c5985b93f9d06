"""A file of a marked release: its header, its blocks and their marks, and the plain text of them all."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from topline.errors import CorpusError
from topline.training.marks import Mark, MarkTrouble, parse_marks

__all__ = ["MarkedBlock", "MarkedRelease", "SourceText", "marked_files", "parse_release", "read_marked"]

_SIGNS = {"# ": "headline", "## ": "heading", "* ": "bullet", "| ": "table"}
_KEYS = {"company", "released_on", "ticker", "period"}
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block: `kind` is headline, heading, bullet, table or paragraph; marks count from the start of its text."""

    kind: str
    text: str
    marks: tuple[Mark, ...] = ()


class SourceText(NamedTuple):
    """The text of a release and its marks, with offsets into it."""

    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class MarkedRelease:
    """`name` is the file's, without its ending; `theme` the folder that it lies in."""

    name: str
    theme: str
    company: str
    released_on: date
    ticker: str | None
    period: tuple[date, date] | None
    blocks: tuple[MarkedBlock, ...]
    troubles: tuple[MarkTrouble, ...] = ()

    def source(self) -> SourceText:
        """Blocks with a blank line between them, unwrapped; bullets have a star, lines of a table stay together."""
        parts: list[str] = []
        marks: list[Mark] = []
        at = 0
        for i, block in enumerate(self.blocks):
            lead = "* " if block.kind == "bullet" else ""
            follows = self.blocks[i + 1].kind if i + 1 < len(self.blocks) else None
            gap = "\n" if block.kind == follows == "table" else "\n\n"
            marks += [replace(m, start=m.start + at + len(lead), end=m.end + at + len(lead)) for m in block.marks]
            parts.append(lead + block.text + gap)
            at += len(parts[-1])
        return SourceText("".join(parts), tuple(marks))


def marked_files(folder: Path) -> list[Path]:
    """The files of marked releases under a folder, in order; a lone file is itself. Raises CorpusError for none."""
    if folder.is_file():
        return [folder]
    files = sorted(folder.rglob("*.txt"))
    if not files:
        raise CorpusError(f"{folder} holds no marked release (*.txt): name a folder of annotations/releases")
    return files


def read_marked(path: Path) -> MarkedRelease:
    """Raises CorpusError where header or encoding cannot be read; what is wrong with marks is in `troubles`."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(f"{path} cannot be read as a marked release: {error}") from error
    return parse_release(text, name=path.stem, theme=path.parent.name, path=str(path))


def parse_release(text: str, *, name: str, theme: str = "", path: str | None = None) -> MarkedRelease:
    """Raises CorpusError for a header that is not one."""
    head, _, body = text.lstrip("\n").partition("\n\n")
    fields = _header(head, path or name)
    blocks, troubles = _blocks(body.split("\n"))
    return MarkedRelease(
        name=name,
        theme=theme,
        company=fields["company"],
        released_on=_day(fields["released_on"], path or name),
        ticker=fields.get("ticker"),
        period=_period(fields.get("period"), path or name),
        blocks=tuple(blocks),
        troubles=tuple(troubles),
    )


def _header(head: str, path: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in head.splitlines():
        key, colon, value = line.partition(":")
        if not colon or key.strip() not in _KEYS:
            raise CorpusError(f"{path}: {line!r} is no line of a header; it has {', '.join(sorted(_KEYS))}")
        if value.strip():
            fields[key.strip()] = value.strip()
    if missing := {"company", "released_on"} - fields.keys():
        raise CorpusError(f"{path}: the header lacks {', '.join(sorted(missing))}")
    return fields


def _day(text: str, path: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CorpusError(f"{path}: {text!r} is no day: write it as 2004-05-04") from error


def _period(text: str | None, path: str) -> tuple[date, date] | None:
    if text is None or text.lower() in ("none", "null"):
        return None
    if (days := _DAYS.fullmatch(text)) is None:
        raise CorpusError(f"{path}: {text!r} is no period: write it as 2004-01-01/2004-03-31")
    first, last = _day(days[1], path), _day(days[2], path)
    if last < first:
        raise CorpusError(f"{path}: the period {text!r} ends before it begins: write the earlier day first")
    return first, last


def _blocks(lines: Iterable[str]) -> tuple[list[MarkedBlock], list[MarkTrouble]]:
    blocks, troubles = [], []
    for kind, line in _kinds(lines):
        text, marks, wrong = parse_marks(line)
        blocks.append(MarkedBlock(kind, text, tuple(marks)))
        troubles += wrong
    return blocks, troubles


def _kinds(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        if not line.strip():
            continue
        sign = next((s for s in _SIGNS if line.startswith(s)), None)
        if sign is None:
            yield "paragraph", line.strip()
        elif sign == "| ":
            yield "table", line.removeprefix(sign).rstrip()
        else:
            yield _SIGNS[sign], line.removeprefix(sign).strip()
