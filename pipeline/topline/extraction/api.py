"""The calls that most users need."""

from functools import cache
from os import PathLike, fspath

from topline.extraction.load import load
from topline.extraction.release import Extractor
from topline.records import ReleaseRecord

__all__ = ["extract", "extract_all"]


@cache
def _extractor(model: str | None) -> Extractor:
    return Extractor(load(model=model))


def extract(
    source: str | bytes | PathLike[str], *, input_format: str | None = None, model: str | PathLike[str] | None = None
) -> ReleaseRecord:
    """The record of one release: its text as a `str`, its bytes, or the path of a file.

    Of an EDGAR submission with several releases it is the first one's, and a problem names the others. `model` is
    as for `load`; each pipeline is built at its first call and kept. Raises SourceError for what cannot be read at all
    and for a `str` that is the name of a file, FormatUnknown, and ConfigError for a model that cannot be had.
    """
    return _extractor(_name(model))(source, input_format=input_format)


def extract_all(
    source: str | bytes | PathLike[str], *, input_format: str | None = None, model: str | PathLike[str] | None = None
) -> tuple[ReleaseRecord, ...]:
    """Like `extract`, with one record for each release that the source holds."""
    return _extractor(_name(model)).all(source, input_format=input_format)


def _name(model: str | PathLike[str] | None) -> str | None:
    return None if model is None else fspath(model)
