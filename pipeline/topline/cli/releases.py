"""What a release says of itself, in lines: company, date and where it was read, period, calls."""

from collections.abc import Iterator

from topline.cli.words import printable, when
from topline.records import Call, Release, ReleaseRecord

__all__ = ["company_line", "release_lines"]

_READ_IN = {
    "heading": "printed over the text",
    "text": "named in the text",
    "trailer": "of the trailer",
    "filing": "of the filing",
}
_UNITS = {"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}


def company_line(record: ReleaseRecord) -> str:
    """ "Merrow Bay Therapeutics, Inc. (Nasdaq: MRBT)"."""
    release = record.release
    listing = ": ".join(filter(None, (release.exchange, release.ticker))) if release.ticker else ""
    return printable(f"{release.company or 'Unknown company'}{f' ({listing})' if listing else ''}")


def release_lines(record: ReleaseRecord) -> Iterator[str]:
    """Its date, period and file, then a line for each call."""
    release = record.release
    read_in = f" ({_READ_IN[release.dated_by]})" if release.dated_by in _READ_IN else ""
    period = f", on {release.period.label or when(release.period.start, release.period.end)}" if release.period else ""
    yield f"release of {release.released_on or 'unknown date'}{read_in}{period}  {record.source.name}"
    for call in release.calls:
        told = " · ".join(filter(None, (_times(call), _numbers(call, release), call.url)))
        yield f"  {call.kind:<8}{printable(told)}"


def _times(call: Call) -> str:
    if call.begins is None and call.ends is None:
        return f"for {_length(call.duration)}" if call.duration else ""
    return " to ".join([_moment(call.begins, call.zone), *([_moment(call.ends, call.zone)] if call.ends else [])])


def _moment(iso: str | None, zone: str | None) -> str:
    """ "2004-05-04 16:30 EDT", with the offset where the text names no zone."""
    if iso is None:
        return "…"
    day, _, time = iso.partition("T")
    return f"{day} {time[:5]} {zone or time[8:]}".rstrip() if time else day


def _length(iso: str) -> str:
    """ "30 days" for "P30D"."""
    count, unit = int(iso.strip("PTDWMYH")), _UNITS[iso[-1]]
    return f"{count} {unit}{'s' * (count != 1)}"


def _numbers(call: Call, release: Release) -> str:
    found = [p for p in release.phones if p.id in call.phones]
    return ", ".join(f"{p.number} code {p.code}" if p.code else p.number for p in found)
