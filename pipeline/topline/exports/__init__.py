"""Records to tables: facts, and the formats that they are written in."""

from topline.exports.catalog import Export, exports, format_of
from topline.exports.facts import facts
from topline.exports.unborne import Unborne, unborne
from topline.exports.versions import Saying

__all__ = ["Export", "Saying", "Unborne", "exports", "facts", "format_of", "unborne"]
