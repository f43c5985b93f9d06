"""One run over a set of gold: its measures, what became of each event, and all that two runs are compared by."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from topline.errors import CorpusError
from topline.evaluation.bootstrap import SAMPLES, Bounds, bounds_of_measures
from topline.evaluation.comparison import Comparison
from topline.evaluation.document import ScoredDocument
from topline.evaluation.gold import GoldRelease
from topline.evaluation.lines import told
from topline.evaluation.measures import Measures, headline, measures
from topline.evaluation.scoring import Tally, tally, total
from topline.records import ReleaseRecord
from topline.records.base import Record

__all__ = ["Confused", "Run", "Worst", "read_run", "score"]

_WORST = 10
_PLACES = 4


class Confused(Record):
    """How often an event of type `gold` was found as one of type `found`."""

    gold: str
    found: str
    count: int


class Worst(Record):
    """A document by its events that only the record (`extra`) or only gold (`missed`) has."""

    doc: str
    extra: int
    missed: int


class Run(Record):
    """`gold` and `scored` name what was compared; intervals are by name of measure ("events.f1")."""

    slim = frozenset({"comparison"})
    schema_: Literal["topline.evaluation/1"] = Field(default="topline.evaluation/1", alias="schema")
    gold: str
    scored: str
    samples: int
    seed: int
    measures: Measures
    intervals: dict[str, Bounds]
    confusions: tuple[Confused, ...]
    worst: tuple[Worst, ...]
    documents: tuple[ScoredDocument, ...]
    comparison: Comparison | None = None

    def to_json(self) -> str:
        """JSON that `read_run` reads back."""
        return self.model_dump_json(by_alias=True)


def score(
    releases: Iterable[tuple[GoldRelease, ReleaseRecord | None]],
    *,
    gold: str = "gold",
    scored: str = "records",
    samples: int = SAMPLES,
    seed: int = 0,
) -> Run:
    """Each release of gold with its record; without one, all its events are missed."""
    tallies: list[Tally] = []
    documents: list[ScoredDocument] = []
    for known, record in releases:
        counted = tally(record, known)
        tallies.append(counted)
        documents.append(_document(known.doc, counted, recorded=record is not None))
    everything = total(tallies)
    return Run(
        gold=gold,
        scored=scored,
        samples=samples,
        seed=seed,
        measures=measures(everything),
        intervals=bounds_of_measures([d.counts for d in documents], samples=samples, seed=seed),
        confusions=_confusions(everything),
        worst=_worst(documents),
        documents=tuple(documents),
    )


def read_run(path: Path) -> Run:
    """A run as `Run.to_json` wrote it. Raises CorpusError."""
    try:
        return Run.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise CorpusError(f"{path} is no run of `topline evaluate`: {told(error)}") from error
    except OSError as error:
        raise CorpusError(f"{path} cannot be read: {error.strerror}") from error


def _document(doc: str, counted: Tally, *, recorded: bool) -> ScoredDocument:
    return ScoredDocument(
        doc=doc,
        recorded=recorded,
        measures={name: round(value, _PLACES) for name, value in headline(counted.counts).items()},
        counts={name: count for name, count in sorted(counted.counts.items()) if count},
        outcomes=tuple(sorted(counted.outcomes, key=lambda o: (o.start, o.end, o.type, o.kind))),
    )


def _confusions(counted: Tally) -> tuple[Confused, ...]:
    """The most frequent first."""
    ordered = sorted(counted.confusion.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Confused(gold=gold, found=found, count=count) for (gold, found), count in ordered)


def _worst(documents: Sequence[ScoredDocument]) -> tuple[Worst, ...]:
    wrong = [Worst(doc=d.doc, extra=d.count("extra"), missed=d.count("missed")) for d in documents]
    ordered = sorted((w for w in wrong if w.extra + w.missed), key=lambda w: (-w.extra - w.missed, w.doc))
    return tuple(ordered[:_WORST])
