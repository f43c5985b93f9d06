"""The formats that facts are written in: what holds of each of them, then what is special to one."""

import csv
import io
import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import PurePath

import pytest

from conftest import ROOT
from topline.errors import ExportError, PyarrowMissing
from topline.exports import Export, exports, facts, format_of
from topline.exports.columns import COLUMNS
from topline.records import Fact, ReleaseRecord

GOLDEN = ROOT / "tests" / "golden"
NAMES = [
    "source", "exhibit", "company", "ticker", "cik", "released_on", "statement", "kind", "title", "basis", "audited",
    "section", "label", "concept", "column", "period_start", "period_end", "instant", "value", "unit", "scale", "raw",
    "nil", "start", "end", "cell", "derived_from", "note",
]  # fmt: skip
FACT = Fact(
    source="a.txt", statement="s1", kind="operations", title="STATEMENTS OF OPERATIONS", basis="gaap", scale=1000,
    label="Net loss", value="-0.05", unit="USD/shares",
)  # fmt: skip


@pytest.fixture(scope="module")
def sample(sample_records: dict[str, ReleaseRecord]) -> tuple[Fact, ...]:
    return facts(sample_records.values())


def written(export: Export, found: tuple[Fact, ...]) -> bytes:
    out = io.BytesIO()
    export.write(found, out)
    return out.getvalue()


def ready(export: Export) -> Export:
    if export.name == "parquet":
        pytest.importorskip("pyarrow")
    return export


def readable(export: Export, data: bytes) -> str:
    """Text as it is; of a binary format the schema and the rows, because its bytes change with its library."""
    if export.name != "parquet":
        return data.decode("utf-8")
    pq = pytest.importorskip("pyarrow.parquet")
    parquet = pq.read_table(io.BytesIO(data))
    lines = [f"{field.name}: {field.type}" for field in parquet.schema]
    return "\n".join([*lines, *(json.dumps(row, default=str) for row in parquet.to_pylist())]) + "\n"


@pytest.mark.parametrize("export", exports().values(), ids=lambda e: e.name)
def test_exports_golden(export: Export, sample: tuple[Fact, ...], update_golden: bool) -> None:
    path = GOLDEN / f"facts.{export.name}{'.txt' if export.name == 'parquet' else ''}"
    text = readable(ready(export), written(export, sample))
    if update_golden:
        path.write_bytes(text.encode("utf-8"))
    assert text == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("export", exports().values(), ids=lambda e: e.name)
def test_exports_have_stable_bytes(export: Export, sample: tuple[Fact, ...]) -> None:
    assert written(ready(export), sample) == written(export, tuple(Fact.model_validate(f.model_dump()) for f in sample))


@pytest.mark.parametrize("export", exports().values(), ids=lambda e: e.name)
def test_exports_take_no_facts(export: Export) -> None:
    text = readable(ready(export), written(export, ()))
    expected = {"csv": ",".join(NAMES) + "\r\n", "json": ""}
    if export.name in expected:
        assert text == expected[export.name]
    else:
        assert [line.partition(":")[0] for line in text.splitlines()] == NAMES


@pytest.mark.parametrize("export", exports().values(), ids=lambda e: e.name)
def test_exports_say_what_they_are(export: Export) -> None:
    assert len(export.help) > 10
    assert export.suffixes
    assert [format_of(PurePath(f"facts{suffix.upper()}")) for suffix in export.suffixes] == [export.name] * len(
        export.suffixes
    )


def test_exports_format_of_other_files() -> None:
    assert [format_of(PurePath(name)) for name in ("facts", "facts.txt", "csv", ".csv")] == [None] * 4


