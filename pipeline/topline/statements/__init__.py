"""Statement tables into typed facts: cells with value, unit, period and concept, checked totals, links to the prose."""

from topline.statements.balances import time_of
from topline.statements.basis import concept_by_the_rules, fact_basis
from topline.statements.caption import statement_kind
from topline.statements.cells import plain
from topline.statements.concepts import concept_entries, concept_of
from topline.statements.derive import Rest, derive_facts, impossible, rests
from topline.statements.doubt import contradictions, doubtful_cells
from topline.statements.flows import Element, Stated, element_of, find_flows, qualifier_of
from topline.statements.link import link_figures
from topline.statements.link_derived import link_derived
from topline.statements.owners import other_owner
from topline.statements.read import read_statements
from topline.statements.rivals import rivals
from topline.statements.sides import side_of, side_of_element
from topline.statements.standing import standing
from topline.statements.stretches import WITHIN, Stretch, alike, near, stretch_of

__all__ = [
    "WITHIN", "Element", "Rest", "Stated", "Stretch", "alike", "concept_by_the_rules", "concept_entries",
    "concept_of", "contradictions", "derive_facts", "doubtful_cells", "element_of", "fact_basis", "find_flows",
    "impossible", "link_derived", "link_figures", "near", "other_owner", "plain", "qualifier_of", "read_statements",
    "rests", "rivals", "side_of", "side_of_element", "standing", "statement_kind", "stretch_of", "time_of",
]  # fmt: skip
