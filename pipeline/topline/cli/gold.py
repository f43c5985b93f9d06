"""Gold however it is kept: quotes in JSON, JSON Lines with texts, marked releases. A bad one never stops the others."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from topline.errors import CorpusError
from topline.evaluation import GoldRelease, gold_files, lost_quotes, numbered_lines, read_gold_file, read_gold_line
from topline.training.compile import compile_release
from topline.training.marks import MarkTrouble
from topline.training.release import marked_files, read_marked

__all__ = ["GoldRead", "read_any_gold"]

_QUOTED = 60


class GoldRead(NamedTuple):
    """`failed` tells of each piece that could not be read what is wrong, `lost` of quotes that a text does not hold."""

    releases: list[GoldRelease]
    failed: list[str]
    lost: list[str]


def read_any_gold(path: Path, texts: Path | None) -> GoldRead:
    """A folder of `*.json` or of marked releases, or one such file, or JSON Lines. `texts` is where the releases are.

    Raises CorpusError where there is no gold at all, and for `texts` where the gold has its own.
    """
    read = GoldRead([], [], [])
    seen: dict[str, str] = {}
    for at, reader in _pieces(path, texts):
        try:
            gold = reader()
        except CorpusError as error:
            read.failed.append(str(error))
            continue
        if gold.doc in seen:
            read.failed.append(f"{at} is gold of {gold.doc}, as {seen[gold.doc]} is")
            continue
        seen[gold.doc] = at
        read.releases.append(gold)
        if quotes := list(lost_quotes(gold)):
            more = f" and of {len(quotes) - 1} more" if len(quotes) > 1 else ""
            read.lost.append(f"{at}: {gold.doc} does not hold the quotes of “{_short(quotes[0])}”{more}")
    return read


def _pieces(path: Path, texts: Path | None) -> Iterator[tuple[str, Callable[[], GoldRelease]]]:
    folder = texts or (path if path.is_dir() else path.parent)
    if path.suffix.lower() == ".jsonl" and path.is_file():
        for at, line in numbered_lines(path):
            yield at, partial(read_gold_line, line, at=at, text_dir=folder)
        return
    files = gold_files(path) if path.is_dir() else [path] if path.suffix.lower() == ".json" else []
    if files:
        for file in files:
            yield str(file), partial(read_gold_file, file, folder)
        return
    if path.is_dir() and not any(path.rglob("*.txt")):
        raise CorpusError(f"{path} holds no gold: neither *.json nor marked releases (*.txt)")
    if texts is not None:
        raise CorpusError(f"{path} holds marked releases, which are their own texts: leave --texts out")
    for file in marked_files(path):
        yield str(file), partial(_marked, file)


def _marked(path: Path) -> GoldRelease:
    """Marks with a mistake in them make no gold: an event of theirs would be missing."""
    release = read_marked(path)
    if release.troubles:
        raise _wrong(path, release.troubles)
    compiled = compile_release(release)
    if compiled.troubles:
        raise _wrong(path, compiled.troubles)
    return compiled.gold


def _wrong(path: Path, troubles: Sequence[MarkTrouble]) -> CorpusError:
    first, *more = troubles
    rest = f" (and {len(more)} more)" if more else ""
    return CorpusError(f"{path} has marks that are wrong: {first.what}, at “{_short(first.near)}”{rest}")


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _QUOTED else f"{plain[:_QUOTED].rstrip()} …"
