"""The pipeline, built from its config."""

from importlib.resources import files
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import load_config

from topline.errors import ConfigError

__all__ = ["default_config", "load"]


def default_config() -> Path:
    """`configs/rules.cfg`: inside the installed package, or in the checkout that an editable install runs from."""
    packaged = Path(str(files("topline"))) / "configs" / "rules.cfg"
    return packaged if packaged.exists() else Path(__file__).parents[3] / "configs" / "rules.cfg"


def load(config: Path | str | None = None) -> Language:
    """A pipeline whose docs have `doc._.events`. Raises ConfigError when a config cannot be built."""
    path = Path(config) if config is not None else default_config()
    try:
        return spacy.util.load_model_from_config(load_config(path), auto_fill=True)
    except (ValueError, OSError, ImportError) as error:
        raise ConfigError(f"{path} cannot be built into a pipeline: {error}") from error
