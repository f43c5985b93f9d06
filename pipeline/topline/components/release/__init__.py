"""Facts of the release itself: who, when, on which period, whom to ask, where to listen."""

from topline.components.release.facts import ReleaseFacts, ReleaseFactsReader, read_facts

__all__ = ["ReleaseFacts", "ReleaseFactsReader", "read_facts"]
