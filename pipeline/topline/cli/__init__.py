"""The `topline` command: thin shells over the package's callables."""

from topline.cli.app import main

__all__ = ["main"]
