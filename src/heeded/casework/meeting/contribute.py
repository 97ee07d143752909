"""Contribute to a strategy discussion: what one's own agency knows, and its view, in one's own name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heeded.casework.acting import Act, By, Desk, Done, NotNow, Telling, Under, Unfit, carry_out
from heeded.casework.acting.fit import require
from heeded.core.access import Operation, RecordClass
from heeded.core.access.bond import is_reason
from heeded.core.chronology.entry import Entry, Fact
from heeded.core.chronology.vocabulary.words import HARMED
from heeded.core.evidence.disagreement.answers import VIEW
from heeded.core.evidence.discussions import Discussion, discussions
from heeded.core.evidence.seen import Seen
from heeded.core.evidence.unknowns.requests import GIVEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What an agency brings to a discussion (its key): what it knows in words, or that it holds nothing.

    `conclusion`, where it is given, is the speaker's view on whether the child may be coming to harm, with
    its `strength` (where it is a concern) and `grounds`.
    """

    child: str
    meeting: str
    words: str = ""
    nothing_held: bool = False
    conclusion: str = ""
    strength: str = ""
    grounds: str = ""


def contribute(said: Contribution, by: By, desk: Desk) -> Done:
    """Write it down as an entry of one's own agency, and the view beside it; once under each request.

    NotNow where there is no such discussion, or it is held: what comes later is recorded as ever.
    """
    if not said.words.strip() and not said.nothing_held:
        raise Unfit(
            "the contribution",
            "it says nothing",
            "Say what your agency knows, or that it looked and holds nothing",
        )
    if said.words.strip() and said.nothing_held:
        raise Unfit(
            "the contribution",
            "it says what is known, and that nothing is held",
            "Take one of the two back",
        )
    act = Act(
        verb="contribute",
        operation=Operation.RECORD,
        record=RecordClass.OWN_ENTRY,
        told=Telling(
            kind=GIVEN,
            child=said.child,
            keys={"meeting": said.meeting},
            facts={"nothing held": True} if said.nothing_held else {"answer": said.words.strip()},
        ),
        also=(_view(said),) if said.conclusion else (),
        before=lambda under: _while_open(said.meeting, under),
        completes=lambda under, entry: _answering(said.meeting, under, entry),
    )
    return carry_out(act, by, desk)


def _view(said: Contribution) -> Telling:
    if not is_reason(said.grounds):
        raise Unfit(
            "the view", "it does not say why", "Give your grounds, in a sentence of five words or more"
        )
    facts: dict[str, Fact] = {
        "conclusion": said.conclusion,
        "answers": HARMED,
        "grounds": said.grounds.strip(),
    }
    if said.conclusion == "concern":
        facts["strength"] = said.strength
    told = Telling(kind=VIEW, child=said.child, keys={"meeting": said.meeting}, facts=facts)
    require(told, *(("strength",) if said.conclusion == "concern" else ()))
    return told


def the_discussion(meeting: str, under: Under) -> Discussion:
    """The discussion of that key about the child; NotNow where there is none."""
    found = discussions(Seen.of(under.chronology, under.by.now), under.child)
    held = next((each for each in found if each.key == meeting), None)
    if held is None:
        raise NotNow(
            "the strategy discussion",
            "the record holds none of this name about this child",
            "Open the child's record, and go into the discussion from there",
        )
    return held


def _while_open(meeting: str, under: Under) -> Sequence[Telling]:
    if not the_discussion(meeting, under).open:
        raise NotNow(
            "the contribution",
            "the discussion has been held and written down",
            "Record what you know as an event of its own: it is read and judged as ever",
        )
    return ()


def _answering(meeting: str, under: Under, entry: Entry) -> Entry:
    """What is told, as the answer to the request that went to the agency, addressed to the convenor."""
    held = the_discussion(meeting, under)
    convenor = under.work.agencies.get(held.convenor)
    asked = [
        each.entry
        for each in held.asked
        if each.entry.facts.get("one agency") == under.by.actor.agency and each.entry.keys.get("request")
    ]
    keys = {"request": asked[-1].keys["request"]} if asked else {}
    to = {"to": frozenset({convenor.sector})} if convenor and convenor.id != entry.source.agency else {}
    return replace(entry, keys={**keys, **entry.keys}, facts={**entry.facts, **to})
