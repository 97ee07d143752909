"""What stands on an agency's desks beside what it owes: what came in, what is offered, what is disputed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from heeded.casework.ports.duties import OwedKey


class Desk(StrEnum):
    """Of whom something waits, or for what."""

    TRIAGE = "triage"
    OFFERED_TO_US = "offered to us"
    OFFERED_BY_US = "offered by us"
    DISAGREEMENT = "disagreement"


@dataclass(frozen=True, slots=True)
class Silence:
    """An agency that was asked and has not answered: which, and since when (seconds UTC)."""

    agency: str
    since: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One thing that stands on an agency's desk, with no word of what anybody said.

    `key` names the referral, hand-over or disagreement that it is; `stage` how far it has come, `since` when
    it came there (seconds UTC). `kind` is what came, `came` when, `sender` the agency that it came from,
    `source` who got in touch. `lead` carries the child's work in the agency. `owed` is what `rule` asks for
    next of those `owing`, by `due` (seconds UTC). `parties` are the agencies on either side. `opposed` counts
    the disagreements about the child that are open. `line` names what the agency itself owes, where it does;
    only what is laid out has it.
    """

    agency: str
    desk: Desk
    key: str
    child: str
    stage: str
    since: int
    came: int
    kind: str
    sender: str = ""
    source: str = ""
    lead: str = ""
    rule: str = ""
    owed: str = ""
    due: int | None = None
    owing: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    silent: tuple[Silence, ...] = ()
    opposed: int = 0
    line: OwedKey | None = None

    @property
    def name(self) -> tuple[str, str, str, str]:
        """What stays the same when it is laid out again."""
        return (self.agency, str(self.desk), self.child, self.key)


@dataclass(frozen=True, slots=True)
class Laid:
    """A card as it lies in the record: its id, its household, its place in the order of its stage.

    `line` is the id of what the agency itself owes in it; empty where it owes nothing.
    """

    id: str
    family: str
    place: int
    card: Card
    line: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which cards are asked for: of a desk, at a stage (empty: any), up to a place in its order.

    `leads` are those by whom the work is carried (None: by anybody); `unanswered` asks for those with an
    agency that was asked and is silent; `due_before` for those due before then (seconds UTC).
    """

    desk: Desk
    stage: str = ""
    leads: tuple[str, ...] | None = None
    unanswered: bool = False
    due_before: int | None = None
    upto: int | None = None
