"""Files to records, one after the other: one that cannot be read never stops the others."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from topline.cli.streams import read_stdin
from topline.errors import SourceError
from topline.extraction import Extractor, model_help
from topline.readers import Document, formats, read_bytes, read_file
from topline.records import ReleaseRecord

__all__ = ["model_option", "read_records", "reading_options"]

_STDIN = "-"
model_option = click.option(
    "--model",
    metavar="NAME|PATH",
    help="The pipeline: an installed package's name (en_topline_sm), a folder, or `rules` for the rules alone.  "
    f"[default: {model_help()}]",
)
_OPTIONS = (
    click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True)),
    click.option(
        "--config", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="A pipeline config of your own."
    ),
    model_option,
    click.option(
        "--input-format",
        type=click.Choice(list(formats())),
        help="Read all FILES as this format; without it, by content.",
    ),
)


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """FILES, --config, --model and --input-format, as every command that reads releases has them."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def read_records(
    extractor: Extractor, files: Sequence[Path], failed: list[Path], input_format: str | None
) -> Iterator[tuple[ReleaseRecord, Document]]:
    """Records with what they were read from; what cannot be read goes to standard error and to `failed`."""
    for path in files:
        try:
            for document in _documents(path, input_format):
                yield extractor.extract(document), document
        except SourceError as error:
            failed.append(path)
            text = str(error)
            click.echo(f"topline: {text if text.startswith(str(path)) else f'{path}: {text}'}", err=True)


def _documents(path: Path, input_format: str | None) -> tuple[Document, ...]:
    if str(path) == _STDIN:
        return read_bytes(read_stdin(), name=_STDIN, input_format=input_format)
    return read_file(path, input_format=input_format)
