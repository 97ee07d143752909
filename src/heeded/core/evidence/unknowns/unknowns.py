"""What is not known of a child, at a moment: answered, asked and silent, never asked, or nobody to ask."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from heeded.core.chronology.answering import answering
from heeded.core.chronology.people import Agency
from heeded.core.chronology.view import Known
from heeded.core.evidence.ages import completed_months
from heeded.core.evidence.episodes import episodes, of_household
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns.left_open import LeftOpen, left_open
from heeded.core.evidence.unknowns.questions import QUESTIONS, Question
from heeded.core.evidence.unknowns.requests import GIVEN, Asked, Standing, asked, standing

MEANS = (
    "Silence is no answer: only an agency that says that it holds nothing has said so, of what was asked.",
    "What an agency told unasked need not be all that it knows. There are questions that stand on no list.",
)
"""What a list of unknowns means, and what it never does."""
OCCASIONS = ("concern raised", "disclosure", "referral made")
"""The kinds of event that give rise to questions beside those that begin an episode."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A question about a child, or about an adult around them, as it stands with one agency.

    `about` is whom it is about; `agency` is empty where no agency of the sector takes part here. `asked` are
    the requests that put it to the agency, `told` what that agency told of the matter without being asked.
    `before` says that the last answer came before the episode at hand began.
    """

    question: Question
    about: str
    agency: str
    standing: Standing
    asked: tuple[Asked, ...]
    told: tuple[Known, ...]
    before: bool

    @property
    def to_ask(self) -> bool:
        """Whether nobody has asked it since the episode at hand began, and there is somebody to ask."""
        return self.standing in (Standing.NOT_ASKED, Standing.TOLD) or self.before

    @property
    def replies(self) -> tuple[Known, ...]:
        """What the agency answered to this question, in the order in which it was asked."""
        return tuple(reply for each in self.asked for reply in each.answer_to(self.question.asks))

    @property
    def since(self) -> int | None:
        """When it was last asked (seconds UTC); None where it was not."""
        return self.asked[-1].since if self.asked else None


@dataclass(frozen=True, slots=True)
class Unknowns:
    """Everything that may be asked of a child and what stands of it; nothing where nothing gave rise to it.

    `occasion` is when the episode at hand began (seconds UTC). `requests` are all that were made, those in
    words of their own included. `injuries` are the points that each injury leaves open.
    """

    child: str
    occasion: int | None
    questions: tuple[Unknown, ...]
    requests: tuple[Asked, ...]
    injuries: tuple[LeftOpen, ...]


def unknowns(seen: Seen, child: str, now: int, agencies: Mapping[str, Agency] | None = None) -> Unknowns:
    """What is not known of a child at a moment (seconds UTC), from what is seen.

    `agencies` are all that take part in the record (None: those of the chronology).
    """
    return replace(questions(seen, child, now, agencies), injuries=left_open(seen, child, now))


def questions(seen: Seen, child: str, now: int, agencies: Mapping[str, Agency] | None = None) -> Unknowns:
    """The questions and requests alone, without what each injury leaves open: for whoever only counts."""
    near = _near(seen, agencies)
    requests = asked(seen, child, near)
    occasion = _occasion(seen, child)
    found = () if occasion is None else tuple(_found(seen, child, now, occasion, near, requests))
    return Unknowns(child, occasion, found, requests, ())


def _near(seen: Seen, agencies: Mapping[str, Agency] | None) -> Mapping[str, Agency]:
    entries = [version for event in seen.events for version in event.chain]
    return answering(entries, seen.people.values(), seen.agencies if agencies is None else agencies)


def _occasion(seen: Seen, child: str) -> int | None:
    """When the episode at hand began: the last that is more than a closing, else the first worry."""
    begun = [
        each.began for each in episodes(seen, child) if not each.closing_only and not each.of_adults_alone
    ]
    worries = seen.of_kinds(OCCASIONS)
    near = of_household(seen, child)
    said = [each.entry.happened.earliest for each in worries if each.entry.child in near]
    return max(begun, default=min(said, default=None))


def _found(
    seen: Seen, child: str, now: int, occasion: int, near: Mapping[str, Agency], requests: tuple[Asked, ...]
) -> Iterator[Unknown]:
    area = seen.area(child)
    months = _months(seen, child, now)
    adults = _adults(seen, child)
    for question in QUESTIONS:
        if not question.suits(months):
            continue
        would_know = [each.id for each in near.values() if each.answers_for(question.sector, area)]
        for about in adults if question.of_adults else {child: occasion}:
            put = [each for each in requests if question.asks in each.asks]
            if question.of_adults:
                put = [each for each in put if adults[about] <= each.request.entry.happened.latest]
            for agency in would_know or [""]:
                made = tuple(each for each in put if each.agency == agency)
                told = tuple(_told(question, about, agency, occasion, seen)) if agency else ()
                yield _unknown(question, about, agency, occasion, made, told)


def _unknown(
    question: Question,
    about: str,
    agency: str,
    occasion: int,
    made: tuple[Asked, ...],
    told: tuple[Known, ...],
) -> Unknown:
    if made:
        last = made[-1].since
        replies = tuple(
            reply
            for each in made
            for reply in each.answer_to(question.asks)
            if reply.entry.happened.latest >= last
        )
        given = [each.entry.happened.latest for each in replies if each.entry.kind == GIVEN]
        before = bool(given) and max(given) < occasion
        return Unknown(question, about, agency, standing(replies), made, told, before)
    if not agency:
        return Unknown(question, about, agency, Standing.NOBODY, (), (), before=False)
    stands = Standing.TOLD if told else Standing.NOT_ASKED
    return Unknown(question, about, agency, stands, (), told, before=False)


def _told(question: Question, about: str, agency: str, occasion: int, seen: Seen) -> Iterator[Known]:
    """What an agency told of the matter, asked or not; of what came before, only what did."""
    for event in seen.of_kinds(question.kinds):
        entry = event.entry
        whom = entry.facts.get("person") if question.of_adults else entry.child
        earlier = not question.of_earlier or entry.happened.latest < occasion
        if entry.source.agency == agency and whom == about and earlier:
            yield event


def _months(seen: Seen, child: str, now: int) -> tuple[int, int] | None:
    person = seen.people.get(child)
    if person is None or person.born is None:
        return None
    months = completed_months(person.born, now)
    return months, months


def _adults(seen: Seen, child: str) -> dict[str, int]:
    """The adults who lived with the child or had access at any time, each with since when (seconds UTC)."""
    homes = {stay.group for stay in seen.households if stay.person == child}
    stays = [stay for stay in seen.households if stay.group in homes]
    stays += [stay for stay in seen.access if stay.group == child]
    found: dict[str, int] = {}
    for stay in stays:
        if stay.person and stay.person != child and not seen.is_child(stay.person):
            begun = stay.begin.happened.earliest
            found[stay.person] = min(begun, found.get(stay.person, begun))
    return dict(sorted(found.items()))
