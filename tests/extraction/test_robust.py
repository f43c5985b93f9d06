"""Other encodings, parts of releases, and text that is none: a sound record or a SourceError, nothing else."""

import random
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from record_rules import broken_rules

from conftest import SAMPLE
from topline.errors import SourceEmpty, SourceError, SourceMissing, SourceNotText
from topline.extraction import Extractor
from topline.records import ReleaseRecord

SAMPLES = [path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.txt"))]
LEAD = (
    "BOSTON, March 3, 2004 /PRNewswire/ -- Merrow Bio, Inc. (Nasdaq: MRRW) today announced that it has submitted an "
    "NDA for MRW-101 to the FDA."
)
WORDS = [
    "FDA", "NDA", "Phase 3 trial", "of", "MRW-101", "REVENTRA(TM)", "(tesporidine)", "submitted", "will", "not",
    "be accepted", "$18 million", ",", ".", ";", ":", '"', "(", ")", "per share", "net loss", "March 3, 2004", "2003",
    "today", "in the second quarter of", "--", " * ", "(Nasdaq: MRRW)", "Inc.", "U.S.", "approvable letter", "Cash",
    "12,003", "$(0.33)", "-", "0", "%", "and", "or", "if", "\u2019s", "\u201c", "\u201d", "\xae", "\t", "\n", "\n\n",
]  # fmt: skip
each_case = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])


def facts(record: ReleaseRecord) -> list[tuple[object, ...]]:
    """What is told, without where it stands."""
    mentions = {m.id: " ".join(m.text.split()) for m in record.mentions}
    return [
        (
            e.type,
            e.status,
            e.polarity,
            (e.date.start, e.date.end) if e.date else None,
            [(a.role, a.value, a.low, a.high) for a in e.amounts],
            {role: [mentions[i] for i in ids] for role, ids in e.roles.items()},
        )
        for e in record.events
    ]


def sound(extractor: Extractor, text: str) -> None:
    try:
        record = extractor(text)
    except SourceError:
        return
    assert broken_rules(record, text) == []


@each_case
@given(text=st.text())
def test_extraction_any_text(extractor: Extractor, text: str) -> None:
    sound(extractor, text)


@each_case
@given(words=st.lists(st.sampled_from(WORDS), max_size=120))
def test_extraction_words_of_releases_in_any_order(extractor: Extractor, words: list[str]) -> None:
    sound(extractor, " ".join(words))


def damage(text: str, seed: int, times: int) -> str:
    """Lines of it dropped, doubled, cut short or put elsewhere."""
    dice = random.Random(seed)  # noqa: S311 - tests want the same dice every time
    lines = text.split("\n")
    for _ in range(times):
        i = dice.randrange(len(lines))
        what = dice.choice(["drop", "double", "cut", "move"])
        line = lines[i] if what == "double" else lines.pop(i)
        if what == "cut":
            lines.insert(i, line[: dice.randrange(len(line) + 1)])
        elif what in ("double", "move"):
            lines.insert(dice.randrange(len(lines) + 1), line)
        lines = lines or [""]
    return "\n".join(lines)


@each_case
@given(seed=st.integers(0, 10**6), times=st.integers(1, 60), sample=st.sampled_from(SAMPLES))
def test_extraction_damaged_releases(extractor: Extractor, seed: int, times: int, sample: str) -> None:
    sound(extractor, damage(sample, seed, times))


@each_case
@given(data=st.binary(max_size=300))
def test_extraction_any_bytes(extractor: Extractor, data: bytes) -> None:
    try:
        record = extractor(data)
    except SourceError as error:
        assert str(error)  # noqa: PT017 - either way is right
        return
    assert ReleaseRecord.model_validate_json(record.to_json()) == record


@each_case
@given(share=st.floats(0, 1), sample=st.sampled_from(SAMPLES))
def test_extraction_releases_cut_off(extractor: Extractor, share: float, sample: str) -> None:
    sound(extractor, sample[: int(share * len(sample))])


