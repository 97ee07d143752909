"""What practitioners and agencies are called: looked up once a page, however often they are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heeded.bootstrap import door

if TYPE_CHECKING:
    from heeded.bootstrap.door import KnownPractitioner


class Names:
    """The names that one page shows."""

    def __init__(self) -> None:
        self._practitioners: dict[str, KnownPractitioner | None] = {}
        self._agencies = door.agencies()

    def practitioner(self, identity: str) -> str:
        """The name of a practitioner; the id of one who works here no more."""
        known = self._known(identity)
        return known.actor.name if known else identity

    def post(self, identity: str) -> str:
        """The post of somebody who works here now; empty for a system, and for who has left."""
        known = self._known(identity)
        return known.post if known else ""

    def _known(self, identity: str) -> KnownPractitioner | None:
        if identity not in self._practitioners:
            self._practitioners[identity] = door.practitioner(identity) if identity else None
        return self._practitioners[identity]

    def agency(self, identity: str) -> str:
        """The name of an agency; the id of one that is in this record no more."""
        known = self._agencies.get(identity)
        return known.name if known else identity
