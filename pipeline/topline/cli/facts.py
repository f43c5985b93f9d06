"""`topline facts`: the figures of statements, as tables on a terminal or as CSV, JSON Lines or Parquet."""

import sys
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import IO, NamedTuple, get_args

import click
from rich.console import Console

from topline.cli.alarms import Alarm, find_alarms, print_alarms
from topline.cli.fact_alarms import Read, across_alarms, unread_alarms, unread_told
from topline.cli.fact_tables import print_facts
from topline.cli.periods import lies_in, read_period
from topline.cli.reading import read_records, reading_options
from topline.cli.streams import open_output
from topline.cli.words import printable
from topline.errors import ConfigError, ExportError
from topline.exports import exports, format_of
from topline.exports import facts as facts_of
from topline.extraction import Extractor, load
from topline.readers import Document
from topline.records import Fact, Interval, ReleaseRecord, StatementKind
from topline.statements import concept_entries

__all__ = ["facts"]

_TABLE = "table"
_KINDS = get_args(StatementKind)
_PLAIN = ("", ".txt")
_PREFIX = "us-gaap:"
_SUFFIXES = " ".join(suffix for export in exports().values() for suffix in export.suffixes)

_Read = Iterator[tuple[ReleaseRecord, Document]]


def _read_concept(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> frozenset[str]:
    """Elements as the records name them; one that no row can have is wrong usage."""
    known = {entry.concept.removeprefix(_PREFIX).lower(): entry.concept for entry in concept_entries()}
    found = set()
    for value in values:
        name = value.strip().lower().removeprefix(_PREFIX)
        if name not in known:
            near = ", ".join(known[n].removeprefix(_PREFIX) for n in get_close_matches(name, known, cutoff=0.5))
            raise click.BadParameter(f"no row is known as {value!r}{f': do you mean {near}?' if near else ''}")
        found.add(known[name])
    return frozenset(found)


def _read_periods(_context: click.Context, _option: click.Parameter, values: tuple[str, ...]) -> tuple[Interval, ...]:
    found = {value: read_period(value) for value in values}
    for value, period in found.items():
        if period is None:
            raise click.BadParameter(
                f"{value!r} is no year, half, quarter, month or day such as 2003, 2003-Q3, 2003-09-30"
            )
    return tuple(period for period in found.values() if period)


@click.command()
@click.option(
    "--format", "shape", type=click.Choice([_TABLE, *exports()]),
    help="; ".join(f"{e.name}: {e.help}" for e in exports().values()) + "; table: for eyes.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
    help=f"Write there, in the format that the suffix tells: {_SUFFIXES}.",
)  # fmt: skip
@click.option(
    "--concept", "concepts", multiple=True, callback=_read_concept, metavar="NAME",
    help="Only this us-gaap element, with or without the prefix; more than one is fine.",
)  # fmt: skip
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only statements of this kind.")
@click.option(
    "--period", "periods", multiple=True, callback=_read_periods, metavar="PERIOD",
    help="Only what lies in 2003, 2003-H1, 2003-Q3 or 2003-09, or ends on 2003-09-30.",
)  # fmt: skip
@click.option("--check", is_flag=True, help="List what does not agree instead; exit with 1 if there is any.")
@reading_options
def facts(
    files: tuple[Path, ...], shape: str | None, output: Path | None, concepts: frozenset[str], kinds: tuple[str, ...],
    periods: tuple[Interval, ...], check: bool, config: Path | None, model: str | None, input_format: str | None,
) -> None:  # fmt: skip
    """Write the figures of the statements of each FILE, one a row; "-" reads standard input.

    Writes tables on a terminal, CSV into a pipe or a file without a suffix that says otherwise. Figures that are not
    printed but follow from two that are (a fourth quarter: the year less the nine months) come with the cells that
    they follow from, also across the releases of a company: name them together.

    \b
    topline facts annual.txt q3.txt           tables on the terminal
    topline facts *.txt -o facts.parquet      typed columns for a data frame
    topline facts *.txt --concept NetIncomeLoss --period 2003 > losses.csv
    topline facts --check *.txt               what does not agree

    --check lists sums that do not add up, figures of the text that their table does not bear out, quarters that the
    year and the nine months do not bear out, years below their nine months, figures that two releases state
    differently where the later one tells of no restatement, and tables and figures that could not be read, with the
    place.

    \b
    Exit status: 0 when every file was read and, with --check, nothing disagrees;
    1 when some could not be read or something disagrees; 2 for wrong usage.
    """
    if check and (shape not in (None, _TABLE) or concepts or kinds or periods):
        raise click.UsageError("--check looks at everything and writes text: leave the format and the filters out")
    if shape == "parquet" and output is None and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError("Parquet is nothing for a terminal: name a file with -o")
    shape = _TABLE if check else shape or (_by_suffix(output) if output else _by_stream())
    try:
        if shape in exports():
            exports()[shape].check()
        extractor = Extractor(load(config, model=model))
    except (ConfigError, ExportError) as error:
        raise click.UsageError(str(error)) from error
    failed: list[Path] = []
    read = read_records(extractor, files, failed, input_format)
    try:
        with open_output(output, files) as out:
            alarms = _check(read, out) if check else _write(read, out, shape, _Filter(concepts, kinds, periods))
    except BrokenPipeError:
        raise  # click ends quietly when the reader of a pipe has gone
    except OSError as error:
        raise click.ClickException(f"cannot write the facts: {error.strerror or error}") from error
    except ExportError as error:
        raise click.ClickException(str(error)) from error
    sys.exit(1 if failed or alarms else 0)


class _Filter(NamedTuple):
    """What is asked for; an empty part asks for everything."""

    concepts: frozenset[str]
    kinds: tuple[str, ...]
    periods: tuple[Interval, ...]

    def __call__(self, fact: Fact) -> bool:
        return (
            (not self.concepts or fact.concept in self.concepts)
            and (not self.kinds or fact.kind in self.kinds)
            and (not self.periods or any(lies_in(fact, period) for period in self.periods))
        )


def _by_stream() -> str:
    return _TABLE if sys.stdout is not None and sys.stdout.isatty() else "csv"


def _by_suffix(output: Path) -> str:
    """CSV for a name that tells nothing; one that promises another format is wrong usage."""
    if output.suffix.lower() in _PLAIN:
        return "csv"
    found = format_of(output)
    if found is None:
        raise click.UsageError(f"{output.suffix} is no suffix of a format: {_SUFFIXES}, or name one with --format")
    return found


def _write(read: _Read, out: IO[str], shape: str, wanted: _Filter) -> bool:
    """Nothing at all where nothing could be read: not even a line of names. False: there is nothing to alarm of."""
    records = []
    for record, document in read:
        records.append(record)
        if told := unread_told(record, document):
            click.echo(f"topline: {printable(record.source.name)}: {told}", err=True)
    every = facts_of(records)
    found = [fact for fact in every if wanted(fact)]
    if not records:
        return False
    if not found:
        click.echo("topline: no figure of these releases is what was asked for", err=True)
    if shape == _TABLE:
        print_facts(found, Console(file=out, highlight=False), among=every)
    else:
        out.flush()
        exports()[shape].write(found, out.buffer)  # type: ignore[attr-defined]  # all that `open_output` opens have it
    return False


def _check(read: _Read, out: IO[str]) -> bool:
    alarms: list[Alarm] = []
    releases: list[Read] = []
    for record, document in read:
        releases.append((record, document))
        alarms += sorted([*find_alarms(record, document), *unread_alarms(record, document)], key=lambda a: a.offset)
    alarms += across_alarms(releases)
    if releases:
        print_alarms(alarms, len(releases), Console(file=out, highlight=False))
    return bool(alarms)
