"""A release in an EDGAR full submission, with the documents that it was filed with."""

import base64
import binascii
from dataclasses import dataclass
from typing import Literal

from release_source import Written
from submission_headers import Era, closing, header

Extra = Literal["second release", "agreement", "graphic", "pdf", "empty release", "xbrl", "zip"]


@dataclass(frozen=True, slots=True)
class Options:
    """`extras` stand after the release, in this order; `labelled` gives the parts file names and descriptions."""

    era: Era = "2000s"
    extras: tuple[Extra, ...] = ()
    labelled: bool = True
    exhibit: str = "EX-99.1"
    main_form: Literal["8-K", "6-K", "8-K/A"] = "8-K"
    newline: str = "\n"


def render(release: Written, exhibit: str, options: Options = Options()) -> str:
    """`exhibit` is the release in one of the other forms."""
    suffix = "htm" if "<" in exhibit[:200] and "<PAGE>" not in exhibit[:200] else "txt"
    found = [
        (options.main_form, f"d8k.{suffix}", _main(release, suffix)),
        (options.exhibit, f"dex991.{suffix}", exhibit),
    ]
    found += [_extra(extra, release) for extra in options.extras]
    parts = [_part(number, *part, options) for number, part in enumerate(found, 1)]
    text = "\n".join([header(release, options.era, options.main_form, len(parts)), *parts, closing(options.era), ""])
    return text.replace("\n", options.newline) if options.newline != "\n" else text


def _part(number: int, kind: str, name: str, text: str, options: Options) -> str:
    names = [f"<FILENAME>{name}", f"<DESCRIPTION>{kind}"] if options.labelled else []
    return "\n".join(
        ["<DOCUMENT>", f"<TYPE>{kind}", f"<SEQUENCE>{number}", *names, "<TEXT>", text, "</TEXT>", "</DOCUMENT>"]
    )


def _main(release: Written, suffix: str) -> str:
    words = (
        f"On {release.released_on:%B} {release.released_on.day}, {release.released_on.year}, {release.company} issued "
        "the press release that is attached hereto as Exhibit 99.1."
    )
    if suffix == "txt":
        return f"                                  FORM 8-K\n\n<PAGE>\n\nITEM 12. RESULTS OF OPERATIONS.\n\n{words}\n"
    return f"<html><body><p>FORM 8-K</p><p>Item 2.02. Results of Operations.</p><p>{words}</p></body></html>"


def _encoded(name: str, data: bytes) -> str:
    lines = [binascii.b2a_uu(data[i : i + 45], backtick=True).decode().rstrip("\n") for i in range(0, len(data), 45)]
    return "\n".join([f"begin 644 {name}", *lines, "`", "end"])


def _extra(extra: Extra, release: Written) -> tuple[str, str, str]:
    match extra:
        case "second release":
            return "EX-99.2", "dex992.txt", _second(release)
        case "agreement":
            return "EX-10.1", "dex101.txt", "LICENSE AGREEMENT\n\nThis agreement is made by and between the parties.\n"
        case "graphic":
            return "GRAPHIC", "logo.jpg", _encoded("logo.jpg", b"\xff\xd8\xff" + bytes(range(256)) * 3)
        case "pdf":
            return "EX-99.3", "dex993.pdf", f"<PDF>\n{_encoded('dex993.pdf', b'%PDF-1.4' + bytes(200))}\n</PDF>"
        case "empty release":
            return "EX-99.4", "dex994.txt", ""
        case "xbrl":
            xml = "<?xml version='1.0' encoding='ASCII'?>\n<xbrl xmlns:dei='http://xbrl.example'><dei:Amount>12</dei:Amount></xbrl>"
            return "EX-101.INS", "x.xml", f"<XBRL>\n{xml}\n</XBRL>"
        case "zip":
            return "ZIP", "x.zip", base64.b64encode(b"PK\x03\x04" + bytes(300)).decode()


def _second(release: Written) -> str:
    place = f"{release.place.city.upper()}, {release.place.state}".rstrip(", ")
    return (
        f"                                                       EXHIBIT 99.2\n\n    {place}, {release.released_on:%B} "
        f"{release.released_on.day}, {release.released_on.year} -- {release.company} today announced that it filed an "
        "IND for a second compound.\n"
    )
