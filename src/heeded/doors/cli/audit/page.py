"""An audit as a page of text that is readable at 80 columns, without colour."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping

from heeded.core.chronology.when import local
from heeded.core.effectiveness.audited import Audited, RuleCounts
from heeded.core.effectiveness.share import Share
from heeded.core.effectiveness.tally import Counts

WIDTH = 80
NOTABLE = 0.01
"""From what difference on the share of those whose time had run out is told beside the other."""
HEADING = (
    f"{'ref':<8}{'assessable':>10}{'kept':>8}{'late':>8}{'overdue':>9}{'missed':>8}  kept in time (95 %)"
)
MISSED = "Missed counts what ended unkept, and gates, bans and required contents that were broken."
CLOSING = (
    "These are counts of what the record shows, beside what was agreed. That two numbers stand beside each "
    "other does not say that one is because of the other. What is late here may have been put off for a "
    "good reason that this source cannot carry; what is not assessable was neither kept nor broken. An "
    "interval says how far chance alone could move a share, if each duty stood for itself; it says nothing "
    "of what was recorded wrongly. Nothing here ranks a child, a family or a worker."
)


def page(audited: Audited) -> str:
    """The page of one source."""
    return "\n".join(
        [*_head(audited), *_answered(audited), *_refused(audited), *_beyond(audited), *_end(audited)]
    )


def _head(audited: Audited) -> Iterator[str]:
    origin = audited.origin
    yield origin.name
    sender = f", from {origin.sender}" if origin.sender else ""
    yield from _wrapped(f"{origin.form[0].upper()}{origin.form[1:]}{sender}.")
    since = f"It tells in full of the time from {_day(origin.since)} on. " if origin.since is not None else ""
    yield from _wrapped(f"{since}Judged as at the end of {_day(origin.until)}.")
    editions = " and ".join(audited.editions) or "none"
    several = "s" if len(audited.editions) > 1 else ""
    yield from _wrapped(f"By: {audited.handbook}, edition{several} {editions}.")
    counts = f"{_count(audited.children, 'child', 'children')}, {_count(audited.events, 'event', 'events')}"
    refused, noted = sum(audited.refused.values()), sum(audited.noted.values())
    yield from _wrapped(f"{counts}; {refused:,} set aside as unusable, {noted:,} to be looked at.")


def _answered(audited: Audited) -> Iterator[str]:
    """The rules that the source can answer."""
    rules = [rule for rule in audited.rules if not rule.counts.lacking]
    yield ""
    yield f"WHAT THIS SOURCE CAN ANSWER: {_count(len(rules), 'rule', 'rules')} of {len(audited.rules)}"
    if not rules:
        yield from _wrapped("None: every rule needs to be told more than it carries.")
        return
    yield ""
    yield HEADING
    for rule in rules:
        yield from _row(rule, audited)


def _row(rule: RuleCounts, audited: Audited) -> Iterator[str]:
    counts = rule.counts
    numbers = f"{counts.assessable:>10,}{counts.kept:>8,}{counts.kept_late:>8,}"
    more = f"{counts.overdue:>9,}{counts.missed:>8,}"
    yield f"{rule.ref or '-':<8}{numbers}{more}  {_share(counts.share_kept)}"
    yield from _wrapped(f"{rule.rule} · {rule.tier}", 8)
    beside = ", ".join(_beside(counts, audited))
    if beside:
        yield from _wrapped(f"beside these: {beside}", 8)
    elif not counts.assessable:
        yield from _wrapped("there was no occasion for it", 8)
    if rule.unverified:
        yield from _wrapped(f"UNVERIFIED: {rule.unverified}", 8)


def _beside(counts: Counts, audited: Audited) -> Iterator[str]:
    """What stands beside the rate of a rule, part by part."""
    told = (
        ("not yet due", counts.due),
        ("void", counts.void),
        ("departed from with a reason", counts.departed),
        ("not assessable", counts.not_assessable),
    )
    for words, count in told:
        if count:
            why = f" ({_listed(counts.why)})" if words == "not assessable" and counts.why else ""
            yield f"{count:,} {words}{why}"
    if counts.outside and audited.origin.since is not None:
        before = _day(audited.origin.since)
        yield f"{sum(counts.outside.values()):,} that began before {before} ({_listed(counts.outside)})"
    ripe, kept = counts.share_kept_ripe, counts.share_kept
    if ripe and kept and abs(ripe.value - kept.value) >= NOTABLE:
        yield f"of the {ripe.whole:,} whose time had run out, {_share(ripe)} were kept"


def _beyond(audited: Audited) -> Iterator[str]:
    """The rules that the source cannot answer, each with what it would have to carry."""
    rules = [rule for rule in audited.rules if rule.counts.lacking]
    if not rules:
        return
    yield ""
    whom = _count(audited.children, "child", "children")
    yield f"NOT ASSESSABLE FROM THIS SOURCE, for any of its {whom}: {_count(len(rules), 'rule', 'rules')}"
    for rule in rules:
        yield f"{rule.ref or '-':<8}{rule.rule}"
        yield from _wrapped(f"it does not carry: {'; '.join(rule.counts.lacking)}", 8)


def _refused(audited: Audited) -> Iterator[str]:
    for heading, counts in (("SET ASIDE AS UNUSABLE", audited.refused), ("TO BE LOOKED AT", audited.noted)):
        if counts:
            yield ""
            yield f"{heading} (each line by line in refused.csv, with --out)"
            for reason, count in counts.items():
                yield from _wrapped(f"{count:>6,}  {reason}", 0, 8)


def _end(audited: Audited) -> Iterator[str]:
    yield ""
    yield "WHAT TO KEEP IN MIND"
    for limit in audited.origin.limits:
        yield from _wrapped(f"- {limit}", 2, 4)
    yield from _wrapped(f"- {MISSED}", 2, 4)
    if audited.not_in_force:
        count = _count(len(audited.not_in_force), "rule was", "rules were")
        yield from _wrapped(f"- {count} in force on no day of which it tells, and left out.", 2, 4)
    yield ""
    yield from _wrapped(CLOSING, 0)


def _share(share: Share | None) -> str:
    if share is None:
        return "-"
    return f"{share.value:.1%} ({share.low * 100:.1f}-{share.high * 100:.1f})".replace("%", " %")


def _day(second: int) -> str:
    day = local(second)
    return f"{day.day} {day:%B %Y}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _listed(counts: Mapping[str, int]) -> str:
    return "; ".join(f"{count:,} {words}" for words, count in counts.items())


def _wrapped(text: str, indent: int = 2, hanging: int | None = None) -> Iterable[str]:
    later = " " * (indent if hanging is None else hanging)
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    )
