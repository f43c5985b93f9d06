"""The wire's own codes under a release: company, state, industry and subject."""

import re
from collections.abc import Iterable

__all__ = ["read_codes"]

_CODE = re.compile(r"([A-Z]{2}):\s+(.+)")
_WORDS = {"IN", "SU"}
_KNOWN = {"CO", "ST", "IN", "SU"}


def read_codes(texts: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """`CO`, `ST`, `IN` and `SU` lines; industries and subjects are single words, the others names apart by ";"."""
    codes: dict[str, tuple[str, ...]] = {}
    for text in texts:
        match = _CODE.fullmatch(text)
        if match and match[1] in _KNOWN:
            parts = match[2].split() if match[1] in _WORDS else match[2].split(";")
            codes[match[1]] = tuple(p.strip() for p in parts if p.strip())
    return codes
