"""Facts as Parquet with typed columns; the only file that knows pyarrow, an optional extra."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import IO, Any

from topline.errors import ExportError, PyarrowMissing
from topline.exports.columns import COLUMNS, Field
from topline.records import Fact

__all__ = ["check_parquet", "write_parquet"]

_DIGITS, _PLACES = 38, 10


def check_parquet() -> None:
    """Raises PyarrowMissing."""
    _pyarrow()


def write_parquet(facts: Iterable[Fact], out: IO[bytes]) -> None:
    """Amounts are decimals of 38 digits, ten after the point. Raises PyarrowMissing, and ExportError for more."""
    pa, pq = _pyarrow()
    types = {
        "text": pa.string(), "date": pa.date32(), "amount": pa.decimal128(_DIGITS, _PLACES), "flag": pa.bool_(),
        "place": pa.int64(), "texts": pa.list_(pa.string()),
    }  # fmt: skip
    rows = list(facts)
    schema = pa.schema([pa.field(field.name, types[field.kind]) for field in COLUMNS])
    arrays = [pa.array([_value(field, fact) for fact in rows], type=types[field.kind]) for field in COLUMNS]
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out, compression="zstd")


def _value(field: Field, fact: Fact) -> Any:
    value = field.of(fact)
    if value is None:
        return None
    if field.kind == "date":
        return date.fromisoformat(str(value))
    if field.kind == "amount":
        return _amount(str(value), fact)
    return list(value) if isinstance(value, tuple) else value


def _amount(text: str, fact: Fact) -> Decimal:
    whole, _, places = text.lstrip("-").partition(".")
    if len(whole) > _DIGITS - _PLACES or len(places) > _PLACES:
        raise ExportError(
            f"{fact.source}: {text} has more digits than a Parquet column holds ({_DIGITS - _PLACES} before the point "
            f"and {_PLACES} behind it): write CSV or JSON"
        )
    return Decimal(text)


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise PyarrowMissing("Parquet needs pyarrow: pip install 'topline[parquet]'") from error
    return pyarrow, pyarrow.parquet
