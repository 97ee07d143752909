"""What no entry may do on any path, by hand or by report: take, close or unsay what is another's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from heeded.core.access import Actor
from heeded.core.access.sides import Side, may_resolve
from heeded.core.chronology.answering import addressed
from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.chronology.people import Agency
from heeded.core.chronology.vocabulary import KINDS
from heeded.core.evidence.disagreement.answers import ANSWERING, is_clear, is_concern
from heeded.core.evidence.disagreement.sides import by_the_same, exists, sides, told_by
from heeded.core.evidence.disagreement.standing import settled_by, undone, unsettled

ANSWERS = ("hand-over accepted", "hand-over refused")
BELONGING = ("hand-over", "referral", "plan")
"""The keys by which an answer belongs to an offer, the surest first."""

LOOKING_BACK = frozenset({*ANSWERS, "disagreement opened", "disagreement resolved", *ANSWERING})
"""The kinds of event of which what came before decides whether they may be taken in."""

NOT_TAKEN_BACK = (
    "a disagreement is not taken back by one side: have it resolved by somebody who is of neither, with "
    "reasons"
)

KEPT_APART = (
    "it names somebody whom the record keeps apart from this child, as after an adoption: "
    "tell of each alone, or ask your records officer"
)


def objection(
    entry: Entry, chronology: Chronology, agencies: Mapping[str, Agency], named: Entry | None = None
) -> str:
    """Why an entry, as a chronology holds it, must not be taken in; empty where it may.

    `named` is the entry that it corrects or withdraws, where the record holds that one.
    """
    if any(person not in chronology.people for person in _people(entry)):
        return KEPT_APART
    if named is not None and (why := _unsays(entry, named, chronology)):
        return why
    if entry.kind in ANSWERS:
        return _answers_nothing(entry, chronology, agencies)
    if entry.kind == "disagreement opened":
        return _disagrees_with_itself(entry, chronology) or _taken_back_before(entry, chronology)
    if entry.kind == "disagreement resolved":
        return _settles_its_own(entry, chronology, agencies)
    return _answers_away(entry, chronology) if entry.kind in ANSWERING else ""


def _people(entry: Entry) -> Iterator[str]:
    """Everybody whom an entry names."""
    yield entry.child
    for name in KINDS[entry.kind].naming if entry.kind in KINDS else ():
        if name in entry.facts:
            yield str(entry.facts[name])


def offer_of(answer: Entry, chronology: Chronology) -> Entry | None:
    """The hand-over offered that an acceptance or a refusal answers: the last that it belongs to."""
    return next(reversed(_offers_of(answer, chronology)), None)


def counting(chronology: Chronology) -> Chronology:
    """What counts of a chronology when it is judged: no answer to what was not offered to whoever gave it.

    Such an answer may have come before its offer: then it counts as soon as that is there, so that the
    same messages come to the same in any order.
    """
    answers = [entry for entry in chronology.entries if entry.kind in ANSWERS]
    idle = {
        answer.id
        for answer in answers
        if not any(
            answer.source.agency in addressed(offer, chronology) for offer in _offers_of(answer, chronology)
        )
    }
    if not idle:
        return chronology
    return replace(chronology, entries=tuple(entry for entry in chronology.entries if entry.id not in idle))


def _offers_of(answer: Entry, chronology: Chronology) -> list[Entry]:
    """The hand-overs offered that an answer may belong to, by the surest of its keys that any carries."""
    offers = [
        event.entry
        for event in chronology.as_known()
        if event.entry.kind == "hand-over offered" and event.entry.child == answer.child
    ]
    for key in BELONGING:
        wanted = answer.keys.get(key)
        matching = [offer for offer in offers if wanted and offer.keys.get(key) == wanted]
        if matching:
            return matching
    return []


def accepted(offer: Entry, chronology: Chronology) -> Entry | None:
    """The acceptance in writing of an offer; None while it waits."""
    for event in chronology.as_known():
        entry = event.entry
        if (
            entry.kind == "hand-over accepted"
            and entry.facts.get("in writing") is True
            and entry.child == offer.child
            and offer_of(entry, _without_later_offers(chronology, offer)) == offer
            and entry.source.agency in addressed(offer, chronology)
        ):
            return entry
    return None


def sides_of(child: str, key: str, chronology: Chronology) -> tuple[Side, ...]:
    """Everybody who is a side of a disagreement about a child, or of opposite conclusions about it."""
    return tuple(Side(each.agency, each.practitioner) for each in sides(child, key, chronology))


def _without_later_offers(chronology: Chronology, offer: Entry) -> Chronology:
    kept = tuple(
        entry
        for entry in chronology.entries
        if entry.kind != "hand-over offered" or entry.id == offer.id or entry.told <= offer.told
    )
    return replace(chronology, entries=kept)


def _unsays(entry: Entry, named: Entry, chronology: Chronology) -> str:
    """What a correction or withdrawal would undo that is not its source's alone to undo."""
    if named.source.agency != entry.source.agency:
        return (
            f"“{named.kind}” was told by another agency, and only the source corrects its words: "
            "record your own view, or disagree"
        )
    held = next((each for each in chronology.entries if each.id == named.id), None)
    if held is None or held.child != entry.child:
        return "it names an entry about another child: correct that one where it stands"
    after = replace(chronology, entries=(*chronology.entries, entry))
    lost = {*_binding(chronology)} - {*_binding(after)}
    if any(kind == "disagreement opened" for kind, *_ in lost) or undone(chronology, after):
        return NOT_TAKEN_BACK
    if lost:
        return (
            "what was accepted in writing is not given back by unsaying it: offer it to another, in writing"
        )
    return ""


