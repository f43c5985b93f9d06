"""Cells and links of seven real files beside their gold, where the files lie beside the checkout."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cell_gold import measured

pytestmark = pytest.mark.shared

# Tables without a title or dated heads, which only prose announces, are not read: their cells are missed.
FOUND = {"100240": 676, "1002682": 431, "104169": 121}
LINKS = {"1001426_8K_2005": 25, "1002682": 58, "104169": 19}


def test_cells_shared_are_right_where_they_are_read(shared: Callable[[str], Path]) -> None:
    for name, (cells, _) in measured(shared("corpus")).items():
        least = next((n for start, n in FOUND.items() if name.startswith(start + "_")), cells["wanted"])
        assert cells["found"] >= least, name
        assert cells["value"] == cells["found"], name
        assert cells["extra"] == 0, name


def test_cells_shared_links_are_right(shared: Callable[[str], Path]) -> None:
    for name, (_, links) in measured(shared("corpus")).items():
        least = next((n for start, n in LINKS.items() if name.startswith(start)), links["wanted"])
        assert links["right"] >= least, name
