"""`Document` to `ReleaseRecord`, and the pipeline that does it."""

from topline.extract.api import extract
from topline.extract.load import default_config, load
from topline.extract.release import Extractor, read_release

__all__ = ["Extractor", "default_config", "extract", "load", "read_release"]
