"""Regular expressions that every supported Python matches alike."""

import re

from conftest import ROOT

# Before 3.11.5 a possessive quantifier over a group matches wrongly (python/cpython#106052): "(?>(?:...)*)" says it.
POSSESSIVE = re.compile(r"(?<!\\)\)(?:[*+?]|\{\{?\d*,?\d*\}\}?)\+")


def test_patterns_have_no_possessive_groups() -> None:
    sources = sorted((ROOT / "pipeline" / "topline").rglob("*.py"))
    assert len(sources) > 200
    assert [path.name for path in sources if POSSESSIVE.search(path.read_text(encoding="utf-8"))] == []
    assert POSSESSIVE.search(r"(?:[\d.,]|x(?=\d))*+")
    assert not POSSESSIVE.search(r"\)?+%?+")
