"""A file a tool: `NAME`, `PACKAGES`, and `find` for text or `read_table` for tables. Importing it imports the tool."""

from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from types import ModuleType

__all__ = ["TABLE_TOOLS", "TEXT_TOOLS", "has_extra", "load_tools", "versions"]

TEXT_TOOLS = (
    "heideltime", "recognizers", "datefinder", "search_dates", "parsedatetime", "timefhuman", "timexy", "ctparse",
    "quantulum3",
)  # fmt: skip
TABLE_TOOLS = ("two_blanks", "read_fwf", "edgartools")
_OF_THE_EXTRA = ("recognizers_date_time", "datefinder", "parsedatetime")


def has_extra() -> bool:
    """Whether any of the tools that only this comparison needs is installed."""
    return any(find_spec(name) is not None for name in _OF_THE_EXTRA)


def load_tools(names: tuple[str, ...]) -> tuple[dict[str, ModuleType], dict[str, str]]:
    """The tools that can be imported, and what the others said."""
    loaded, failed = {}, {}
    for name in names:
        try:
            loaded[name] = import_module(f"tools.{name}")
        except ImportError as error:
            failed[name] = f"{type(error).__name__}: {error}"
    return loaded, failed


def versions(tool: ModuleType) -> str:
    return ", ".join(f"{package} {version(package)}" for package in tool.PACKAGES)
