"""One tool, one sentence: what `value_times.py` starts anew each time."""

import sys
from datetime import datetime
from importlib import import_module

_SENTENCE = "On August 3, 2004 Acme reported a loss of $7.2 million for the second quarter of 2004."


def main() -> None:
    if len(sys.argv) > 1:
        import_module(f"tools.{sys.argv[1]}").find([_SENTENCE], datetime(2004, 8, 3))  # noqa: DTZ001


if __name__ == "__main__":
    main()
