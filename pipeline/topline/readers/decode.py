"""Bytes to text. The decoded text is the one that all offsets refer to; it is never changed afterwards."""

import re

from topline.errors import SourceEmpty, SourceNotText, SourceTooLarge
from topline.records import Problem, Span

__all__ = ["MOST_BYTES", "check_text", "decode"]

MOST_BYTES = 200_000_000
_MAGIC = {
    b"%PDF": "a PDF",
    b"{\\rtf": "an RTF file",
    b"PK\x03\x04": "a ZIP archive or an Office file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x7fELF": "a program",
}
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LOOK = 4096
# What UTF-8 allows (RFC 3629), and any other bytes.
_UTF8 = re.compile(
    rb"(?P<utf8>(?>(?:[\x00-\x7f]++|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+))"
    rb"|[\x80-\xff]"
)
# A page's own word for its encoding counts where the bytes are no UTF-8, for those that are not the same in English.
_CLAIM = re.compile(rb"<meta\b[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_CLAIMS = {b"macintosh": "mac_roman", b"x-mac-roman": "mac_roman", b"iso-8859-15": "iso8859-15", b"ibm850": "cp850"}
# Control characters; those that Windows-1252 prints something for are read as that.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]+")
# Header lines (RFC 5322) with which a saved message begins.
_MAIL_LINE = r"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|DKIM-Signature|X-[\w-]+): .*\r?\n"
_MAIL = re.compile(rf"(?:{_MAIL_LINE}(?:[ \t].*\r?\n)*)+", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_BINARY_SHARE = 0.1


def decode(data: bytes) -> str:
    """UTF-8 or UTF-16 where the bytes say so, else Windows-1252, else Latin-1 (which every byte string is).

    In a file of both, such as a submission whose documents differ, each character counts for itself. Raises
    SourceNotText for binary files and SourceTooLarge.
    """
    if len(data) > MOST_BYTES:
        raise SourceTooLarge(f"more than {MOST_BYTES:,} bytes: split the file, a release is a small part of that")
    start = data[:_LOOK].lstrip()
    for magic, what in _MAGIC.items():
        if start.startswith(magic):
            raise SourceNotText(f"this is {what}, not the text of a release: convert it to text or HTML first")
    encoding = next((e for bom, e in _BOMS if data.startswith(bom)), None) or _wide(data[:_LOOK])
    if encoding is not None:
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        claim = _CLAIM.search(data, 0, _LOOK)
        if claim and claim[1].lower() in _CLAIMS:
            return data.decode(_CLAIMS[claim[1].lower()])
        return "".join(m[0].decode("utf-8") if m["utf8"] else _single(m[0]) for m in _UTF8.finditer(data))


def _wide(start: bytes) -> str | None:
    """UTF-16 without its mark: every second byte of English is nil."""
    half = len(start) // 2
    if half < 8:
        return None
    even, odd = start[0 : 2 * half : 2].count(0), start[1 : 2 * half : 2].count(0)
    if odd > 0.8 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.8 * half and odd < 0.1 * half else None


def _single(byte: bytes) -> str:
    """Windows-1252, which leaves five bytes without a meaning."""
    return byte.decode("latin-1" if byte in b"\x81\x8d\x8f\x90\x9d" else "cp1252")


def check_text(text: str) -> list[Problem]:
    """Raises SourceEmpty for blank text and SourceNotText for text full of control characters; a few are a problem."""
    if not text.strip("\x00 \t\r\n\f\v\ufeff"):
        raise SourceEmpty("nothing to read: the release is empty")
    if text.startswith("%PDF-"):
        raise SourceNotText("this is a PDF, not the text of a release: convert it to text or HTML first")
    if _SURROGATE.search(text):
        raise SourceNotText("the text holds lone surrogates: decode its bytes with the right encoding first")
    controls = sum(len(run) for run in _CONTROL.findall(text))
    if controls > _BINARY_SHARE * len(text):
        raise SourceNotText("more control characters than a text has: is this a binary file?")
    problems = []
    if controls:
        first = next(_CONTROL.finditer(text)).start()
        what = f"{controls} control characters were read as blanks, the first one here"
        problems.append(Problem(at=Span(start=first, end=first + 1), what=what))
    if (mail := _MAIL.match(text)) is not None:
        what = "this is an e-mail as it was sent, read as it stands: save the text that it shows, and read that"
        problems.append(Problem(at=Span(start=mail.start(), end=mail.end()), what=what))
    return problems
