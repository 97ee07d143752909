"""Who there is in an event table: its agencies, and people by whatever name it gives them."""

from heeded.core.chronology.people import Agency
from heeded.core.chronology.vocabulary.words import SECTORS
from heeded.core.procedures.examples.cast import Cast
from heeded.core.procedures.sectors import sector_of
from heeded.core.procedures.text.line import Line


class Roll(Cast):
    """Everybody whom a table names; nobody has to be announced beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self._spellings: dict[str, str] = {}

    def person(self, name: str, line: Line) -> str:  # noqa: ARG002 - a table may name anybody
        """The person of that name."""
        return name

    def agency_of(self, name: str, sector: str = "") -> str:
        """The id of an agency, the same however its name is written in capitals.

        Its sector is the one given, or what its name tells; empty where neither is a sector.
        """
        known = self._spellings.setdefault(name.casefold(), name)
        if known not in self.agencies or not self.agencies[known].sector:
            told = sector_of(sector or name)
            self.agencies[known] = Agency(known, known, told if told in SECTORS else "")
        return known
