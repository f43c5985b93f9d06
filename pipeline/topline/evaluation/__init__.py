"""Gold, and how far records agree with it."""

from topline.evaluation.bootstrap import Bounds
from topline.evaluation.comparison import Change, Comparison, Moved, TypeMoves, compare_documents
from topline.evaluation.document import ScoredDocument
from topline.evaluation.files import gold_files, lost_quotes, read_gold, read_gold_file, read_gold_line
from topline.evaluation.gold import GoldAmount, GoldDate, GoldEvent, GoldName, GoldRelease
from topline.evaluation.lines import numbered_lines
from topline.evaluation.measures import Measures, Prf
from topline.evaluation.recorded import check_records, join_exhibits, read_recorded
from topline.evaluation.run import Confused, Run, Worst, read_run, score
from topline.evaluation.scoring import Outcome

__all__ = [
    "Bounds", "Change", "Comparison", "Confused", "GoldAmount", "GoldDate", "GoldEvent", "GoldName", "GoldRelease",
    "Measures", "Moved", "Outcome", "Prf", "Run", "ScoredDocument", "TypeMoves", "Worst", "check_records",
    "compare_documents", "gold_files", "join_exhibits", "lost_quotes", "numbered_lines", "read_gold",
    "read_gold_file", "read_gold_line", "read_recorded", "read_run", "score",
]  # fmt: skip
