"""Full submissions of an invented company, as EDGAR sends them, written for the tests."""

from typing import NamedTuple

TEXT = (
    "                 PENLOW THERAPEUTICS REPORTS THIRD QUARTER RESULTS\n\n"
    "AUGUSTA, Maine, Oct. 21, 2003 -- Penlow Therapeutics, Inc. (Nasdaq: PNLW) today\n"
    "reported a net loss of $4.2 million, or $0.21 per share, for the third quarter of 2003.\n"
)
HTML = (
    "<html><body><p>AUGUSTA, Maine, Jan. 14, 2004 &#8212; Penlow Therapeutics, Inc. (Nasdaq: PNLW) today announced "
    "that the FDA has accepted its New Drug Application for PNL-7.</p></body></html>\n"
)
LETTER = "This current report is furnished under Item 12.\n"
PDF = "<PDF>\nbegin 644 slides.pdf\nM)5!$1BTQ+C0*\n`\nend\n</PDF>\n"


class Exhibit(NamedTuple):
    type: str
    body: str
    filename: str | None = None


def submission(
    *exhibits: Exhibit, accession: str, form: str = "8-K", filed: str, accepted: str | None = None, root: str = "SEC"
) -> bytes:
    """`root` is IMS for the 1990s; then no file has a name. Bytes are those of windows-1252, as issuers send them."""
    header = [
        f"<{root}-DOCUMENT>{accession}.txt : {filed}",
        f"<{root}-HEADER>{accession}.hdr.sgml : {filed}",
        *([f"<ACCEPTANCE-DATETIME>{accepted}"] if accepted else []),
        f"ACCESSION NUMBER:\t\t{accession}",
        f"CONFORMED SUBMISSION TYPE:\t{form}",
        f"FILED AS OF DATE:\t\t{filed}",
        "",
        "FILER:",
        "",
        "\tCOMPANY DATA:\t",
        "\t\tCOMPANY CONFORMED NAME:\t\t\tPENLOW THERAPEUTICS INC",
        "\t\tCENTRAL INDEX KEY:\t\t\t0000912345",
        f"</{root}-HEADER>",
    ]
    documents = [_document(n, e) for n, e in enumerate((Exhibit(form, LETTER, "form8k.txt"), *exhibits), start=1)]
    return ("\n".join(header) + "\n" + "".join(documents) + f"</{root}-DOCUMENT>\n").encode("cp1252")


def _document(sequence: int, exhibit: Exhibit) -> str:
    name = f"<FILENAME>{exhibit.filename}\n" if exhibit.filename else ""
    return f"<DOCUMENT>\n<TYPE>{exhibit.type}\n<SEQUENCE>{sequence}\n{name}<TEXT>\n{exhibit.body}</TEXT>\n</DOCUMENT>\n"
