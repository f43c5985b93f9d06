"""`topline model`: from what `spacy train` wrote to a pipeline, and to a distribution with its card."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from topline.cli.gold import read_any_gold
from topline.errors import ConfigError, CorpusError
from topline.evaluation import Run, read_run
from topline.extraction import load as load_pipeline
from topline.training.assemble import assemble as assemble_pipeline
from topline.training.assemble import make_distribution
from topline.training.calibrate import calibrate as settle
from topline.training.calibrate import write_settings
from topline.training.card import write_card
from topline.training.scores import collect_scores, sha256_of

__all__ = ["model"]

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)
_EXISTING = click.Path(path_type=Path, exists=True)
_OUTPUT = click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, file_okay=False), help="Write there."
)


@click.group()
def model() -> None:
    """Trained pipelines: put together, scored and packaged (make train-sm)."""


@model.command()
@click.argument("trained", type=_FOLDER)
@click.argument("settings", type=_FILE)
@_OUTPUT
@click.option("--name", required=True, help="The package's name, such as en_topline_sm.")
@click.option("--description", default="", help="A line for its metadata.")
def assemble(trained: Path, settings: Path, output: Path, name: str, description: str) -> None:
    """Put what `spacy train` wrote (TRAINED) between the rules' components, as the config SETTINGS says."""
    try:
        nlp = assemble_pipeline(trained, settings, output, name=name, description=description)
    except ConfigError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{output}: {', '.join(nlp.pipe_names)}")


@model.command()
@click.argument("pipeline", type=_FOLDER)
@click.argument("gold", type=_EXISTING)
@click.option("--texts", type=_FOLDER, help="The folder with the texts of GOLD, where they are not inside it.")
def calibrate(pipeline: Path, gold: Path, texts: Path | None) -> None:
    """Settle which scores make an event of a PIPELINE, and how sure they make it, on GOLD that it was not trained on.

    Both are written into the pipeline's config.
    """
    try:
        read = read_any_gold(gold, texts)
        for wrong in read.failed:
            click.echo(f"topline: {wrong}", err=True)
        settled = settle(load_pipeline(model=str(pipeline)), read.releases)
    except (ConfigError, CorpusError) as error:
        raise click.UsageError(str(error)) from error
    write_settings(pipeline, settled.settings)
    settings = settled.settings
    click.echo(
        f"{pipeline}: a rule's trigger needs {settings.rule_threshold:g}, another {settings.model_threshold:g}; on "
        f"{len(read.releases)} releases events P {settled.precision:.3f} R {settled.recall:.3f} F1 {settled.f1:.3f}"
    )


@model.command()
@click.argument("pipeline", type=_FOLDER)
@_OUTPUT
@click.option("--manifest", required=True, type=_FILE, help="The manifest of the corpus that it was trained on.")
@click.option(
    "--scores", nargs=2, multiple=True, type=(str, _FILE), metavar="SET RUN",
    help="A run of `topline evaluate -o` over a set: dev, test or real.",
)  # fmt: skip
@click.option(
    "--rules", nargs=2, multiple=True, type=(str, _FILE), metavar="SET RUN", help="The like over the rules alone."
)
@click.option("--licence", type=_FILE, default="LICENSE", show_default=True, help="The text of the licence.")
def package(
    pipeline: Path, output: Path, manifest: Path, scores: Sequence[tuple[str, Path]], rules: Sequence[tuple[str, Path]],
    licence: Path,
) -> None:  # fmt: skip
    """Make the folder of a PIPELINE into a distribution: setup, weights, scores.json, manifest.json and README.md."""
    meta = json.loads((pipeline / "meta.json").read_text(encoding="utf-8"))
    found = collect_scores(
        pipeline, _read(scores), rules=_read(rules), model=f"{meta['lang']}_{meta['name']}", version=meta["version"]
    )
    known = json.loads(manifest.read_text(encoding="utf-8"))
    card = write_card(
        found, manifest=known, manifest_sha256=sha256_of(manifest), requirements=meta.get("requirements", [])
    )
    with tempfile.TemporaryDirectory() as scratch:
        parts = {"README.md": card, "scores.json": found.to_json(), "manifest.json": manifest.read_text("utf-8")}
        parts["LICENSE"] = licence.read_text("utf-8")
        for name, text in parts.items():
            (Path(scratch) / name).write_text(text, encoding="utf-8")
        make_distribution(pipeline, output, documents=[Path(scratch) / name for name in parts])
    click.echo(f"{output}: pip install {output}")


def _read(runs: Sequence[tuple[str, Path]]) -> dict[str, Run]:
    try:
        return {name: read_run(path) for name, path in runs}
    except CorpusError as error:
        raise click.UsageError(str(error)) from error
