"""Currencies as they are printed: signs, codes and names of `currencies.yaml`, as lookups and as pieces of patterns."""

import re
from typing import Any

from topline.vocab.load import load_yaml

__all__ = [
    "CODES",
    "CODES_BESIDE_AMOUNTS",
    "CURRENCY_CODE",
    "CURRENCY_SIGN",
    "NAMED_CODES",
    "SIGNS",
    "SIGN_STARTS",
    "SYMBOLS",
]

_DATA: dict[str, Any] = load_yaml("currencies.yaml")

SIGNS: dict[str, str] = _DATA["signs"]
CODES: dict[str, str] = _DATA["codes"]
CODES_BESIDE_AMOUNTS: dict[str, str] = _DATA["codes_beside_amounts"]

# Regular expressions without groups: a sign, the bare "$" included; a code; a code that is one wherever it stands.
CURRENCY_SIGN = rf"(?:{'|'.join(map(re.escape, [*SIGNS, '$']))})"
NAMED_CODES = "|".join(CODES)
CURRENCY_CODE = rf"(?:{'|'.join([*CODES, *CODES_BESIDE_AMOUNTS])})(?![A-Za-z])"
# For the inside of [...]: signs of one character, and the characters that a sign begins with.
SYMBOLS = "".join(["$", *(sign for sign in SIGNS if len(sign) == 1)])
SIGN_STARTS = "".join(dict.fromkeys(sign[0] for sign in ["$", *SIGNS]))
