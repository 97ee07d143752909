"""What is owed in a matter: which of a family's lines would bring it on, the first due first."""

from __future__ import annotations

from collections.abc import Sequence

from heeded.casework.hub.ladder import rung
from heeded.casework.ports.duties import Owed
from heeded.core.evidence.disagreement.held import Disagreement
from heeded.core.evidence.front_door import Matter, Stage
from heeded.core.evidence.front_door.steps import STEPS
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.rule import Duty

_OF_CHILD = ("child", "household")
"""By what a rule goes that speaks of no single referral."""


class Owing:
    """What is owed towards a family, under the handbook that says what each line asks for."""

    def __init__(self, owed: Sequence[Owed], handbook: Handbook) -> None:
        self._owed = owed
        self._handbook = handbook

    def first(self, matter: Matter) -> Owed | None:
        """What the agency in whose hands a matter is owes in it first; None where it owes nothing."""
        lines = [line for line in self._owed if line.agency == matter.agency and self._in(line, matter)]
        return min(lines, key=first_due, default=None)

    def of_dispute(self, held: Disagreement) -> list[Owed]:
        """The lines of the step that a disagreement is on now; those first due where no ladder leads up.

        That a step is overdue does not end it: the last to begin is where it is now.
        """
        lines = [line for line in self._owed if _about(line, held)]
        now_at = max(lines, key=self._step, default=None)
        if now_at is None or self._step(now_at) == 0:
            now_at = min(lines, key=first_due, default=None)
        same = [line for line in lines if now_at and line.finding.rule == now_at.finding.rule]
        return sorted(same, key=first_due)

    def _step(self, line: Owed) -> int:
        """The step of its ladder that a line is, from 1 on; 0 where it belongs to none."""
        found = rung(line.finding.rule, self._handbook)
        return found.number if found else 0

    def _in(self, line: Owed, matter: Matter) -> bool:
        """Whether a line is owed because of what was told in a matter, or would bring the matter on."""
        finding = line.finding
        if finding.child != matter.child:
            return False
        if finding.key == matter.key or not matter.of.isdisjoint(finding.trigger.split("/")):
            return True
        return matter.stage is not Stage.DECIDED and self._brings_on(finding.rule)

    def _brings_on(self, rule: str) -> bool:
        """Whether a rule of the whole child asks for something that brings matters on."""
        return any(
            pattern.kind in STEPS
            for each in self._handbook.rules_named(rule)
            if isinstance(each.form, Duty) and each.per in _OF_CHILD
            for pattern in each.form.must
        )


def _about(line: Owed, held: Disagreement) -> bool:
    finding = line.finding
    return finding.child == held.child and finding.key in held.names


def first_due(line: Owed) -> tuple[bool, int, str, str, str]:
    """The order of lines: what is due first, and what has no deadline last."""
    due = line.finding.due
    return (due is None, due or 0, line.finding.rule, line.agency, line.owed)