@pytest.mark.parametrize(
    "encode",
    [
        lambda t: t.encode(),
        lambda t: t.encode("utf-8-sig"),
        lambda t: t.encode("cp1252"),
        lambda t: t.encode("utf-16"),
        lambda t: t.replace("\n", "\r\n").encode(),
        lambda t: t.replace("\n", "\r\n").encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with its mark", "cp1252", "utf-16", "line ends of DOS", "cp1252 of DOS"],
)
@pytest.mark.parametrize("number", [0, 1])
def test_extraction_encodings_give_the_same_events(
    extractor: Extractor, encode: Callable[[str], bytes], number: int
) -> None:
    """With marks that each encoding writes with other bytes."""
    text = SAMPLES[number].replace("(TM)", "\u2122").replace("Merrow Bay's", "Merrow Bay\u2019s")
    wanted = extractor(text)
    got = extractor(encode(text))
    assert facts(got) == facts(wanted)
    assert [c.value for s in got.statements for r in s.rows for c in r.cells] == [
        c.value for s in wanted.statements for r in s.rows for c in r.cells
    ]
    assert got.release.released_on == wanted.release.released_on


def test_extraction_line_ends_of_dos_have_places_of_their_own(extractor: Extractor) -> None:
    text = SAMPLES[1].replace("\n", "\r\n")
    assert broken_rules(extractor(text), text) == []


def test_extraction_the_same_text_gives_the_same_bytes(extractor: Extractor) -> None:
    assert extractor(SAMPLES[0]).to_json() == extractor(SAMPLES[0]).to_json()


def test_extraction_of_a_release_without_dateline(extractor: Extractor) -> None:
    text = (
        "The agency has accepted a New Drug Application for MRW-101, which was good news for all who had worked on it."
    )
    record = extractor(text)
    assert [(e.type, e.status, e.date) for e in record.events] == [("filing_acceptance", "occurred", None)]
    assert (record.release.company, record.release.released_on, record.release.period) == (None, None, None)
    assert record.statements == ()
    assert [(p.at, p.what.split(":")[0]) for p in record.problems] == [
        (None, "no release date"),
        (None, "no company"),
    ]


def test_extraction_of_a_release_without_bullets_or_tables(extractor: Extractor) -> None:
    record = extractor(LEAD)
    assert [(e.type, e.date.start if e.date else None) for e in record.events] == [
        ("application_submission", "2004-03-03")
    ]
    assert {z.kind for z in record.release.zones} == {"lead", "dateline"}
    assert (record.statements, record.links, record.problems) == ((), (), ())


def test_extraction_links_no_figure_to_a_cell_where_no_table_is(extractor: Extractor) -> None:
    record = extractor(LEAD + " The net loss was $3.1 million.")
    assert [(link.relation, link.cells, Decimal(link.stated)) for link in record.links] == [
        ("none", (), Decimal(3_100_000))
    ]


def test_extraction_of_a_table_alone(extractor: Extractor) -> None:
    table = SAMPLES[1][SAMPLES[1].index("                        MERROW BAY") : SAMPLES[1].index("SOURCE  Merrow")]
    record = extractor(table)
    assert record.events == ()
    assert [s.kind for s in record.statements] == ["operations", "balance_sheet"]
    assert broken_rules(record, table) == []


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("", SourceEmpty),
        (" \n\t\r\n", SourceEmpty),
        (b"", SourceEmpty),
        (b"%PDF-1.4 \x00", SourceNotText),
        (b"PK\x03\x04", SourceNotText),
        (bytes(range(32)) * 20, SourceNotText),
        (SAMPLE / "no_such_release.txt", SourceMissing),
        (SAMPLE, SourceError),
    ],
)
def test_extraction_of_what_is_no_release(extractor: Extractor, source: object, error: type[SourceError]) -> None:
    with pytest.raises(error):
        extractor(source)  # type: ignore[arg-type]
