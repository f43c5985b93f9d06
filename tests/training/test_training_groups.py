"""Keys joined into groups."""

from hypothesis import given
from hypothesis import strategies as st

from topline.training.groups import Groups


def test_training_groups_join_what_hangs_together() -> None:
    groups = Groups("abcdef")
    for one, other in ("ab", "cd", "bd"):
        groups.join(one, other)
    assert groups.all() == [["a", "b", "c", "d"], ["e"], ["f"]]
    assert groups.of("a") == groups.of("d") != groups.of("e")


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20))))
def test_training_groups_are_the_same_in_any_order_of_joining(pairs: list[tuple[int, int]]) -> None:
    one, other = Groups(range(21)), Groups(range(21))
    for a, b in pairs:
        one.join(a, b)
    for a, b in reversed(pairs):
        other.join(b, a)
    assert sorted(one.all()) == sorted(other.all())
