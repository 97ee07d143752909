"""Who writes the ledger while a return is read: knows the file, the child and the year in hand."""

from dataclasses import dataclass
from datetime import date

from heeded.adapters.exchange.ledger import Ledger, Place, Refusal
from heeded.adapters.exchange.reason import Reason
from heeded.adapters.exchange.xml import Element

WEEKS_BEFORE_BIRTH = 40
DAYS_BEFORE_BIRTH = WEEKS_BEFORE_BIRTH * 7
"""How long before a birth, or an expected one, a child can be known of (rule 8606)."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which days a child's events can lie: from `earliest`, to its death or the reference date."""

    reference: date
    birth: date | None = None
    death: date | None = None
    earliest: date = date.min
    latest: date = date.max

    @classmethod
    def of(cls, reference: date, birth: date | None, death: date | None) -> "Bounds":
        """The bounds that follow from a reference date, a birth (or expected birth) and a death."""
        earliest = date.fromordinal(max(1, birth.toordinal() - DAYS_BEFORE_BIRTH)) if birth else date.min
        return cls(reference, birth, death, earliest, min(reference, death or reference))


class Scribe:
    """Writes lines about the record in hand; `year` is the return's layout year, None if not known."""

    def __init__(self, ledger: Ledger, file: str) -> None:
        self.ledger = ledger
        self.file = file
        self.year: int | None = None
        self.record: int | None = None
        self.identity = ""

    def note(self, reason: Reason, element: Element, what: str, value: str | None = None) -> None:
        """Write a line about an element; its value is the element's text unless another is given."""
        self.write(reason, element.line, element.name, what, element.text if value is None else value)

    def write(self, reason: Reason, line: int | None, name: str, what: str, value: str = "") -> None:
        """Write a line about a place."""
        place = Place(self.file, line, self.record, self.identity, name)
        self.ledger.add(Refusal(place, what, value, reason.text, reason.remedy, reason.fate))

    def compare_year(self, since: int, until: int) -> int:
        """How a span of layout years lies to the return's: -1 over, 1 still to come, 0 in use or unknown."""
        if self.year is None or since <= self.year <= until:
            return 0
        return 1 if since > self.year else -1
