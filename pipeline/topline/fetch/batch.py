"""All filings of a listing, one after another; a bad one is told of and does not stop the others."""

from collections.abc import Iterator, Set
from pathlib import Path
from typing import NamedTuple

from topline.errors import EdgarThrottled, EdgarUnreachable, FetchError, IdentityMissing
from topline.fetch.client import Client
from topline.fetch.exhibits import CutExhibit, fault_of_submission, read_submission
from topline.fetch.filings import Listed, Listing
from topline.fetch.manifest import Entry, Manifest, sha256
from topline.fetch.saving import name_file, save
from topline.fetch.site import Site

__all__ = ["Outcome", "fetch_releases"]

_ENOUGH = 3


class Outcome(NamedTuple):
    """What became of a filing; `new` is false for what was there before."""

    filing: Listed
    entries: tuple[Entry, ...] = ()
    new: bool = False
    failure: FetchError | None = None


def fetch_releases(listing: Listing, client: Client, site: Site, folder: Path) -> Iterator[Outcome]:
    """Saves what `folder` does not have yet. Raises OSError, and a FetchError where going on would be of no use."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = Manifest(folder)
    silent = 0
    for filing in listing.filings:
        outcome = _fetch(filing, listing, client, site, folder, manifest)
        yield outcome
        if isinstance(outcome.failure, EdgarUnreachable | EdgarThrottled):
            silent += 1
        elif outcome.new or outcome.failure:
            silent = 0
        if silent == _ENOUGH and outcome.failure is not None:
            raise type(outcome.failure)(f"stopped after {_ENOUGH} filings in a row: {outcome.failure}")


def _fetch(filing: Listed, listing: Listing, client: Client, site: Site, folder: Path, manifest: Manifest) -> Outcome:
    present = manifest.complete(filing.accession)
    if present:
        return Outcome(filing, present)
    url = site.submission(listing.cik, filing.accession)
    try:
        body = client.get(url, fault=fault_of_submission)
    except IdentityMissing:
        raise
    except FetchError as error:
        return Outcome(filing, failure=error)
    entries = _save(body, filing, listing, url, folder)
    manifest.add(entries)
    return Outcome(filing, entries, new=True)


def _save(body: bytes, filing: Listed, listing: Listing, url: str, folder: Path) -> tuple[Entry, ...]:
    submission = read_submission(body)
    header = submission.header
    own_header = (header.cik or "").lstrip("0") == str(listing.cik)  # of several filers it names another one
    none = Entry(
        accession=filing.accession,
        form=filing.form,
        company=(own_header and header.company) or listing.company,
        cik=listing.cik,
        filed_on=filing.filed_on,
        accepted_at=header.accepted_at,
        items=filing.items,
        of=len(submission.exhibits),
        url=url,
        note="no EX-99 exhibit",
    )
    entries: list[Entry] = []
    for nth, exhibit in enumerate(submission.exhibits, start=1):
        entries.append(_save_exhibit(exhibit, nth, none, folder, taken={entry.file for entry in entries}))
    return tuple(entries) or (none,)


def _save_exhibit(exhibit: CutExhibit, nth: int, filing: Entry, folder: Path, *, taken: Set[str | None]) -> Entry:
    about = {"exhibit": exhibit.type, "nth": nth, "document": exhibit.document, "note": exhibit.note}
    body = exhibit.body
    if body is None:
        return filing.model_copy(update=about)
    name = name_file(
        str(filing.cik), filing.filed_on, filing.accession, exhibit.type, suffix=exhibit.suffix, taken=taken
    )
    save(folder / name, body)
    return filing.model_copy(update={**about, "file": name, "size": len(body), "sha256": sha256(body)})