def _binding(chronology: Chronology) -> Iterator[tuple[str, str, str, str]]:
    """What now stands that binds more than the one who said it: disagreements, hand-overs accepted.

    Each by the entry that first said it: one said again does not free the first.
    """
    for event in chronology.as_known():
        entry = event.entry
        if entry.kind == "disagreement opened":
            yield (entry.kind, entry.child, entry.keys.get("disagreement", ""), event.root)
        elif entry.kind == "hand-over accepted" and entry.facts.get("in writing") is True:
            yield (entry.kind, entry.child, str(sorted(entry.keys.items())), event.root)


def _answers_away(entry: Entry, chronology: Chronology) -> str:
    """Why an answer cannot be told: it would close another's concern, or undo opposite answers that stand."""
    overrules = entry.kind == "medical opinion" and entry.facts.get("supersedes") is True
    if overrules and (why := _overrules_a_concern(entry, chronology)):
        return why
    after = replace(chronology, entries=(*chronology.entries, entry))
    return f"told as of then, {NOT_TAKEN_BACK}: tell it as of now" if undone(chronology, after) else ""


def _taken_back_before(entry: Entry, chronology: Chronology) -> str:
    """Why a disagreement would never stand: what takes it back came before it."""
    after = replace(chronology, entries=(*chronology.entries, entry))
    stands = (
        event.entry.kind == entry.kind and any(version.id == entry.id for version in event.chain)
        for event in after.as_known()
    )
    return "" if any(stands) else "it was taken back before it came: open it anew"


def _disagrees_with_itself(entry: Entry, chronology: Chronology) -> str:
    """Why a disagreement with an entry cannot be opened: it is not there, or its teller's own."""
    about = entry.facts.get("entry")
    if about is None:
        return ""
    told = told_by(str(about), entry.child, chronology)
    if not told:
        return "the record holds no entry of that id about this child: name the one that you disagree with"
    if by_the_same(entry.source, told):
        return "nobody disagrees with themselves: correct what you told, or record what you think now"
    return ""


def _answers_nothing(entry: Entry, chronology: Chronology, agencies: Mapping[str, Agency]) -> str:
    """Why an acceptance or a refusal of a hand-over cannot stand."""
    offer = offer_of(entry, chronology)
    if offer is None:
        return ""
    if entry.source.agency not in addressed(offer, chronology, agencies):
        return "it was offered to another agency: only the one to which it was offered accepts or refuses it"
    taken = accepted(offer, chronology)
    if taken is not None and entry.kind == "hand-over refused" and entry.corrects != taken.id:
        return "it was accepted in writing and is yours: offer it to another, in writing"
    return ""


def _settles_its_own(entry: Entry, chronology: Chronology, agencies: Mapping[str, Agency]) -> str:
    """Why a disagreement cannot be settled by this source, or by these words."""
    key = entry.keys.get("disagreement", "")
    both = sides_of(entry.child, key, chronology)
    if not both or (key and not exists(entry.child, key, chronology)):
        return "the record holds no such disagreement about this child: name the one that it settles"
    touched = [answer.source for found in settled_by(entry, chronology) for answer in found.answers]
    both = (*both, *(Side(each.agency, each.practitioner) for each in touched))
    agency = agencies.get(entry.source.agency) or Agency(entry.source.agency, "", "")
    actor = Actor(id=entry.source.practitioner, name="", agency=agency.id, sector=agency.sector)
    if not may_resolve(actor, both):
        return (
            "a disagreement is never resolved by one of its sides: take it up to somebody senior who is of "
            "neither"
        )
    return unsettled(entry, chronology) if key else ""


def _overrules_a_concern(entry: Entry, chronology: Chronology) -> str:
    """Why an opinion cannot take the place of another's: its source has said that there is no concern."""
    view = [event.entry for event in chronology.as_known() if event.entry.child == entry.child]
    own = entry.source.agency
    theirs = any(is_concern(other) and other.source.agency != own for other in view)
    if theirs and any(is_clear(other) and other.source.agency == own for other in view):
        return (
            "it would close another agency's concern, and its source has recorded that there is none: have "
            "the disagreement resolved by somebody who is of neither side"
        )
    return ""
