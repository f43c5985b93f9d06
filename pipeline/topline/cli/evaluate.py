"""`topline evaluate`: how far records agree with gold, with intervals, and how two runs differ."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console

from topline.cli.evaluation_changes import print_changes
from topline.cli.evaluation_tables import print_outcomes, print_run
from topline.cli.gold import read_any_gold
from topline.cli.progress import show_progress
from topline.cli.reading import model_option
from topline.cli.streams import open_output
from topline.cli.words import printable
from topline.errors import ConfigError, CorpusError, SourceError
from topline.evaluation import (
    GoldRelease,
    Run,
    check_records,
    compare_documents,
    join_exhibits,
    read_recorded,
    read_run,
    score,
)
from topline.extraction import Extractor, load
from topline.readers import read_source
from topline.records import ReleaseRecord

__all__ = ["evaluate"]

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True))
@click.option("--texts", type=_FOLDER, help="The folder of the releases that GOLD quotes.  [default: that of GOLD]")
@click.option("--records", type=_FILE, help="Score these records (JSON Lines of `topline extract`).")
@click.option("--config", type=_FILE, help="Score a pipeline config of your own.")
@model_option
@click.option("--json", "as_json", is_flag=True, help="Write the whole run as JSON instead of tables.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
    help="Write the whole run there as JSON, to compare with later; the tables are printed all the same.",
)  # fmt: skip
@click.option("--differences", is_flag=True, help="List each event that only the records or only GOLD has.")
@click.option("--compare", type=_FILE, metavar="RUN", help="An earlier run, written with -o: tell what has changed.")
def evaluate(
    gold: Path, texts: Path | None, records: Path | None, config: Path | None, model: str | None, as_json: bool,
    output: Path | None, differences: bool, compare: Path | None,
) -> None:  # fmt: skip
    """Measure how far records agree with GOLD, with 95% intervals.

    GOLD says what a person found in releases: a folder of JSON files, whose quotes are looked for in the releases; a
    folder of marked releases, such as annotations/releases; or JSON Lines with texts. What is scored is what the
    pipeline finds in these releases now, or records that were written before.

    \b
    topline evaluate annotations/releases
    topline evaluate gold/ --texts releases/ --records records.jsonl --differences
    topline evaluate gold/ --texts releases/ -o before.json
    topline evaluate gold/ --texts releases/ --compare before.json

    An event is found when its type is that of gold and its trigger overlaps gold's, or its evidence shares half of a
    piece of gold's. Each event of gold is found once: a second record of it counts as false. Status, dates, amounts
    and roles are those of the events found. Intervals tell how far a measure would move with other releases of the
    kind: documents are drawn anew, a thousand times; --compare draws the same ones for both runs.

    \b
    Exit status: 0 when all of GOLD was scored; 1 when a piece of it, or a
    release, could not be read (it is named on standard error); 2 for wrong
    usage: no gold at all, records of other releases, a RUN over others.
    """
    for option, given in (("--config", config), ("--model", model)):
        if records is not None and given is not None:
            raise click.UsageError(f"--records were written already: leave {option} out")
    try:
        before = read_run(compare) if compare is not None else None
        known, failed = _gold(gold, texts)
        recorded, unread = (
            _recorded(records, known) if records else _extracted(Extractor(load(config, model=model)), known)
        )
        run = _run(known, recorded, gold=gold, scored=str(records or config or model or "the default pipeline"))
        if before is not None:
            changes = compare_documents(
                before.documents, run.documents, name=str(compare), samples=run.samples, seed=run.seed
            )
            run = run.model_copy(update={"comparison": changes})
    except (ConfigError, CorpusError) as error:
        raise click.UsageError(str(error)) from error
    _write(run, output, as_json=as_json, differences=differences, inputs=[p for p in (records, compare) if p])
    sys.exit(1 if failed or unread else 0)


def _gold(path: Path, texts: Path | None) -> tuple[list[GoldRelease], bool]:
    """Gold, and whether a piece of it could not be read."""
    read = read_any_gold(path, texts)
    for trouble in (*read.failed, *read.lost):
        _tell(trouble)
    if not read.releases:
        raise CorpusError(f"no gold of {path} could be read" if read.failed else f"{path} holds no gold")
    return read.releases, bool(read.failed)


def _recorded(path: Path, golds: Sequence[GoldRelease]) -> tuple[dict[str, ReleaseRecord], bool]:
    """Tells what has no counterpart; that is no failure, for it is scored."""
    records = read_recorded(path)
    check_records(records, golds, path=path)
    docs = {gold.doc for gold in golds}
    if without := sorted(docs - records.keys()):
        _tell(f"{path} has no record of {_some(without)}: all events of gold there are missed")
    if others := sorted(records.keys() - docs):
        _tell(f"{path}: left out, for there is no gold of {_some(others)}")
    return records, False


def _extracted(extractor: Extractor, golds: Sequence[GoldRelease]) -> tuple[dict[str, ReleaseRecord], bool]:
    """Records of the texts of gold, and whether one could not be read."""
    records: dict[str, ReleaseRecord] = {}
    with show_progress("releases", len(golds)) as advance:
        for gold in golds:
            try:
                found = [extractor.extract(document) for document in read_source(gold.text, name=gold.doc)]
            except SourceError as error:
                _tell(f"{gold.doc}: {error}")
            else:
                records[gold.doc] = join_exhibits(found)
            advance()
    return records, len(records) < len(golds)


def _run(golds: Sequence[GoldRelease], records: dict[str, ReleaseRecord], *, gold: Path, scored: str) -> Run:
    pairs = ((known, records.get(known.doc)) for known in golds)
    return score(pairs, gold=str(gold), scored=scored)


def _write(run: Run, output: Path | None, *, as_json: bool, differences: bool, inputs: Sequence[Path]) -> None:
    """JSON to the file or, if asked for, to standard output; tables unless JSON was asked for."""
    try:
        if output is not None:
            with open_output(output, inputs) as out:
                out.write(run.to_json() + "\n")
        with open_output(None, ()) as out:
            if as_json and output is None:
                out.write(run.to_json() + "\n")
            elif not as_json:
                console = Console(file=out, highlight=False)
                print_run(run, console)
                if run.comparison is not None:
                    print_changes(run.comparison, console, listed=differences)
                if differences:
                    print_outcomes(run, console)
    except BrokenPipeError:
        raise  # click ends quietly when the reader of a pipe has gone
    except OSError as error:
        raise click.ClickException(f"cannot write the run: {error.strerror or error}") from error


def _some(names: Sequence[str]) -> str:
    more = len(names) - 3
    return ", ".join(names[:3]) + (f" and {more} more" if more > 0 else "")


def _tell(text: str) -> None:
    click.echo(f"topline: {printable(text)}", err=True)
