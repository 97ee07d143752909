"""A line of a worklist: what somebody owes now, to whom, by when, and why."""

from __future__ import annotations

from dataclasses import dataclass

from heeded.core.evaluation.finding import Finding

OwedKey = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A finding that is due or overdue, as it stands on the list of one agency that owes it.

    `agency` is empty where no agency in the record answers for the child. `owed` says what is asked
    for, in the rule's plain words; `because` why, in a sentence with its exact terms; `cites` are the entries
    that this rests on. `since` is when it came to stand so (seconds UTC). `practitioner` is who in the agency
    carries the child's work, if known.
    """

    finding: Finding
    agency: str
    owed: str
    because: str
    cites: tuple[str, ...]
    since: int
    practitioner: str = ""

    @property
    def key(self) -> OwedKey:
        """What stays the same when it is judged again."""
        return owed_key(self.finding)


def owed_key(finding: Finding) -> OwedKey:
    """A finding's identity without its family, whose name changes when families turn out to be one."""
    return (
        finding.edition,
        finding.rule,
        finding.child,
        finding.key,
        finding.about,
        finding.trigger,
    )
