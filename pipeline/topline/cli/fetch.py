"""`topline fetch`: a shell over `topline.fetch`, which the optional extra `edgar` brings to life."""

import sys
from datetime import date, datetime
from pathlib import Path

import click

from topline.cli.progress import show_progress
from topline.cli.words import printable
from topline.errors import CompanyAmbiguous, CompanyUnknown, EdgartoolsMissing, FetchError, IdentityMissing
from topline.fetch import (
    HIGHEST_RATE,
    MANIFEST,
    Client,
    Listing,
    Outcome,
    Patience,
    Site,
    Tally,
    check_identity,
    fetch_releases,
    find_company,
    list_filings,
    open_client,
)

__all__ = ["fetch"]

_DAY = click.DateTime(["%Y-%m-%d"])
_MISUSE = (EdgartoolsMissing, IdentityMissing, CompanyUnknown, CompanyAmbiguous)
_USUAL = Patience()
_INTERRUPTED = 130


@click.command()
@click.argument("company", required=False)
@click.option("--cik", type=click.IntRange(1, 9_999_999_999), help="EDGAR's number of the company, instead of COMPANY.")
@click.option("--since", type=_DAY, metavar="YYYY-MM-DD", help="Filed on this day or later.")
@click.option("--until", type=_DAY, metavar="YYYY-MM-DD", help="Filed on this day or earlier.")
@click.option(
    "--form", "forms", multiple=True, type=click.Choice(["8-K", "6-K"]), help="More than one is fine.  [default: 8-K]"
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), default="releases", show_default=True,
    help="The folder to save to.",
)  # fmt: skip
@click.option("--identity", envvar="EDGAR_IDENTITY", show_envvar=True, help='Who you are: "Your Name you@example.org".')
@click.option(
    "--rate", type=click.IntRange(1, HIGHEST_RATE), default=_USUAL.rate, show_default=True, help="Requests a second."
)
@click.option("--tries", type=click.IntRange(1, 20), default=_USUAL.tries, show_default=True, help="Of each request.")
@click.option(
    "--wait", type=click.FloatRange(0, 60), default=_USUAL.wait, show_default=True,
    help="Seconds before a second try, doubled for each further one.",
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(0, min_open=True), default=_USUAL.timeout, show_default=True,
    help="Seconds to wait for an answer.",
)  # fmt: skip
def fetch(
    company: str | None, cik: int | None, since: datetime | None, until: datetime | None, forms: tuple[str, ...],
    output: Path, identity: str | None, rate: int, tries: int, wait: float, timeout: float,
) -> None:  # fmt: skip
    """Save the EX-99 releases of a COMPANY's 8-K filings from EDGAR.

    COMPANY is a ticker, a CIK or a name. Companies that are no longer listed have no ticker at EDGAR: give their CIK.
    Each release is one file, as filed, and a line of OUTPUT/.manifest.jsonl. What is there is not fetched again: the
    same command goes on after an interruption, and later on fetches what is new.

    \b
    topline fetch AMGN --since 2003-01-01 --until 2004-12-31 -o releases/
    topline extract releases/*

    \b
    Exit status: 0 when everything was fetched, 1 when something could not be, 2 for wrong usage: an unknown company,
    no identity, edgartools not installed; 130 when interrupted.
    """
    company = (company or "").strip() or None
    if (company is None) == (cik is None):
        raise click.UsageError("name one company: a ticker, a CIK or a name, or --cik NUMBER")
    if since and until and since > until:
        raise click.UsageError(f"--since {since:%Y-%m-%d} is after --until {until:%Y-%m-%d}")
    patience = Patience(tries=tries, wait=wait, timeout=timeout, rate=rate)
    site = Site.from_environment()
    try:
        with open_client(check_identity(identity), patience) as client:
            number = cik or find_company(company or "", client, site)
            listing = list_filings(number, client, site, forms=forms or ("8-K",), since=_day(since), until=_day(until))
            sys.exit(_save_all(listing, client, site, output))
    except FetchError as error:
        _tell(str(error))
        sys.exit(2 if isinstance(error, _MISUSE) else 1)
    except OSError as error:
        raise click.ClickException(f"cannot write to {output}: {error.strerror or error}") from error


def _save_all(listing: Listing, client: Client, site: Site, output: Path) -> int:
    """The exit status; tells of each failure when it happens, and at the end how many of what there was."""
    tally, status = Tally(), 0
    try:
        with show_progress(listing.company, len(listing.filings)) as advance:
            for outcome in fetch_releases(listing, client, site, output):
                tally.add(outcome)
                _tell_of(outcome)
                advance()
    except KeyboardInterrupt:
        _tell("interrupted: the same command goes on from here")
        status = _INTERRUPTED
    except FetchError as error:
        _tell(str(error))
        status = 1
    click.echo(f"{printable(listing.company)} (CIK {listing.cik}): {tally}; manifest: {output / MANIFEST}")
    return status or (1 if tally.failed else 0)


def _tell_of(outcome: Outcome) -> None:
    filing = outcome.filing
    if outcome.failure is not None:
        _tell(f"{filing.form} {filing.accession} of {filing.filed_on}: {outcome.failure}")
    for entry in outcome.entries if outcome.new else ():
        if entry.exhibit is not None and entry.note is not None:
            _tell(f"{filing.form} {filing.accession} of {filing.filed_on}: {entry.exhibit} is {entry.note}: not saved")


def _tell(text: str) -> None:
    click.echo(f"topline: {text}", err=True)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
