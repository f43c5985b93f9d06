"""Which recorded event is taken for which event of gold."""

from topline.evaluation.matching import Matched, Told, match_events

LONG = (0, 400)


def event(
    kind: str = "approval", trigger: tuple[int, int] | None = (10, 20), *evidence: tuple[int, int], drug: str = ""
) -> Told:
    return Told(
        type=kind, status="occurred", polarity=None, trigger=trigger, evidence=evidence, date=None,
        forms=(("drug", drug),) if drug else (),
    )  # fmt: skip


def by_type(found: list[Told], gold: list[Told]) -> Matched:
    return match_events(found, gold, key=lambda told: told.type)


def test_evaluation_matches_by_triggers_that_share_a_character() -> None:
    found, gold = event("approval", (10, 20)), event("approval", (19, 30))
    assert by_type([found], [gold]).pairs == [(found, gold)]
    beside = event("approval", (20, 30))
    missed = by_type([found], [beside])
    assert (missed.pairs, missed.extra, missed.missed, missed.duplicates) == ([], [found], [beside], 0)


def test_evaluation_matches_no_other_type_unless_asked() -> None:
    found, gold = event("approval"), event("results")
    assert by_type([found], [gold]).pairs == []
    assert match_events([found], [gold], key=lambda told: None).pairs == [(found, gold)]


def test_evaluation_matches_by_half_of_the_shorter_evidence() -> None:
    gold = event("approval", None, (100, 200))
    half, less = event("approval", (0, 5), (150, 260)), event("approval", (0, 5), (151, 261))
    assert by_type([half], [gold]).pairs == [(half, gold)]
    assert by_type([less], [gold]).pairs == []
    inside = event("approval", (0, 5), (120, 130))
    assert by_type([inside], [gold]).pairs == [(inside, gold)]


def test_evaluation_takes_no_blanket_for_evidence() -> None:
    """Three times as long and sixty characters more is the most."""
    gold = event("approval", None, (100, 200))
    most, blanket = event("approval", (500, 505), (0, 360)), event("approval", (500, 505), (0, 361))
    assert by_type([most], [gold]).pairs == [(most, gold)]
    assert by_type([blanket], [gold]).pairs == []


def test_evaluation_takes_the_trigger_for_evidence_where_there_is_none() -> None:
    found, gold = event("approval", (100, 130)), event("approval", None, (90, 200))
    assert by_type([found], [gold]).pairs == [(found, gold)]


def test_evaluation_takes_no_long_trigger() -> None:
    gold = event("approval", (0, 10), (0, 10))
    assert by_type([event("approval", (0, 200), (300, 310))], [gold]).extra == []
    assert by_type([event("approval", (0, 201), (300, 310))], [gold]).pairs == []


def test_evaluation_counts_a_second_record_of_an_event_as_duplicate() -> None:
    gold = event("approval", (10, 20))
    first, second, elsewhere = event("approval", (10, 20)), event("approval", (15, 25)), event("approval", (50, 60))
    matched = by_type([second, first, elsewhere], [gold])
    assert matched.pairs == [(first, gold)]
    assert matched.extra == [second, elsewhere]
    assert matched.duplicates == 1


def test_evaluation_prefers_the_same_drug_to_the_nearer_trigger() -> None:
    other, same = event("approval", (0, 10), drug="tb 102"), event("approval", (8, 18), drug="tb 101")
    gold = event("approval", (0, 12), (0, 50), drug="tb 101")
    assert by_type([other, same], [gold]).pairs == [(same, gold)]
    by_evidence = event("approval", (30, 40), (0, 50), drug="tb 101")
    assert by_type([other, by_evidence], [gold]).pairs == [(by_evidence, gold)]


def test_evaluation_prefers_a_trigger_to_evidence() -> None:
    by_evidence = event("approval", (500, 510), (100, 200))
    by_trigger = event("approval", (101, 103), (900, 910))
    gold = event("approval", (100, 110), (100, 200))
    assert by_type([by_evidence, by_trigger], [gold]).pairs == [(by_trigger, gold)]


def test_evaluation_pairs_each_event_once() -> None:
    found = [event("approval", (10, 20)), event("approval", (30, 40))]
    gold = [event("approval", None, (0, 50)), event("approval", (30, 40))]
    matched = by_type(found, gold)
    assert sorted(matched.pairs, key=lambda pair: pair[0].trigger or (0, 0)) == [
        (found[0], gold[0]),
        (found[1], gold[1]),
    ]