def test_exports_columns_are_promised() -> None:
    assert [field.name for field in COLUMNS] == NAMES


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_exports_csv_reads_back(sample: tuple[Fact, ...]) -> None:
    found = rows(written(exports()["csv"], sample))
    assert [(r["label"], r["value"], r["cell"]) for r in found] == [(f.label, f.value, f.cell or "") for f in sample]
    half = next(r for r in found if r["derived_from"])
    assert half["derived_from"] == "merrow_bay_2003_q3.txt#s1.r1.c3 - merrow_bay_2003_q3.txt#s1.r1.c1"
    assert (half["raw"], half["start"], half["nil"], found[0]["audited"]) == ("", "", "false", "false")


def test_exports_csv_of_many_facts_is_whole() -> None:
    many = tuple(FACT.model_copy(update={"cell": f"s1.r{i}.c1"}) for i in range(2500))
    assert [r["cell"] for r in rows(written(exports()["csv"], many))] == [f"s1.r{i}.c1" for i in range(2500)]


@pytest.mark.parametrize(
    ("label", "cell"),
    [
        ('=HYPERLINK("http://a.example","Net loss")', '\'=HYPERLINK("http://a.example","Net loss")'),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("@SUM(A1:A9)", "'@SUM(A1:A9)"),
        ("- basic and diluted", "'- basic and diluted"),
        ("--", "--"),
        ("-1,250", "-1,250"),
        ("Net loss - basic", "Net loss - basic"),
        ('Loss, "as adjusted"', 'Loss, "as adjusted"'),
        ("two\nlines", "two\nlines"),
        ("Société Générale – €", "Société Générale – €"),
        ("nothing\0here", "nothing here"),
        ("\ud800", "\\ud800"),
    ],
)
def test_exports_csv_texts(label: str, cell: str) -> None:
    (row,) = rows(written(exports()["csv"], (FACT.model_copy(update={"label": label}),)))
    assert (row["label"], row["value"]) == (cell, "-0.05")


def test_exports_json_has_an_object_a_line(sample: tuple[Fact, ...]) -> None:
    lines = written(exports()["json"], sample).decode("utf-8").splitlines()
    assert [Fact.model_validate_json(line) for line in lines] == list(sample)
    assert set(json.loads(lines[0])) == set(Fact.model_fields)


def test_exports_parquet_has_types(sample: tuple[Fact, ...]) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    found = pq.read_table(io.BytesIO(written(exports()["parquet"], sample))).to_pylist()
    loss = next(r for r in found if r["cell"] == "s1.r7.c1")
    assert (loss["value"], loss["period_end"], loss["released_on"]) == (
        Decimal(-7917000), date(2003, 9, 30), date(2003, 10, 30),
    )  # fmt: skip
    assert (loss["audited"], loss["nil"], loss["start"], loss["exhibit"]) == (False, False, 4401, None)
    half = next(r for r in found if r["derived_from"])
    assert half["derived_from"] == ["+merrow_bay_2003_q3.txt#s1.r1.c3", "-merrow_bay_2003_q3.txt#s1.r1.c1"]
    shares = [r["value"] for r in found if r["unit"] == "USD/shares"]
    assert shares[0] == Decimal("-0.33")


@pytest.mark.parametrize("value", ["1" * 29, "0.12345678901"])
def test_exports_parquet_never_cuts_an_amount(value: str) -> None:
    pytest.importorskip("pyarrow")
    with pytest.raises(ExportError, match=r"a\.txt: .* write CSV or JSON"):
        written(exports()["parquet"], (FACT.model_copy(update={"value": value}),))
    exact = FACT.model_copy(update={"value": "9" * 28 + ".1234567891"})
    assert exact.value in readable(exports()["parquet"], written(exports()["parquet"], (exact,)))


def test_exports_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for call in (exports()["parquet"].check, lambda: written(exports()["parquet"], ())):
        with pytest.raises(PyarrowMissing, match=r"pip install 'topline\[parquet\]'"):
            call()


def test_exports_need_nothing_else_for_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for name in ("csv", "json"):
        exports()[name].check()
        assert written(exports()[name], (FACT,))
