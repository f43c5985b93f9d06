"""What a record tells, without where it stands: the same for all forms of one release."""

from collections.abc import Callable
from typing import Any

from visible_text import plain, seen

from topline.records import Event, ReleaseRecord, Span, Statement


def facts(record: ReleaseRecord, source: str, *, markup: bool) -> dict[str, Any]:
    """Values that compare, by kind; words with their blanks folded."""
    mentions = {m.id: folded(m.text) for m in record.mentions}
    release = record.release
    period = release.period
    return {
        "release": (release.company, release.ticker, release.exchange, folded(release.headline or ""),
                    release.released_on, period and (period.start, period.end, period.label)),
        "events": [_event(e, mentions, lambda span: shown(span, source, markup=markup)) for e in record.events],
        "statements": [_statement(s) for s in record.statements],
        "links": [(mentions[link.mention], link.relation, link.cells, link.stated, link.computed)
                  for link in record.links],
    }  # fmt: skip


def folded(text: str) -> str:
    return " ".join(text.split())


def shown(span: Span, source: str, *, markup: bool) -> str:
    """What a person sees there, without its blanks."""
    return plain(seen(source[span.start : span.end], markup=markup))


def _event(event: Event, mentions: dict[str, str], told: Callable[[Span], str]) -> tuple[object, ...]:
    return (
        told(event.trigger),
        [told(span) for span in event.evidence],
        event.type,
        event.status,
        event.polarity,
        (event.date.start, event.date.end, event.date.basis) if event.date else None,
        [(a.role, a.value, a.low, a.high, a.currency) for a in event.amounts],
        {role: [mentions[i] for i in ids] for role, ids in sorted(event.roles.items())},
    )


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "kind": statement.kind,
        "scale": statement.scale,
        "currency": statement.currency,
        "columns": [
            (c.label, (c.period.start, c.period.end) if c.period else None, c.instant) for c in statement.columns
        ],
        "rows": [
            (folded(r.label), r.section, r.concept, [(c.column, _bare(c.raw), c.value, c.unit, c.nil) for c in r.cells])
            for r in statement.rows
        ],
        "checks": [(c.total, c.parts, c.holds) for c in statement.checks],
    }


def _bare(raw: str) -> str:
    return "".join(raw.split())
