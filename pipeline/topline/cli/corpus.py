"""`topline corpus`: the written corpus, checked and counted, and made into what spaCy trains on."""

import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress
from rich.table import Column, Table

from topline.cli.progress import show_progress
from topline.errors import ConfigError, CorpusError
from topline.extraction import load
from topline.training.build import RealGold, build_corpus
from topline.training.corpus import Corpus, read_corpus
from topline.training.statistics import Statistics, count
from topline.training.troubles import doubts
from topline.training.vectors import distil
from topline.vocab import event_types

__all__ = ["corpus"]

_FOLDER = click.argument("folder", type=click.Path(path_type=Path, exists=True))
# What the corpus promises of every type.
_POSITIVES, _LOOKALIKES = 60, 30
_WIDE = 150


@click.group()
def corpus() -> None:
    """The marked releases that the models learn from (annotations/releases)."""


@corpus.command()
@_FOLDER
@click.option("--pairs", is_flag=True, help="Also list sentences that are the same but for names and numbers.")
@click.option("--balance", is_flag=True, help="Also fail for types with too few sentences.")
def check(folder: Path, *, pairs: bool, balance: bool) -> None:
    """Read all marked releases in FOLDER, say what is wrong where, and count what they hold.

    \b
    Exit status: 0 when nothing is wrong, 1 when something is, 2 for wrong usage.
    """
    found = _read(folder)
    console = Console(highlight=False, soft_wrap=True)
    wrong = _print_troubles(found, console)
    if pairs:
        _print_pairs(found, console)
    statistics = count(found.compiled, found.families)
    _print_statistics(found, statistics, console)
    short = _too_few(statistics) if balance else []
    for line in short:
        console.print(line)
    sys.exit(1 if wrong or short else 0)


@corpus.command()
@_FOLDER
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), help="Write there.")
@click.option("--times", default=2, show_default=True, help="How often each training release is told anew.")
@click.option(
    "--real",
    nargs=2,
    multiple=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="GOLD TEXTS",
    help="Folders of gold and texts of real releases to learn from, too.",
)
def build(folder: Path, output: Path, times: int, real: tuple[tuple[Path, Path], ...]) -> None:
    """Make FOLDER's releases into {train,dev,test}.jsonl and .spacy, with a manifest of their sha256."""
    found = _read(folder)
    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks = {split: bar.add_task(split, total=None) for split in ("train", "dev", "test")}
        try:
            built = build_corpus(
                found,
                load(),
                output,
                times=times,
                real=[RealGold(*folders) for folders in real],
                progress=lambda split, by: bar.advance(tasks[split], by),
            )
        except CorpusError as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{output}: " + ", ".join(f"{n} {split}" for split, n in built.docs.items()))


@corpus.command()
@click.argument("train", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), help="Write there.")
@click.option(
    "--words", default=20_000, show_default=True, type=click.IntRange(1), help="How many words have a vector."
)
@click.option("--width", default=96, show_default=True, type=click.IntRange(1, 384), help="How long a vector is.")
def vectors(train: Path, output: Path, words: int, width: int) -> None:
    """Distil word vectors from MiniLM for the words of TRAIN (a .spacy file of `topline corpus build`).

    Needs the extra `transformer`: pip install 'topline[transformer]'.
    """
    if lacking := [library for library in ("torch", "transformers") if find_spec(library) is None]:
        raise click.UsageError(f"{' and '.join(lacking)} not installed: pip install 'topline[transformer]'")
    try:
        with show_progress("words", words) as advance:
            made = distil(train, output, words=words, width=width, progress=_steps(advance))
    except (ConfigError, CorpusError) as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{output}: {made} vectors of {width} numbers")


def _steps(advance: Callable[[], None]) -> Callable[[int], None]:
    def several(by: int) -> None:
        for _ in range(by):
            advance()

    return several


def _read(folder: Path) -> Corpus:
    try:
        return read_corpus(folder)
    except CorpusError as error:
        raise click.UsageError(str(error)) from error


def _print_troubles(found: Corpus, console: Console) -> int:
    wrong = 0
    for path, compiled in zip(found.files, found.compiled, strict=True):
        for trouble in (*compiled.troubles, *doubts(compiled)):
            console.print(f"{path}: {trouble.what}: {trouble.near!r}", markup=False)
            wrong += 1
    return wrong


def _print_pairs(found: Corpus, console: Console) -> None:
    for (i, one), (j, other) in found.families.pairs:
        for at, place in ((i, one), (j, other)):
            text = " ".join(found.compiled[at].gold.text[slice(*place)].split())
            console.print(f"{'=' if at == i else '~'} {found.files[at].name}: {text}", markup=False)


def _print_statistics(found: Corpus, statistics: Statistics, console: Console) -> None:
    splits = ", ".join(f"{found.splits.count(s)} {s}" for s in ("train", "dev", "test"))
    console.print(
        f"{statistics.releases} releases of {statistics.companies} companies ({splits}); "
        f"{statistics.sentences} sentences, {statistics.annotated} annotated, {statistics.distinct} of them distinct"
    )
    for title, counts in (
        ("years", statistics.decades),
        ("statuses", statistics.statuses),
        ("dates", statistics.bases),
        ("amounts", statistics.amounts),
        ("roles", statistics.roles),
        ("names and values", statistics.names),
    ):
        console.print(f"{title}: " + ", ".join(f"{k} {n}" for k, n in counts.most_common()))
    heads = ("type", "events", "dated", "distinct positives", "look-alikes", "statuses")
    table = Table(*(Column(head, no_wrap=True) for head in heads), box=None)
    for leaf in event_types():
        kind = statistics.types[leaf]
        told = ", ".join(f"{k} {n}" for k, n in kind.statuses.most_common())
        table.add_row(leaf, *map(str, (kind.events, kind.dated, len(kind.positives), len(kind.lookalikes))), told)
    # a line a type, however narrow the terminal is
    Console(width=max(console.width, _WIDE), highlight=False).print(table)


def _too_few(statistics: Statistics) -> list[str]:
    return [
        f"{leaf}: {len(kind.positives)} positives and {len(kind.lookalikes)} look-alikes, "
        f"it needs {_POSITIVES} and {_LOOKALIKES}"
        for leaf in event_types()
        if len((kind := statistics.types[leaf]).positives) < _POSITIVES or len(kind.lookalikes) < _LOOKALIKES
    ]
