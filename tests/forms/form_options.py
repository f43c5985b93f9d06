"""The options of all forms: as hypothesis draws them, and a fixed sample in which each choice meets most others."""

import random
from dataclasses import fields
from itertools import combinations
from typing import Any, get_args

import as_html_2000s
import as_html_today
import as_submission
import as_text
from entities import Spelling
from hypothesis import strategies as st
from submission_headers import Era
from wires import WIRES

TEXT: dict[str, tuple[Any, ...]] = {
    "width": (78, 64, 100, 10_000),
    "wire": WIRES,
    "bullet": ("*", "-", "--", "•", "·", "o", "1.", "a)", "(1)"),
    "indent": (4, 0),
    "bullet_indent": (5, 2),
    "hanging": (True, False),
    "bullets_apart": (True, False),
    "leaders": (False, True),
    "dollar_apart": (False, True),
    "rules": (False, True),
    "tagged": (False, True),
    "pages": (False, True),
    "newline": ("\n", "\r\n"),
}
HTML_2000S: dict[str, tuple[Any, ...]] = {
    "wire": WIRES,
    "spelling": get_args(Spelling),
    "upper": (True, False),
    "closed": (False, True),
    "fonts": (True, False),
    "justified": (False, True),
    "bullets": ("table each", "table", "paragraph"),
    "bullet": ("•", "·", "symbol", "*", "o", "-", "1.", "a)", "(1)"),
    "raised": (False, True),
    "head_cells": (False, True),
    "dollar_cells": (True, False),
    "rules": (True, False),
    "page_every": (0, 9),
    "wrapped": (80, 0, 50),
    "newline": ("\n", "\r\n"),
}
HTML_TODAY: dict[str, tuple[Any, ...]] = {
    "wire": WIRES,
    "spelling": ("numeric", "named", "raw"),
    "block": ("div", "p"),
    "inline": ("span", "font"),
    "bold": ("style", "b", "underline"),
    "bullets": ("hanging", "list", "table each", "table"),
    "bullet": ("•", "●", "·", "-", "1."),
    "split": ("three cells", "two cells", "one cell"),
    "spacers": (True, False),
    "head_lines": (True, False),
    "row_spans": (False, True),
    "titles_inside": (False, True),
    "raised": (False, True),
    "unseen": ("", "\u00ad", "\u200b"),
    "hidden": (False, True),
    "empty_blocks": (False, True),
    "page_every": (0, 9),
    "one_line": (True, False),
    "newline": ("\n", "\r\n"),
}
SUBMISSION: dict[str, tuple[Any, ...]] = {
    "era": get_args(Era),
    "extras": ((), ("agreement", "graphic"), ("pdf",), ("empty release", "xbrl", "zip"), ("second release",)),
    "labelled": (True, False),
    "exhibit": ("EX-99.1", "EX-99", "EX-99.01"),
    "main_form": ("8-K", "8-K/A", "6-K"),
    "newline": ("\n", "\r\n"),
}


def drawn(kind: type, choices: dict[str, tuple[Any, ...]], **fixed: Any) -> st.SearchStrategy[Any]:
    given = {name: st.sampled_from(values) for name, values in choices.items() if name not in fixed}
    return st.builds(kind, **given, **{name: st.just(value) for name, value in fixed.items()})


def sample(kind: Any, choices: dict[str, tuple[Any, ...]], count: int) -> list[Any]:
    """`count` options in which most choices of any two fields meet: each is the best of forty thrown by dice."""
    assert set(choices) <= {field.name for field in fields(kind)}
    dice = random.Random(count)  # noqa: S311 - tests want the same dice every time
    met: set[tuple[int, ...]] = set()
    found = []
    for _ in range(count):
        thrown = [[dice.randrange(len(values)) for values in choices.values()] for _ in range(40)]
        best = max(thrown, key=lambda numbers: len(_pairs(numbers) - met))
        met |= _pairs(best)
        found.append(kind(**{name: values[i] for (name, values), i in zip(choices.items(), best, strict=True)}))
    return found


def _pairs(numbers: list[int]) -> set[tuple[int, ...]]:
    return {(a, i, b, j) for (a, i), (b, j) in combinations(enumerate(numbers), 2)}


texts = drawn(as_text.Options, TEXT)
html_2000s = drawn(as_html_2000s.Options, HTML_2000S)
html_today = drawn(as_html_today.Options, HTML_TODAY)
submissions = drawn(as_submission.Options, SUBMISSION)
