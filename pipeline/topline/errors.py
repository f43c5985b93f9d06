"""What can go wrong, as one tree.

ToplineError
├── SourceError            a release cannot be read at all
│   ├── SourceMissing      no such file, or no right to read it
│   ├── SourceEmpty        nothing but blanks
│   ├── SourceNotText      binary bytes: a PDF, a ZIP, an image
│   └── SourceNoRelease    a submission without a release among its documents
├── FormatUnknown          no input format of that name
├── VocabularyError        a data file of `vocab/` is malformed
└── ConfigError            a pipeline config cannot be built

Everything smaller than a whole release (a cell, a date, a table) is a `Problem` in the record, never an exception.
"""

__all__ = [
    "ConfigError",
    "FormatUnknown",
    "SourceEmpty",
    "SourceError",
    "SourceMissing",
    "SourceNoRelease",
    "SourceNotText",
    "ToplineError",
    "VocabularyError",
]


class ToplineError(Exception):
    """Root of all errors raised on purpose; the message says what to do next."""


class SourceError(ToplineError):
    """A release cannot be read at all."""


class SourceMissing(SourceError):
    """No such file, or no right to read it."""


class SourceEmpty(SourceError):
    """Nothing but blanks."""


class SourceNotText(SourceError):
    """Binary bytes where a release was expected."""


class SourceNoRelease(SourceError):
    """A submission without a release among its documents."""


class FormatUnknown(ToplineError):
    """No input format of that name."""


class VocabularyError(ToplineError):
    """A data file of `vocab/` is malformed."""


class ConfigError(ToplineError):
    """A pipeline config cannot be built."""
