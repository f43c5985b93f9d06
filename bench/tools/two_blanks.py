"""No tool: a line cut wherever two blanks stand, the least that anybody would write."""

import re

from tools.model import Grid

NAME = "lines cut at two blanks"
PACKAGES = ()

_BLANKS = re.compile(r"\s{2,}")


def read_table(region: str) -> Grid:
    return [_BLANKS.split(line.strip()) for line in region.splitlines() if line.strip()]
