"""Releases laid out as wires did: every place shows the same words, up to blanks."""

import re

from hypothesis import given
from hypothesis import strategies as st
from marked import fits, gold
from written import written

from topline.evaluation import GoldRelease
from topline.training.compile import compile_release
from topline.training.layout import lay_out

BEFORE = compile_release(written()).gold


def shown(gold: GoldRelease) -> list[str]:
    """The words at all places of the gold."""
    places = [
        *(p for e in gold.events for p in (*e.spans, e.trigger_span) if p is not None),
        *((m.start, m.end) for m in (*(gold.names or ()), *gold.lookalikes)),
    ]
    return [" ".join(gold.text[s:e].split()) for s, e in places]


def test_training_layout_wraps_lines() -> None:
    line = "word " * 40
    after = lay_out(gold(line.strip()), seed="0")
    longest = max(len(row) for row in after.text.split("\n"))
    assert 55 < longest <= 79
    assert after.text.split() == line.split()


def test_training_layout_bullets_get_one_sign_and_hang() -> None:
    item = "* " + "many words stand here " * 6
    rows = [row for row in lay_out(gold(item, item), seed="3").text.split("\n") if row.strip()]
    signs = {match[0] for row in rows if (match := re.match(r"\s*(?:\*|--|-|o)\s+", row))}
    assert len(signs) == 1
    (sign,) = signs
    hanging = [row for row in rows if not row.startswith(sign)]
    assert hanging
    assert all(row.startswith(" " * len(sign)) and row[len(sign)] != " " for row in hanging)


def test_training_layout_leaves_tables_and_long_words() -> None:
    table, word = "| Revenue       1,200\n| Net loss     (3,140)", "x" * 200
    for seed in "0123":
        text = lay_out(gold(table, word), seed=seed).text
        assert "Revenue       1,200\nNet loss     (3,140)" in text
        assert word in text


def test_training_layout_looks_differ_between_seeds_only() -> None:
    assert lay_out(BEFORE, seed="1") == lay_out(BEFORE, seed="1")
    assert len({lay_out(BEFORE, seed=str(i)).text for i in range(12)}) > 5


def test_training_layout_keeps_all_but_places() -> None:
    after = lay_out(BEFORE, seed="1")
    assert (after.doc, after.released_on, after.period) == (BEFORE.doc, BEFORE.released_on, BEFORE.period)
    assert [(e.type, e.date, e.amounts, e.roles) for e in after.events] == [
        (e.type, e.date, e.amounts, e.roles) for e in BEFORE.events
    ]


def test_training_layout_of_gold_without_names() -> None:
    bare = BEFORE.model_copy(update={"names": None})
    assert lay_out(bare, seed="1").names is None


@given(st.text(max_size=4))
def test_training_layout_places_show_the_same_words_for_any_seed(seed: str) -> None:
    after = lay_out(BEFORE, seed=seed)
    assert shown(after) == shown(BEFORE)
    assert fits(after)


@given(st.lists(st.text(st.sampled_from("ab  -."), min_size=1, max_size=120)), st.integers(0, 20))
def test_training_layout_keeps_all_words(lines: list[str], seed: int) -> None:
    before = gold(*(line.strip() or "x" for line in lines))
    after = lay_out(before, seed=str(seed))
    signs = r"(?m)^\s*(?:\*|--|-|o)\s+"
    assert re.sub(signs, "", after.text).split() == re.sub(signs, "", before.text).split()
