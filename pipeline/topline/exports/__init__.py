"""Records to tables: facts, and the formats that they are written in."""

from topline.exports.across import Compared, compared
from topline.exports.catalog import Export, exports, format_of
from topline.exports.companies import Companies, Named
from topline.exports.differing import Against, differing, shrunk
from topline.exports.facts import facts
from topline.exports.unborne import Unborne, unborne
from topline.exports.versions import Saying

__all__ = [
    "Against", "Companies", "Compared", "Export", "Named", "Saying", "Unborne", "compared", "differing", "exports",
    "facts", "format_of", "shrunk", "unborne",
]  # fmt: skip
