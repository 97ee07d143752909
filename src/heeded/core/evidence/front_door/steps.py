"""Which events bring a matter where: the table by which the board of a hub is made."""

from __future__ import annotations

from heeded.core.chronology.entry import Entry
from heeded.core.evidence.front_door.matter import Stage

DOOR = "children's social care"
"""The sector whose front door it is (Children Act 1989, section 47: the local authority enquires)."""

REFERRED, RECEIVED, ACCEPTED = "referral made", "referral received", "hand-over accepted"
CAUSE, DISCUSSED = "reasonable cause recorded", "strategy discussion"
RECEIVING = frozenset({"contact received", RECEIVED, ACCEPTED})
"""By these an agency says that something is in its own hands."""
OPENING = frozenset({*RECEIVING, REFERRED, CAUSE})
"""With these a matter begins."""

_SCREENING = frozenset({RECEIVED, "referral acknowledged", "information requested", "history considered"})
_ENDING = frozenset({"referral withdrawn", "case closed", "section 47 started"})
STEPS = frozenset({*OPENING, *_SCREENING, *_ENDING, DISCUSSED, "referral decision", "assessment started"})
"""Every kind of event that may bring a matter elsewhere; no other does."""

_TO_DISCUSS = frozenset({"strategy discussion", "section 47"})
_OPEN_ENDED = frozenset({"undecided", "further strategy discussion"})


def leads_to(entry: Entry, agency: str, stage: Stage) -> Stage | None:
    """Where an entry brings a matter that is in an agency's hands; None where it leaves it as it is.

    A matter that was decided is opened again by a reasonable cause to suspect harm, and by a decision or a
    discussion that calls for a discussion; by nothing else. Where somebody decided that the child lives
    decides nothing of what was referred.
    """
    own = entry.source.agency == agency
    match entry.kind:
        case "reasonable cause recorded":
            return Stage.STRATEGY
        case "strategy discussion":
            outcome = str(entry.facts.get("outcome", ""))
            return Stage.STRATEGY if not outcome or outcome in _OPEN_ENDED else Stage.DECIDED
        case "section 47 started" | "referral withdrawn":
            return Stage.DECIDED
        case "hand-over accepted" if not own:
            return Stage.DECIDED if takes_it_on(entry) else None
    return _by_itself(entry, stage) if own else None


def _by_itself(entry: Entry, stage: Stage) -> Stage | None:
    """Where what an agency said itself brings a matter that is in its hands."""
    ends = (entry.kind == "case closed") or (
        entry.kind == RECEIVED and entry.facts.get("no further action") is True
    )
    if ends or (entry.kind == "assessment started" and stage is not Stage.STRATEGY):
        return Stage.DECIDED
    if entry.kind == "referral decision" and (outcome := str(entry.facts.get("outcome", ""))):
        return Stage.STRATEGY if outcome in _TO_DISCUSS else Stage.DECIDED
    takes_up = entry.kind in _SCREENING or entry.kind == ACCEPTED
    return Stage.SCREENING if takes_up and stage is Stage.CONTACT else None


def takes_it_on(entry: Entry) -> bool:
    """Whether an entry by which an agency takes something on does so: of a hand-over, in writing alone."""
    return entry.kind != ACCEPTED or (entry.facts.get("in writing") is True and "referral" in entry.keys)
