"""What a dataset carries: the tables with rows, their date columns, and the fields that are ever filled."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from heeded.adapters.exchange.ssd.layout import Table
from heeded.core.chronology.carriage import Carriage
from heeded.core.chronology.entry import Entry

SOURCE = "Standard Safeguarding Dataset"
YEARS = 6
"""Over how many years the release's scripts extract, unless a council sets it otherwise."""
LIMITS = (
    "It is an extract of one council's own records: nothing that other agencies did is in it.",
    "Of strategy discussions it gives only the day on which an enquiry was begun: not who took part.",
    "It tells of no injuries, explanations, disclosures, medicals and disagreements.",
    "It does not say when anything was written down: it is taken as known on the day it happened.",
    "Children are judged one by one: who belongs to one family or home is not read from it.",
    "A table without rows is not taken to say that nothing happened: its rules are not assessable.",
    "Looked-after children, legal status, pre-proceedings and special needs are not read from it yet.",
)
"""What a dataset cannot tell, in sentences for its reader."""
WINDOW = (
    f"It does not say since when it is complete. It was taken to tell of the last {YEARS} years; if it was "
    "extracted for fewer, say since when with --since, or what is not in it is counted as not done."
)
LAST_DAY = "It does not say up to which day it tells: the last day in it was taken. Else say so with --as-of."


@dataclass(slots=True)
class Met:
    """The kinds of event met, each with the fields and keys that are filled at least once."""

    kinds: dict[str, set[str]] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)

    def table(self, table: Table, columns: tuple[str, ...]) -> None:
        """Take note of a table that has rows: an event whose column is there would have been told."""
        for step in table.steps:
            if step.date in columns:
                self.kinds.setdefault(step.kind, {"agency"})

    def meet(self, entry: Entry) -> None:
        """Take note of what an entry carries."""
        self.kinds.setdefault(entry.kind, {"agency"}).update(entry.facts)
        self.keys.setdefault(entry.kind, set()).update(entry.keys)

    def carriage(self, since: int, until: int) -> Carriage:
        """What the dataset carries from one moment to another (seconds UTC)."""
        kinds = {kind: frozenset(fields) for kind, fields in self.kinds.items()}
        return Carriage(SOURCE, kinds, since, until)

    def tied(self) -> Mapping[str, frozenset[str]]:
        """The keys met on each kind of event."""
        return {kind: frozenset(keys) for kind, keys in self.keys.items()}
