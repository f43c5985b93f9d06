"""The learned parts and the rules as one pipeline, and that pipeline as a distribution to install."""

import shutil
import tempfile
import warnings
from importlib.metadata import version
from pathlib import Path

import spacy
from spacy.cli.package import package
from spacy.language import Language
from spacy.util import get_minor_version_range, load_config, load_model_from_config

from topline.errors import ConfigError
from topline.extraction import default_config

__all__ = ["assemble", "make_distribution"]

# Each learned part stands right before the component that reads what it writes.
_READ_BY = {"transformer": "entities", "tok2vec": "entities", "ner": "entities", "spancat": "confirm"}
_CARD = "README.md"
_BUILD = '[build-system]\nrequires = ["setuptools>=77"]\nbuild-backend = "setuptools.build_meta"\n'


def assemble(trained: Path, settings: Path, out: Path, *, name: str, description: str = "") -> Language:
    """Writes the full pipeline to the folder `out` and returns it as it is read back.

    `trained` is what `spacy train` wrote, `settings` a config that is laid over that of the rules; `name` is the
    package's, with its language ("en_topline_sm"). Raises ConfigError for parts that no component would read.
    """
    learned = _learned(trained)
    config = load_config(default_config()).merge(load_config(settings))
    nlp = load_model_from_config(config, auto_fill=True)
    nlp.vocab.vectors = learned.vocab.vectors
    for part in learned.pipe_names:
        nlp.add_pipe(part, source=learned, before=_READ_BY[part])
    nlp.meta.update(_meta(name, description))
    nlp.to_disk(out)
    return spacy.load(out)


def _learned(trained: Path) -> Language:
    try:
        learned = spacy.load(trained)
    except (ValueError, OSError, ImportError, KeyError) as error:
        raise ConfigError(f"{trained} holds no trained pipeline: {error}") from error
    if unread := [part for part in learned.pipe_names if part not in _READ_BY]:
        raise ConfigError(f"{trained} has {', '.join(unread)}, which no component of topline reads")
    return learned


def _meta(name: str, description: str) -> dict[str, object]:
    lang, _, bare = name.partition("_")
    ours = version("topline")
    return {
        "lang": lang,
        "name": bare,
        "version": ours,
        "description": description,
        "author": "The topline authors",
        "license": "Apache-2.0",
        "requirements": [f"topline{get_minor_version_range(ours)}"],
    }


def make_distribution(pipeline: Path, out: Path, *, documents: list[Path]) -> Path:
    """The folder of a pipeline as a source tree that `pip install` takes, in `out`; what was in `out` goes.

    `documents` (card, licence, scores) come along. Returns the folder of the pipeline's data inside.
    """
    with tempfile.TemporaryDirectory() as scratch:
        staged = Path(scratch) / "pipeline"
        shutil.copytree(pipeline, staged)
        for document in documents:
            if document.name == _CARD:  # without one spaCy writes its own
                shutil.copy(document, staged)
        with warnings.catch_warnings():
            # spaCy leaves the files that it writes for Python to close
            warnings.simplefilter("ignore", ResourceWarning)
            package(staged, Path(scratch), create_sdist=False, create_wheel=False)
        made = next(Path(scratch).glob("*/setup.py")).parent
        (made / "pyproject.toml").write_text(_BUILD, encoding="utf-8")
        for document in documents:
            shutil.copy(document, made)
        shutil.rmtree(out, ignore_errors=True)
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(made, out)
    return next(out.glob("*/*/config.cfg")).parent
