"""Records by the file that they were read from; those of several exhibits of one file come together."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import ValidationError

from topline.errors import CorpusError
from topline.evaluation.gold import GoldRelease
from topline.evaluation.lines import numbered_lines, told
from topline.records import ReleaseRecord

__all__ = ["check_records", "join_exhibits", "read_recorded"]

_NAMED = 3


def read_recorded(path: Path) -> dict[str, ReleaseRecord]:
    """The records of a file of JSON Lines by `source.name`. Raises CorpusError."""
    found: dict[str, list[ReleaseRecord]] = {}
    for at, line in numbered_lines(path):
        try:
            record = ReleaseRecord.model_validate_json(line)
        except ValidationError as error:
            raise CorpusError(f"{at} is no record of `topline extract`: {told(error)}") from error
        same = found.setdefault(Path(record.source.name).name, [])
        if any(other.source.document == record.source.document for other in same):
            raise CorpusError(f"{at} is a second record of {record.source.name}: the file holds more than one run")
        same.append(record)
    if not found:
        raise CorpusError(f"{path} holds no records")
    return {name: join_exhibits(records) for name, records in found.items()}


def join_exhibits(records: Sequence[ReleaseRecord]) -> ReleaseRecord:
    """One record with the mentions, events and zones of all; ids of the later ones have a prefix."""
    first, *others = records
    for k, other in enumerate(others, 1):
        first = first.model_copy(
            update={
                "mentions": (*first.mentions, *(m.model_copy(update={"id": f"{k}:{m.id}"}) for m in other.mentions)),
                "events": (
                    *first.events,
                    *(
                        event.model_copy(
                            update={"roles": {r: tuple(f"{k}:{i}" for i in ids) for r, ids in event.roles.items()}}
                        )
                        for event in other.events
                    ),
                ),
                "release": first.release.model_copy(update={"zones": (*first.release.zones, *other.release.zones)}),
            }
        )
    return first


def check_records(records: dict[str, ReleaseRecord], golds: Iterable[GoldRelease], *, path: Path) -> None:
    """Raises CorpusError where none of the records is of a release of gold, or one was read from another text."""
    texts = {gold.doc: gold.text for gold in golds}
    if not records.keys() & texts.keys():
        raise CorpusError(
            f"{path} holds records of other releases: of {_some(sorted(records))}; gold is of {_some(sorted(texts))}"
        )
    for name in records.keys() & texts.keys():
        read, known = records[name].source.chars, len(texts[name])
        if read != known:
            raise CorpusError(
                f"{path}: the record of {name} was read from another text: it has {read:,} characters, gold's {known:,}"
            )


def _some(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
