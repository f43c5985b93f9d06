"""What all record objects are made from, and the plain types that several of them use."""

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

__all__ = ["DecimalString", "Interval", "IsoDate", "IsoMoment", "Record", "Span"]

DecimalString = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$")]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]
# A day, or a day with its time and, where the text prints a zone, the offset of that zone on that day.
IsoMoment = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d)?)?$")]


class Record(BaseModel):
    """Base of all record objects: frozen, closed; names in `slim` are left out of JSON when they are None."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    slim: ClassVar[frozenset[str]] = frozenset()

    @model_serializer(mode="wrap")
    def _drop_absent(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        return {k: v for k, v in data.items() if v is not None or k not in self.slim}


class Span(Record):
    """`[start, end)` in characters of the decoded source."""

    start: int
    end: int


class Interval(Record):
    """Both ends inclusive."""

    start: IsoDate
    end: IsoDate
