"""An audit as one JSON object, for programs."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from heeded.adapters.exchange.reports.columns import day, moment, rule_row
from heeded.core.effectiveness.audited import Audited, RuleCounts

FORM = 1
"""The version of the object's form, raised when a key changes its meaning."""
SUMMED = (
    *("assessable", "kept", "kept_late", "overdue", "missed", "departed", "void", "due", "not_assessable"),
    *("outside", "ripe", "ripe_kept"),
)


def record_of(audits: Iterable[Audited]) -> dict[str, Any]:
    """One object for all audits of a run.

    For one source its audit as it is. For several the counts of all, and each audit whole under
    `files`: a child who is in several files, or a duty, then counts once in each.
    """
    records = [_record(audited) for audited in audits]
    if len(records) == 1:
        return {"form_version": FORM, **records[0]}
    return {
        "form_version": FORM,
        "source": ", ".join(record["source"] for record in records),
        **{name: sum(record[name] for record in records) for name in ("children", "events", "refused")},
        "rules": _summed(records),
        "files": records,
    }


def _record(audited: Audited) -> dict[str, Any]:
    origin = audited.origin
    return {
        "source": origin.name,
        "form": origin.form,
        "sender": origin.sender,
        "since": None if origin.since is None else day(origin.since),
        "judged_at": moment(origin.until),
        "handbook": audited.handbook,
        "editions": list(audited.editions),
        "children": audited.children,
        "events": audited.events,
        "refused": sum(audited.refused.values()),
        "refused_by_reason": dict(audited.refused),
        "noted_by_reason": dict(audited.noted),
        "limits": list(origin.limits),
        "rules": [_rule(rule) for rule in audited.rules],
        "not_in_force": list(audited.not_in_force),
    }


def _rule(rule: RuleCounts) -> dict[str, Any]:
    return {
        **rule_row(rule),
        "agreed": rule.agreed,
        "outside_by_verdict": dict(rule.counts.outside),
        "why": dict(rule.counts.why),
        "lacking": list(rule.counts.lacking),
    }


def _summed(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The counts of each rule over all sources, without shares: those stand with each source."""
    sums: dict[tuple[str, str], Counter[str]] = {}
    for record in records:
        for rule in record["rules"]:
            counts = sums.setdefault((rule["rule"], rule["ref"]), Counter())
            counts.update({name: rule[name] for name in SUMMED})
    return [
        {"rule": rule, "ref": ref, **{name: counts[name] for name in SUMMED}}
        for (rule, ref), counts in sums.items()
    ]
