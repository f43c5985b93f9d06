"""The calls that most users need."""

from functools import cache
from os import PathLike

from topline.extraction.load import load
from topline.extraction.release import Extractor
from topline.records import ReleaseRecord

__all__ = ["extract", "extract_all"]


@cache
def _default() -> Extractor:
    return Extractor(load())


def extract(source: str | bytes | PathLike[str], *, input_format: str | None = None) -> ReleaseRecord:
    """The record of one release: its text as a `str`, its bytes, or the path of a file.

    Of an EDGAR submission with several releases it is the first one's, and a problem names the others. The pipeline is
    built at the first call and kept. Raises SourceError for what cannot be read at all and for a `str` that is the name
    of a file, and FormatUnknown.
    """
    return _default()(source, input_format=input_format)


def extract_all(source: str | bytes | PathLike[str], *, input_format: str | None = None) -> tuple[ReleaseRecord, ...]:
    """Like `extract`, with one record for each release that the source holds."""
    return _default().all(source, input_format=input_format)
