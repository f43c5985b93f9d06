"""Trained pipelines, by name or folder, checked before they are built."""

import json
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import is_compatible_version, split_requirement

from topline.errors import ConfigError
from topline.vocab import event_types

__all__ = ["PREFERRED", "RULES", "default_model", "load_model", "model_help"]

RULES = "rules"
# Of these the first that is installed is the default.
PREFERRED: tuple[str, ...] = (RULES,)
_BUILDER = "topline_events_v1"
_CATEGORISER = "spancat"


def default_model() -> str:
    return next((name for name in PREFERRED if _installed(name) is not None), RULES)


def model_help() -> str:
    """What the default is, for the help texts."""
    return " if installed, else ".join(PREFERRED)


def load_model(model: str | Path) -> Language:
    """An installed package's name, or a folder. Raises ConfigError for what is not there or does not fit."""
    folder = _installed(str(model)) or _folder(Path(model))
    if folder is None:
        raise ConfigError(_missing(str(model)))
    _check_version(folder)
    try:
        nlp = spacy.load(folder)
    except (ValueError, OSError, ImportError, KeyError) as error:
        raise ConfigError(f"{folder} cannot be built into a pipeline: {error}") from error
    _check_parts(nlp, folder)
    return nlp


def _installed(name: str) -> Path | None:
    """Where an installed pipeline's data is; None for other packages and for what is none."""
    if not name.isidentifier() or name.startswith("_") or (spec := find_spec(name)) is None or spec.origin is None:
        return None
    return _data_of(Path(spec.origin).parent)


def _folder(path: Path) -> Path | None:
    """A pipeline's own folder, or that of the distribution around it."""
    if not path.is_dir():
        return None
    return path if (path / "config.cfg").is_file() else _data_of(path / path.name)


def _data_of(package: Path) -> Path | None:
    """`en_topline_sm/en_topline_sm-0.1.0`, as `spacy package` lays it out."""
    return next((p.parent for p in sorted(package.glob(f"{package.name}-*/config.cfg"))), None)


def _missing(model: str) -> str:
    if Path(model).is_dir():
        return f"{model} is no pipeline: a folder that spaCy wrote has config.cfg and meta.json"
    if model.isidentifier():
        return (
            f"the model {model} is not installed: pip install {model} (from a checkout: pip install models/{model}), "
            f"or name its folder, or `{RULES}`"
        )
    return f"there is no model {model}: name a folder that is there, an installed package, or `{RULES}`"


def _made_for(folder: Path) -> str | None:
    """The versions of topline that a pipeline's requirements allow; None where they name none."""
    try:
        found = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        wanted = dict(map(split_requirement, found.get("requirements", ())))
    except (ValueError, OSError, TypeError, AttributeError) as error:
        raise ConfigError(f"{folder} is no pipeline: its meta.json cannot be read: {error}") from error
    return wanted.get("topline")


def _check_version(folder: Path) -> None:
    wanted, ours = _made_for(folder), version("topline")
    if wanted is not None and is_compatible_version(ours, wanted) is False:
        raise ConfigError(
            f"{folder} was made for topline{wanted}, this is {ours}: "
            f"pip install 'topline{wanted}', or a release of the model for {ours}"
        )


def _check_parts(nlp: Language, folder: Path) -> None:
    if _BUILDER not in nlp.pipe_factories.values():
        raise ConfigError(f"{folder} is no pipeline of topline: it has no `{_BUILDER}`, so it tells no events")
    for name, factory in nlp.pipe_factories.items():
        unknown = set(nlp.pipe_labels.get(name, ())) - event_types().keys() if factory == _CATEGORISER else set()
        if unknown:
            raise ConfigError(
                f"{folder} was trained for event types that this topline does not have "
                f"({', '.join(sorted(unknown)[:3])}): install the topline that it was made for, or another model"
            )
