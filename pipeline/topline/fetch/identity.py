"""Who is calling: EDGAR's fair-access rules ask every caller for a name and an e-mail address."""

import re

from topline.errors import IdentityMissing

__all__ = ["check_identity"]

_HOW = """give it with --identity "Your Name you@example.org" or in the environment variable EDGAR_IDENTITY"""
_ADDRESS = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")


def check_identity(identity: str | None) -> str:
    """The identity as it goes into the User-Agent header. Raises IdentityMissing where EDGAR would turn it down."""
    text = (identity or "").strip()
    if not text:
        raise IdentityMissing(f"EDGAR asks who is calling: {_HOW}")
    if not (text.isascii() and text.isprintable()):
        raise IdentityMissing(f"the identity goes into a request header, which takes plain ASCII only: {_HOW}")
    if _ADDRESS.search(text) is None:
        raise IdentityMissing(f"the identity {text!r} has no e-mail address, which EDGAR asks for: {_HOW}")
    return text
