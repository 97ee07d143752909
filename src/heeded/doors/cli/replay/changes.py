"""What a moment changed, as the page tells it: what is asked, what is late, what stands in the way."""

from __future__ import annotations

from collections.abc import Iterable

from heeded.casework.judging.judge import Judged
from heeded.casework.replay import Change, Moment, Replay
from heeded.core.evaluation.because import asks
from heeded.core.evaluation.finding import Finding, Verdict, Why
from heeded.core.procedures.rule import Duty, Occurrence
from heeded.doors.cli.replay.page import Page
from heeded.doors.cli.replay.words import called, listed, opening, owed_by, person, unaware

SAID = {
    Verdict.DUE: "Asked",
    Verdict.OVERDUE: "OVERDUE",
    Verdict.MISSED: "MISSED",
    Verdict.BROKEN: "BROKEN",
    Verdict.KEPT_LATE: "Kept late",
    Verdict.DEPARTED: "Set aside",
    Verdict.OVERRIDE: "Overridden",
    Verdict.VOID: "Fell away",
    Verdict.NOT_ASSESSABLE: "Unclear",
}
"""The word before a change; what was kept in time is only listed."""
WRONG = (Verdict.OVERDUE, Verdict.MISSED, Verdict.BROKEN)


class Changes:
    """Prints what each moment changed; what stands in the way only when that is news."""

    def __init__(self, told: Replay, page: Page) -> None:
        self._told = told
        self._page = page
        self._gates = ""

    def write(self, moment: Moment) -> None:
        """Print what changed at a moment, what stands in the way, and what stands open after it."""
        ground = ""
        for alike in self._in_order_of_ground(_groups(moment.changes)):
            ground = self._write_change(alike, ground, moment.second)
        for change in moment.changes:
            if change.gone:
                self._page.labelled("Taken back", f"{called(change.judged.rule)}: its ground is no more.")
        self._write_list("Kept", [c for c in moment.changes if _verdict(c) is Verdict.KEPT], "")
        unheard = [change for change in moment.changes if _unheard(change)]
        self._write_list("Unheard", unheard, ": whoever would owe it does not know yet")
        self._write_gates(moment)
        if moment.open:
            self._page.labelled("Open", _open(moment))

    def _write_change(self, alike: list[Change], ground: str, now: int) -> str:
        """Print one rule's change, below what it rests on; give what it rests on."""
        judged = alike[0].judged
        verdict, page = judged.finding.verdict, self._page
        nobody = alike[0].before is not None and verdict is Verdict.OVERDUE
        own = "" if nobody else self._ground(judged)
        if own and own != ground:
            page.paragraph(f"Because {own}:")
        claim = self._undone(judged) if nobody else judged.claim.removesuffix(": not yet due")
        more = self._unaware(judged, now) + self._also(alike)
        words = f"{called(judged.rule)}{self._about(alike)}: {claim}.{more}"
        page.labelled(SAID[verdict], words, "bold red" if verdict in WRONG else "bold")
        return own

    def _unaware(self, judged: Judged, now: int) -> str:
        """Who is said to owe it and knows nothing of what began it; in the view of one agency, left out."""
        asked = judged.finding.verdict in (Verdict.DUE, Verdict.OVERDUE)
        who = unaware(self._told, judged.finding, now) if asked and self._told.known_to is None else ""
        if not who:
            return ""
        knows = "do not know" if " and " in who else "does not know"
        still = "" if judged.finding.verdict is Verdict.DUE else " even now"
        return f" {opening(who)} {knows} of it{still}."

    def _undone(self, judged: Judged) -> str:
        whose = owed_by(self._told, judged.finding)
        return f"{whose} owed {asks(judged.rule)}, and the record holds none"

    def _ground(self, judged: Judged) -> str:
        """What a finding rests on, in short where its entry stands on the page already."""
        entries = self._told.scenario.chronology.entries
        entry = next((entry for entry in entries if entry.id == judged.finding.trigger), None)
        if entry is None:
            return judged.ground
        event = self._told.scenario.event_of(entry.id)
        number = f" in {event.id}" if event else ""
        return f"of “{entry.kind}”{number}{self._after(judged)}"

    def _after(self, judged: Judged) -> str:
        """The earlier events that a rule on the second of its kind counts."""
        form = judged.rule.form
        if not isinstance(form, Duty) or not isinstance(form.when, Occurrence) or form.when.nth is None:
            return ""
        found = (self._told.scenario.event_of(entry) for entry in judged.entries[1:])
        return f", after {listed(event.id for event in found if event)}"

    def _in_order_of_ground(self, groups: list[list[Change]]) -> list[list[Change]]:
        """Each ground stands once, over all that follows from it."""
        grounds = list(dict.fromkeys(self._ground(each[0].judged) for each in groups))
        return sorted(groups, key=lambda each: grounds.index(self._ground(each[0].judged)))

    def _about(self, alike: list[Change]) -> str:
        """The adults whom a rule was judged for, one by one."""
        chronology = self._told.scenario.chronology
        people = [
            person(chronology, each.judged.finding.about) for each in alike if each.judged.finding.about
        ]
        return f", for {listed(people)}" if people else ""

    def _also(self, alike: list[Change]) -> str:
        chronology = self._told.scenario.chronology
        whom = list(dict.fromkeys(person(chronology, change.judged.finding.child) for change in alike))
        grounds = list(dict.fromkeys(self._ground(change.judged) for change in alike))
        same = f" The same for {listed(whom[1:])}." if len(whom) > 1 else ""
        return same + (f" So also because {listed(grounds[1:])}." if len(grounds) > 1 else "")

    def _whom(self, finding: Finding) -> str:
        chronology = self._told.scenario.chronology
        about = f", about {person(chronology, finding.about)}" if finding.about else ""
        return f"{person(chronology, finding.child)}{about}"

    def _write_list(self, label: str, changes: list[Change], tail: str) -> None:
        if changes:
            self._page.labelled(label, f"{listed(called(change.judged.rule) for change in changes)}{tail}.")

    def _write_gates(self, moment: Moment) -> None:
        """What each gate guards, with its number and for whom."""
        alike: dict[tuple[str, str], list[str]] = {}
        for gate in moment.gates:
            rule = gate.judged.rule
            guarded = rule.guards or listed(f"“{act}”" for act in gate.acts)
            alike.setdefault((rule.ref or rule.name, guarded), []).append(self._whom(gate.judged.finding))
        said = "; ".join(f"{ref} before {guarded} ({listed(whom)})" for (ref, guarded), whom in alike.items())
        if moment.happened and said != self._gates:
            self._page.labelled("In the way", f"{said or 'no gate any more'}.")
            self._gates = said


def _verdict(change: Change) -> Verdict | None:
    return None if change.gone else change.judged.finding.verdict


def _unheard(change: Change) -> bool:
    return not change.gone and change.judged.finding.why is Why.NOT_KNOWN


def _groups(changes: Iterable[Change]) -> list[list[Change]]:
    """Changes put together where one rule came to one verdict for several children or people at once."""
    alike: dict[tuple[str, Verdict, int | None], list[Change]] = {}
    for change in changes:
        finding = change.judged.finding
        if _verdict(change) not in (None, Verdict.KEPT) and not _unheard(change):
            alike.setdefault((finding.rule, finding.verdict, finding.due), []).append(change)
    return list(alike.values())


def _open(moment: Moment) -> str:
    said = []
    for verdict in (Verdict.OVERDUE, Verdict.DUE):
        judged = [each for each in moment.open if each.finding.verdict is verdict]
        refs = ", ".join(dict.fromkeys(each.rule.ref or each.rule.name for each in judged))
        named = f" ({refs})" if moment.happened else ""
        said += [f"{len(judged)} {verdict}{named}"] if judged else []
    return "; ".join(said) + "."
