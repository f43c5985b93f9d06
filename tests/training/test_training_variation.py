"""A release told again of other names and sums: its gold still fits its text."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import fits, release
from written import written

from topline.evaluation import GoldRelease
from topline.training.compile import compile_release
from topline.training.marks import Name
from topline.training.release import MarkedRelease
from topline.training.variation import common_words, vary

COMMON = frozenset({"therapeutics", "capital", "pharma", "phase", "food", "drug"})


def varied(seed: str = "0", *, of: MarkedRelease | None = None) -> GoldRelease:
    return compile_release(vary(of or written(), seed=seed, common=COMMON)).gold


def names(gold: GoldRelease, label: str) -> list[str]:
    return [gold.text[n.start : n.end] for n in gold.names or () if n.label == label]


def test_training_variation_gold_fits_and_tells_the_same_happenings() -> None:
    before, after = compile_release(written()).gold, varied()
    assert fits(before)
    assert fits(after)
    told = [sorted((e.type, e.status, e.polarity, str(e.date)) for e in g.events) for g in (before, after)]
    assert told[0] == told[1]
    assert len(told[0]) == 8
    assert sorted(n.label for n in after.names or ()) == sorted(n.label for n in before.names or ())


def test_training_variation_changes_names_and_keeps_common_words() -> None:
    after = varied()
    assert not re.search("merrow|relova|zanvorilate|orrin|fenland|4171", after.text.lower())
    (company,) = {n for n in names(after, "COMPANY") if n.endswith(", Inc.")}
    assert re.fullmatch(r"[A-Z][a-z]{5} Bay Therapeutics, Inc\.", company)
    assert after.company == company
    assert names(after, "COMPANY").count(company.removesuffix(" Therapeutics, Inc.")) == 4
    (capitals,) = (n for n in names(after, "DRUG") if n.isupper() and n.isalpha())
    assert capitals.capitalize() in names(after, "DRUG")
    assert any(re.fullmatch(r"[A-Z]{2}-\d{4}", name) for name in names(after, "DRUG"))
    assert names(after, "AGENCY") == ["U.S. Food and Drug Administration", "FDA"]
    assert names(after, "INDICATION") == ["gout"]


def test_training_variation_keeps_titles_and_their_stop() -> None:
    line = "It {approval occurred positive | received approval}, said [PERSON Prof. Vesterholm]."
    (name,) = names(varied(of=release("# [COMPANY Merrow Bay] Gives an Update", line)), "PERSON")
    assert re.fullmatch(r"Prof\. [A-Z][a-z]{9}", name)
    assert name != "Prof. Vesterholm"


def test_training_variation_changes_a_name_where_it_is_not_marked_too() -> None:
    after = varied()
    (late,) = (n for n in names(after, "DRUG") if n.endswith("late"))
    assert f"If approved, {late} may be sold" in after.text


def test_training_variation_amounts_change_with_their_values() -> None:
    by_role = {a.role: a for e in varied().events for a in e.amounts}
    loss, shares = by_role["net_loss"], by_role["shares"]
    match = re.fullmatch(r"\$3\.(\d\d) million", str(loss.quote))
    assert match is not None
    assert match[1] != "14"
    assert loss.value == Decimal(f"3.{match[1]}") * 1_000_000
    assert re.fullmatch(r"2,\d00,000 shares", str(shares.quote))
    assert shares.value == Decimal(str(shares.quote).split()[0].replace(",", ""))


def test_training_variation_leaves_stated_values_and_ranges() -> None:
    by_role = {a.role: a for e in varied().events for a in e.amounts}
    assert (by_role["gross"].value, by_role["gross"].quote) == (12875000, "$12.9 million")
    assert (by_role["other"].low, by_role["other"].high) == (21000000, 24000000)


def test_training_variation_tells_a_sum_the_same_wherever_it_stands() -> None:
    twice = release(
        "# {private_placement occurred #p | Placement} of [MONEY:gross@p $47.25 Million]",
        "It {#p | placed} shares for [MONEY:gross@p $47.25 million].",
    )
    (event,) = varied(of=twice).events
    assert len(event.amounts) == 1
    assert event.amounts[0].value != 47250000


def test_training_variation_bullets_only_change_places() -> None:
    plain = release("# H", "* a", "* b", "* c", "* d", "Middle.", "* x", "* y", "* z", "End.")
    orders = [[b.text for b in vary(plain, seed=str(i), common=COMMON).blocks] for i in range(8)]
    for order in orders:
        assert [order[0], order[5], order[9]] == ["H", "Middle.", "End."]
        assert sorted(order[1:5]) == ["a", "b", "c", "d"]
        assert sorted(order[6:9]) == ["x", "y", "z"]
    assert len({tuple(order) for order in orders}) > 1


def test_training_variation_is_the_same_for_a_seed_and_another_for_another() -> None:
    assert varied("1") == varied("1")
    assert varied("1").text != varied("2").text
    assert varied("1").doc == "merrow-1.txt"


def test_training_variation_common_words_are_those_of_the_language() -> None:
    releases = [
        release(f"[COMPANY {name} Pharma] tests [DRUG Bay{name.lower()}] for a disease of the liver.", name=name)
        for name in ("Ash", "Birk", "Cald", "Dorn", "Elm", "Fenn", "Gorse")
    ]
    common = common_words(releases)
    assert {"disease", "liver", "pharma"} <= common
    assert not {"birk", "baybirk"} & common
    assert "pharma" not in common_words(releases[:6])


@given(st.text(max_size=4))
def test_training_variation_fits_for_any_seed(seed: str) -> None:
    changed = vary(written(), seed=seed, common=COMMON)
    assert fits(compile_release(changed).gold)
    before = [m for b in written().blocks for m in b.marks]
    after = [m for b in changed.blocks for m in b.marks]
    assert len(before) == len(after)
    assert all(b.text[m.start : m.end].strip() for b in changed.blocks for m in b.marks if isinstance(m, Name))


@pytest.mark.parametrize(
    "words", ["12 patients", "100 patients", "7 patients", "1,040 patients", "2.05 million shares"]
)
def test_training_variation_numbers_keep_digits_and_zeros(words: str) -> None:
    marked = release(f"{{enrollment_complete ongoing | It enrolled}} [COUNT:patients {words}].")
    for seed in range(5):
        text = vary(marked, seed=str(seed), common=COMMON).blocks[0].text.removeprefix("It enrolled ").rstrip(".")
        assert re.sub("[1-9]", "0", text) == re.sub("[1-9]", "0", words)
        assert text[0] != "0"
        if words[0] in "1" and len(words.split()[0]) > 1 and words[1] == "0":
            assert text.split()[0].endswith("00")
