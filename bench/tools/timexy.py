"""timexy: a component of spaCy whose entities carry TIMEX3 values. It takes no reference date."""

import re
from collections.abc import Sequence
from datetime import datetime

import spacy
import timexy as _timexy  # noqa: F401 (registers the component)

from tools.model import Found
from tools.timex import read_timex

NAME = "timexy"
PACKAGES = ("timexy",)

_NLP = spacy.blank("en")
_NLP.add_pipe("timexy", config={"kb_id_type": "timex3", "label": "timexy", "overwrite": False})
_VALUE = re.compile(r'value="([^"]*)"')


def find(texts: Sequence[str], reference: datetime | None) -> list[list[Found]]:
    return [
        [
            Found(entity.start_char, entity.end_char, *read_timex(match[1] if match else ""))
            for entity in _NLP(text).ents
            for match in [_VALUE.search(entity.kb_id_)]
        ]
        for text in texts
    ]
