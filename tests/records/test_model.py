"""The release record: its keys are the contract between the rooms and with other programs."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from topline.records import (
    Amount,
    Call,
    Cell,
    Check,
    Column,
    Contact,
    Derived,
    Event,
    EventDate,
    Exhibit,
    Interval,
    Link,
    Mention,
    Phone,
    Problem,
    Record,
    Release,
    ReleaseRecord,
    ReportedPeriod,
    Row,
    Source,
    Span,
    Statement,
    Why,
    Zone,
)

PLACE = Span(start=3, end=9)
EVENT = Event(
    id="e1",
    type="approval",
    status="occurred",
    trigger=PLACE,
    evidence=(PLACE,),
    why=Why(component="c", rule="r"),
    confidence=0.5,
)
CELL = Cell(id="s1.r1.c1", column="c1", raw="$11", value="11000", unit="USD", start=1, end=4)
RECORD = ReleaseRecord(source=Source(name="a.txt", sha256="0", format="text", chars=1), release=Release())


def dumped(record: Record) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(record.model_dump_json(by_alias=True))
    return data


@pytest.mark.parametrize(
    ("model", "keys"),
    [
        (Span, "start end"),
        (Interval, "start end"),
        (ReportedPeriod, "start end label"),
        (Source, "name sha256 format chars document filing"),
        (Exhibit, "start end type sequence"),
        (
            Release,
            "company ticker exchange headline city released_on dated_by year_by period fiscal_year_end contacts phones "
            "calls codes zones",
        ),
        (Contact, "start end name title organization role phones emails"),
        (Phone, "start end id number e164 role code"),
        (Call, "start end kind begins ends duration basis zone phones url"),
        (Zone, "start end kind"),
        (Mention, "start end id label text value entity precision inferred_from"),
        (Event, "id type status polarity trigger evidence date amounts roles why confidence"),
        (EventDate, "start end basis mention"),
        (Amount, "role value low high currency mention"),
        (Why, "component rule"),
        (Statement, "start end id kind title scale currency audited columns rows checks"),
        (Column, "id label period instant"),
        (Row, "id label section concept cells"),
        (Cell, "start end id column raw value unit nil"),
        (Check, "total parts stated computed holds"),
        (Link, "mention cells relation stated computed"),
        (Problem, "at what"),
        (ReleaseRecord, "schema source release mentions events statements links derived problems"),
        (Derived, "id concept label section statement row period value unit plus minus"),
    ],
)
def test_records_keys_of_the_contract(model: type[Record], keys: str) -> None:
    assert {f.alias or name for name, f in model.model_fields.items()} == set(keys.split())


def test_records_json_of_an_empty_record() -> None:
    assert json.loads(RECORD.to_json()) == {
        "schema": "topline.release/1",
        "source": {"name": "a.txt", "sha256": "0", "format": "text", "chars": 1, "document": None},
        "release": {
            "company": None,
            "ticker": None,
            "exchange": None,
            "headline": None,
            "city": None,
            "released_on": None,
            "dated_by": None,
            "year_by": None,
            "period": None,
            "fiscal_year_end": None,
            "contacts": [],
            "phones": [],
            "calls": [],
            "codes": {},
            "zones": [],
        },
        "mentions": [],
        "events": [],
        "statements": [],
        "links": [],
        "derived": [],
        "problems": [],
    }


def test_records_json_is_one_line_and_comes_back_the_same() -> None:
    record = RECORD.model_copy(update={"events": (EVENT,), "problems": (Problem(at=PLACE, what="a\nb"),)})
    line = record.to_json()
    assert "\n" not in line
    assert ReleaseRecord.model_validate_json(line) == record


@pytest.mark.parametrize(
    ("amount", "keys"),
    [
        (Amount(role="gross", value="12000000", currency="USD", mention="m9"), "role value currency mention"),
        (Amount(role="milestone_total", high="90000000", currency="USD"), "role high currency mention"),
        (Amount(role="patients", low="10", high="20"), "role low high currency mention"),
    ],
)
def test_records_an_amount_has_only_the_values_it_has(amount: Amount, keys: str) -> None:
    assert set(dumped(amount)) == set(keys.split())


@pytest.mark.parametrize(
    ("column", "keys"),
    [
        (Column(id="c1", label="2003", period=Interval(start="2003-01-01", end="2003-12-31")), "id label period"),
        (Column(id="c1", label="2003", instant="2003-12-31"), "id label instant"),
        (Column(id="c1", label="Change"), "id label"),
    ],
)
def test_records_a_column_has_a_period_or_an_instant_or_neither(column: Column, keys: str) -> None:
    assert set(dumped(column)) == set(keys.split())


def test_records_a_cell_says_nil_only_where_it_is() -> None:
    assert dumped(CELL) == {
        "start": 1,
        "end": 4,
        "id": "s1.r1.c1",
        "column": "c1",
        "raw": "$11",
        "value": "11000",
        "unit": "USD",
    }
    assert dumped(CELL.model_copy(update={"raw": "--", "value": "0", "nil": True}))["nil"] is True


def test_records_other_absent_values_are_null() -> None:
    data = dumped(EVENT)
    assert (data["polarity"], data["date"], data["amounts"], data["roles"]) == (None, None, [], {})


@pytest.mark.parametrize(("record", "name"), [(PLACE, "start"), (EVENT, "status"), (RECORD, "events"), (CELL, "value")])
def test_records_are_frozen(record: Record, name: str) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(record, name, getattr(record, name))


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (Span, {"start": 1, "end": 2, "length": 1}),
        (Problem, {"what": "a", "why": "b"}),
        (Amount, {"role": "gross", "amount": "1"}),
    ],
)
def test_records_take_no_other_keys(model: type[Record], data: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        model.model_validate(data)


@pytest.mark.parametrize("number", ["1,000", "$5", "1e6", ".5", "1.", "", "+3", "NaN"])
def test_records_amounts_are_plain_decimal_strings(number: str) -> None:
    with pytest.raises(ValidationError, match="pattern"):
        Amount(role="gross", value=number)


@pytest.mark.parametrize("number", ["0", "-17", "0.33", "12000000"])
def test_records_plain_decimal_strings_are_amounts(number: str) -> None:
    assert Amount(role="gross", value=number).value == number


@pytest.mark.parametrize("day", ["2003-1-1", "10/30/2003", "2003-10", ""])
def test_records_dates_are_iso(day: str) -> None:
    with pytest.raises(ValidationError, match="pattern"):
        Interval(start=day, end="2003-12-31")


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (Phone, {"start": 1, "end": 2, "id": "p1", "number": "5", "e164": "617-555-0101"}),
        (Phone, {"start": 1, "end": 2, "id": "p1", "number": "5", "role": "home"}),
        (Call, {"start": 1, "end": 2, "kind": "call", "begins": "today"}),
        (Call, {"start": 1, "end": 2, "kind": "talk"}),
        (Contact, {"start": 1, "end": 2, "role": "friend"}),
        (Release, {"dated_by": "guess"}),
        (Release, {"fiscal_year_end": "June 30"}),
    ],
)
def test_records_facts_of_the_release_take_known_values_only(model: type[Record], data: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        model.model_validate(data)


@pytest.mark.parametrize("moment", ["2004-03-03", "2004-03-03T16:30:00", "2004-03-03T16:30:00-05:00"])
def test_records_a_call_begins_on_a_day_or_at_a_moment(moment: str) -> None:
    assert Call(kind="call", begins=moment, start=1, end=2).begins == moment


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"status": "done"}, "status"),
        ({"polarity": "good"}, "polarity"),
        ({"confidence": 1.5}, "confidence"),
        ({"confidence": -0.1}, "confidence"),
    ],
)
def test_records_events_take_known_values_only(change: dict[str, object], key: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Event.model_validate(EVENT.model_dump() | change)
    assert [error["loc"] for error in caught.value.errors()] == [(key,)]
