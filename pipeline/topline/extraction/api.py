"""The one call that most users need."""

from functools import cache
from os import PathLike

from topline.extraction.load import load
from topline.extraction.release import Extractor
from topline.records import ReleaseRecord

__all__ = ["extract"]


@cache
def _default() -> Extractor:
    return Extractor(load())


def extract(source: str | bytes | PathLike[str]) -> ReleaseRecord:
    """The record of one release: its text as a `str`, its bytes, or the path of a file.

    The pipeline is built at the first call and kept. Raises SourceError for what cannot be read at all.
    """
    return _default()(source)
