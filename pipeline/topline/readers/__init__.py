"""Bytes to a `Document`: one file an input format, listed in `catalog.py`."""

from topline.readers.catalog import Format, formats, read_bytes, read_file, read_source
from topline.readers.dateline import DATELINE
from topline.readers.document import Block, Document, OffsetMap, TableRegion, ZoneSpan
from topline.readers.sections import Origin

__all__ = [
    "DATELINE",
    "Block",
    "Document",
    "Format",
    "OffsetMap",
    "Origin",
    "TableRegion",
    "ZoneSpan",
    "formats",
    "read_bytes",
    "read_file",
    "read_source",
]
