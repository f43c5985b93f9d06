"""The group of commands; `topline extract` and `topline schema`."""

import json
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
from rich.console import Console

from topline.cli.fetch import fetch
from topline.cli.streams import open_output, read_stdin
from topline.cli.timeline import Seen, print_timeline
from topline.errors import ConfigError, SourceError
from topline.extraction import Extractor, load
from topline.readers import Document, formats, read_bytes, read_file
from topline.records import ReleaseRecord

__all__ = ["main"]

_STDIN = "-"


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("topline"), prog_name="topline")
def main() -> None:
    """Read the press releases of biotech companies into dated, sourced, typed facts.

    \b
    topline extract release.txt               a timeline on the terminal
    topline extract *.txt > records.jsonl     one JSON record a release
    topline schema                            what those records look like
    topline fetch --cik 318154 -o releases/   releases from EDGAR (pip install 'topline[edgar]')

    Every event, figure and date points back to characters of the release.
    """


main.add_command(fetch)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "shape", flag_value="json", help="JSON Lines, also on a terminal.")
@click.option("--timeline", "shape", flag_value="timeline", help="The readable timeline, also into a pipe or a file.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write there instead of to standard output."
)
@click.option(
    "--config", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A pipeline config of your own."
)
@click.option(
    "--input-format", type=click.Choice(list(formats())), help="Read all FILES as this format; without it, by content."
)
def extract(
    files: tuple[Path, ...], shape: str | None, output: Path | None, config: Path | None, input_format: str | None
) -> None:
    """Extract events and statements from each FILE; "-" reads standard input.

    Writes a timeline on a terminal, and JSON Lines (one record a release, see `topline schema`) into a pipe or a
    file. A release that cannot be read is named on standard error, the others are still written.

    \b
    Exit status: 0 when every file was read, 1 when some could not be, 2 for wrong usage.
    """
    try:
        extractor = Extractor(load(config))
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    failed: list[Path] = []
    records = _records(extractor, files, failed, input_format)
    try:
        with open_output(output, files) as out:
            if shape == "timeline" or (shape is None and output is None and out.isatty()):
                print_timeline(list(records), Console(file=out, highlight=False))
            else:
                for record, _ in records:
                    out.write(record.to_json() + "\n")
                    out.flush()
    except BrokenPipeError:
        raise  # click ends quietly when the reader of a pipe has gone
    except OSError as error:
        raise click.ClickException(f"cannot write the records: {error.strerror or error}") from error
    sys.exit(1 if failed else 0)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the records that `topline extract` writes."""
    click.echo(json.dumps(ReleaseRecord.model_json_schema(by_alias=True), indent=2))


def _documents(path: Path, input_format: str | None) -> tuple[Document, ...]:
    if str(path) == _STDIN:
        return read_bytes(read_stdin(), name=_STDIN, input_format=input_format)
    return read_file(path, input_format=input_format)


def _records(
    extractor: Extractor, files: tuple[Path, ...], failed: list[Path], input_format: str | None
) -> Iterator[tuple[ReleaseRecord, Seen]]:
    """Records with their quotes; what cannot be read goes to standard error and to `failed`."""
    for path in files:
        try:
            for document in _documents(path, input_format):
                yield extractor.extract(document), document.seen
        except SourceError as error:
            failed.append(path)
            text = str(error)
            click.echo(f"topline: {text if text.startswith(str(path)) else f'{path}: {text}'}", err=True)
