"""`Document` to `ReleaseRecord`, and the pipeline that does it."""

from topline.extraction.api import extract, extract_all
from topline.extraction.load import default_config, load
from topline.extraction.models import model_help
from topline.extraction.release import Extractor, read_releases

__all__ = ["Extractor", "default_config", "extract", "extract_all", "load", "model_help", "read_releases"]
