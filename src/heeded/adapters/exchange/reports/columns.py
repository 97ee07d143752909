"""The columns of an audit's table and of its findings: flat rows, the same in every format."""

from collections.abc import Iterator

from heeded.core.chronology.when import local
from heeded.core.effectiveness.audited import Audited, Line, RuleCounts
from heeded.core.effectiveness.share import Share

Cell = str | int | float | None
Row = dict[str, Cell]

TABLE: dict[str, type] = {
    **dict.fromkeys(("source", "rule", "ref", "tier", "owed_by"), str),
    **dict.fromkeys(("assessable", "kept", "kept_late", "overdue", "missed"), int),
    **dict.fromkeys(("departed", "void", "due", "not_assessable", "outside"), int),
    **dict.fromkeys(("share_kept", "share_low", "share_high"), float),
    **dict.fromkeys(("ripe", "ripe_kept"), int),
    **dict.fromkeys(("ripe_share", "ripe_low", "ripe_high"), float),
    **dict.fromkeys(
        ("why", "lacking", "unverified", "form", "sender", "since", "judged_at", "handbook"), str
    ),
    **dict.fromkeys(("children", "events", "refused"), int),
}
"""The columns of the table, a row for each rule of each source, and what they hold."""

FINDINGS: dict[str, type] = {
    **dict.fromkeys(
        ("source", "child", "rule", "ref", "edition", "verdict", "why", "counted", "owed_by"), str
    ),
    **dict.fromkeys(("key", "about", "arose", "due", "ended", "because", "entries"), str),
}
"""The columns of the findings, a row for each."""


def table_rows(audited: Audited) -> Iterator[Row]:
    """A row for each rule."""
    origin = audited.origin
    about: Row = {
        "form": origin.form,
        "sender": origin.sender,
        "since": None if origin.since is None else day(origin.since),
        "judged_at": moment(origin.until),
        "handbook": audited.handbook,
        "children": audited.children,
        "events": audited.events,
        "refused": sum(audited.refused.values()),
    }
    for rule in audited.rules:
        yield {"source": origin.name, **rule_row(rule), **about}


def rule_row(rule: RuleCounts) -> Row:
    """What an audit says of one rule, without the source."""
    counts = rule.counts
    kept, ripe = counts.share_kept, counts.share_kept_ripe
    return {
        "rule": rule.rule,
        "ref": rule.ref,
        "tier": rule.tier,
        "owed_by": rule.owed_by,
        "assessable": counts.assessable,
        "kept": counts.kept,
        "kept_late": counts.kept_late,
        "overdue": counts.overdue,
        "missed": counts.missed,
        "departed": counts.departed,
        "void": counts.void,
        "due": counts.due,
        "not_assessable": counts.not_assessable,
        "outside": sum(counts.outside.values()),
        **_share(kept, "share_kept", "share_low", "share_high"),
        "ripe": counts.assessable - counts.early,
        "ripe_kept": counts.kept - counts.early,
        **_share(ripe, "ripe_share", "ripe_low", "ripe_high"),
        "why": "; ".join(f"{why}: {count}" for why, count in counts.why.items()),
        "lacking": "; ".join(counts.lacking),
        "unverified": rule.unverified,
    }


def finding_row(line: Line) -> Row:
    """One finding; times in ISO 8601 with their offset, lists parted by semicolons."""
    return {
        "source": line.source,
        "child": line.child,
        "rule": line.rule,
        "ref": line.ref,
        "edition": line.edition,
        "verdict": line.verdict,
        "why": line.why,
        "counted": line.counted or "yes",
        "owed_by": line.owed_by,
        "key": line.key,
        "about": line.about,
        "arose": moment(line.arose),
        "due": None if line.due is None else moment(line.due),
        "ended": line.ended,
        "because": line.because,
        "entries": "; ".join(line.entries),
    }


def moment(second: int) -> str:
    """A moment in ISO 8601, local time with its offset."""
    return local(second).isoformat()


def day(second: int) -> str:
    """The local day of a moment, in ISO 8601."""
    return local(second).date().isoformat()


def _share(share: Share | None, *names: str) -> Row:
    """A share with the ends of its interval, rounded to a ten-thousandth."""
    values = (None, None, None) if share is None else (share.value, share.low, share.high)
    return {name: None if v is None else round(v, 4) for name, v in zip(names, values, strict=True)}
