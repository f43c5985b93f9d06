"""Counts that are added up over releases."""

from dataclasses import astuple, dataclass
from typing import Self

__all__ = ["Counts"]


@dataclass(frozen=True)
class Counts:
    def __add__(self, other: Self) -> Self:
        return type(self)(*(a + b for a, b in zip(astuple(self), astuple(other), strict=True)))
