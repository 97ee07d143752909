"""The names of an agency's events in the record, each made once a batch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from heeded.adapters.record.store.naming import Naming


class Names(Mapping[str, str]):
    """The entry of every event that an agency might name, by the agency's own name for the event."""

    def __init__(self, naming: Naming, agency: str) -> None:
        self._naming, self._agency = naming, agency
        self._made: dict[str, str] = {}

    def __getitem__(self, ref: str) -> str:
        if (found := self._made.get(ref)) is None:
            found = self._made[ref] = self._naming.entry_name(self._agency, ref)
        return found

    def __iter__(self) -> Iterator[str]:
        raise TypeError("the names that an agency may give cannot be listed")

    def __len__(self) -> int:
        raise TypeError("the names that an agency may give cannot be counted")
