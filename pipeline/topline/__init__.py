"""Reads the press releases of biotech companies into dated, sourced, typed events and checked financial facts."""

from topline.errors import ConfigError, SourceError, ToplineError
from topline.exports import facts
from topline.extraction import extract, extract_all, load
from topline.records import Event, Fact, Mention, Problem, ReleaseRecord, Statement

__all__ = [
    "ConfigError",
    "Event",
    "Fact",
    "Mention",
    "Problem",
    "ReleaseRecord",
    "SourceError",
    "Statement",
    "ToplineError",
    "extract",
    "extract_all",
    "facts",
    "load",
]
