"""Facts as JSON Lines: one object a fact, amounts as decimal strings, absent values null."""

from collections.abc import Iterable
from typing import IO

from topline.records import Fact

__all__ = ["write_json"]


def write_json(facts: Iterable[Fact], out: IO[bytes]) -> None:
    for fact in facts:
        out.write(fact.model_dump_json().encode("utf-8") + b"\n")
