"""Three releases written out in full; the companies and their drugs are invented."""

from example_approvable import APPROVABLE
from example_short import SHORT
from example_topline import TOPLINE
from release_source import Written

EXAMPLES: dict[str, Written] = {"approvable": APPROVABLE, "topline": TOPLINE, "short": SHORT}
