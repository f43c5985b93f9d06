"""Records to tables: facts, and the formats that they are written in."""

from topline.exports.catalog import Export, exports, format_of
from topline.exports.facts import facts

__all__ = ["Export", "exports", "facts", "format_of"]
