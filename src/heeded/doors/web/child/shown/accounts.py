"""What was said, as a page shows it: explanations, disclosures that wait, and what came before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from heeded.casework.looking import Opened
from heeded.core.chronology.people import Person
from heeded.core.evidence.accounts import Disclosed, Explained, disclosed, explained
from heeded.core.evidence.episodes import Earlier, Recurring, earlier, recurring
from heeded.core.evidence.seen import Seen
from heeded.doors.web.child.shown.explained import ExplainedShown, SaidShown, explained_shown, said_shown
from heeded.doors.web.shown import moments
from heeded.doors.web.shown.names import Names
from heeded.doors.web.shown.people import name


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosedShown:
    """A disclosure, the answers to it, what none of them says, and the children who await a decision."""

    id: str
    child: str
    said: tuple[SaidShown, ...]
    answers: tuple[SaidShown, ...]
    missing: tuple[str, ...]
    awaiting: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeShown:
    """An earlier episode, and the entries of the readings of the history that name it with its effect."""

    title: str
    began: str
    ended: str
    children: tuple[str, ...]
    adults: tuple[str, ...]
    agencies: tuple[str, ...]
    entries: tuple[tuple[str, str], ...]
    named_in: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountsShown:
    """Everything of that which the reader of an opened page may see."""

    injuries: tuple[ExplainedShown, ...]
    disclosures: tuple[DisclosedShown, ...]
    episodes: tuple[EpisodeShown, ...]
    again: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.injuries or self.disclosures or self.episodes)


@dataclass(frozen=True, slots=True)
class Accounts:
    """What was said of injuries, what was disclosed, what came before: of each the latest first."""

    injuries: Sequence[Explained]
    disclosures: Sequence[Disclosed]
    episodes: Sequence[Earlier]


def told(opened: Opened, now: int) -> Accounts:
    """What an opened page holds of all three, at a moment (seconds UTC)."""
    seen = Seen.of(opened.whole, now)
    found = [each for each in explained(seen, now) if each.explanations or each.asked or each.pointed]
    return Accounts(found[::-1], disclosed(seen)[::-1], earlier(seen, opened.child)[::-1])


def accounts(held: Accounts, opened: Opened, names: Names, now: int) -> AccountsShown:
    """It, or some of it, as a page shows it."""
    people = opened.whole.people
    seen = Seen.of(opened.whole, now)
    return AccountsShown(
        injuries=tuple(explained_shown(each, seen, people, names) for each in held.injuries),
        disclosures=tuple(_disclosed(each, people, names) for each in held.disclosures),
        episodes=tuple(_episode(each, people, names) for each in held.episodes),
        again=_again(recurring(seen, opened.child, now), names),
    )


def _disclosed(each: Disclosed, people: Mapping[str, Person], names: Names) -> DisclosedShown:
    return DisclosedShown(
        id=each.said[0].entry.id,
        child=name(people.get(each.said[0].entry.child)),
        said=tuple(said_shown(event, people, names) for event in each.said),
        answers=tuple(said_shown(event, people, names) for event in each.weighed),
        missing=each.missing,
        awaiting=tuple(name(people.get(child.child)) for child in each.children if child.decided is None),
    )


def _episode(each: Earlier, people: Mapping[str, Person], names: Names) -> EpisodeShown:
    episode = each.episode
    return EpisodeShown(
        title=episode.title,
        began=moments.moment(episode.began),
        ended=moments.moment(episode.ended),
        children=tuple(name(people.get(child)) for child in episode.children),
        adults=tuple(name(people.get(adult)) for adult in episode.adults),
        agencies=tuple(names.agency(agency) for agency in episode.agencies),
        entries=tuple((event.entry.id, event.entry.kind) for event in episode.events),
        named_in=tuple(reading.entry.id for reading in each.named),
    )


def _again(held: Recurring, names: Names) -> tuple[str, ...]:
    """What came more than once in twelve months, in words; nothing where nothing did."""
    if not held.again:
        return ()
    counted = _(
        "In twelve months: referrals %(referrals)d, contacts %(contacts)d, closings %(closings)d."
    ) % {
        "referrals": len(held.referrals),
        "contacts": len(held.contacts),
        "closings": len(held.closings),
    }
    after = (
        _("After the closing of %(closed)s by %(agency)s came “%(kind)s”, %(when)s.")
        % {
            "closed": moments.happened(each.told[0].entry.happened),
            "agency": names.agency(each.told[0].entry.source.agency),
            "kind": each.after.entry.kind,
            "when": moments.happened(each.after.entry.happened),
        }
        for each in held.closings
        if each.after
    )
    return (counted, *after)
