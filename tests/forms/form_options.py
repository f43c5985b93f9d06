"""The options of all forms: as hypothesis draws them, and a fixed sample in which each choice meets most others."""

from dataclasses import fields, replace
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
    """`count` options that go through each field's choices at a pace of its own."""
    assert set(choices) <= {field.name for field in fields(kind)}
    paces = (1, 2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59)
    return [
        replace(kind(), **{n: v[(i * paces[k] // len(v) + i) % len(v)] for k, (n, v) in enumerate(choices.items())})
        for i in range(count)
    ]


texts = drawn(as_text.Options, TEXT)
html_2000s = drawn(as_html_2000s.Options, HTML_2000S)
html_today = drawn(as_html_today.Options, HTML_TODAY)
submissions = drawn(as_submission.Options, SUBMISSION)
