"""Telling every agency's named officers of what befell the log itself; no child is named."""

from __future__ import annotations

from heeded.adapters.record.agencies import agencies
from heeded.adapters.record.looking.staff import named_officers
from heeded.adapters.record.store.naming import Naming
from heeded.adapters.record.store.token import ITSELF, Scope, Tokens
from heeded.adapters.record.store.transaction import opened
from heeded.adapters.record.waiting.outbox import put
from heeded.casework.ports.notices import Notice, Why

_DAY = 24 * 3600


class Officers:
    """The named officers of all agencies; an agency that has none is told as a whole."""

    def __init__(self, naming: Naming, tokens: Tokens) -> None:
        self._naming = naming
        self._tokens = tokens

    def tell(self, why: Why, now: int) -> None:
        """Tell them all now (seconds UTC), each once a day for as long as it lasts."""
        notices = [
            Notice(agency=agency, why=why, at=now, practitioner=officer)
            for agency in sorted(agencies())
            for officer in named_officers(agency) or [""]
        ]
        day = str(now // _DAY)
        names = [
            self._naming.notice(day, ITSELF, each.agency, each.practitioner, str(each.why))
            for each in notices
        ]
        with opened(self._tokens, ITSELF, ITSELF) as tx:
            tx.enter(Scope.WORK)
            put(tx, notices, names)
