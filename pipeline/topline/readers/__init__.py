"""Bytes to a `Document`: one file an input format, listed in `catalog.py`."""

from topline.readers.catalog import FORMATS, read_bytes, read_file, read_source
from topline.readers.document import Block, Document, OffsetMap, TableRegion, ZoneSpan
from topline.readers.zones import DATELINE

__all__ = [
    "DATELINE",
    "FORMATS",
    "Block",
    "Document",
    "OffsetMap",
    "TableRegion",
    "ZoneSpan",
    "read_bytes",
    "read_file",
    "read_source",
]
