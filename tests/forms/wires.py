"""Datelines as the wires print them."""

from typing import Literal, get_args

from release_source import Written

Wire = Literal["PRNewswire-FirstCall", "PRNewswire", "Business Wire", "GlobeNewswire", "ACCESSWIRE", "own"]
WIRES: tuple[Wire, ...] = get_args(Wire)

_MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_FULL = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
         "December")  # fmt: skip
_FORMS: dict[Wire, str] = {
    "PRNewswire-FirstCall": "{upper}, {month} {day} /PRNewswire-FirstCall/ -- ",
    "PRNewswire": "{upper}, {month} {day}, {year} /PRNewswire/ -- ",
    "Business Wire": "{upper}--(BUSINESS WIRE)--{month} {day}, {year}--",
    "GlobeNewswire": "{upper}, {month} {day}, {year} (GLOBE NEWSWIRE) -- ",
    "ACCESSWIRE": "{postal} / ACCESSWIRE / {short} {day}, {year} / ",
    "own": "{plain} \u2013 {full} {day}, {year} \u2013 ",
}


def dateline(release: Written, wire: Wire) -> str:
    """With the blank that comes before the company, if the wire puts one."""
    place, when = release.place, release.released_on
    month = _MONTHS[when.month - 1]
    return _FORMS[wire].format(
        upper=f"{place.city.upper()}, {place.state}" if place.state else place.city.upper(),
        plain=f"{place.city}, {place.state}" if place.state else place.city,
        postal=f"{place.city.upper()}, {place.postal}",
        month=month,
        short=month.rstrip(".").replace("Sept", "Sep"),
        full=_FULL[when.month - 1],
        day=when.day,
        year=when.year,
    )


def full_date(release: Written) -> str:
    when = release.released_on
    return f"{_FULL[when.month - 1]} {when.day}, {when.year}"
