"""A strategy discussion as its room and its minutes show it: made from entries and from nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from heeded.bootstrap import open_handbook
from heeded.casework.looking import Opened
from heeded.casework.meeting import asked_of
from heeded.core.chronology.people import Person
from heeded.core.chronology.view import Known
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.evidence.disagreement.answers import VIEW
from heeded.core.evidence.discussions import Discussion
from heeded.core.evidence.unknowns.requests import GIVEN
from heeded.core.procedures.rule import Rule
from heeded.doors.web.child.shown.disagreements import DisagreementShown, disagreements_shown, without_ids
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import facts, words

_SAID_ALONE = ("answer", "to", "reason", "nothing held")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldShown:
    """Something that was said: its entry, by whom and when, in which words; when it was corrected."""

    entry: str
    kind: str
    who: str
    agency: str
    when: str
    words: str
    facts: tuple[tuple[str, str], ...]
    corrected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedShown:
    """An agency that was asked to come, how it is rung, and whether it has said anything."""

    name: str
    telephone: str
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedShown:
    """A role that the agreements ask for: under which clauses, whether nobody checked them, and who came."""

    role: str
    clauses: tuple[tuple[str, str], ...]
    came: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionShown:
    """A discussion, whole; `missing` are those who had to come and neither came nor were heard."""

    id: str
    open: bool
    convenor: str
    mine: bool
    called: tuple[ToldShown, ...]
    asked: tuple[AskedShown, ...]
    wanted: tuple[WantedShown, ...]
    also: tuple[tuple[str, str], ...]
    told: tuple[ToldShown, ...]
    held: tuple[ToldShown, ...]
    decided: tuple[ToldShown, ...]
    resting: tuple[tuple[str, str, tuple[str, ...]], ...]
    dissent: tuple[DisagreementShown, ...]
    sent: tuple[str, ...]
    missing: tuple[str, ...]
    follows: tuple[tuple[str, str, str], ...]


def discussion_shown(
    opened: Opened, held: Discussion, reader: str, names: Names, now: int
) -> DiscussionShown:
    """A discussion from an opened record, to a reader of that agency, at a moment (seconds UTC)."""
    people = opened.whole.people
    wanted, also = _wanted(opened, held, now)
    theirs = {each.key for each in held.dissent}
    return DiscussionShown(
        id=held.id,
        open=held.open,
        convenor=names.agency(held.convenor),
        mine=held.convenor == reader,
        called=tuple(_told(each, people, names) for each in held.called),
        asked=_asked(opened, held, names),
        wanted=wanted,
        also=also,
        told=tuple(_told(each, people, names) for each in sorted(held.told, key=_turn)),
        held=tuple(_told(each, people, names) for each in held.held),
        decided=tuple(_told(each, people, names) for each in held.decided),
        resting=tuple(
            (
                each.assumption.words or words(each.assumption.condition),
                each.assumption.condition,
                tuple(
                    f"{event.entry.kind}, {moments.happened(event.entry.happened)}" for event in each.against
                ),
            )
            for each in held.resting
        ),
        dissent=tuple(each for each in disagreements_shown(opened, names) if each.key in theirs),
        sent=tuple(moments.happened(each.entry.happened) for each in held.sent),
        missing=tuple(each.role for each in wanted if not each.came) if held.held else (),
        follows=_follows(opened, held, names),
    )


def _turn(event: Known) -> tuple[int, bool]:
    """When somebody spoke; of what they said at once, what they know stands before their view."""
    return event.entry.happened.earliest, event.entry.kind == VIEW


def _told(event: Known, people: Mapping[str, Person], names: Names) -> ToldShown:
    entry = event.entry
    source, said = entry.source, without_ids(entry)
    alone = _SAID_ALONE if entry.kind == GIVEN else ()
    spoken = str(said.get("answer", "")) if entry.kind == GIVEN else ""
    if entry.kind == GIVEN and said.get("nothing held") is True:
        spoken = _("We looked, and hold nothing.")
    if entry.kind == VIEW:
        said = {fact: value for fact, value in said.items() if fact != "answers"}
    first, order = event.chain[0], KINDS[entry.kind].field_names()
    said = {fact: said[fact] for fact in sorted(said, key=order.index) if fact not in alone}
    return ToldShown(
        entry=entry.id,
        kind=entry.kind,
        who=", ".join(filter(None, (names.practitioner(source.practitioner), source.role))),
        agency=names.agency(source.agency),
        when=moments.happened(entry.happened),
        words=spoken,
        facts=facts(entry.kind, said, people),
        corrected=moments.moment(entry.told) if first.id != entry.id else "",
    )


def _asked(opened: Opened, held: Discussion, names: Names) -> tuple[AskedShown, ...]:
    telephones = {each.agency.id: each.telephone for each in opened.contacts}
    spoke = {each.entry.source.agency for each in held.told}
    asked = dict.fromkeys(str(each.entry.facts.get("one agency", "")) for each in held.asked)
    return tuple(
        AskedShown(name=names.agency(each), telephone=telephones.get(each, ""), answered=each in spoke)
        for each in asked
        if each
    )


def _wanted(
    opened: Opened, held: Discussion, now: int
) -> tuple[tuple[WantedShown, ...], tuple[tuple[str, str], ...]]:
    """Who must come under the agreements, as the record stood when it was held or stands now; what else."""
    at = min((each.chain[0].told for each in held.held), default=now)
    mine = {version.id for each in held.held for version in each.chain}
    entries = tuple(each for each in opened.read if each.told <= at and each.id not in mine)
    known = replace(opened.whole, entries=entries)
    asks = asked_of(known, opened.child, held.convenor, open_handbook(), at)
    attended, heard = (_roles(held, name) for name in ("attended by", "absent but heard"))
    wanted = tuple(
        WantedShown(
            role=role,
            clauses=tuple(_clause(rule) for rule in rules),
            came=_("took part")
            if role in attended
            else _("was away, and was heard")
            if role in heard
            else "",
        )
        for role, rules in asks.must_attend.items()
    )
    return wanted, tuple(_clause(rule) for rule in asks.also)


def _roles(held: Discussion, fact: str) -> set[str]:
    found = (each.entry.facts.get(fact) for each in held.held)
    return {role for roles in found if isinstance(roles, frozenset) for role in roles}


def _clause(rule: Rule) -> tuple[str, str]:
    return rule.agreed or rule.name, rule.unverified


def _follows(opened: Opened, held: Discussion, names: Names) -> tuple[tuple[str, str, str], ...]:
    """What is owed because of what was decided: what, by whom, by when."""
    entries = {version.id for each in (*held.held, *held.decided) for version in each.chain}
    lines = (line.owed for line in opened.owed if entries & {line.owed.finding.trigger, *line.owed.cites})
    return tuple(
        (
            line.owed,
            ", ".join(filter(None, (names.agency(line.agency), names.practitioner(line.practitioner)))),
            "" if line.finding.due is None else moments.moment(line.finding.due),
        )
        for line in lines
    )
