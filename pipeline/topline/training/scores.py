"""What a model scores, as `scores.json` beside it has it: measures without a word of any release."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from pydantic import Field

from topline.evaluation import Bounds, Confused, Measures, Run
from topline.records.base import Record

__all__ = ["ScoredSet", "Scores", "collect_scores", "sha256_of"]


class ScoredSet(Record):
    """One set of gold. `rules` is what the rules alone score on it, if that was measured."""

    measures: Measures
    intervals: dict[str, Bounds]
    confusions: tuple[Confused, ...]
    rules: Measures | None = None


class Scores(Record):
    """`sets` are "dev" and "test" of the written corpus and, where it was at hand, "real"; `weights` file to sha256."""

    schema_: Literal["topline.scores/1"] = Field(default="topline.scores/1", alias="schema")
    model: str
    version: str
    sets: dict[str, ScoredSet]
    weights: dict[str, str]

    def to_json(self) -> str:
        return self.model_dump_json(by_alias=True, indent=1) + "\n"


def collect_scores(
    pipeline: Path, runs: Mapping[str, Run], *, rules: Mapping[str, Run], model: str, version: str
) -> Scores:
    """From runs of `topline evaluate`, by the name of their set, over the pipeline in a folder and over the rules."""
    return Scores(
        model=model,
        version=version,
        sets={
            name: ScoredSet(
                measures=run.measures,
                intervals=run.intervals,
                confusions=run.confusions,
                rules=rules[name].measures if name in rules else None,
            )
            for name, run in runs.items()
        },
        weights={str(file.relative_to(pipeline)): sha256_of(file) for file in _weights(pipeline)},
    )


def _weights(pipeline: Path) -> list[Path]:
    """What was learned, and the config that says what it is learned for."""
    return sorted([*pipeline.glob("*/model"), *pipeline.glob("vocab/vectors"), *pipeline.glob("config.cfg")])


def sha256_of(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
