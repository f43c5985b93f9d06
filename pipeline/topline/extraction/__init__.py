"""`Document` to `ReleaseRecord`, and the pipeline that does it."""

from topline.extraction.api import extract
from topline.extraction.load import default_config, load
from topline.extraction.release import Extractor, read_release

__all__ = ["Extractor", "default_config", "extract", "load", "read_release"]
