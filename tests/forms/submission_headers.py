"""What stands before and after the documents of an EDGAR submission, by era."""

from typing import Literal

from release_source import Written

Era = Literal["1990s", "2000s", "today"]
ACCESSION = "0000912345-04-000678"
_PRIVACY = """\
-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR
Originator-Name: webmaster@example.com
Originator-Key-Asymmetric:
 QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2
MIC-Info: RSA-MD5,RSA,
 QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2

"""


def header(release: Written, era: Era, form: str, count: int) -> str:
    filed = f"{release.released_on:%Y%m%d}"
    name = "IMS" if era == "1990s" else "SEC"
    items = "" if era == "1990s" else "ITEM INFORMATION:\t\tResults of operations and financial condition\n"
    accepted = "" if era == "1990s" else f"<ACCEPTANCE-DATETIME>{filed}163025\n"
    start = (
        f"<{name}-DOCUMENT>{ACCESSION}.txt : {filed}\n<{name}-HEADER>{ACCESSION}.hdr.sgml : {filed}\n{accepted}"
        f"ACCESSION NUMBER:\t\t{ACCESSION}\nCONFORMED SUBMISSION TYPE:\t{form}\nPUBLIC DOCUMENT COUNT:\t\t{count}\n"
        f"CONFORMED PERIOD OF REPORT:\t{filed}\n{items}FILED AS OF DATE:\t\t{filed}\n"
    )
    filer = (
        f"\nFILER:\n\n\tCOMPANY DATA:\t\n\t\tCOMPANY CONFORMED NAME:\t\t\t{release.company.upper()}\n"
        "\t\tCENTRAL INDEX KEY:\t\t\t0000912345\n\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\tPHARMACEUTICAL PREPARATIONS "
        "[2834]\n\t\tSTATE OF INCORPORATION:\t\t\tDE\n\t\tFISCAL YEAR END:\t\t\t1231\n\n\tFILING VALUES:\n"
        f"\t\tFORM TYPE:\t\t{form}\n\t\tSEC ACT:\t\t1934 Act\n\n\tBUSINESS ADDRESS:\t\n"
        f"\t\tCITY:\t\t\t{release.place.city.upper()}\n\t\tZIP:\t\t\t{release.place.zip_code}\n"
        f"\n\tFORMER COMPANY:\t\n\t\tFORMER CONFORMED NAME:\tSOMETHING ELSE INC\n\t\tDATE OF NAME CHANGE:\t19960311\n"
        f"</{name}-HEADER>"
    )
    return (_PRIVACY if era == "1990s" else "") + start + filer


def closing(era: Era) -> str:
    return "</IMS-DOCUMENT>\n-----END PRIVACY-ENHANCED MESSAGE-----" if era == "1990s" else "</SEC-DOCUMENT>"
