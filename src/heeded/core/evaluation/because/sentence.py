"""The sentence of a finding: what happened, what was owed for it by whom, and what became of that."""

from __future__ import annotations

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary import DRAWN
from heeded.core.chronology.when import local
from heeded.core.evaluation.because.asked import asked_words, content_words, lacking, needed_words
from heeded.core.evaluation.because.earlier import Earlier
from heeded.core.evaluation.because.moments import late_words, moment_words, when_words
from heeded.core.evaluation.because.told import Told, owes, owner
from heeded.core.evaluation.because.whose import whose
from heeded.core.evaluation.finding import Finding, Verdict, Why
from heeded.core.evidence.disagreement.held import opposed
from heeded.core.evidence.drawn import with_drawn
from heeded.core.procedures.clauses import drawn_by
from heeded.core.procedures.handbook import Handbook
from heeded.core.procedures.pattern import Patterns
from heeded.core.procedures.rule import (
    Ban,
    Content,
    Duty,
    Gate,
    Occurrence,
    OfFinding,
    Recurring,
    Rule,
    StatedDay,
    Within,
)
from heeded.core.procedures.wording import listed


class Because:
    """Says why, for findings on one family's record as it was known at a moment.

    The findings must carry what they cite, as the definition gives them. `known_at` in seconds UTC.
    """

    def __init__(
        self,
        chronology: Chronology,
        handbook: Handbook,
        known_to: str | None = None,
        known_at: int | None = None,
    ) -> None:
        now = known_at
        if now is None:
            now = max((entry.first_known for entry in chronology.entries), default=0)
        chronology = with_drawn(chronology, now, known_to, known_at, drawn_by(handbook.rules))
        self._handbook = handbook
        self._chronology = chronology
        view = chronology.as_known(known_at, known_to)
        self._events = {event.root: event for event in view}
        self._against = opposed(view)
        self._told = Told(chronology, self._against)
        self._earlier = Earlier(chronology, handbook, now, known_to)

    def sentence(self, finding: Finding) -> str:
        """One plain sentence; KeyError where the finding's rule is not in the handbook."""
        ground, claim = self.parts(finding)
        return f"Because {ground}, {claim}."

    def parts(self, finding: Finding) -> tuple[str, str]:
        """The sentence in two: what happened, and what the rule asked for it with what became of that."""
        rule = rule_of(self._handbook, finding)
        match rule.form:
            case Gate() as form:
                return self._ground(finding, rule, form.before), self._gate(finding, form)
            case Ban() as form:
                return self._ground(finding, rule, form.never), self._ban(finding, rule)
            case Content() as form:
                return self._ground(finding, rule, form.when), self._content(finding, form)
            case Duty() as form:
                when = form.when.patterns if isinstance(form.when, Occurrence) else ()
                owed = self._owed(finding, asked_words(form.must), form.within)
                return self._ground(finding, rule, when), f"{owed}{self._outcome(finding)}"
            case Recurring() as form:
                begins = (*rule.scope.begins, *form.must) if rule.scope else form.must
                owed = self._owed(finding, asked_words(form.must), None)
                return self._ground(finding, rule, begins), f"{owed}{self._outcome(finding)}"

    def entries(self, finding: Finding) -> tuple[str, ...]:
        """The ids of the entries that the finding rests on, what began it first, each once."""
        before = (event.root for event in self._earlier.events(finding, rule_of(self._handbook, finding)))
        roots = [finding.trigger, *before, *(cited.root for cited in finding.cited)]
        behind = [each for root in roots if root in self._events for each in self._behind(root)]
        entries = (self._events[root].entry for root in behind if root in self._events)
        opposite = (each.id for entry in entries for each in self._against.get(entry.id, ()))
        return tuple(dict.fromkeys((*behind, *opposite)))

    def grounds(self, finding: Finding) -> tuple[str, ...]:
        """The ids of the entries that its trigger is or, where the record drew that, of those behind it."""
        return self._behind(finding.trigger) if finding.trigger in self._events else ()

    def _behind(self, root: str) -> tuple[str, ...]:
        """The entries that an event stands for: itself, or those from which it was drawn."""
        rests_on = self._events[root].entry.facts.get("rests on")
        if self._events[root].entry.kind not in DRAWN or not isinstance(rests_on, frozenset):
            return (root,)
        return tuple(sorted(rests_on, key=lambda each: self._events[each].order))

    def _ground(self, finding: Finding, rule: Rule, asked: Patterns) -> str:
        event = self._events.get(finding.trigger)
        if event is None:
            return self._spoilt(finding, rule)
        counted = self._nth(finding, rule)
        whose = self._for_whom(finding, event)
        return f"{self._told.entry(event.entry, asked)}{counted}{whose}"

    def _spoilt(self, finding: Finding, rule: Rule) -> str:
        of = rule.form.when if isinstance(rule.form, Duty) else None
        what = f"“{of.rule}” was {of.spoilt}" if isinstance(of, OfFinding) else f"of {finding.trigger}"
        return f"{what} for {self._told.person(finding.child)} {_at(finding.arose)}"

    def _nth(self, finding: Finding, rule: Rule) -> str:
        """The earlier events that a rule on the second or third of its kind counts."""
        before = [
            f"“{event.entry.kind}” {when_words(event.entry.happened)} "
            f"({self._told.agency(event.entry.source.agency)})"
            for event in self._earlier.events(finding, rule)
        ]
        return f", after {listed(before, 'and')}" if before else ""

    def _for_whom(self, finding: Finding, event: Known) -> str:
        if finding.child != event.entry.child:
            return f", and {self._told.person(finding.child)} was in the same household"
        if finding.about:
            return f", and {self._told.person(finding.about)} had access"
        return ""

    def _owed(self, finding: Finding, what: str, within: Within | StatedDay | None) -> str:
        verb = owes(finding.owed_by) if finding.verdict is Verdict.DUE else "owed"
        owing = whose(finding, self._chronology)
        named = owner(self._chronology, finding.owed_by, finding.child, whose=owing)
        whom = f" for {self._told.person(finding.child)}" if self._about_another(finding) else ""
        return f"{named} {verb} {what}{whom}{self._by(finding, within)}"

    def _about_another(self, finding: Finding) -> bool:
        event = self._events.get(finding.trigger)
        return event is not None and event.entry.child != finding.child

    def _by(self, finding: Finding, within: Within | StatedDay | None) -> str:
        if finding.due is None:
            return ""
        return f" by {moment_words(finding.due)}{self._amount(finding, within)}"

    def _amount(self, finding: Finding, within: Within | StatedDay | None) -> str:
        if within is None:
            return ""
        if isinstance(within, StatedDay):
            return ", the day stated"
        area = self._chronology.area_of(finding.child)
        amount = self._handbook.how_long(within, local(finding.arose).date(), area)
        knowing = " of knowing" if within.of_knowing else ""
        return f" ({amount}{knowing})" if amount else ""

    def _outcome(self, finding: Finding) -> str:
        ended = self._events.get(finding.ended or "")
        match finding.verdict:
            case Verdict.DUE:
                return ": not yet due"
            case Verdict.OVERDUE:
                return ": the record holds none"
            case Verdict.KEPT | Verdict.KEPT_LATE if ended:
                return f": {self._told.entry(ended.entry, briefly=True)}{_how_late(finding, ended)}"
            case Verdict.VOID if ended:
                return f": the need fell away, since {self._told.entry(ended.entry, briefly=True)}"
            case Verdict.MISSED if ended:
                return f": none came before {self._told.entry(ended.entry, briefly=True)}"
            case _:
                return self._set_aside(finding)

    def _set_aside(self, finding: Finding) -> str:
        departure = self._events.get(finding.departure or "")
        if finding.why is not None:
            return f": whether it was done cannot be said, because {self._why(finding)}"
        if departure is None:
            return ""
        facts = departure.entry.facts
        by = facts.get("authorised by") or self._told.agency(departure.entry.source.agency)
        reason = f", saying “{facts['reason']}”" if facts.get("reason") else ", and gave no reason"
        return f": {by} set it aside {when_words(departure.entry.happened)}{reason}"

    def _why(self, finding: Finding) -> str:
        return (
            f"{finding.why}"
            if finding.why is not Why.NO_AMOUNT
            else "no deadline had been agreed for that day"
        )

    def _gate(self, finding: Finding, form: Gate) -> str:
        looked = self._cited(finding, "since")
        after = f", after {self._told.entry(looked[-1].entry)}" if looked else ""
        needed = f"there first had to be {needed_words(form.need)}{after}"
        done = self._cited(finding, "need")
        match finding.verdict:
            case Verdict.KEPT if done:
                return f"{needed}: {self._told.entry(done[-1].entry, briefly=True)}"
            case Verdict.KEPT | Verdict.BROKEN as verdict:
                return f"{needed}: {'it was there' if verdict is Verdict.KEPT else 'the record holds none'}"
            case _:
                return f"{needed}{self._set_aside(finding)}"

    def _ban(self, finding: Finding, rule: Rule) -> str:
        ends = asked_words(rule.scope.ends) if rule.scope else "nothing"
        standing = self._cited(finding, "while")
        since = f", since {self._told.entry(standing[-1].entry)}" if standing else ""
        waited = f"it had to wait for {ends}{since}"
        match finding.verdict:
            case Verdict.KEPT:
                return f"{waited}: nothing stood in its way"
            case Verdict.BROKEN:
                return f"{waited}: it did not wait"
            case _:
                return f"{waited}{self._set_aside(finding)}"

    def _content(self, finding: Finding, form: Content) -> str:
        event = self._events.get(finding.trigger)
        must = f"it must {content_words(form.conditions)}"
        match finding.verdict:
            case Verdict.KEPT:
                return f"{must}: it does"
            case Verdict.BROKEN if event is not None:
                return f"{must}: it does not {content_words(lacking(event.entry, form.conditions))}"
            case _:
                return f"{must}{self._set_aside(finding)}"

    def _cited(self, finding: Finding, clause: str) -> list[Known]:
        """The events that a finding cites for a clause, in the order of the citations."""
        roots = (cited.root for cited in finding.cited if cited.clause == clause)
        return [self._events[root] for root in roots if root in self._events]


def rule_of(handbook: Handbook, finding: Finding) -> Rule:
    """The wording of the rule that governed a finding; KeyError where the handbook has none."""
    day = local(finding.arose).date()
    named = [rule for rule in handbook.rules if rule.name == finding.rule]
    found = next((rule for rule in named if rule.in_force(day)), None)
    if found is None:
        raise KeyError(f"no rule “{finding.rule}” governed {day} in this handbook")
    return found


def _at(second: int) -> str:
    return f"on {moment_words(second)}"


def _how_late(finding: Finding, ended: Known) -> str:
    """Whether what was owed came in time, and whether it was told in time."""
    if finding.due is None:
        return ""
    done = ended.entry.happened.earliest
    if done > finding.due:
        return f", {late_words(finding.due, done)} late"
    if ended.known > finding.due:
        return f", in time, but recorded {late_words(finding.due, ended.known)} late"
    return ", in time"
