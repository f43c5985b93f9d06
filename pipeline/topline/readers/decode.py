"""Bytes to text. The decoded text is the one that all offsets refer to; it is never changed afterwards."""

import re

from topline.errors import SourceEmpty, SourceNotText
from topline.records import Problem, Span

__all__ = ["check_text", "decode"]

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an Office file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x7fELF": "a program",
}
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BINARY_SHARE = 0.1


def decode(data: bytes) -> str:
    """UTF-8 or UTF-16 where the bytes say so, else Windows-1252, else Latin-1 (which every byte string is).

    Raises SourceNotText for binary files.
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise SourceNotText(f"this is {what}, not the text of a release: convert it to text or HTML first")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data.decode(encoding, errors="replace")
    for encoding in ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def check_text(text: str) -> list[Problem]:
    """Raises SourceEmpty for blank text and SourceNotText for text full of control characters; a few are a problem."""
    if not text.strip("\x00 \t\r\n\f\v\ufeff"):
        raise SourceEmpty("nothing to read: the release is empty")
    if _SURROGATE.search(text):
        raise SourceNotText("the text holds lone surrogates: decode its bytes with the right encoding first")
    controls = sum(len(run) for run in _CONTROL.findall(text))
    if controls > _BINARY_SHARE * len(text):
        raise SourceNotText("more control characters than a text has: is this a binary file?")
    if not controls:
        return []
    first = next(_CONTROL.finditer(text)).start()
    what = f"{controls} control characters were read as blanks, the first one here"
    return [Problem(at=Span(start=first, end=first + 1), what=what)]
