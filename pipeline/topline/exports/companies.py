"""Which releases, or figures, are of one company."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from topline.vocab.load import load_yaml

__all__ = ["Companies", "Named"]

_NOT_WORD = re.compile(r"[^a-z0-9]+")


class Named(NamedTuple):
    """What a release tells of its company; `release` is anything that tells it from other releases."""

    name: str | None
    cik: str | None
    release: str

    @property
    def plain_name(self) -> str:
        """Without a form of incorporation at the end, which some releases of a company leave out."""
        name = (self.name or "").strip()
        return _plain(_forms().sub("", name)) or _plain(name)


def _plain(name: str) -> str:
    return _NOT_WORD.sub(" ", name.lower()).strip()


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(rf"(?:[, ] ?(?:{'|'.join(load_yaml('wire.yaml')['company_forms'])})\b\.?){{1,3}}$", re.IGNORECASE)


class Companies:
    """Keys of companies: of one filer by its CIK, else of one company by its name; one without either stands alone."""

    def __init__(self, releases: Iterable[Named]) -> None:
        self._ciks: dict[str, set[str]] = {}
        for release in releases:
            if release.cik:
                self._ciks.setdefault(release.plain_name, set()).add(release.cik)

    def key(self, release: Named) -> tuple[str, str]:
        """Of two filers with one name, a release that has nothing but the name belongs to neither."""
        name = release.plain_name
        filers = {release.cik} if release.cik else self._ciks.get(name, set()) if name else set()
        if len(filers) == 1:
            return "cik", str(*filers)
        return ("name", name) if name and not filers else ("alone", release.release)
