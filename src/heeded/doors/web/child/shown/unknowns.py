"""What is not known, as a page shows it: what each agency was asked, what came back, what nobody asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.bootstrap import door
from heeded.casework.looking import Opened
from heeded.core.chronology.people import Person
from heeded.core.chronology.view import Known
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns import MEANS, Asked, LeftOpen, Standing, Unknown, unknowns
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import name


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionShown:
    """A question, about whom it stands so with an agency, and the entries that were told unasked."""

    asks: str
    words: str
    about: tuple[str, ...]
    standing: str
    before: bool
    told: tuple[tuple[str, str], ...]
    why: str
    to_ask: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestShown:
    """A request to one agency: its entry, what was asked, how it stands, since when, and what came back."""

    entry: str
    key: str
    agency: str
    asked: str
    since: str
    silent: str
    reached: str
    due: str
    replies: tuple[tuple[str, str, str], ...]
    mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyShown:
    """An agency that would know, and each question to it. `own` is the reader's: it records what it knows."""

    id: str
    name: str
    own: bool
    questions: tuple[QuestionShown, ...]

    @property
    def to_ask(self) -> tuple[QuestionShown, ...]:
        """The questions that nobody has asked it since the episode at hand began."""
        return tuple(each for each in self.questions if each.to_ask)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownsShown:
    """Everything of that; false where there is nothing to show."""

    agencies: tuple[AgencyShown, ...]
    nobody: tuple[str, ...]
    requests: tuple[RequestShown, ...]
    injuries: tuple[tuple[str, tuple[str, ...]], ...]
    unverified: str
    means: tuple[str, ...] = MEANS

    def __bool__(self) -> bool:
        return bool(self.agencies or self.requests or self.injuries)


def unknowns_shown(opened: Opened, own: str, names: Names, now: int) -> UnknownsShown:
    """What is not known of an opened page's child, to a reader of agency `own`; `now` in seconds UTC."""
    found = unknowns(Seen.of(opened.whole, now), opened.child, now, door.agencies())
    people = opened.whole.people
    by_agency: dict[str, list[Unknown]] = {}
    for each in found.questions:
        by_agency.setdefault(each.agency, []).append(each)
    nobody = by_agency.pop("", [])
    return UnknownsShown(
        agencies=tuple(
            AgencyShown(
                id=agency,
                name=names.agency(agency),
                own=agency == own,
                questions=_questions(held, opened.child, people),
            )
            for agency, held in by_agency.items()
        ),
        nobody=tuple(dict.fromkeys(each.question.sector for each in nobody)),
        requests=tuple(_request(each, opened, own, names, now) for each in reversed(found.requests)),
        injuries=tuple(_injury(each, people) for each in reversed(found.injuries)),
        unverified="; ".join(dict.fromkeys(each.question.unverified for each in found.questions)),
    )


def _questions(held: list[Unknown], child: str, people: Mapping[str, Person]) -> tuple[QuestionShown, ...]:
    """Each question once for each way in which it stands, with everybody of whom it stands so."""
    alike: dict[tuple[str, Standing, bool], list[Unknown]] = {}
    for each in held:
        alike.setdefault((each.question.asks, each.standing, each.before), []).append(each)
    return tuple(
        QuestionShown(
            asks=asks,
            words=same[0].question.words,
            about=tuple(name(people.get(each.about)) for each in same if each.about != child),
            standing=str(standing),
            before=before,
            told=tuple((event.entry.id, event.entry.kind) for each in same for event in each.told),
            why=same[0].question.source,
            to_ask=same[0].to_ask,
        )
        for (asks, standing, before), same in alike.items()
    )


def _request(held: Asked, opened: Opened, own: str, names: Names, now: int) -> RequestShown:
    silent = held.standing is Standing.SILENT
    due = opened.due_of(held.request.root, held.agency) if silent else None
    asked = [held.words, *sorted(held.asks)]
    return RequestShown(
        entry=held.request.entry.id,
        key=held.key,
        agency=names.agency(held.agency),
        asked="; ".join(filter(None, asked)),
        since=moments.happened(held.request.entry.happened),
        silent=moments.stretch(now - held.since) if silent else "",
        reached="" if held.reached is None else moments.moment(held.reached),
        due="" if due is None else moments.moment(due),
        replies=tuple(_reply(each) for each in held.replies),
        mine=held.agency == own and silent and bool(held.key),
    )


def _reply(event: Known) -> tuple[str, str, str]:
    """An answer's entry, what it is with its moment, and its words."""
    facts = event.entry.facts
    if event.entry.kind == "information refused":
        what = _("refused")
    elif facts.get("nothing held") is True:
        what = _("answered that nothing is held")
    else:
        what = _("answered")
    words = str(facts.get("answer") or facts.get("reason") or "")
    return event.entry.id, f"{what}, {moments.happened(event.entry.happened)}", words


def _injury(held: LeftOpen, people: Mapping[str, Person]) -> tuple[str, tuple[str, ...]]:
    points = tuple(
        f"{name(people.get(point.person))}: {point.what}" if point.person else str(point.what)
        for point in held.points
    )
    return moments.happened(held.injury.seen[0].entry.happened), points
