"""Statement tables into typed facts: cells with value, unit, period and concept, checked totals, links to the prose."""

from topline.statements.concepts import concept_entries, concept_of
from topline.statements.link import link_figures
from topline.statements.read import read_statements

__all__ = ["concept_entries", "concept_of", "link_figures", "read_statements"]
