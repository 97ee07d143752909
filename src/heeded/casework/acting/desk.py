"""Who acts and on what, what they tell, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from heeded.casework.heed import Changed
from heeded.casework.ports import Author, Kept, Record
from heeded.casework.ports.looks import Recorder
from heeded.core.access import Actor, Policy, Role, Stated
from heeded.core.chronology.entry import Fact
from heeded.core.chronology.people import Source
from heeded.core.chronology.when import Precision, When
from heeded.core.procedures.handbook import Handbook


def enough_witnesses(_: int) -> int | None:
    """Nothing has waited for its witnesses too long: none are asked for."""
    return None


@dataclass(frozen=True, slots=True)
class Desk:
    """What every act needs: the record, the handbook that judges it, the policy, the recorder of looks.

    `lacking` tells of a moment (seconds UTC) since when what was recorded has had too few witnesses, where
    that is too long then; None where it is not.
    """

    record: Record
    handbook: Handbook
    policy: Policy
    recorder: Recorder
    lacking: Callable[[int], int | None] = enough_witnesses


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who acts, when (seconds UTC), and under which name of their own for this one act.

    The same `request` from the same agency is the same act: sent twice, it is done once. `post` is what
    the practitioner is ("consultant paediatrician"); `on_behalf` names the practitioner for whom an
    agency's system acts; `through` is the credential of a system by which it came. `stated` is the purpose
    where one is asked for.
    """

    actor: Actor
    request: str
    now: int
    stated: Stated | None = None
    post: str = ""
    on_behalf: str = ""
    through: str = ""

    @property
    def practitioner(self) -> str:
        """The practitioner who acts, by id; empty where a system acts for nobody."""
        return self.on_behalf if Role.AGENCY_SYSTEM in self.actor.roles else self.actor.id

    @property
    def source(self) -> Source:
        """The source of what they tell."""
        return Source(self.actor.agency, self.practitioner, self.post)

    @property
    def author(self) -> Author:
        """Who writes, for the record."""
        role = min(self.actor.roles, default="")
        through = self.through or (self.actor.id if Role.AGENCY_SYSTEM in self.actor.roles else "")
        return Author(self.actor.agency, self.actor.id, self.actor.name, role, through)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event as an actor tells it: the child and facts that name a person hold people's ids.

    Who is not yet in the record is named by the reference under which the act describes them. Without
    `happened` it happened at the moment of telling. `practitioner` is the colleague of whom it tells, where
    that is not whoever acts. `learned` is when the actor's agency came to know of it (seconds UTC), where
    that was before the telling.
    """

    kind: str
    child: str
    happened: When | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    practitioner: str = ""
    learned: int | None = None

    def when(self, now: int) -> When:
        """When it happened, told now (seconds UTC)."""
        return self.happened or When(now, now, Precision.INSTANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of an act.

    What it wrote, each with its place in the log, so that a receipt can be given; `again` where it had
    been done before under this request and nothing was written now. `changed` is what is owed because of
    it, a family each; None where the actor may have the receipt and nothing else. `look` names the row
    of the access record, where something was shown. `child` is the person whom it is about, by id.
    """

    kept: tuple[Kept, ...]
    again: bool = False
    changed: tuple[Changed, ...] | None = ()
    look: str = ""
    child: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)

    @property
    def entry(self) -> str:
        """The id of the entry that tells the act itself."""
        return self.kept[-1].entry
