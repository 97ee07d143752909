"""Standing: what of opposite answers must not be undone, and what a settlement must say to settle them."""

from __future__ import annotations

from heeded.core.chronology.chronology import Chronology
from heeded.core.chronology.entry import Entry
from heeded.core.evidence.disagreement.held import Disagreement, disagreement
from heeded.core.evidence.disagreement.opposition import Opposition, oppositions
from heeded.core.evidence.disagreement.spoken import SETTLES

REASONS, TO_RAISED, TO_DENIED = "reasons", "answer to who raised it", "answer to who denied it"
SAID = (REASONS, TO_RAISED, TO_DENIED)
"""What a settlement says in words."""


def undone(before: Chronology, after: Chronology) -> bool:
    """Whether two answers that were opposite are so no more: who gave one stays a side of it."""
    return bool(_names(before) - _names(after))


def settled_by(settlement: Entry, chronology: Chronology) -> tuple[Opposition, ...]:
    """The opposite answers of which a settlement names any: whoever gave one does not settle them."""
    named = settlement.facts.get(SETTLES)
    settles = named if isinstance(named, frozenset) else frozenset()
    return tuple(
        found
        for found in oppositions(chronology.as_known())
        if settles & {answer.entry.id for answer in found.answers}
    )


def unsettled(settlement: Entry, chronology: Chronology) -> str:
    """Why a settlement settles nothing, whoever tells it; empty where it says all that it must.

    It is told by a practitioner, by name, above both sides, with reasons and with an answer to the grounds
    of each; of opposite answers it says which it settles.
    """
    facts = settlement.facts
    if not settlement.source.practitioner:
        return "it does not say which practitioner settled it: name who did"
    if facts.get("above both sides") is not True:
        return "it does not say that who settled it is above both sides: take it up to somebody who is"
    lacking = [name for name in SAID if not str(facts.get(name, "")).strip()]
    if lacking:
        return f"it does not say: {', '.join(lacking)}: answer the grounds of each side, and say why"
    if facts[TO_RAISED] == facts[TO_DENIED]:
        return "it answers both sides in the same words, and so neither: answer the grounds of each"
    found = disagreement(settlement.child, settlement.keys["disagreement"], chronology.as_known())
    if found is not None and found.by_itself and not _settles_any(settlement, found):
        return f"it does not name the answers that it settles: give them under “{SETTLES}”, by their ids"
    return ""


def _settles_any(settlement: Entry, found: Disagreement) -> bool:
    named = settlement.facts.get(SETTLES)
    settles = named if isinstance(named, frozenset) else frozenset()
    return all(settles & {entry.id for entry in side} for side in (found.raised, found.denied))


def _names(chronology: Chronology) -> frozenset[str]:
    """Every name that opposite answers give to their disagreements."""
    return frozenset(name for found in oppositions(chronology.as_known()) for name in found.names)
