"""The room's two questions: which values does a text hold, and which dates does it print in full."""

from topline.quantities.figures import with_figures
from topline.quantities.model import Quantity, ReleaseContext
from topline.quantities.scan import scan
from topline.quantities.words import evened

__all__ = ["find_dates", "find_quantities"]


def find_quantities(text: str, context: ReleaseContext, *, heading: str = "") -> list[Quantity]:
    """The values of one unwrapped paragraph, bullet or heading, sorted and without overlaps.

    A relative expression ("Feb. 12", "third quarter", "last year") is read against the context and left out when the
    context cannot settle it. A date without a year is the one nearest to the release day, unless the words right
    before it tell that it lies ahead or behind. An expression that points back ("the same period last year") is read
    from the periods named before it in this text, else from the period reported. Amounts and prices per share carry
    the concept, sign and period that the words around them give, and what the `heading` over the text says of them all.
    """
    even = evened(text)
    return with_figures(even, scan(even, context), context, heading)


def find_dates(text: str) -> list[Quantity]:
    """The DATE mentions that need no context: those printed with their year. Times of day are included."""
    return [q for q in find_quantities(text, ReleaseContext()) if q.label == "DATE"]
