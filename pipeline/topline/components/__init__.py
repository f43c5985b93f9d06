"""spaCy factories and what they are made of; `attributes.py` declares all Doc and Span attributes."""

from topline.components.attributes import BLOCKS, QUANTITIES, TRIGGERS
from topline.components.event_model import EventAmount, EventSpan, EventTime
from topline.components.reader import ReleaseReader
from topline.components.release import ReleaseFacts

__all__ = ["BLOCKS", "QUANTITIES", "TRIGGERS", "EventAmount", "EventSpan", "EventTime", "ReleaseFacts", "ReleaseReader"]
