"""Reads the press releases of biotech companies into dated, sourced, typed events and checked financial facts."""

from topline.errors import ConfigError, SourceError, ToplineError
from topline.extraction import extract, extract_all, load
from topline.records import Event, Mention, Problem, ReleaseRecord, Statement

__all__ = [
    "ConfigError",
    "Event",
    "Mention",
    "Problem",
    "ReleaseRecord",
    "SourceError",
    "Statement",
    "ToplineError",
    "extract",
    "extract_all",
    "load",
]
