"""The pipeline: rules built from their config, or a trained one."""

from importlib.resources import files
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import load_config

from topline.errors import ConfigError
from topline.extraction.models import RULES, default_model, load_model

__all__ = ["default_config", "load"]


def default_config() -> Path:
    """`configs/rules.cfg`: inside the installed package, or in the checkout that an editable install runs from."""
    packaged = Path(str(files("topline"))) / "configs" / "rules.cfg"
    return packaged if packaged.exists() else Path(__file__).parents[3] / "configs" / "rules.cfg"


def load(config: Path | str | None = None, *, model: Path | str | None = None) -> Language:
    """A pipeline whose docs have `doc._.events`.

    `model` is an installed package's name or a folder, "rules" for the rules alone; without it the first of
    `extraction.models.PREFERRED` that is installed. `config` builds a pipeline of one's own instead. Raises ConfigError
    for a model that is not there, is no pipeline, or was made for another topline; and when a config cannot be built.
    """
    if config is not None and model is not None:
        raise ConfigError(
            f"a pipeline is built from a config ({config}) or is a model ({model}): leave one of them out"
        )
    chosen = model if model is not None else default_model()
    if config is None and str(chosen) != RULES:
        return load_model(chosen)
    path = Path(config) if config is not None else default_config()
    try:
        return spacy.util.load_model_from_config(load_config(path), auto_fill=True)
    except (ValueError, OSError, ImportError) as error:
        raise ConfigError(f"{path} cannot be built into a pipeline: {error}") from error
