"""What can go wrong, as one tree.

ToplineError
├── SourceError            a release cannot be read at all
│   ├── SourceMissing      no such file, or no right to read it
│   ├── SourceEmpty        nothing but blanks
│   ├── SourceNotText      binary bytes: a PDF, a ZIP, an image
│   ├── SourceTooLarge     more than a release, or a submission, can be
│   └── SourceNoRelease    a submission without a release among its documents
├── FetchError             releases cannot be fetched from EDGAR
│   ├── EdgartoolsMissing  the optional library for it is not installed
│   ├── IdentityMissing    EDGAR wants to know who is calling
│   ├── CompanyUnknown     no filer of that ticker, CIK or name
│   ├── CompanyAmbiguous   several filers of that name
│   ├── EdgarUnreachable   no answer: this machine is offline, or EDGAR is down
│   ├── EdgarThrottled     EDGAR asks to slow down, and goes on asking
│   ├── EdgarNotFound      EDGAR has no such file
│   └── EdgarAnswerWrong   an answer that is cut off, or is not what was asked for
├── ExportError            facts cannot be written in the format that was asked for
│   └── PyarrowMissing     the optional library for it is not installed
├── FormatUnknown          no input format of that name
├── VocabularyError        a data file of `vocab/` is malformed
├── CorpusError            a marked release, or gold, cannot be read
└── ConfigError            a pipeline config cannot be built

Everything smaller than a whole release (a cell, a date, a table) is a `Problem` in the record, never an exception.
"""

__all__ = [
    "CompanyAmbiguous",
    "CompanyUnknown",
    "ConfigError",
    "CorpusError",
    "EdgarAnswerWrong",
    "EdgarNotFound",
    "EdgarThrottled",
    "EdgarUnreachable",
    "EdgartoolsMissing",
    "ExportError",
    "FetchError",
    "FormatUnknown",
    "IdentityMissing",
    "PyarrowMissing",
    "SourceEmpty",
    "SourceError",
    "SourceMissing",
    "SourceNoRelease",
    "SourceNotText",
    "SourceTooLarge",
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


class SourceTooLarge(SourceError):
    """More than a release, or a submission, can be."""


class SourceNoRelease(SourceError):
    """A submission without a release among its documents."""


class FetchError(ToplineError):
    """Releases cannot be fetched from EDGAR."""


class EdgartoolsMissing(FetchError):
    """The optional library is not installed."""


class IdentityMissing(FetchError):
    """EDGAR wants to know who is calling."""


class CompanyUnknown(FetchError):
    """No filer of that ticker, CIK or name."""


class CompanyAmbiguous(FetchError):
    """Several filers of that name; the message lists them."""


class EdgarUnreachable(FetchError):
    """No answer: this machine is offline, or EDGAR is down."""


class EdgarThrottled(FetchError):
    """EDGAR asks to slow down, and goes on asking."""


class EdgarNotFound(FetchError):
    """EDGAR has no such file."""


class EdgarAnswerWrong(FetchError):
    """An answer that is cut off, or is not what was asked for."""


class ExportError(ToplineError):
    """Facts cannot be written in the format that was asked for."""


class PyarrowMissing(ExportError):
    """The optional library for Parquet is not installed."""


class FormatUnknown(ToplineError):
    """No input format of that name."""


class VocabularyError(ToplineError):
    """A data file of `vocab/` is malformed."""


class ConfigError(ToplineError):
    """A pipeline config cannot be built."""


class CorpusError(ToplineError):
    """A marked release, or gold, cannot be read."""
