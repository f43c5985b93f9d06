"""The group of commands; `topline extract` and `topline schema`."""

import json
import sys
from importlib.metadata import version
from pathlib import Path

import click
from rich.console import Console

from topline.cli.corpus import corpus
from topline.cli.evaluate import evaluate
from topline.cli.facts import facts
from topline.cli.fetch import fetch
from topline.cli.model import model as model_commands
from topline.cli.reading import read_records, reading_options
from topline.cli.streams import open_output
from topline.cli.timeline import print_timeline
from topline.errors import ConfigError
from topline.extraction import Extractor, load
from topline.records import ReleaseRecord

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("topline"), prog_name="topline")
def main() -> None:
    """Read the press releases of biotech companies into dated, sourced, typed facts.

    \b
    topline extract release.txt               a timeline on the terminal
    topline extract *.txt > records.jsonl     one JSON record a release
    topline facts *.txt -o facts.csv          the figures of their statements, as a table
    topline evaluate gold/ --texts releases/  how far they agree with what a person found
    topline schema                            what those records look like
    topline fetch --cik 318154 -o releases/   releases from EDGAR (pip install 'topline[edgar]')

    Every event, figure and date points back to characters of the release.
    """


main.add_command(corpus)
main.add_command(evaluate)
main.add_command(facts)
main.add_command(fetch)
main.add_command(model_commands)


@main.command()
@click.option("--json", "shape", flag_value="json", help="JSON Lines, also on a terminal.")
@click.option("--timeline", "shape", flag_value="timeline", help="The readable timeline, also into a pipe or a file.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write there instead of to standard output."
)
@reading_options
def extract(
    files: tuple[Path, ...], shape: str | None, output: Path | None, config: Path | None, model: str | None,
    input_format: str | None,
) -> None:  # fmt: skip
    """Extract events and statements from each FILE; "-" reads standard input.

    Writes a timeline on a terminal, and JSON Lines (one record a release, see `topline schema`) into a pipe or a
    file. A release that cannot be read is named on standard error, the others are still written.

    \b
    Exit status: 0 when every file was read, 1 when some could not be, 2 for wrong usage.
    """
    try:
        extractor = Extractor(load(config, model=model))
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    failed: list[Path] = []
    records = ((record, document.seen) for record, document in read_records(extractor, files, failed, input_format))
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
