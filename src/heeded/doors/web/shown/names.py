"""What practitioners and agencies are called: looked up once a page, however often they are named."""

from __future__ import annotations

from heeded.bootstrap import door


class Names:
    """The names that one page shows."""

    def __init__(self) -> None:
        self._practitioners: dict[str, str] = {}
        self._agencies = door.agencies()

    def practitioner(self, identity: str) -> str:
        """The name of a practitioner; the id of one who works here no more."""
        if identity not in self._practitioners:
            known = door.practitioner(identity) if identity else None
            self._practitioners[identity] = known.actor.name if known else identity
        return self._practitioners[identity]

    def agency(self, identity: str) -> str:
        """The name of an agency; the id of one that is in this record no more."""
        known = self._agencies.get(identity)
        return known.name if known else identity
